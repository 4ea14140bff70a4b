import type { Group } from '../heart/observation.js';
import type { Release } from '../heart/release.js';

/** How many boots it takes to speak of a group's habits, and in how many of its last releases they are looked for. */
const enough = 10;
const lookBack = 10;

/** Below this, a hiccup of the network would pass for a bad image. Milliseconds. */
const shortest = 120_000;

/**
 * How long a machine of this group may take to become healthy, by what its machines took in past releases that went well:
 * one and a half times the slowest of a hundred. Of fewer boots the slowest is no such one, so that is estimated from how far
 * it lies from an ordinary one, as boots spread like lognormal times. `history` is newest first.
 * @returns milliseconds; undefined while too few boots are known.
 */
export function pastBootAllowance(history: readonly Release[]): number | undefined {
  const known = history
    .filter(({ outcome, boots }) => outcome === 'succeeded' && boots !== undefined)
    .slice(0, lookBack)
    .flatMap(({ boots }) => boots ?? []);
  const machines = known.reduce((sum, boots) => sum + boots.machines, 0);
  if (machines < enough) return undefined;
  const slowest = Math.max(...known.map(({ p99 }) => p99));
  const ordinary = Math.min(...known.map(({ median }) => median));
  const p99 = ordinary * (slowest / ordinary) ** stretch(machines);
  return Math.round(Math.max(shortest, 1.5 * p99));
}

/**
 * How many times as far from an ordinary boot, in logarithms, the slowest of a hundred is as the slowest of so many. Half of
 * the time the latter is further out than `seen` standard deviations; p99 is 2.326 out. So the estimate is as often too long
 * as too short, and one and a half is the margin. From 69 boots on the slowest one is beyond p99 as often as not, and counts
 * as it is.
 */
function stretch(machines: number): number {
  const seen = normalQuantile(0.5 ** (1 / machines));
  return Math.max(1, 2.326 / seen);
}

/** Above one half (Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.23: to 0.00045). */
function normalQuantile(share: number): number {
  const t = Math.sqrt(-2 * Math.log(1 - share));
  return t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
}

/** From its launch until a machine is in service, where nobody holds it. Milliseconds. */
const launching = 60_000;

/**
 * How long its owner gives a machine to become healthy, where a load balancer's word counts: after that the group itself
 * replaces it. That begins once it is in service (Auto Scaling user guide, "Set the health check grace period").
 * @returns milliseconds; undefined where nobody has said it.
 */
export function statedBootAllowance({ healthChecks, gracePeriod }: Pick<Group, 'healthChecks' | 'gracePeriod'>) {
  const isBinding = healthChecks.some((check) => check === 'ELB' || check === 'VPC_LATTICE');
  return isBinding && gracePeriod > 0 ? Math.max(shortest, gracePeriod + launching) : undefined;
}
