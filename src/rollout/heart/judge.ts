import { type Fleet, isComplete } from './fleet.js';
import type { Machine, Observation } from './observation.js';
import type { Release } from './release.js';
import { goalOf, holdsMachines } from './waves.js';

/** That a rollout cannot go on as it does: it takes another direction, or it is left to a person. */
export type Verdict =
  | { readonly kind: 'turn'; readonly reason: string; readonly changes: Partial<Release> }
  | { readonly kind: 'give-up'; readonly reason: string };

/**
 * Judges the image on the way forward, and whether the way back leads anywhere. The way back is never blocked by a gate:
 * the predecessor is known to be good.
 */
export function judge(observation: Observation, fleet: Fleet): Verdict | undefined {
  const { release, command } = observation;
  const { direction, plan, reason = '' } = release;
  if (direction === 'hold') return { kind: 'give-up', reason };
  const stuck = deadlineMissed(observation, fleet);
  if (direction === 'back') return stuck === undefined ? undefined : { kind: 'give-up', reason: stuck };
  if (command === 'unknown') return turn({ direction: 'hold' }, 'It is not known whether the release command ran.');
  // While the release command runs, which has a time of its own, nothing else gets any further.
  const isWaiting = release.command === 'begun';
  const failure =
    definiteFailure(observation, fleet) ?? (isWaiting ? undefined : (silentFailure(observation, fleet) ?? stuck));
  if (failure === undefined) return undefined;
  return turn(
    plan.onFailure === 'hold' ? { direction: 'hold' } : { direction: 'back', backOutcome: 'rolled-back' },
    failure,
  );
}

function turn(changes: Partial<Release>, reason: string): Verdict {
  return { kind: 'turn', reason, changes: { ...changes, reason } };
}

/** What leaves no doubt: a failed launch, a new machine that died, a failed command, an alarm. */
function definiteFailure(
  { setbacks, alarms, command, commandSays = '' }: Observation,
  { fresh }: Fleet,
): string | undefined {
  const failed = fresh.find(({ check }) => check?.state === 'failed');
  if (failed) return `${failed.id} did not pass the gate: ${lastLine(failed.check?.detail) || 'it said nothing'}`;
  if (command === 'failed') return `The release command failed. ${lastLine(commandSays)}`.trim();
  if (setbacks[0] !== undefined) return setbacks[0];
  return alarms[0] === undefined ? undefined : `Alarm "${alarms[0]}" is in ALARM.`;
}

/**
 * A new image whose machines say nothing. One slow machine among healthy ones says nothing of the image, so it counts only
 * if none of the new ones is healthy.
 */
function silentFailure({ now, patience, release }: Observation, { fresh }: Fleet): string | undefined {
  if (fresh.some(({ healthy }) => healthy)) return undefined;
  const waitsForUs = ({ stage, isReleased, check }: Machine) =>
    holdsMachines(release) && stage === 'waiting' && !isReleased && check?.state !== 'unreachable';
  const isLate = (machine: Machine) =>
    machine.unhealthySince !== undefined &&
    !waitsForUs(machine) &&
    now - machine.unhealthySince > (machine.hasServed ? patience.relapse : patience.boot);
  const late = fresh.find(isLate);
  if (!late) return undefined;
  const seconds = Math.round((now - (late.unhealthySince ?? now)) / 1000);
  const what = late.hasServed ? 'stays unhealthy after it had been healthy' : 'did not become healthy';
  return `${late.id} on ${goalOf(release).imageId} ${what} for ${seconds} s. ${troublesOf(fresh)}`.trim();
}

function deadlineMissed(observation: Observation, fleet: Fleet): string | undefined {
  const { now, lastProgress, release } = observation;
  if (now - lastProgress < release.plan.progressDeadline || isComplete(observation, fleet)) return undefined;
  const seconds = Math.round(release.plan.progressDeadline / 1000);
  const why = troublesOf(fleet.fresh);
  return `No machine on ${goalOf(release).imageId} became healthy within ${seconds} s (progress-deadline).${why && ` ${why}`}`;
}

/** What AWS says of the unhealthy ones: each trouble once, with the first machine that has it. */
function troublesOf(machines: readonly Machine[]): string {
  const firsts = new Map<string, string>();
  for (const { id, trouble } of machines) {
    if (trouble !== undefined && !firsts.has(trouble)) firsts.set(trouble, id);
  }
  return [...firsts].map(([trouble, id]) => `${id}: ${trouble.replace(/\.?$/, '.')}`).join(' ');
}

/** The whole of it goes into the log; the ledger has little room. */
function lastLine(said = ''): string {
  return (said.trim().split('\n').at(-1) ?? '').slice(-200);
}
