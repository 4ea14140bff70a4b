import type { Aws } from '../platform/aws.js';
import type { Clock } from '../platform/clock.js';
import { Failure, messageOf } from '../platform/failure.js';
import { failureKind } from '../platform/retry.js';
import { act } from './act.js';
import { decide, type Move } from './decide.js';
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

/** How often in a row AWS may refuse a change because the group was busy or has moved on. */
const patience = 20;

/**
 * Rolls a claimed release to its end: observe, decide, act, and again. Nothing is remembered that AWS does not hold.
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
async function take(move: Move, { release }: Observation, plan: Plan, tools: Tools): Promise<Release> {
  const { aws, clock, ledger, tell } = tools;
  switch (move.kind) {
    case 'wait':
      await clock.sleep(plan.pollInterval, tools.cancellation);
      return release;
    case 'create-version':
      return ledger.update({ ...release, to: await createVersion(aws, release) });
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
    default:
      await act(aws, release.group, move);
      if (move.kind === 'retire') tell(`Retiring ${move.machines.map(({ id }) => id).join(', ')}`);
      return release;
  }
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
