import type {
  InstanceCollection,
  LaunchInstancesCommandInput,
  LaunchInstancesError,
  LaunchInstancesResult,
} from '@aws-sdk/client-auto-scaling';
import { type AwsError, validationError } from '../aws-error.js';
import type { Subnet } from '../ec2/network.js';
import { type Operations, operation } from '../operation.js';
import type { Region } from '../region.js';
import { timeText } from './activities.js';
import { sizesMessage } from './attach-operations.js';
import { capacityOf, type Group, type Member } from './group.js';
import { sourceOf } from './launch.js';

export const launchOperations: Operations = {
  LaunchInstances: operation(
    ['AutoScalingGroupName', 'RequestedCapacity', 'ClientToken', 'AvailabilityZones', 'SubnetIds', 'RetryStrategy'],
    (input: LaunchInstancesCommandInput, region): LaunchInstancesResult =>
      region.autoScaling.clientTokens.once('LaunchInstances', input, () => launch(input, region)),
  ),
};

/**
 * Launches at once and says which instances came of it, or why none did; desired rises with what was launched, or with
 * all that was asked for where the group shall retry (Auto Scaling user guide, "Launch instances synchronously").
 */
function launch(input: LaunchInstancesCommandInput, region: Region): LaunchInstancesResult {
  const { autoScaling } = region;
  const group = autoScaling.group(input.AutoScalingGroupName);
  const { RequestedCapacity: count = 0, RetryStrategy: strategy = 'none' } = input;
  requireLaunchable(group, count);
  const { id: subnetId, availabilityZone } = subnetFor(input, group, region);
  const at = timeText(region.world.clock.now());
  const cause = `At ${at} a user request launched ${count} instance${count > 1 ? 's' : ''} synchronously.`;
  const members: Member[] = [];
  let failure: AwsError | undefined;
  while (capacityOf(members) < count && !failure) {
    const launched = autoScaling.lifecycle.launch(group, subnetId, cause);
    if ('member' in launched) members.push(launched.member);
    else failure = launched.failure;
  }
  const launched = capacityOf(members);
  const growth = strategy === 'retry-with-group-configuration' ? Math.max(count, launched) : launched;
  autoScaling.setDesired(group, group.desired + growth, growth > launched ? cause : '');
  return {
    AutoScalingGroupName: group.name,
    ClientToken: input.ClientToken,
    Instances: collections(members),
    Errors: failure ? [describeFailure(failure, subnetId, availabilityZone)] : [],
  };
}

/** Templates only, all on demand or all Spot, at most 100 (Auto Scaling user guide, "Launch instances synchronously"). */
function requireLaunchable(group: Group, count: number): void {
  const { configuration, mixed } = sourceOf(group);
  if (configuration !== undefined) throw validationError('LaunchInstances does not support launch configurations');
  const { OnDemandBaseCapacity: base = 0, OnDemandPercentageAboveBaseCapacity: percentage = 100 } =
    mixed?.InstancesDistribution ?? {};
  if (percentage < 100 && (percentage > 0 || base > 0))
    throw validationError('LaunchInstances does not support policies that mix On-Demand and Spot Instances');
  if (count < 1 || count > 100) throw validationError(`RequestedCapacity ${count} must be between 1 and 100`);
  if (group.suspended.has('Launch'))
    throw validationError(`Launch process is suspended for AutoScalingGroup ${group.name}`);
  if (group.desired + count > group.maxSize) throw sizesMessage(group, `To launch ${count} instances`);
}

/** One zone or subnet of the group; to be named unless there is only one (Auto Scaling API, LaunchInstances). */
function subnetFor(
  { AvailabilityZones, SubnetIds }: LaunchInstancesCommandInput,
  group: Group,
  region: Region,
): Subnet {
  const subnets = group.subnetIds.flatMap((id) => region.ec2.subnets.get(id) ?? []);
  const named = subnets.filter(
    ({ id, availabilityZone }) =>
      (!SubnetIds?.length || SubnetIds.includes(id)) &&
      (!AvailabilityZones?.length || AvailabilityZones.includes(availabilityZone)),
  );
  const isNamed = Boolean(SubnetIds?.length || AvailabilityZones?.length);
  const [first] = named;
  if (!first) throw validationError('The zones or subnets must be among those of the Auto Scaling group');
  if (isNamed || new Set(subnets.map(({ availabilityZone }) => availabilityZone)).size === 1) return first;
  throw validationError('AvailabilityZones or SubnetIds must be specified for a group with several Availability Zones');
}

function collections(members: readonly Member[]): InstanceCollection[] {
  const byType = new Map<string, InstanceCollection & { InstanceIds: string[] }>();
  for (const { instance } of members) {
    const collection = byType.get(instance.instanceType) ?? {
      InstanceType: instance.instanceType,
      MarketType: instance.spot ? 'spot' : 'on-demand',
      SubnetId: instance.subnetId,
      AvailabilityZone: instance.availabilityZone,
      InstanceIds: [],
    };
    collection.InstanceIds.push(instance.id);
    byType.set(instance.instanceType, collection);
  }
  return [...byType.values()];
}

function describeFailure(
  { code, message }: AwsError,
  SubnetId: string,
  AvailabilityZone: string,
): LaunchInstancesError {
  return { SubnetId, AvailabilityZone, ErrorCode: code, ErrorMessage: message };
}
