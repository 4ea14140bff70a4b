import type { InstanceNetworkInterface, Reservation, Instance as SdkInstance } from '@aws-sdk/client-ec2';
import type { Ec2 } from './ec2.js';
import { instanceStateCodes } from './instance.js';
import { isAlive, type LaunchedInstance } from './launched-instance.js';
import { tagList } from './tags.js';

/** Instances as DescribeInstances shows them: those of one launch together. */
export function reservationsOf(instances: readonly LaunchedInstance[], ec2: Ec2): Reservation[] {
  const reservations: Reservation[] = [];
  let last: Reservation | undefined;
  for (const instance of instances) {
    if (!last || last.ReservationId !== instance.reservationId) {
      last = { ReservationId: instance.reservationId, OwnerId: ec2.region.world.account, Groups: [], Instances: [] };
      reservations.push(last);
    }
    last.Instances?.push(describeInstance(instance, ec2));
  }
  return reservations;
}

/** One instance. A terminated one has lost its disks, its address and its network (EC2 user guide, "Terminate your instance"). */
export function describeInstance(instance: LaunchedInstance, ec2: Ec2): SdkInstance {
  const { state } = instance;
  const description: SdkInstance = {
    InstanceId: instance.id,
    ImageId: instance.imageId,
    InstanceType: instance.instanceType as 't3.micro',
    State: { Code: instanceStateCodes[state], Name: state },
    LaunchTime: new Date(instance.launchTime),
    Placement: { AvailabilityZone: instance.availabilityZone, Tenancy: 'default' },
    Architecture: instance.architecture as 'x86_64',
    RootDeviceName: instance.rootDeviceName,
    RootDeviceType: 'ebs',
    VirtualizationType: 'hvm',
    Hypervisor: 'xen',
    Monitoring: { State: 'disabled' },
    EbsOptimized: instance.ebsOptimized,
    MetadataOptions: instance.metadataOptions,
    StateTransitionReason: transitionReason(instance),
    Tags: tagList(instance.tags),
  };
  if (instance.stateReason)
    description.StateReason = { Code: instance.stateReason.code, Message: instance.stateReason.message };
  // Left out for Linux (EC2 API, Instance).
  if (instance.platform === 'Windows') description.Platform = 'windows' as 'Windows';
  if (instance.keyName) description.KeyName = instance.keyName;
  if (instance.clientToken) description.ClientToken = instance.clientToken;
  if (instance.spot) description.InstanceLifecycle = 'spot';
  if (instance.iamInstanceProfile) {
    description.IamInstanceProfile = { Arn: profileArn(instance.iamInstanceProfile, ec2), Id: 'AIPASANDBOX' };
  }
  return state === 'terminated' ? description : Object.assign(description, attachmentsOf(instance, ec2));
}

function attachmentsOf(instance: LaunchedInstance, ec2: Ec2): Partial<SdkInstance> {
  const { subnetId, vpcId, privateIpAddress, state } = instance;
  const address = publicAddress(instance);
  const SecurityGroups = instance.securityGroupIds.map((GroupId) => ({
    GroupId,
    GroupName: ec2.securityGroups.all.get(GroupId)?.name,
  }));
  return {
    SubnetId: subnetId,
    VpcId: vpcId,
    PrivateIpAddress: privateIpAddress,
    PrivateDnsName: `ip-${privateIpAddress.replaceAll('.', '-')}.${ec2.region.name}.compute.internal`,
    PublicDnsName: '',
    ...(address && { PublicIpAddress: address }),
    SecurityGroups,
    SourceDestCheck: true,
    BlockDeviceMappings: instance.volumeIds.map((VolumeId) => {
      const volume = ec2.volumes.all.get(VolumeId);
      return {
        DeviceName: volume?.deviceName,
        Ebs: {
          VolumeId,
          Status: state === 'pending' ? 'attaching' : 'attached',
          DeleteOnTermination: volume?.deleteOnTermination,
          AttachTime: new Date(instance.launchTime),
        },
      };
    }),
    NetworkInterfaces: [networkInterface(instance, SecurityGroups)],
  };
}

function networkInterface(
  { networkInterface: { id }, subnetId, vpcId, privateIpAddress }: LaunchedInstance,
  Groups: SdkInstance['SecurityGroups'],
): InstanceNetworkInterface {
  return {
    NetworkInterfaceId: id,
    SubnetId: subnetId,
    VpcId: vpcId,
    PrivateIpAddress: privateIpAddress,
    Status: 'in-use',
    Groups,
    Attachment: { DeviceIndex: 0, Status: 'attached', DeleteOnTermination: true },
  };
}

/** The sandbox has one network, so the public address is the private one; only a running instance has it. */
function publicAddress(instance: LaunchedInstance): string | undefined {
  return instance.state === 'running' && instance.networkInterface.isPublic ? instance.privateIpAddress : undefined;
}

function profileArn(profile: string, ec2: Ec2): string {
  return profile.startsWith('arn:') ? profile : `arn:aws:iam::${ec2.region.world.account}:instance-profile/${profile}`;
}

/** What DescribeInstances can filter by. */
export function instanceFilterFields(ec2: Ec2) {
  const groupName = ({ securityGroupIds }: LaunchedInstance) =>
    securityGroupIds.map((id) => ec2.securityGroups.all.get(id)?.name ?? '');
  const whileAlive = (read: (instance: LaunchedInstance) => string | undefined) => (instance: LaunchedInstance) =>
    isAlive(instance) ? read(instance) : undefined;
  return {
    'instance-id': ({ id }: LaunchedInstance) => id,
    'instance-state-name': ({ state }: LaunchedInstance) => state,
    'instance-state-code': ({ state }: LaunchedInstance) => String(instanceStateCodes[state]),
    'instance-type': ({ instanceType }: LaunchedInstance) => instanceType,
    'instance-lifecycle': ({ spot }: LaunchedInstance) => (spot ? 'spot' : undefined),
    'image-id': ({ imageId }: LaunchedInstance) => imageId,
    architecture: ({ architecture }: LaunchedInstance) => architecture,
    'availability-zone': ({ availabilityZone }: LaunchedInstance) => availabilityZone,
    'vpc-id': whileAlive(({ vpcId }) => vpcId),
    'subnet-id': whileAlive(({ subnetId }) => subnetId),
    'private-ip-address': whileAlive(({ privateIpAddress }) => privateIpAddress),
    'ip-address': publicAddress,
    'key-name': ({ keyName }: LaunchedInstance) => keyName,
    'client-token': ({ clientToken }: LaunchedInstance) => clientToken,
    'reservation-id': ({ reservationId }: LaunchedInstance) => reservationId,
    'owner-id': () => ec2.region.world.account,
    'iam-instance-profile.arn': ({ iamInstanceProfile }: LaunchedInstance) =>
      iamInstanceProfile && profileArn(iamInstanceProfile, ec2),
    'instance.group-id': ({ securityGroupIds }: LaunchedInstance) => securityGroupIds,
    'instance.group-name': groupName,
    'group-id': ({ securityGroupIds }: LaunchedInstance) => securityGroupIds,
    'group-name': groupName,
  };
}

/** EC2 API, Instance: free text for what a user did, the code for what AWS did. */
function transitionReason({ stateReason }: LaunchedInstance): string {
  if (!stateReason) return '';
  return stateReason.code.startsWith('Client.User') ? 'User initiated' : stateReason.code;
}
