import { AwsError } from '../aws-error.js';
import type { Region } from '../region.js';
import { find } from './errors.js';
import type { Identifiers } from './identifiers.js';

/** A snapshot of a volume: what an image's disk is made from. */
export interface Snapshot {
  readonly id: string;
  /** `vol-ffffffff` for a copy, as EBS writes it. */
  readonly volumeId: string;
  readonly description: string;
  /** GiB. */
  readonly size: number;
  readonly encrypted: boolean;
  /** An account's number, or `amazon`. */
  readonly owner: string;
  readonly tags: Map<string, string>;
  /** Accounts it is shared with, or `all`. */
  readonly sharedWith: Set<string>;
  /** Whose content it holds: the image that it was made for. */
  readonly contentOf: string;
  /** Milliseconds since the Unix epoch. */
  readonly startedAt: number;
  state: 'pending' | 'completed' | 'error';
}

export type NewSnapshot = Pick<
  Snapshot,
  'volumeId' | 'description' | 'size' | 'encrypted' | 'owner' | 'tags' | 'contentOf' | 'state'
>;

/** The snapshots of one region. An image's content lives as long as the image or one of its snapshots. */
export class Snapshots {
  readonly all = new Map<string, Snapshot>();
  readonly #region: Region;
  readonly #ids: Identifiers;

  constructor(region: Region, ids: Identifiers) {
    this.#region = region;
    this.#ids = ids;
  }

  create(snapshot: NewSnapshot): Snapshot {
    const id = this.#ids.next('snap');
    const made = { ...snapshot, id, sharedWith: new Set<string>(), startedAt: this.#region.world.clock.now() };
    this.all.set(id, made);
    this.#region.record('snapshot', id, made.state);
    return made;
  }

  finish(id: string, state: Snapshot['state']): void {
    const snapshot = this.all.get(id);
    if (!snapshot || snapshot.state === state) return;
    snapshot.state = state;
    this.#region.record('snapshot', id, state);
  }

  /** @throws {AwsError} InvalidSnapshot.NotFound */
  find(id: string | undefined): Snapshot {
    return find('snapshot', id, this.all);
  }

  /** @throws {AwsError} InvalidSnapshot.InUse while a registered image is made from it (EC2 API, DeleteSnapshot). */
  delete(id: string | undefined): void {
    const snapshot = this.find(id);
    const image = this.usersOf(snapshot.id)[0];
    if (image) {
      throw new AwsError('InvalidSnapshot.InUse', `The snapshot ${snapshot.id} is currently in use by ${image}`);
    }
    this.all.delete(snapshot.id);
    this.#region.record('snapshot', snapshot.id, 'deleted');
    this.discardContent(snapshot.contentOf);
  }

  /** The ids of the images that are made from it. */
  usersOf(snapshotId: string): string[] {
    const users: string[] = [];
    for (const { id, blockDevices } of this.#region.ec2.images.values()) {
      if (blockDevices.some((device) => device.snapshotId === snapshotId)) users.push(id);
    }
    return users;
  }

  /** Lets the machines forget an image's content, once neither the image nor a snapshot of it is left. */
  discardContent(imageId: string): void {
    if (this.#region.ec2.images.has(imageId)) return;
    for (const { contentOf } of this.all.values()) if (contentOf === imageId) return;
    this.#region.world.machines.discard(imageId);
  }
}
