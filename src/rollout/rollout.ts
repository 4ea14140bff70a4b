import { Failure, messageOf } from '../platform/failure.js';
import { LeaseExpired } from '../platform/fence.js';
import { failureKind } from '../platform/retry.js';
import type { Move } from './heart/move.js';
import type { Observation } from './heart/observation.js';
import type { Release } from './heart/release.js';
import { take } from './moves/take.js';
import type { Tools } from './moves/tools.js';
import { nextMove } from './strategies.js';
import { Narrator } from './telling/narrator.js';

/** How often in a row AWS may refuse a change because the group was busy or has moved on. */
const patience = 20;

/** What the loop looks at, and what it makes of that. */
export interface Course {
  readonly look: (release: Release, tools: Tools) => Promise<Observation>;
  readonly next: (observation: Observation) => Move;
  /** What it does on each look besides, while the group is its own. */
  readonly tend: (observation: Observation, move: Move, tools: Tools) => Promise<void>;
}

const whole: Course = {
  look: (release, { observer, ledger, gatekeeper }) => observer.observe(release, ledger, gatekeeper),
  next: nextMove,
  async tend(observation, move, { hookHeartbeat }) {
    // A lease that has run out is renewed first, by what is written down; the next look comes at once.
    if (move.kind !== 'note') await hookHeartbeat.beat(observation);
  },
};

/**
 * Rolls a claimed release to its end: observe, decide, act, and again. Nothing is remembered that AWS does not hold: what
 * became of a change whose answer was lost, in the group or in the ledger, shows in the next observation.
 * @returns the release with its outcome, or at rest; as it stands when it was cancelled on the way.
 * @throws {Failure} when another run took over, or AWS refuses for good.
 */
export async function rollOut(release: Release, tools: Tools, { look, next, tend }: Course = whole): Promise<Release> {
  let current = release;
  const narrator = new Narrator(tools);
  let refusals = 0;
  while (!tools.cancellation.aborted && !isOver(current)) {
    try {
      const observation = await look(current, tools);
      current = observation.release;
      tools.meter?.look(observation);
      if (isOver(current)) break;
      const move = next(observation);
      narrator.tell(observation, move);
      await tend(observation, move, tools);
      current = await take(move, observation, tools, narrator);
      // A sign of life in between says nothing of the change that AWS refuses.
      if (move.kind !== 'note') refusals = 0;
    } catch (error) {
      if (tools.cancellation.aborted) break;
      if (!isWorthLookingAgain(error) || ++refusals > patience) throw error;
      tools.tell(`${whatCame(error)}, looking again: ${messageOf(error)}`);
      tools.observer.refuse();
      await tools.clock.sleep(Math.min(release.plan.pollInterval, tools.longestWait), tools.cancellation);
    }
  }
  return current;
}

/** It has ended, or nobody works on it for now. */
export function isOver({ outcome, rests }: Release): boolean {
  return outcome !== undefined || rests !== undefined;
}

/**
 * A refusal that the next observation can settle: the group is busy, or a machine has gone meanwhile. Auto Scaling
 * uses ValidationError for both "gone" and "not now" (Auto Scaling API, TerminateInstanceInAutoScalingGroup).
 */
function isWorthLookingAgain(error: unknown): boolean {
  // The next look gives a sign of life first, or finds that another run has taken over.
  if (error instanceof LeaseExpired) return true;
  if (error instanceof Failure) return false;
  const passing = new Set([
    ...['ScalingActivityInProgress', 'ScalingActivityInProgressFault', 'ValidationError'],
    // The refresh that was started a moment ago was not to be seen yet.
    ...['InstanceRefreshInProgress', 'InstanceRefreshInProgressFault'],
    // The refresh that is to be taken back has ended meanwhile.
    ...['ActiveInstanceRefreshNotFound', 'ActiveInstanceRefreshNotFoundFault'],
    // A machine of a warm pool that is too new for EC2, or that has been gone for long.
    'InvalidInstanceID.NotFound',
  ]);
  return failureKind(error) !== 'refused' || passing.has((error as Error).name);
}

function whatCame(error: unknown): string {
  return failureKind(error) === 'unavailable' ? 'AWS has not answered' : 'AWS refused for now';
}
