import { AwsError } from '../aws-error.js';
import { requireCapacity } from './capacity.js';
import type { Ec2 } from './ec2.js';
import { find, invalidValue, missingParameter } from './errors.js';
import { type Image, rootOf } from './image.js';
import { instanceType } from './instance-types.js';
import { keyPairNotFound } from './key-pairs.js';
import type { LaunchSpec } from './launch-spec.js';
import type { LaunchedInstance } from './launched-instance.js';
import type { Subnet } from './network.js';
import { newTags, type Tags } from './tags.js';
import { devicesWith } from './volumes.js';

/** What RunInstances takes when nothing else is said (EC2 API, RunInstances). */
const defaultType = 'm1.small';

/**
 * Makes the record of a new instance, and its disks.
 * @throws {AwsError} as RunInstances would, before anything is made.
 */
export function prepareInstance(spec: LaunchSpec, ec2: Ec2): LaunchedInstance {
  const image = imageFor(spec.ImageId, ec2);
  const type = typeFor(spec.InstanceType ?? defaultType, image);
  const subnet = subnetFor(spec, ec2);
  const securityGroupIds = securityGroupsFor(spec, subnet, ec2);
  if (spec.KeyName && !ec2.keyPairs.has(spec.KeyName)) throw keyPairNotFound(spec.KeyName);
  checkUserData(spec.UserData);
  const tags = instanceTags(spec);
  const volumeTags = newTags(spec.volumeTags ?? []);
  const networkInterfaceTags = newTags(spec.networkInterfaceTags ?? []);

  requireCapacity(type, subnet, ec2);

  const id = ec2.ids.next('i');
  const now = ec2.region.world.clock.now();
  const devices = devicesWith(image.blockDevices, spec.BlockDeviceMappings);
  const owner = { instanceId: id, availabilityZone: subnet.availabilityZone, createdAt: now };
  const volumeIds = ec2.volumes.create(devices, owner, volumeTags);
  return {
    id,
    region: ec2.region.name,
    imageId: image.id,
    instanceType: type,
    architecture: image.architecture,
    platform: image.platform,
    rootDeviceName: rootOf(image),
    subnetId: subnet.id,
    vpcId: subnet.vpcId,
    availabilityZone: subnet.availabilityZone,
    privateIpAddress: ec2.region.world.machines.addressFor({ id, subnetId: subnet.id }),
    keyName: spec.KeyName || undefined,
    userData: spec.UserData || undefined,
    securityGroupIds,
    iamInstanceProfile: spec.IamInstanceProfile?.Arn || spec.IamInstanceProfile?.Name || undefined,
    clientToken: spec.clientToken || undefined,
    launchTemplate: spec.launchTemplate,
    spot: spec.spot ?? false,
    tags,
    volumeId: volumeIds[0] ?? '',
    volumeIds,
    networkInterface: {
      id: ec2.ids.next('eni'),
      tags: networkInterfaceTags,
      isPublic: spec.AssociatePublicIpAddress ?? true,
    },
    reservationId: spec.reservationId ?? ec2.ids.next('r'),
    metadataOptions: metadataOptions(spec),
    ebsOptimized: spec.EbsOptimized ?? false,
    shutdownBehavior: spec.InstanceInitiatedShutdownBehavior || 'stop',
    state: 'pending',
    stateReason: undefined,
    launchTime: now,
    runningSince: undefined,
    terminatedAt: undefined,
  };
}

function imageFor(imageId: string | undefined, ec2: Ec2): Image {
  if (!imageId) throw missingParameter('ImageId');
  const image = find('image', resolved(imageId, ec2), ec2.images);
  if (image.state === 'available') return image;
  throw new AwsError('InvalidAMIID.Unavailable', `The image ID '${image.id}' is not available: it is ${image.state}`);
}

/** `resolve:ssm:NAME[:VERSION]` is looked up at every launch (EC2 user guide, "Use parameters instead of AMI IDs"). */
function resolved(imageId: string, ec2: Ec2): string {
  const [, name, version] = /^resolve:ssm:([^:]+)(?::(\d+))?$/.exec(imageId) ?? [];
  if (name === undefined) return imageId;
  const value = ec2.region.systemsManager.parameters.valueOf(name, version === undefined ? undefined : Number(version));
  if (value !== undefined) return value;
  throw invalidValue(`The parameter ${name} of ${imageId} does not exist`);
}

function typeFor(name: string, image: Image): string {
  const { architecture } = instanceType(name);
  if (architecture === image.architecture) return name;
  throw invalidValue(
    `The architecture '${architecture}' of the specified instance type does not match the architecture ` +
      `'${image.architecture}' of the specified AMI.`,
  );
}

function subnetFor({ SubnetId, AvailabilityZone }: LaunchSpec, ec2: Ec2): Subnet {
  if (SubnetId) return ec2.network.subnet(SubnetId);
  const subnet = ec2.network.defaultSubnet(AvailabilityZone);
  if (subnet) return subnet;
  throw invalidValue(`Invalid availability zone: [${AvailabilityZone}]`);
}

function securityGroupsFor({ SecurityGroupIds }: LaunchSpec, { vpcId }: Subnet, ec2: Ec2): readonly string[] {
  if (SecurityGroupIds?.length) return SecurityGroupIds.map((id) => ec2.securityGroups.find(id).id);
  const group = ec2.securityGroups.named('default', vpcId);
  return group ? [group.id] : [];
}

/** At most 16 KB before it is encoded (EC2 user guide, "Run commands at launch with user data"). */
const mostUserData = 16_384;

function checkUserData(userData: string | undefined): void {
  if (!userData) return;
  if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(userData)) throw invalidValue('Invalid BASE64 encoding of user data.');
  if (Buffer.byteLength(userData, 'base64') > mostUserData) throw invalidValue('User data is limited to 16384 bytes');
}

/** EC2 adds tags of its own to what is launched from a template (EC2 user guide, "Launch templates"). */
function instanceTags({ tags, launchTemplate }: LaunchSpec): Tags {
  // Auto Scaling's own tags come through here too, so AWS's prefix is refused where a user's request comes in.
  const all: Tags = new Map(tags ?? []);
  if (launchTemplate) {
    all.set('aws:ec2launchtemplate:id', launchTemplate.id);
    all.set('aws:ec2launchtemplate:version', String(launchTemplate.version));
  }
  return all;
}

function metadataOptions({ MetadataOptions }: LaunchSpec): LaunchedInstance['metadataOptions'] {
  return {
    State: 'applied',
    HttpEndpoint: MetadataOptions?.HttpEndpoint || 'enabled',
    HttpTokens: MetadataOptions?.HttpTokens || 'optional',
    HttpPutResponseHopLimit: MetadataOptions?.HttpPutResponseHopLimit ?? 1,
    HttpProtocolIpv6: MetadataOptions?.HttpProtocolIpv6 || 'disabled',
    InstanceMetadataTags: MetadataOptions?.InstanceMetadataTags || 'disabled',
  };
}
