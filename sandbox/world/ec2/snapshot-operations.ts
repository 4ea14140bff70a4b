import type {
  CopySnapshotCommandInput,
  CopySnapshotResult,
  CreateVolumePermission,
  DeleteSnapshotCommandInput,
  DescribeSnapshotAttributeCommandInput,
  DescribeSnapshotAttributeResult,
  DescribeSnapshotsCommandInput,
  DescribeSnapshotsResult,
  ModifySnapshotAttributeCommandInput,
  Snapshot as SdkSnapshot,
} from '@aws-sdk/client-ec2';
import type { Operations } from '../operation.js';
import { draw } from '../profile.js';
import type { Ec2 } from './ec2.js';
import { ec2Operation, listing, pageOf } from './ec2-operation.js';
import { findAll, invalidValue, missingParameter } from './errors.js';
import { type FilterFields, filtered } from './filters.js';
import { changeSharing } from './sharing.js';
import type { Snapshot } from './snapshots.js';
import { tagList, tagsFor } from './tags.js';

const filterFields: FilterFields<Snapshot> = {
  'snapshot-id': ({ id }) => id,
  'volume-id': ({ volumeId }) => volumeId,
  'volume-size': ({ size }) => String(size),
  description: ({ description }) => description,
  status: ({ state }) => state,
  encrypted: ({ encrypted }) => String(encrypted),
  'owner-id': ({ owner }) => owner,
  'start-time': ({ startedAt }) => new Date(startedAt).toISOString(),
};

const describeSnapshots = ec2Operation(
  ['SnapshotIds', 'OwnerIds', ...listing],
  (input: DescribeSnapshotsCommandInput, ec2): DescribeSnapshotsResult => {
    const { all } = ec2.snapshots;
    const asked = input.SnapshotIds?.length ? findAll('snapshot', input.SnapshotIds, all) : [...all.values()];
    const owners = input.OwnerIds?.map((owner) => (owner === 'self' ? ec2.region.world.account : owner));
    const owned = owners?.length ? asked.filter(({ owner }) => owners.includes(owner)) : asked;
    const { items, nextToken } = pageOf(filtered(owned, input.Filters, filterFields), input);
    return { Snapshots: items.map(describe), NextToken: nextToken };
  },
);

function describe(snapshot: Snapshot): SdkSnapshot {
  return {
    SnapshotId: snapshot.id,
    VolumeId: snapshot.volumeId,
    VolumeSize: snapshot.size,
    Description: snapshot.description,
    Encrypted: snapshot.encrypted,
    OwnerId: snapshot.owner,
    StartTime: new Date(snapshot.startedAt),
    State: snapshot.state,
    Progress: snapshot.state === 'completed' ? '100%' : '0%',
    Tags: tagList(snapshot.tags),
  };
}

const deleteSnapshot = ec2Operation(['SnapshotId'], ({ SnapshotId }: DeleteSnapshotCommandInput, ec2): object => {
  if (!SnapshotId) throw missingParameter('SnapshotId');
  ec2.snapshots.delete(SnapshotId);
  return {};
});

/** Within one region: between regions the sandbox copies whole images. */
const copySnapshot = ec2Operation(
  ['SourceSnapshotId', 'SourceRegion', 'Description', 'Encrypted', 'KmsKeyId', 'TagSpecifications.*'],
  (input: CopySnapshotCommandInput, ec2): CopySnapshotResult => {
    if (input.SourceRegion !== ec2.region.name) {
      throw invalidValue('The sandbox copies snapshots within one region only; use CopyImage between regions');
    }
    const source = ec2.snapshots.find(input.SourceSnapshotId);
    const tags = tagsFor('snapshot', input.TagSpecifications);
    const copy = ec2.snapshots.create({
      ...{ volumeId: 'vol-ffffffff', size: source.size, contentOf: source.contentOf, state: 'pending', tags },
      description: input.Description ?? `[Copied ${source.id} from ${input.SourceRegion}]`,
      encrypted: input.Encrypted || source.encrypted,
      owner: ec2.region.world.account,
    });
    finishLater(copy, ec2);
    return { SnapshotId: copy.id, Tags: tagList(tags) };
  },
);

function finishLater({ id }: Snapshot, ec2: Ec2): void {
  const { clock, profile, random } = ec2.region.world;
  clock.schedule(draw(profile.capture, random.fork(`snapshot ${id}`)), () => ec2.snapshots.finish(id, 'completed'));
}

const modifySnapshotAttribute = ec2Operation(
  [
    ...['SnapshotId', 'Attribute', 'OperationType', 'UserIds', 'GroupNames'],
    ...['Add', 'Remove'].flatMap((change) => [
      `CreateVolumePermission.${change}.UserId`,
      `CreateVolumePermission.${change}.Group`,
    ]),
  ],
  (input: ModifySnapshotAttributeCommandInput, ec2): object => {
    const snapshot = ec2.snapshots.find(input.SnapshotId);
    changeSharing(snapshot.sharedWith, {
      change: input.CreateVolumePermission,
      operation: input.OperationType,
      accounts: input.UserIds,
      groups: input.GroupNames,
    });
    ec2.region.record('snapshot', snapshot.id, 'attributes changed');
    return {};
  },
);

const describeSnapshotAttribute = ec2Operation(
  ['SnapshotId', 'Attribute'],
  (input: DescribeSnapshotAttributeCommandInput, ec2): DescribeSnapshotAttributeResult => {
    const snapshot = ec2.snapshots.find(input.SnapshotId);
    if (input.Attribute !== 'createVolumePermission') {
      throw invalidValue('The sandbox knows this attribute: createVolumePermission');
    }
    const CreateVolumePermissions = [...snapshot.sharedWith].map(
      (who): CreateVolumePermission => (who === 'all' ? { Group: 'all' } : { UserId: who }),
    );
    return { SnapshotId: snapshot.id, CreateVolumePermissions };
  },
);

export const snapshotOperations: Operations = {
  CopySnapshot: copySnapshot,
  DeleteSnapshot: deleteSnapshot,
  DescribeSnapshotAttribute: describeSnapshotAttribute,
  DescribeSnapshots: describeSnapshots,
  ModifySnapshotAttribute: modifySnapshotAttribute,
};
