import type { BlockDeviceMapping } from '@aws-sdk/client-ec2';
import type { Identifiers } from './identifiers.js';

/** What an image says about one disk. */
export interface BlockDevice {
  readonly deviceName: string;
  readonly snapshotId: string | undefined;
  /** GiB. */
  readonly size: number;
  readonly volumeType: string;
  readonly deleteOnTermination: boolean;
  readonly encrypted: boolean;
}

/** A disk of an instance, or one that outlived its instance. */
export interface Volume extends BlockDevice {
  readonly id: string;
  readonly availabilityZone: string;
  readonly tags: Map<string, string>;
  /** Milliseconds since the Unix epoch. */
  readonly createdAt: number;
  /** Undefined once the instance is gone. */
  instanceId: string | undefined;
}

/** The EBS volumes of one region: made and deleted with their instances. */
export class Volumes {
  readonly all = new Map<string, Volume>();
  readonly #ids: Identifiers;

  constructor(ids: Identifiers) {
    this.#ids = ids;
  }

  /** Makes an instance's disks; gives their ids, the root volume's first. */
  create(
    devices: readonly BlockDevice[],
    owner: Pick<Volume, 'instanceId' | 'availabilityZone' | 'createdAt'>,
    tags: ReadonlyMap<string, string>,
  ): string[] {
    return devices.map((device) => {
      const id = this.#ids.next('vol');
      this.all.set(id, { ...device, ...owner, id, tags: new Map(tags) });
      return id;
    });
  }

  /** A terminated instance's disks are deleted, or stay behind if they were made so (DeleteOnTermination). */
  release(volumeIds: readonly string[]): void {
    for (const id of volumeIds) {
      const volume = this.all.get(id);
      if (volume?.deleteOnTermination) this.all.delete(id);
      else if (volume) volume.instanceId = undefined;
    }
  }
}

/** An image's disks with a request's wishes laid over them, by device name (EC2 user guide, "Block device mappings"). */
export function devicesWith(
  devices: readonly BlockDevice[],
  mappings: readonly BlockDeviceMapping[] | undefined,
): readonly BlockDevice[] {
  if (!mappings?.length) return devices;
  const merged = new Map(devices.map((device) => [device.deviceName, device]));
  for (const { DeviceName = '', Ebs, NoDevice } of mappings) {
    const present = merged.get(DeviceName);
    if (NoDevice !== undefined) merged.delete(DeviceName);
    else if (Ebs) {
      merged.set(DeviceName, {
        deviceName: DeviceName,
        snapshotId: Ebs.SnapshotId || present?.snapshotId,
        size: Ebs.VolumeSize ?? present?.size ?? 8,
        volumeType: Ebs.VolumeType ?? present?.volumeType ?? 'gp3',
        deleteOnTermination: Ebs.DeleteOnTermination ?? present?.deleteOnTermination ?? false,
        encrypted: Ebs.Encrypted ?? present?.encrypted ?? false,
      });
    }
  }
  return [...merged.values()];
}
