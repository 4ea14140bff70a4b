import type { Tags } from './tags.js';
import type { BlockDevice } from './volumes.js';

/** What an image's machines run. */
export type Platform = 'Linux' | 'Windows';

/** An AMI. */
export interface Image {
  readonly id: string;
  readonly name: string;
  readonly architecture: string;
  readonly platform: Platform;
  /** An account's number, or `amazon`. */
  readonly owner: string;
  readonly sourceInstanceId: string | undefined;
  readonly sourceImageId: string | undefined;
  readonly sourceImageRegion: string | undefined;
  /** The root device's first. */
  readonly blockDevices: readonly BlockDevice[];
  readonly tags: Tags;
  /** Accounts that may launch it, or `all`. */
  readonly launchPermissions: Set<string>;
  /** Milliseconds since the Unix epoch, as all times. */
  readonly createdAt: number;
  description: string;
  state: 'pending' | 'available' | 'failed';
  stateReason: string | undefined;
  deprecatedFrom: number | undefined;
  /** Machines from it must use version 2 of the metadata service. */
  imdsSupport: 'v2.0' | undefined;
  protection: 'disabled' | 'enabled-without-cooldown' | 'enabled-with-cooldown';
  /** The end of the cooldown after a protection that had one. */
  protectedUntil: number;
}

/** An image that is there from the beginning. */
export interface SeedImage {
  readonly name: string;
  /** Left out: drawn. */
  readonly id?: string;
  readonly description?: string;
  readonly architecture?: 'x86_64' | 'arm64';
  /** Linux unless said otherwise. */
  readonly platform?: Platform;
  /** Left out: the account itself. `amazon` for a public base image. */
  readonly owner?: string;
  readonly tags?: Iterable<readonly [key: string, value: string]>;
}

/** What every way of making an image has to say. */
export interface NewImage {
  readonly name: string;
  readonly description?: string | undefined;
  readonly tags?: Tags;
  readonly snapshotTags?: Tags;
}

export const rootDeviceName = '/dev/xvda';

/** The name of the device that an image boots from. */
export function rootOf({ blockDevices }: Image): string {
  return blockDevices[0]?.deviceName ?? rootDeviceName;
}
