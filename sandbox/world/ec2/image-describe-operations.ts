import type { DescribeImagesCommandInput, DescribeImagesResult, Image as SdkImage } from '@aws-sdk/client-ec2';
import type { Operations } from '../operation.js';
import type { Ec2 } from './ec2.js';
import { ec2Operation, listing, pageOf } from './ec2-operation.js';
import { findAll } from './errors.js';
import { type FilterFields, filtered } from './filters.js';
import { type Image, rootOf } from './image.js';
import { tagList } from './tags.js';

const filterFields: FilterFields<Image> = {
  'image-id': ({ id }) => id,
  name: ({ name }) => name,
  description: ({ description }) => description,
  state: ({ state }) => state,
  architecture: ({ architecture }) => architecture,
  'creation-date': (image) => creationDate(image),
  'owner-id': (image) => ownerId(image),
  'owner-alias': ({ owner }) => (owner === 'amazon' ? owner : undefined),
  'is-public': ({ launchPermissions }) => String(launchPermissions.has('all')),
  'source-instance-id': ({ sourceInstanceId }) => sourceInstanceId,
  'source-image-id': ({ sourceImageId }) => sourceImageId,
  'source-image-region': ({ sourceImageRegion }) => sourceImageRegion,
  'block-device-mapping.snapshot-id': ({ blockDevices }) => blockDevices.flatMap(({ snapshotId }) => snapshotId ?? []),
  'image-type': () => 'machine',
  'root-device-type': () => 'ebs',
  'root-device-name': (image) => rootOf(image),
  'virtualization-type': () => 'hvm',
  hypervisor: () => 'xen',
  'ena-support': () => 'true',
};

const describeImages = ec2Operation(
  ['ImageIds', 'Owners', 'IncludeDeprecated', 'IncludeDisabled', ...listing],
  (input: DescribeImagesCommandInput, ec2): DescribeImagesResult => {
    const asked = input.ImageIds?.length ? findAll('image', input.ImageIds, ec2.images) : listed(input, ec2);
    const owned = input.Owners?.length ? asked.filter((image) => isOwnedBy(image, input.Owners ?? [], ec2)) : asked;
    const { items, nextToken } = pageOf(filtered(owned, input.Filters, filterFields), input, 1);
    return { Images: items.map((image) => describe(image)), NextToken: nextToken };
  },
);

/** Without ids, a deprecated image is shown to its owner only, or when asked for (EC2 API, DescribeImages). */
function listed({ IncludeDeprecated }: DescribeImagesCommandInput, ec2: Ec2): Image[] {
  const { account, clock } = ec2.region.world;
  return [...ec2.images.values()].filter(
    ({ owner, deprecatedFrom }) =>
      IncludeDeprecated || owner === account || deprecatedFrom === undefined || deprecatedFrom > clock.now(),
  );
}

function isOwnedBy(image: Image, owners: readonly string[], ec2: Ec2): boolean {
  const isOwn = image.owner === ec2.region.world.account;
  return owners.includes(image.owner) || owners.includes(ownerId(image)) || (isOwn && owners.includes('self'));
}

/** Amazon's account for its own Linux images. */
function ownerId({ owner }: Image): string {
  return owner === 'amazon' ? '137112412989' : owner;
}

function creationDate({ createdAt }: Image): string {
  return new Date(createdAt).toISOString();
}

function describe(image: Image): SdkImage {
  const description: SdkImage = {
    ImageId: image.id,
    Name: image.name,
    Description: image.description,
    State: image.state,
    Architecture: image.architecture as 'x86_64',
    CreationDate: creationDate(image),
    OwnerId: ownerId(image),
    ImageLocation: `${ownerId(image)}/${image.name}`,
    ImageType: 'machine',
    Public: image.launchPermissions.has('all'),
    RootDeviceName: rootOf(image),
    RootDeviceType: 'ebs',
    VirtualizationType: 'hvm',
    Hypervisor: 'xen',
    EnaSupport: true,
    PlatformDetails: image.platform === 'Windows' ? 'Windows' : 'Linux/UNIX',
    UsageOperation: 'RunInstances',
    DeregistrationProtection: image.protection,
    BlockDeviceMappings: image.blockDevices.map((device) => ({
      DeviceName: device.deviceName,
      Ebs: {
        SnapshotId: device.snapshotId,
        VolumeSize: device.size,
        VolumeType: device.volumeType as 'gp3',
        DeleteOnTermination: device.deleteOnTermination,
        Encrypted: device.encrypted,
      },
    })),
    Tags: tagList(image.tags),
  };
  if (image.platform === 'Windows') description.Platform = 'windows' as 'Windows';
  if (image.owner === 'amazon') description.ImageOwnerAlias = 'amazon';
  if (image.sourceInstanceId) description.SourceInstanceId = image.sourceInstanceId;
  if (image.sourceImageId) description.SourceImageId = image.sourceImageId;
  if (image.sourceImageRegion) description.SourceImageRegion = image.sourceImageRegion;
  if (image.stateReason) description.StateReason = { Code: 'Server.InternalError', Message: image.stateReason };
  if (image.imdsSupport) description.ImdsSupport = image.imdsSupport;
  if (image.deprecatedFrom) description.DeprecationTime = new Date(image.deprecatedFrom).toISOString();
  return description;
}

export const imageDescribeOperations: Operations = { DescribeImages: describeImages };
