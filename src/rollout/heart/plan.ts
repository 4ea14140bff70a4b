import type { Amount } from '../../platform/input-types.js';

/** How machines are replaced. The first three are presets of one loop; the others hand the plan to something else. */
export type Strategy = 'rolling' | 'canary' | 'blue-green' | 'two-group' | 'instance-refresh' | 'replace-root-volume';

/** Whether a strategy leaves the replacing of machines to AWS's own engine. */
export function isRefresh(strategy: Strategy): boolean {
  return strategy === 'instance-refresh' || strategy === 'replace-root-volume';
}

/** What a new machine must pass, while our launch hook holds it, before any user reaches it. */
export type Gate =
  | { readonly kind: 'none' }
  /** A command on the machine itself, run by Systems Manager; its exit code decides. */
  | { readonly kind: 'command'; readonly command: string; readonly timeout: number }
  /** A path that the machine must answer with 2xx or 3xx when it is asked on the machine itself. */
  | { readonly kind: 'path'; readonly path: string; readonly port: number; readonly timeout: number };

/**
 * How a rollout goes about its work. All times are in milliseconds. It stands in the ledger with its release, so that
 * whoever ends it, ends it as it was begun.
 */
export interface Plan {
  readonly strategy: Strategy;
  /** How many machines run the new image after each wave. The last is the whole group. */
  readonly waves: readonly Amount[];
  /** How many machines more than the group's size may exist at a time. */
  readonly maxSurge: Amount;
  /** How many machines fewer than the group's size may serve at a time. */
  readonly maxUnavailable: Amount;
  /** Whether the group's maximum may be raised by the surge, and for as long as that is there. */
  readonly raiseMax: boolean;
  /** How long a machine must have been healthy, without a break, before it counts. */
  readonly minReady: number;
  /** How long each wave serves users before the next one begins, and the last one before the end. */
  readonly soak: number;
  readonly gate: Gate;
  /** What runs once, on the first new machine, before it serves: a database migration, say. */
  readonly releaseCommand?: string;
  /** CloudWatch alarms that turn the rollout back while they are in ALARM. */
  readonly alarms: readonly string[];
  /** How long a machine may take to become healthy. Without it: what the group's machines took before, or the deadline. */
  readonly bootAllowance?: number;
  /** How long a rollout may go on without getting any further before the image counts as bad. */
  readonly progressDeadline: number;
  /** What a failure leads to: the way back, or a person. */
  readonly onFailure: 'roll-back' | 'hold';
  /** How long the replaced machines wait in standby for an undo. 0: they are terminated. */
  readonly keepPrevious: number;
  /** The wave after which the rollout waits for `resume`; the first is 1. */
  readonly pauseAfter?: number;
  /** How long that may take; a day in lines of older versions. Then `repair` takes the rollout back. */
  readonly pauseExpiry?: number;
  /** The group's processes that rest meanwhile. */
  readonly suspend: readonly string[];
  /** All numbers of machines are units of capacity where the group's policy gives types weights. */
  readonly acceptsWeights?: boolean;
  /** How long to wait before looking again. */
  readonly pollInterval: number;
}

/** Whole machines, for a group of one size; units of capacity where its policy gives machines weights. */
export interface Allowance {
  readonly surge: number;
  readonly unavailable: number;
}
