import { AwsError } from '../aws-error.js';
import type { Ec2 } from './ec2.js';
import { find } from './errors.js';
import { type Image, type NewImage, rootDeviceName, type SeedImage } from './image.js';
import type { LaunchedInstance } from './launched-instance.js';
import { newTags } from './tags.js';
import type { BlockDevice } from './volumes.js';

type Origin = Pick<
  Image,
  'architecture' | 'platform' | 'owner' | 'sourceInstanceId' | 'sourceImageId' | 'sourceImageRegion'
>;

/** Where each disk of a new image comes from. */
interface Disk extends Omit<BlockDevice, 'snapshotId'> {
  readonly volumeId: string;
  readonly describe: (imageId: string) => string;
}

const rootDisk = {
  deviceName: rootDeviceName,
  size: 8,
  volumeType: 'gp3',
  deleteOnTermination: true,
  encrypted: false,
};

const cooldown = 24 * 3_600_000;

/** The images of one region. */
export class Images {
  readonly all = new Map<string, Image>();
  readonly #ec2: Ec2;

  constructor(ec2: Ec2) {
    this.#ec2 = ec2;
  }

  /** @throws {AwsError} InvalidAMIID.NotFound */
  find(id: string | undefined): Image {
    return find('image', id, this.all);
  }

  /** @throws {AwsError} InvalidAMIID.NotFound; AuthFailure for an image that belongs to somebody else. */
  findOwn(id: string | undefined): Image {
    const image = this.find(id);
    if (image.owner === this.#ec2.region.world.account) return image;
    throw new AwsError('AuthFailure', `Not authorized for image:${image.id}`);
  }

  /** Available at once. */
  seed({ name, id, description, architecture = 'x86_64', platform = 'Linux', owner, tags }: SeedImage): Image {
    const image = this.#create(
      { name, description, tags: newTags(tags ?? []) },
      [{ ...rootDisk, ...imported }],
      {
        architecture,
        platform,
        owner: owner ?? this.#ec2.region.world.account,
        ...{ sourceInstanceId: undefined, sourceImageId: undefined, sourceImageRegion: undefined },
      },
      id,
    );
    this.#finish(image, 'available');
    return image;
  }

  /** Keeps an instance's disks; `begin` calls back when the machine is ready for it. */
  capture(instance: LaunchedInstance, settings: NewImage, begin: (capture: () => void) => void): Image {
    const disks = instance.volumeIds.flatMap((volumeId): Disk[] => {
      const volume = this.#ec2.volumes.all.get(volumeId);
      if (!volume) return [];
      return [{ ...volume, volumeId, describe: (id) => `Created by CreateImage(${instance.id}) for ${id}` }];
    });
    const image = this.#create(settings, disks, {
      architecture: instance.architecture,
      platform: instance.platform,
      owner: this.#ec2.region.world.account,
      sourceInstanceId: instance.id,
      sourceImageId: instance.imageId,
      sourceImageRegion: this.#ec2.region.name,
    });
    begin(() => this.#ec2.region.world.machines.capture(instance, image.id, this.#report(image)));
    return image;
  }

  /** Copies an image of this or another region into this one. */
  copy(source: Image, sourceRegion: string, settings: NewImage, encrypted: boolean): Image {
    const disks = source.blockDevices.map((device): Disk => {
      const describe = (id: string) =>
        `Copied for DestinationAmi ${id} from SourceAmi ${source.id} for SourceSnapshot ${device.snapshotId}.`;
      return { ...device, encrypted: encrypted || device.encrypted, volumeId: 'vol-ffffffff', describe };
    });
    const image = this.#create(settings, disks, {
      architecture: source.architecture,
      platform: source.platform,
      owner: this.#ec2.region.world.account,
      sourceInstanceId: undefined,
      sourceImageId: source.id,
      sourceImageRegion: sourceRegion,
    });
    this.#ec2.region.world.machines.copy(source.id, image.id, this.#report(image));
    return image;
  }

  /** Makes an image of snapshots that are there; its content is that of the image for which the first one was made. */
  register(settings: NewImage, architecture: string, blockDevices: readonly BlockDevice[]): Image {
    this.#checkName(settings.name, this.#ec2.region.world.account);
    const content = this.#ec2.snapshots.find(blockDevices[0]?.snapshotId).contentOf;
    const platform = this.all.get(content)?.platform ?? 'Linux';
    const image = this.#add(this.#ec2.ids.next('ami'), settings, blockDevices, {
      architecture,
      platform,
      owner: this.#ec2.region.world.account,
      ...{ sourceInstanceId: undefined, sourceImageId: undefined, sourceImageRegion: undefined },
    });
    this.#ec2.region.world.machines.copy(content, image.id, this.#report(image));
    return image;
  }

  /** @throws {AwsError} OperationNotPermitted while it is protected (EC2 API, EnableImageDeregistrationProtection). */
  deregister(image: Image): void {
    if (image.protection !== 'disabled' || image.protectedUntil > this.#now()) {
      throw new AwsError('OperationNotPermitted', `The image ${image.id} is protected from deregistration.`);
    }
    this.all.delete(image.id);
    this.#ec2.region.record('image', image.id, 'deregistered');
    this.#ec2.snapshots.discardContent(image.id);
  }

  /** A protection with a cooldown goes on for 24 hours after it is disabled. */
  protect(image: Image, protection: Image['protection']): void {
    if (protection === 'disabled' && image.protection === 'enabled-with-cooldown') {
      image.protectedUntil = this.#now() + cooldown;
    }
    image.protection = protection;
    this.#ec2.region.record('image', image.id, `protection ${protection}`);
  }

  #create({ snapshotTags, ...settings }: NewImage, disks: readonly Disk[], origin: Origin, wantedId?: string): Image {
    this.#checkName(settings.name, origin.owner);
    const id = wantedId ?? this.#ec2.ids.next('ami');
    const blockDevices = disks.map(({ deviceName, size, volumeType, deleteOnTermination, encrypted, ...disk }) => {
      const { id: snapshotId } = this.#ec2.snapshots.create({
        ...{ volumeId: disk.volumeId, description: disk.describe(id), size, encrypted, owner: origin.owner },
        ...{ contentOf: id, state: 'pending', tags: new Map(snapshotTags) },
      });
      return { deviceName, snapshotId, size, volumeType, deleteOnTermination, encrypted };
    });
    return this.#add(id, settings, blockDevices, origin);
  }

  #add(id: string, settings: NewImage, blockDevices: readonly BlockDevice[], origin: Origin): Image {
    const image: Image = {
      ...origin,
      ...{
        id,
        name: settings.name,
        description: settings.description ?? '',
        tags: new Map(settings.tags),
        blockDevices,
      },
      ...{ launchPermissions: new Set(origin.owner === 'amazon' ? ['all'] : []), createdAt: this.#now() },
      ...{ state: 'pending', stateReason: undefined, deprecatedFrom: undefined, imdsSupport: undefined },
      ...{ protection: 'disabled', protectedUntil: 0 },
    };
    this.all.set(id, image);
    this.#ec2.region.record('image', id, 'pending');
    return image;
  }

  /** Names are unique to an account in a region, whatever the image's state (EC2 API, CreateImage). */
  #checkName(name: string, owner: string): void {
    if (!/^[a-zA-Z0-9()[\] ./\-'@_]{3,128}$/.test(name)) {
      throw new AwsError(
        'InvalidAMIName.Malformed',
        "AMI names must be between 3 and 128 characters long, and may contain letters, numbers, '(', ')', '[', ']', ' ', '.', '/', '-', ''', '@' and '_'",
      );
    }
    for (const image of this.all.values()) {
      if (image.name === name && image.owner === owner) {
        throw new AwsError('InvalidAMIName.Duplicate', `AMI name ${name} is already in use by AMI ${image.id}`);
      }
    }
  }

  #report(image: Image): { available(): void; failed(reason: string): void } {
    return {
      available: () => this.#finish(image, 'available'),
      failed: (reason) => this.#finish(image, 'failed', reason),
    };
  }

  #finish(image: Image, state: 'available' | 'failed', reason?: string): void {
    if (this.all.get(image.id) !== image || image.state !== 'pending') return;
    for (const { snapshotId } of image.blockDevices) {
      if (snapshotId) this.#ec2.snapshots.finish(snapshotId, state === 'available' ? 'completed' : 'error');
    }
    image.state = state;
    image.stateReason = reason;
    this.#ec2.region.record('image', image.id, state);
  }

  #now(): number {
    return this.#ec2.region.world.clock.now();
  }
}

const imported = { volumeId: 'vol-ffffffff', describe: (imageId: string) => `Imported for ${imageId}` };
