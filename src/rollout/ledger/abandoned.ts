import { Failure } from '../../platform/failure.js';
import type { Release } from '../heart/release.js';
import { claimedAt } from './carry-on.js';
import { isoTime, lease } from './lease.js';
import type { Claiming } from './wish.js';

/** @throws {Failure} when somebody works on an unfinished release, or it waits for a person. */
export async function requireAbandoned(unfinished: Release, claiming: Claiming): Promise<void> {
  if (await isAbandoned(unfinished, claiming)) return;
  throw refusal(unfinished);
}

/** Whether nobody works on an unfinished release any more. */
export async function isAbandoned(unfinished: Release, { clock, isGone }: Claiming): Promise<boolean> {
  const { rests, heartbeatAt, claimant } = unfinished;
  if (rests?.kind === 'interrupted') return true;
  if (rests?.kind === 'paused') return clock.now() >= rests.until;
  return clock.now() - heartbeatAt >= lease.staleAfter || (await isGone(claimant));
}

/** The same of a rollout that stands in the ledger of another group. One that was left unfinished is not adopted from there. */
export async function refusalElsewhere(unfinished: Release, claiming: Claiming): Promise<Failure> {
  if (!(await isAbandoned(unfinished, claiming))) return refusal(unfinished);
  const { number, group, sides } = unfinished;
  const where = sides ? `between groups "${sides.blue.group}" and "${sides.green.group}"` : `to group "${group}"`;
  return new Failure(
    `A rollout ${where} was left unfinished (release ${number}). End it first, with "command: repair" and "group: ${group}".`,
  );
}

/** Who has the group, since when, and what to do about it. */
export function refusal(release: Release): Failure {
  const { group, number, to, claimant, heartbeatAt, rests, direction } = release;
  const { actor, runUrl } = claimant;
  const since = `since ${isoTime(claimedAt(release))} (${runUrl})`;
  const rollout = `The rollout of ${to.imageId} to group "${group}"`;
  if (rests?.kind === 'paused') {
    return new Failure(
      `${rollout} by ${actor} ${since} is paused until ${isoTime(rests.until)} (release ${number}). ` +
        'Go on with "command: resume", or take it back with "command: abort"; then deploy again.',
    );
  }
  const turned = { back: 'is being taken back', hold: 'is being put on hold' };
  const what =
    direction === 'forward'
      ? `Group "${group}" is being rolled out to ${to.imageId} by ${actor} ${since}. Wait for it to end, or cancel it.`
      : `${rollout} ${turned[direction]}: ${actor} has been at it ${since}. Wait for it to end.`;
  const minutes = lease.staleAfter / 60_000;
  return new Failure(
    `${what} If its runner is dead: ${minutes} minutes after its last sign of life (${isoTime(heartbeatAt)}) the next run takes over.`,
  );
}
