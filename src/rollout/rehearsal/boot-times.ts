import { profiles, type Span } from '../../../sandbox/world/profile.js';
import type { SeededRandom } from '../../../sandbox/world/random.js';
import type { HealthWatch, Portrait } from './portrait.js';

/**
 * Draws how long one machine after the other takes from running to its application's first good answer, in milliseconds:
 * so that the time from launch to healthy is spread as past releases had it.
 */
export function bootTimes(portrait: Portrait, random: SeededRandom): () => number {
  const { pace, targetGroups } = portrait;
  const { boots, launch = profiles.realistic.start } = pace;
  if (!boots) return () => random.between(...assumedBoot(portrait));
  const start = (launch[0] + launch[1]) / 2;
  return () => {
    const untilHealthy = quantile(boots, random.next()) - start;
    return Math.max(0, Math.min(untilHealthy, ...targetGroups.map((watch) => bootBefore(watch, untilHealthy))));
  };
}

/**
 * What is assumed where no release tells: an ordinary time, but never one after which the group would have taken its own
 * machines for unhealthy, for it lives with those that it has.
 */
export function assumedBoot({ healthCheckType, gracePeriod, targetGroups }: Portrait): Span {
  const [shortest, longest] = profiles.realistic.boot;
  if (healthCheckType === 'EC2') return [shortest, longest];
  const bounds = targetGroups.map(({ interval, healthyThreshold, unhealthyThreshold }) => {
    return 1000 * Math.max((unhealthyThreshold - 1) * interval, gracePeriod - healthyThreshold * interval);
  });
  const bound = Math.min(longest, ...bounds);
  return [Math.min(shortest, bound / 2), bound];
}

/** How long a grace period has to be for machines that past releases have seen come up, in seconds: they lived. */
export function provenGrace({ pace: { boots }, gracePeriod, targetGroups }: Portrait): number {
  const longestCheck = Math.max(
    0,
    ...targetGroups.map(({ interval, healthyThreshold }) => interval * healthyThreshold),
  );
  return boots ? Math.max(gracePeriod, Math.ceil((1.2 * boots.p99) / 1000) + longestCheck) : gracePeriod;
}

/** A spread through the two figures that are known: as far below the median as above it, at most by half. */
function quantile({ median, p99 }: { readonly median: number; readonly p99: number }, share: number): number {
  const shortest = Math.max(median / 2, 2 * median - p99);
  if (share < 0.5) return shortest + (median - shortest) * (share / 0.5);
  return median + (p99 - median) * ((share - 0.5) / 0.49);
}

/**
 * When a machine must give good answers to be healthy at `untilHealthy`, on average: half an interval before. A machine
 * that has been found unhealthy meanwhile needs HealthyThresholdCount good answers (Application Load Balancers guide,
 * "Health checks for target groups").
 */
function bootBefore({ interval, healthyThreshold, unhealthyThreshold }: HealthWatch, untilHealthy: number): number {
  const wait = interval * 500;
  const foundUnhealthy = (unhealthyThreshold - 1) * interval * 1000;
  const first = untilHealthy - wait;
  if (first <= foundUnhealthy) return first;
  return Math.max(foundUnhealthy, first - (healthyThreshold - 1) * interval * 1000);
}
