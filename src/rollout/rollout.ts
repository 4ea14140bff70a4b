import type { Aws } from '../platform/aws.js';
import type { Clock } from '../platform/clock.js';
import { Failure, messageOf } from '../platform/failure.js';
import { failureKind } from '../platform/retry.js';
import { act, raise } from './act.js';
import { decide, type Move, sizeOf } from './decide.js';
import type { Ledger } from './ledger.js';
import type { Observation } from './observation.js';
import type { Observer } from './observe.js';
import type { Plan } from './plan.js';
import { describeProgress } from './progress.js';
import type { Release } from './release.js';
import { createVersion } from './template.js';

/** What a rollout works with, and where it tells how it goes. */
export interface Tools {
  readonly aws: Aws;
  readonly clock: Clock;
  readonly ledger: Ledger;
  readonly observer: Observer;
  /** One line, only when something has changed. */
  readonly tell: (line: string) => void;
  /** Stops the loop between two calls. */
  readonly cancellation: AbortSignal;
}

type MoveOf<Kind extends Move['kind']> = Extract<Move, { kind: Kind }>;

/** How often in a row AWS may refuse a change because the group was busy or has moved on. */
const patience = 20;

/**
 * Rolls a claimed release to its end: observe, decide, act, and again. Nothing is remembered that AWS does not hold: what
 * became of a change whose answer was lost, in the group or in the ledger, shows in the next observation.
 * @returns the release with its outcome; without one when it was cancelled on the way.
 * @throws {Failure} when another run took over, or AWS refuses for good.
 */
export async function rollOut(release: Release, plan: Plan, tools: Tools): Promise<Release> {
  let current = release;
  let told = '';
  let refusals = 0;
  while (!tools.cancellation.aborted && current.outcome === undefined) {
    try {
      const observation = await tools.observer.observe(current, tools.ledger);
      current = observation.release;
      if (current.outcome !== undefined) break;
      const line = describeProgress(observation);
      if (line !== told) tools.tell(line);
      told = line;
      current = await take(decide(observation, plan), observation, plan, tools);
      refusals = 0;
    } catch (error) {
      if (!isWorthLookingAgain(error) || ++refusals > patience) throw error;
      tools.tell(`AWS refused for now, looking again: ${messageOf(error)}`);
      await tools.clock.sleep(plan.pollInterval, tools.cancellation);
    }
  }
  return current;
}

/** Takes one move; gives the release as the ledger holds it afterwards. */
async function take(move: Move, observation: Observation, plan: Plan, tools: Tools): Promise<Release> {
  const { aws, clock, ledger } = tools;
  const { release } = observation;
  switch (move.kind) {
    case 'wait':
      await clock.sleep(plan.pollInterval, tools.cancellation);
      return release;
    case 'heartbeat':
      return ledger.update({ ...release, heartbeatAt: clock.now() });
    case 'create-version':
      return ledger.update({ ...release, to: await createVersion(aws, release) });
    case 'confirm-surge':
      return ledger.update({ ...release, surge: { ...move.surge, raised: true } });
    case 'turn-back':
      return turnBack(release, move.reason, 'rolled-back', tools);
    case 'end':
      return ledger.update({
        ...release,
        outcome: move.outcome,
        endedAt: clock.now(),
        ...(move.reason !== undefined && { reason: move.reason }),
      });
    case 'stop':
      throw new Failure(`Another run has claimed group "${release.group}" after this one, so this one stops here.`);
    case 'surge':
      return surge(move, release, tools);
    case 'retire':
      return retire(move, observation, tools);
    default:
      await act(aws, release.group, move);
      return release;
  }
}

/**
 * The raise is in the ledger before it is done, and confirmed there after. Where it is known that nothing was raised the
 * note goes again: somebody else's change by the same number must not be taken for it.
 */
async function surge(move: MoveOf<'surge'>, release: Release, { aws, ledger }: Tools): Promise<Release> {
  const { machines, from, max = release.surge?.max } = move;
  const surge = { machines, from, ...(max !== undefined && { max }) };
  const noted = { ...release, surge: { ...surge, raised: false } };
  await ledger.update(noted);
  try {
    const isRaised = await raise(aws, release.group, move);
    return await ledger.update(isRaised ? { ...noted, surge: { ...surge, raised: true } } : release);
  } catch (error) {
    if (failureKind(error) !== 'unavailable') await ledger.update(release);
    throw error;
  }
}

/** What surge is left after machines went with it is written down, so that a later scale-out is not taken for ours. */
async function retire(
  move: MoveOf<'retire'>,
  observation: Observation,
  { aws, ledger, tell }: Tools,
): Promise<Release> {
  const { group, release } = observation;
  tell(`Retiring ${move.machines.map(({ id }) => id).join(', ')}`);
  await act(aws, group.name, move);
  const shrunk = move.machines.filter(({ decrement }) => decrement).length;
  if (!release.surge || shrunk === 0) return release;
  const machines = Math.max(0, group.desired - sizeOf(observation) - shrunk);
  return ledger.update({ ...release, surge: { ...release.surge, machines, raised: true } });
}

/** Writes into the ledger that the release goes back to its predecessor from now on, and why. */
export async function turnBack(
  release: Release,
  reason: string,
  backOutcome: 'rolled-back' | 'aborted',
  { ledger, tell }: Pick<Tools, 'ledger' | 'tell'>,
): Promise<Release> {
  tell(`Going back to ${release.from.imageId}: ${reason}`);
  return ledger.update({ ...release, direction: 'back', backOutcome, reason });
}

/**
 * A refusal that the next observation can settle: the group is busy, or a machine has gone meanwhile. Auto Scaling
 * uses ValidationError for both "gone" and "not now" (Auto Scaling API, TerminateInstanceInAutoScalingGroup).
 */
function isWorthLookingAgain(error: unknown): boolean {
  if (error instanceof Failure) return false;
  const passing = new Set(['ScalingActivityInProgress', 'ScalingActivityInProgressFault', 'ValidationError']);
  return failureKind(error) !== 'refused' || passing.has((error as Error).name);
}
