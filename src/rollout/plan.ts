import type { Amount } from '../platform/input-types.js';

/** How a rollout goes about its work. All times are in milliseconds. */
export interface Plan {
  /** How many machines more than the group's size may exist at a time. */
  readonly maxSurge: Amount;
  /** How many machines fewer than the group's size may serve at a time. */
  readonly maxUnavailable: Amount;
  /** How long a machine must have been healthy, without a break, before it counts. */
  readonly minReady: number;
  /** How long a rollout may go on without getting any further before the image counts as bad. */
  readonly progressDeadline: number;
  /** How long to wait before looking again. */
  readonly pollInterval: number;
}

/** Whole machines, for a group of one size. */
export interface Allowance {
  readonly surge: number;
  readonly unavailable: number;
}

/**
 * Turns the plan's amounts into machines, as Kubernetes does for a Deployment's rolling update: surge is rounded up,
 * unavailability down, and never are both zero (surge is 1 then).
 */
export function allowanceFor(plan: Pick<Plan, 'maxSurge' | 'maxUnavailable'>, size: number): Allowance {
  const unavailable = Math.min(size, machinesIn(plan.maxUnavailable, size, Math.floor));
  const surge = machinesIn(plan.maxSurge, size, Math.ceil);
  return { surge: surge === 0 && unavailable === 0 ? 1 : surge, unavailable };
}

function machinesIn(amount: Amount, size: number, round: (value: number) => number): number {
  return 'machines' in amount ? amount.machines : round((size * amount.percent) / 100);
}
