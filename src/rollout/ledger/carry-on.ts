import type { Claimant, Release } from '../heart/release.js';
import { isShifted } from '../two-group/sides.js';
import { isoTime } from './lease.js';

/** The next release in the ledger, by another run, that does the rest of an unfinished one. */
export function carryOn({ rests: _, ...unfinished }: Release, claimant: Claimant, now: number): Release {
  const continues = unfinished.continues ?? unfinished.number;
  // When it began stays: the client tokens of its launches come from that.
  return { ...unfinished, number: unfinished.number + 1, claimant, continues, claimedAt: now, heartbeatAt: now };
}

/** Since when a release is its run's, in milliseconds since the epoch: one that was carried on had begun before that. */
export function claimedAt({ claimedAt: takenOver, startedAt }: Pick<Release, 'claimedAt' | 'startedAt'>): number {
  return takenOver ?? startedAt;
}

/** The next release in the ledger, by another run, that takes an unfinished one back to its predecessor. */
export function takeBack(unfinished: Release, claimant: Claimant, now: number): Release {
  const rest = carryOn(unfinished, claimant, now);
  // To take an undo back would give users what somebody wanted them to be rid of.
  if (rest.direction !== 'forward' || rest.undoes !== undefined || rest.retiresKept || isShifted(rest)) return rest;
  return { ...rest, direction: 'back', backOutcome: 'aborted', reason: whyTakenBack(unfinished) };
}

/** The same, because somebody wants it so, who has been told of a command of which nothing is known if it had ended so. */
export function turnBack(
  { outcome, endedAt: _, isStranded: __, command, ...unfinished }: Release,
  claimant: Claimant,
  now: number,
): Release {
  const isTold = outcome !== undefined && command === 'unknown';
  const rest = carryOn({ ...unfinished, ...(command && !isTold && { command }) }, claimant, now);
  if (rest.direction === 'back' || isShifted(rest)) return rest;
  return {
    ...rest,
    direction: 'back',
    backOutcome: 'aborted',
    reason: `${claimant.actor} aborted it (${claimant.runUrl}).`,
  };
}

function whyTakenBack({ claimant: { runUrl }, rests, heartbeatAt }: Release): string {
  if (rests?.kind === 'interrupted') {
    return `Its run (${runUrl}) was cut off${rests.because === undefined ? '.' : `: ${rests.because}`}`;
  }
  if (rests?.kind === 'paused') return `Nobody resumed it until ${isoTime(rests.until)} (${runUrl}).`;
  return `Its run (${runUrl}) gave no sign of life since ${isoTime(heartbeatAt)}.`;
}
