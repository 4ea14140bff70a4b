import { fleetOf, isComplete, unitsOf } from '../heart/fleet.js';
import type { Observation } from '../heart/observation.js';

/**
 * Whether a rollout waits for nothing but room: all that is there is well, the plan does not raise the group's maximum for
 * surge, which leaves none, and no machine may be missing.
 */
export function isFull(observation: Observation): boolean {
  const { group, release } = observation;
  const fleet = fleetOf(observation);
  const { allowance, fresh, ready, stale } = fleet;
  const isAllThere = release.surge?.launches === undefined && unitsOf([...fresh, ...stale]) >= group.desired;
  const isSpare = release.plan.raiseMax || allowance.surge + allowance.unavailable > 0;
  return !isSpare && isAllThere && ready.length === fresh.length && stale.length > 0 && !isComplete(observation, fleet);
}
