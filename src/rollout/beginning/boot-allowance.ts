import type { Group } from '../heart/observation.js';
import type { Release } from '../heart/release.js';

/** How many boots it takes to speak of a group's habits, and in how many of its last releases they are looked for. */
const enough = 10;
const lookBack = 10;

/** Below this, a hiccup of the network would pass for a bad image. Milliseconds. */
const shortest = 120_000;

/**
 * How long a machine of this group may take to become healthy, by what its machines took in past releases that went well:
 * one and a half times the slowest of a hundred. Where boots vary more than that, the next slow one may be as much slower
 * again as the slowest was than an ordinary one. `history` is newest first.
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
  return Math.round(Math.max(shortest, slowest * Math.max(1.5, slowest / ordinary)));
}

/**
 * How long its owner gives a machine to become healthy, where a load balancer's word counts: after that the group itself
 * replaces it (Auto Scaling user guide, "Set the health check grace period").
 * @returns milliseconds; undefined where nobody has said it.
 */
export function statedBootAllowance({ healthChecks, gracePeriod }: Pick<Group, 'healthChecks' | 'gracePeriod'>) {
  const isBinding = healthChecks.some((check) => check === 'ELB' || check === 'VPC_LATTICE');
  return isBinding && gracePeriod > 0 ? Math.max(shortest, gracePeriod) : undefined;
}
