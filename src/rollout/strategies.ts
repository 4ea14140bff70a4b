import { decide } from './decide.js';
import { decideRefresh, interruptRefresh } from './instance-refresh/decide-refresh.js';
import type { Move } from './move.js';
import type { Observation } from './observation.js';
import { isRefresh } from './plan.js';
import { interrupt } from './settle.js';
import { decideTwoGroups, interruptTwoGroups } from './two-group/decide-two-groups.js';

/** The next move of a rollout, by its plan's strategy. */
export function nextMove(observation: Observation): Move {
  const { pair, release } = observation;
  if (pair) return decideTwoGroups({ ...observation, pair });
  return isRefresh(release.plan.strategy) ? decideRefresh(observation) : decide(observation);
}

/** The next move of a rollout that was cancelled. */
export function nextMoveAfterCancel(observation: Observation): Move {
  const { pair, release } = observation;
  if (pair) return interruptTwoGroups({ ...observation, pair });
  return (isRefresh(release.plan.strategy) ? interruptRefresh(observation) : undefined) ?? interrupt(observation);
}
