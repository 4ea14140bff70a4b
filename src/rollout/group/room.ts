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

/**
 * That a rollout waits for room no longer, and what to do; undefined before its deadline. What speaks against the image itself
 * comes first. It is not taken back, for that would need room as well: nothing is wrong with any machine.
 */
export function wantOfRoom(observation: Observation): Observation['wantOfRoom'] {
  const { group, release, now, lastProgress, setbacks, alarms, command } = observation;
  const { progressDeadline } = release.plan;
  const isKnown = setbacks.length > 0 || alarms.length > 0 || command === 'failed' || release.direction === 'hold';
  if (isKnown || now - lastProgress < progressDeadline || !isFull(observation)) return undefined;
  const reason =
    `Group "${group.name}" is at its maximum (${group.max}), "raise-max" is false and "max-unavailable" leaves no machine to spare, ` +
    `so none could be replaced for ${Math.round(progressDeadline / 1000)} s (progress-deadline). That says nothing of the image. ` +
    'Give max-unavailable: 1, or a higher maximum, or let the rollout raise it.';
  return { direction: 'hold', reason };
}
