import type { Observation } from '../heart/observation.js';

/**
 * What is seen of the idle one of two groups, as a rollout to it alone: it serves nobody, so all of its machines are one wave,
 * with nothing to surge beyond and no floor.
 */
export function asIdle<Seen extends Pick<Observation, 'release'>>(seen: Seen): Seen {
  const { release } = seen;
  const whole = { percent: 100 };
  const plan = { ...release.plan, waves: [whole], maxSurge: whole, maxUnavailable: whole, suspend: [] };
  return { ...seen, release: { ...release, plan, wavesDone: 0 } };
}
