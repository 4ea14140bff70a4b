import { type Fleet, isComplete } from './fleet.js';
import type { Machine, Observation } from './observation.js';
import type { Release } from './release.js';
import { goalOf, holdsMachines } from './waves.js';

/** That a rollout cannot go on as it does, and why: it takes another direction, or it ends and is left to a person. */
export type Verdict = Pick<Release, 'direction' | 'backOutcome' | 'outcome'> & { readonly reason: string };

/**
 * Judges the image on the way forward, and whether the way back leads anywhere. The way back is never blocked by a gate:
 * the predecessor is known to be good.
 */
export function judge(observation: Observation, fleet: Fleet): Verdict | undefined {
  const { release, command } = observation;
  const { direction, plan, reason = '' } = release;
  const leave = (why: string) => ({ direction, outcome: 'needs-attention', reason: why }) as const;
  if (direction === 'hold') return leave(reason);
  const stuck = deadlineMissed(observation, fleet);
  if (direction === 'back') return stuck === undefined ? undefined : leave(stuck);
  if (command === 'unknown') return { direction: 'hold', reason: 'It is not known whether the release command ran.' };
  const failure = definiteFailure(observation, fleet) ?? silentFailure(observation, fleet) ?? stuck;
  if (failure === undefined) return undefined;
  if (plan.onFailure === 'hold') return { direction: 'hold', reason: failure };
  return { direction: 'back', backOutcome: 'rolled-back', reason: failure };
}

/** What leaves no doubt: a failed launch, a new machine that died, a failed command, an alarm. */
function definiteFailure(observation: Observation, { fresh }: Fleet): string | undefined {
  const { setbacks, alarms, command, commandSays } = observation;
  const failed = fresh.find(({ check }) => check?.state === 'failed');
  if (failed) return `${failed.id} did not pass the gate: ${lastLine(failed.check?.detail) || 'it said nothing'}`;
  if (command === 'failed') return `The release command failed. ${lastLine(commandSays)}`.trim();
  return setbacks[0] ?? alarms.map((alarm) => `Alarm "${alarm}" is in ALARM.`)[0];
}

/**
 * A new image whose machines say nothing. One slow machine among healthy ones says nothing of the image, so it counts only
 * if none of the new ones is healthy.
 */
function silentFailure({ now, patience, release }: Observation, { fresh }: Fleet): string | undefined {
  if (fresh.some(({ healthy }) => healthy)) return undefined;
  const waitsForUs = ({ stage, isReleased, check }: Machine) =>
    holdsMachines(release) && stage === 'waiting' && !isReleased && check?.state !== 'unreachable';
  const sickFor = ({ unhealthySince = now }: Machine) => now - unhealthySince;
  const isLate = (machine: Machine) => sickFor(machine) > (machine.hasServed ? patience.relapse : patience.boot);
  const late = fresh.find((machine) => isLate(machine) && !waitsForUs(machine));
  if (!late) return undefined;
  const seconds = Math.round(sickFor(late) / 1000);
  const what = late.hasServed ? 'stays unhealthy after it had been healthy' : 'did not become healthy';
  return `${late.id} on ${goalOf(release).imageId} ${what} for ${seconds} s. ${troublesOf(fresh)}`.trim();
}

function deadlineMissed(observation: Observation, fleet: Fleet): string | undefined {
  const { now, lastProgress, release, hindrance } = observation;
  if (now - lastProgress < release.plan.progressDeadline || isComplete(observation, fleet)) return undefined;
  const seconds = Math.round(release.plan.progressDeadline / 1000);
  const which = fleet.fresh.some(({ healthy }) => healthy) ? 'No further machine' : 'No machine';
  const what = `${which} on ${goalOf(release).imageId} became healthy within ${seconds} s (progress-deadline).`;
  return [what, hindrance, troublesOf(fleet.fresh)].filter(Boolean).join(' ');
}

/** What AWS says of the unhealthy ones: each trouble once, with the first machine that has it. */
function troublesOf(machines: readonly Machine[]): string {
  const troubles = new Set(machines.flatMap(({ trouble }) => trouble ?? []));
  const firstWith = (trouble: string) => machines.find((machine) => machine.trouble === trouble)?.id;
  return [...troubles].map((trouble) => `${firstWith(trouble)}: ${trouble.replace(/\.?$/, '.')}`).join(' ');
}

/** The whole of it goes into the log; the ledger has little room. */
function lastLine(said = ''): string {
  return (said.trim().split('\n').at(-1) ?? '').slice(-200);
}
