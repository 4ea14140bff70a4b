import type { Observation } from './observation.js';

/** How much sooner than a poll interval the next look may come: a part of it. */
const soonest = 1 / 4;

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
  return Math.max(wait, Math.round(pollInterval * soonest));
}
