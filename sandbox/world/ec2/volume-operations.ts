import type { DescribeVolumesCommandInput, DescribeVolumesResult } from '@aws-sdk/client-ec2';
import type { Operations } from '../operation.js';
import { ec2Operation, listing, pageOf } from './ec2-operation.js';
import { findAll } from './errors.js';
import { type FilterFields, filtered } from './filters.js';
import { tagList } from './tags.js';
import type { Volume } from './volumes.js';

const filterFields: FilterFields<Volume> = {
  'volume-id': ({ id }) => id,
  'attachment.instance-id': ({ instanceId }) => instanceId,
  'availability-zone': ({ availabilityZone }) => availabilityZone,
  'snapshot-id': ({ snapshotId }) => snapshotId,
  'volume-type': ({ volumeType }) => volumeType,
  encrypted: ({ encrypted }) => String(encrypted),
  status: (volume) => statusOf(volume),
};

function statusOf({ instanceId }: Volume): 'in-use' | 'available' {
  return instanceId ? 'in-use' : 'available';
}

const describeVolumes = ec2Operation(
  ['VolumeIds', ...listing],
  (input: DescribeVolumesCommandInput, ec2): DescribeVolumesResult => {
    const { all } = ec2.volumes;
    const asked = input.VolumeIds?.length ? findAll('volume', input.VolumeIds, all) : all.values();
    const { items, nextToken } = pageOf(filtered(asked, input.Filters, filterFields), input);
    return {
      Volumes: items.map((volume) => ({
        VolumeId: volume.id,
        AvailabilityZone: volume.availabilityZone,
        CreateTime: new Date(volume.createdAt),
        Encrypted: volume.encrypted,
        Size: volume.size,
        SnapshotId: volume.snapshotId ?? '',
        State: statusOf(volume),
        VolumeType: volume.volumeType as 'gp3',
        Attachments: attachmentsOf(volume),
        Tags: tagList(volume.tags),
      })),
      NextToken: nextToken,
    };
  },
);

function attachmentsOf(volume: Volume) {
  if (!volume.instanceId) return [];
  const { id, instanceId, deviceName, deleteOnTermination, createdAt } = volume;
  return [
    {
      VolumeId: id,
      InstanceId: instanceId,
      Device: deviceName,
      DeleteOnTermination: deleteOnTermination,
      State: 'attached' as const,
      AttachTime: new Date(createdAt),
    },
  ];
}

export const volumeOperations: Operations = { DescribeVolumes: describeVolumes };
