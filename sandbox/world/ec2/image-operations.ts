import type {
  BlockDeviceMapping,
  CopyImageCommandInput,
  CopyImageResult,
  CreateImageCommandInput,
  CreateImageResult,
  DeleteSnapshotReturnCode,
  DeregisterImageCommandInput,
  DeregisterImageResult,
  RegisterImageCommandInput,
  RegisterImageResult,
} from '@aws-sdk/client-ec2';
import { AwsError } from '../aws-error.js';
import type { Operations } from '../operation.js';
import type { Ec2 } from './ec2.js';
import { ec2Operation } from './ec2-operation.js';
import { invalidValue, missingParameter } from './errors.js';
import { type Image, rootDeviceName } from './image.js';
import { newTags, tagsFor } from './tags.js';
import { type BlockDevice, devicesWith } from './volumes.js';

/** A running instance is rebooted for it, unless NoReboot says otherwise (EC2 API, CreateImage). */
const createImage = ec2Operation(
  ['InstanceId', 'Name', 'Description', 'NoReboot', 'TagSpecifications.*'],
  (input: CreateImageCommandInput, ec2): CreateImageResult => {
    if (!input.InstanceId) throw missingParameter('InstanceId');
    if (!input.Name) throw missingParameter('Name');
    const instance = ec2.fleet.findVisible(input.InstanceId);
    if (instance.state !== 'running' && instance.state !== 'stopped') {
      throw new AwsError('IncorrectInstanceState', `The instance '${instance.id}' is neither running nor stopped.`);
    }
    const settings = {
      name: input.Name,
      description: input.Description,
      tags: tagsFor('image', input.TagSpecifications),
      snapshotTags: tagsFor('snapshot', input.TagSpecifications),
    };
    const reboots = instance.state === 'running' && !input.NoReboot;
    const image = ec2.imageRegistry.capture(instance, settings, (capture) =>
      reboots ? ec2.fleet.reboot(instance.id, capture) : capture(),
    );
    return { ImageId: image.id };
  },
);

/** Tags come along only if asked for, and never AWS's own (EC2 API, CopyImage). */
const copyImage = ec2Operation(
  [
    ...['SourceImageId', 'SourceRegion', 'Name', 'Description', 'ClientToken', 'Encrypted', 'KmsKeyId'],
    ...['CopyImageTags', 'TagSpecifications.*'],
  ],
  (input: CopyImageCommandInput, ec2): CopyImageResult => {
    if (!input.SourceRegion) throw missingParameter('SourceRegion');
    if (!input.Name) throw missingParameter('Name');
    const { Name: name, Description: description, SourceRegion, TagSpecifications } = input;
    const source = ec2.region.world.region(SourceRegion).ec2.imageRegistry.find(input.SourceImageId);
    if (source.state !== 'available') {
      throw new AwsError(
        'InvalidAMIID.Unavailable',
        `The image ID '${source.id}' is not available: it is ${source.state}`,
      );
    }
    const asked = tagsFor('image', TagSpecifications);
    const tags = input.CopyImageTags ? newTags(new Map([...ownTags(source), ...asked])) : asked;
    const settings = { name, description, tags, snapshotTags: tagsFor('snapshot', TagSpecifications) };
    const image = ec2.clientTokens.once('CopyImage', input, () =>
      ec2.imageRegistry.copy(source, SourceRegion, settings, input.Encrypted ?? false),
    );
    return { ImageId: image.id };
  },
);

function ownTags({ tags }: Image): [string, string][] {
  return [...tags].filter(([key]) => !key.startsWith('aws:'));
}

const registerImage = ec2Operation(
  [
    ...['Name', 'Description', 'Architecture', 'RootDeviceName', 'VirtualizationType', 'BlockDeviceMappings.*'],
    ...['EnaSupport', 'TagSpecifications.*'],
  ],
  (input: RegisterImageCommandInput, ec2): RegisterImageResult => {
    if (!input.Name) throw missingParameter('Name');
    if (input.VirtualizationType && input.VirtualizationType !== 'hvm')
      throw invalidValue('The sandbox has hvm images only');
    const root = input.RootDeviceName || rootDeviceName;
    const devices = devicesWith([], input.BlockDeviceMappings?.map(deletedByDefault)).map((device) =>
      sized(device, ec2),
    );
    const rootFirst = devices.sort((one, other) => Number(other.deviceName === root) - Number(one.deviceName === root));
    if (!rootFirst[0]?.snapshotId) throw missingParameter('BlockDeviceMapping.Ebs.SnapshotId of the root device');
    const settings = {
      name: input.Name,
      description: input.Description,
      tags: tagsFor('image', input.TagSpecifications),
    };
    return { ImageId: ec2.imageRegistry.register(settings, input.Architecture ?? 'x86_64', rootFirst).id };
  },
);

/** A disk goes with its instance, unless the request says otherwise. */
function deletedByDefault(mapping: BlockDeviceMapping): BlockDeviceMapping {
  return mapping.Ebs ? { ...mapping, Ebs: { DeleteOnTermination: true, ...mapping.Ebs } } : mapping;
}

/** A disk is at least as large as its snapshot. */
function sized(device: BlockDevice, ec2: Ec2): BlockDevice {
  if (!device.snapshotId) return device;
  return { ...device, size: Math.max(device.size, ec2.snapshots.find(device.snapshotId).size) };
}

/** Snapshots stay unless asked for; one that another image uses stays in any case (EC2 API, DeregisterImage). */
const deregisterImage = ec2Operation(
  ['ImageId', 'DeleteAssociatedSnapshots'],
  (input: DeregisterImageCommandInput, ec2): DeregisterImageResult => {
    const image = ec2.imageRegistry.findOwn(input.ImageId);
    ec2.imageRegistry.deregister(image);
    if (!input.DeleteAssociatedSnapshots) return { Return: true };
    return {
      Return: true,
      DeleteSnapshotResults: image.blockDevices.flatMap((device) => deleted(device.snapshotId, ec2)),
    };
  },
);

function deleted(SnapshotId: string | undefined, ec2: Ec2): DeleteSnapshotReturnCode[] {
  if (!SnapshotId || !ec2.snapshots.all.has(SnapshotId)) return [];
  if (ec2.snapshots.usersOf(SnapshotId).length > 0) return [{ SnapshotId, ReturnCode: 'skipped' }];
  ec2.snapshots.delete(SnapshotId);
  return [{ SnapshotId, ReturnCode: 'success' }];
}

export const imageOperations: Operations = {
  CopyImage: copyImage,
  CreateImage: createImage,
  DeregisterImage: deregisterImage,
  RegisterImage: registerImage,
};
