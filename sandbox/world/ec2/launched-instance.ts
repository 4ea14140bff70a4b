import type { InstanceMetadataOptionsResponse } from '@aws-sdk/client-ec2';
import type { Instance } from './instance.js';

/** An instance with the part that only EC2 itself asks about. */
export interface LaunchedInstance extends Instance {
  readonly reservationId: string;
  readonly architecture: string;
  readonly rootDeviceName: string;
  /** The root volume's first. */
  readonly volumeIds: readonly string[];
  readonly networkInterface: { readonly id: string; readonly tags: Map<string, string>; readonly isPublic: boolean };
  readonly metadataOptions: InstanceMetadataOptionsResponse;
  readonly ebsOptimized: boolean;
  readonly shutdownBehavior: string;
  /** Also when it was last started (EC2 API, Instance). */
  launchTime: number;
  /** Milliseconds since the Unix epoch, as all times; undefined while it does not run. */
  runningSince: number | undefined;
}

/** Whether it still is, or may again be, a machine with a disk and an address. */
export function isAlive({ state }: Instance): boolean {
  return state !== 'terminated' && state !== 'shutting-down';
}
