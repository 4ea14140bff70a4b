import type { Observation } from '../heart/observation.js';

/** Unless the poll interval is shorter, looks are so far apart: the account's calls are shared. Milliseconds. */
const soonest = 2_500;

/**
 * How long to wait before looking again: a poll interval, or until something is over whose end is known by now, a machine's
 * min-ready or a wave's soak. Milliseconds.
 */
export function nextLook({ now, release: { plan, soak }, machines }: Observation): number {
  const { pollInterval, minReady } = plan;
  let wait = pollInterval;
  const expect = (instant: number) => {
    if (instant > now) wait = Math.min(wait, instant - now);
  };
  if (soak) expect(soak.since + plan.soak);
  for (const { healthySince } of machines) if (healthySince !== undefined) expect(healthySince + minReady);
  return Math.max(wait, Math.min(pollInterval, soonest));
}
