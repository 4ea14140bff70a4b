import type { Platform } from './image.js';

/** EC2's names for the states of an instance, with the codes that DescribeInstances shows (EC2 API, InstanceState). */
export const instanceStateCodes = {
  pending: 0,
  running: 16,
  'shutting-down': 32,
  terminated: 48,
  stopping: 64,
  stopped: 80,
} as const;

export type InstanceState = keyof typeof instanceStateCodes;

/** An EC2 instance as the world knows it. */
export interface Instance {
  readonly id: string;
  readonly region: string;
  readonly imageId: string;
  readonly instanceType: string;
  readonly platform: Platform;
  readonly subnetId: string;
  readonly vpcId: string;
  readonly availabilityZone: string;
  privateIpAddress: string;
  readonly keyName: string | undefined;
  /** As RunInstances got it: base64. */
  readonly userData: string | undefined;
  readonly securityGroupIds: readonly string[];
  readonly iamInstanceProfile: string | undefined;
  readonly clientToken: string | undefined;
  readonly launchTemplate: { readonly id: string; readonly name: string; readonly version: number } | undefined;
  readonly spot: boolean;
  readonly tags: Map<string, string>;
  readonly volumeId: string;
  state: InstanceState;
  stateReason: { readonly code: string; readonly message: string } | undefined;
  /** Milliseconds since the Unix epoch. */
  readonly launchTime: number;
  /** Undefined while it does not run. */
  readonly runningSince: number | undefined;
  terminatedAt: number | undefined;
}
