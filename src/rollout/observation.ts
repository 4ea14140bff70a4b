import type { Release } from './release.js';

/** One machine of the group, as a rollout needs to see it. */
export interface Machine {
  readonly id: string;
  readonly zone: string;
  /** `starting` before it is in service, `leaving` once it terminates or detaches, `aside` in standby. */
  readonly stage: 'starting' | 'in-service' | 'leaving' | 'aside';
  /** The launch template version that it was launched with. */
  readonly templateId: string;
  readonly version: number;
  readonly imageId: string;
  /** In service, healthy to the group and healthy in every target group. */
  readonly healthy: boolean;
  /** Since when this run has seen it healthy without a break; milliseconds since the epoch. */
  readonly healthySince: number | undefined;
  /** Why it is not healthy, in AWS's words, where AWS says it. */
  readonly trouble?: string;
}

/** The group's settings. */
export interface Group {
  readonly name: string;
  readonly desired: number;
  readonly min: number;
  readonly max: number;
  /** As the group has it: a number, or `$Latest`, or `$Default`. */
  readonly template: { readonly id: string; readonly version: string };
  readonly targetGroups: readonly string[];
}

/** Everything that a decision may know: read from AWS once, then never changed. */
export interface Observation {
  readonly now: number;
  readonly group: Group;
  readonly machines: readonly Machine[];
  /** What has definitely gone wrong with new machines since the release began, newest first, in AWS's words. */
  readonly setbacks: readonly string[];
  readonly release: Release;
  /** Another run has claimed the group. */
  readonly superseded: boolean;
  /** When this run last saw the rollout get any further. */
  readonly lastProgress: number;
}
