import { fleetOf, isComplete, unitsOf } from '../heart/fleet.js';
import type { Observation } from '../heart/observation.js';
import { isFull } from './room.js';
import { addsNoTargets, notATarget } from './traffic.js';

/**
 * That a rollout waits no longer for what says nothing of its image, and what to do; undefined before its deadline. What speaks
 * against the image itself comes first. It is not taken back, for that would wait for the same: nothing is wrong with any machine.
 */
export function standstillOf(observation: Observation): Observation['standstill'] {
  const { release, now, lastProgress, setbacks, alarms, command } = observation;
  const { progressDeadline } = release.plan;
  const isKnown = setbacks.length > 0 || alarms.length > 0 || command === 'failed' || release.direction === 'hold';
  if (isKnown || now - lastProgress < progressDeadline) return undefined;
  const deadline = `${Math.round(progressDeadline / 1000)} s (progress-deadline). That says nothing of the image.`;
  const reason =
    wantOfRoom(observation, deadline) ?? noLaunches(observation, deadline) ?? noTargets(observation, deadline);
  return reason === undefined ? undefined : { direction: 'hold', reason };
}

/**
 * That AWS's own engine has gone over to somebody else's refresh in the middle of ours: it and our loop would replace each other's
 * machines, so a person is asked at once.
 */
export function otherEngine({ release, otherRefresh }: Observation): Observation['standstill'] {
  if (!otherRefresh || release.direction === 'hold') return undefined;
  const { id, status, percent } = otherRefresh;
  const why = `Somebody else has started instance refresh ${id} of "${release.group}" meanwhile (${status}, ${percent} %), so nothing more is replaced. Cancel it, or wait for it to end.`;
  return { direction: 'hold', reason: `${release.reason ?? ''} ${why}`.trim() };
}

function wantOfRoom(observation: Observation, deadline: string): string | undefined {
  if (!isFull(observation)) return undefined;
  const { name, max } = observation.group;
  return (
    `Group "${name}" is at its maximum (${max}), "raise-max" is false and "max-unavailable" leaves no machine to spare, ` +
    `so none could be replaced for ${deadline} Give max-unavailable: 1, or a higher maximum, or let the rollout raise it.`
  );
}

/** Nobody has suspended it when the rollout began, and all that is there is well. */
function noLaunches(observation: Observation, deadline: string): string | undefined {
  const { group, release } = observation;
  if (release.direction !== 'forward' || !group.suspended.includes('Launch')) return undefined;
  const fleet = fleetOf(observation);
  const missing = group.desired - unitsOf([...fleet.fresh, ...fleet.stale]);
  if (missing <= 0 || fleet.ready.length < fleet.fresh.length || isComplete(observation, fleet)) return undefined;
  return `Launch is suspended in group "${group.name}", and not by this rollout, so no machine was launched for ${deadline} Resume Launch: ${missing} more come then.`;
}

/** Nobody has suspended it when the rollout began, and nothing else is wrong with what was launched. */
function noTargets(observation: Observation, deadline: string): string | undefined {
  const { group, release } = observation;
  if (release.direction !== 'forward' || !addsNoTargets(group)) return undefined;
  const unhealthy = fleetOf(observation).fresh.filter(({ healthy }) => !healthy);
  if (unhealthy.length === 0 || unhealthy.some(({ trouble }) => trouble !== notATarget)) return undefined;
  return (
    `AddToLoadBalancer is suspended in group "${group.name}", and not by this rollout, so what was launched gets no requests, and did not become healthy for ${deadline} ` +
    'Resume AddToLoadBalancer, then abort or deploy again: what was launched meanwhile is never added.'
  );
}
