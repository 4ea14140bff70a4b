import type {
  CreateAutoScalingGroupCommandInput,
  DeleteAutoScalingGroupCommandInput,
  DescribeAutoScalingGroupsCommandInput,
  SetDesiredCapacityCommandInput,
  UpdateAutoScalingGroupCommandInput,
} from '@aws-sdk/client-auto-scaling';
import { AwsError, validationError } from '../aws-error.js';
import { type Operations, operation } from '../operation.js';
import { page } from '../pagination.js';
import type { Region } from '../region.js';
import { timeText } from './activities.js';
import { describeGroup } from './describe-group.js';
import { type Group, isTerminating, reweigh } from './group.js';
import { applySettings, newGroup, requireSizes } from './group-settings.js';
import { activeRefresh } from './instance-refresh.js';
import { setTags } from './tag-operations.js';
import { knownSource, sourcesOf } from './traffic-sources.js';

const settings = [
  'AutoScalingGroupName',
  'LaunchTemplate.*',
  'MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification.*',
  'MixedInstancesPolicy.LaunchTemplate.Overrides.InstanceType',
  'MixedInstancesPolicy.LaunchTemplate.Overrides.ImageId',
  'MixedInstancesPolicy.LaunchTemplate.Overrides.WeightedCapacity',
  'MixedInstancesPolicy.LaunchTemplate.Overrides.LaunchTemplateSpecification.*',
  'LaunchConfigurationName',
  'MixedInstancesPolicy.InstancesDistribution.*',
  'MinSize',
  'MaxSize',
  'DesiredCapacity',
  'DefaultCooldown',
  'DefaultInstanceWarmup',
  'AvailabilityZones',
  'VPCZoneIdentifier',
  'HealthCheckType',
  'HealthCheckGracePeriod',
  'TerminationPolicies',
  'NewInstancesProtectedFromScaleIn',
];

export const groupOperations: Operations = {
  CreateAutoScalingGroup: operation(
    [...settings, 'TargetGroupARNs', 'LoadBalancerNames', 'TrafficSources.*', 'Tags.*'],
    (input: CreateAutoScalingGroupCommandInput, region) => {
      create(input, region);
      return {};
    },
  ),

  UpdateAutoScalingGroup: operation(settings, (input: UpdateAutoScalingGroupCommandInput, region) => {
    update(input, region);
    return {};
  }),

  DeleteAutoScalingGroup: operation(
    ['AutoScalingGroupName', 'ForceDelete'],
    (input: DeleteAutoScalingGroupCommandInput, { autoScaling }) => {
      const group = autoScaling.group(input.AutoScalingGroupName);
      if (!input.ForceDelete) requireEmpty(group);
      autoScaling.delete(group);
      return {};
    },
  ),

  DescribeAutoScalingGroups: operation(
    ['AutoScalingGroupNames', 'Filters.Name', 'Filters.Values', 'MaxRecords', 'NextToken', 'IncludeInstances'],
    (input: DescribeAutoScalingGroupsCommandInput, region) => {
      // Auto Scaling API, DescribeAutoScalingGroups: 50 by default, at most 100; unknown names are left out.
      const request = { maxResults: Math.min(100, input.MaxRecords ?? 50), nextToken: input.NextToken };
      const { items, nextToken } = page(select(input, region), request, 50);
      return {
        AutoScalingGroups: items.map((group) => describeGroup(group, region, input.IncludeInstances ?? true)),
        NextToken: nextToken,
      };
    },
  ),

  SetDesiredCapacity: operation(
    ['AutoScalingGroupName', 'DesiredCapacity', 'HonorCooldown'],
    (input: SetDesiredCapacityCommandInput, { autoScaling, world }) => {
      const group = autoScaling.group(input.AutoScalingGroupName);
      const { DesiredCapacity: desired = 0 } = input;
      const refuse = (side: string, bound: number) =>
        validationError(`New SetDesiredCapacity value ${desired} is ${side} value ${bound} for the AutoScalingGroup.`);
      if (desired > group.maxSize) throw refuse('above max', group.maxSize);
      if (desired < group.minSize) throw refuse('below min', group.minSize);
      const now = world.clock.now();
      if (input.HonorCooldown && now < group.cooldownEnds) {
        throw new AwsError('ScalingActivityInProgress', `The group ${group.name} is in its cooldown period`);
      }
      const change = `changing the desired capacity from ${group.desired} to ${desired}`;
      const cause = `At ${timeText(now)} a user request explicitly set group desired capacity ${change}.`;
      autoScaling.setDesired(group, desired, group.desired === desired ? '' : cause);
      return {};
    },
  ),
};

function create(input: CreateAutoScalingGroupCommandInput, region: Region): void {
  const { autoScaling } = region;
  const { AutoScalingGroupName: name = '' } = input;
  if (autoScaling.groups.has(name)) {
    throw new AwsError(
      'AlreadyExists',
      `AutoScalingGroup by this name already exists - A group with the name ${name} already exists`,
    );
  }
  const group = newGroup(name, region);
  applySettings(group, input, region);
  requireSizes(group);
  for (const source of sourcesOf(input)) group.targetGroupArns.add(knownSource(source, region));
  setTags(group, input.Tags ?? []);
  autoScaling.groups.set(name, group);
  region.record('group', name, 'created');
  const { minSize, maxSize, desired } = group;
  const at = timeText(group.created);
  const cause = `At ${at} a user request created an AutoScalingGroup changing the desired capacity from 0 to ${desired} (min: ${minSize}, max: ${maxSize}).`;
  autoScaling.setDesired(group, desired, cause);
}

/**
 * Sizes follow each other when desired is not given: raised to a new minimum, lowered to a new maximum
 * (Auto Scaling API, UpdateAutoScalingGroup). All is checked before anything is changed.
 */
function update(input: UpdateAutoScalingGroupCommandInput, region: Region): void {
  const { autoScaling } = region;
  const group = autoScaling.group(input.AutoScalingGroupName);
  if (group.deleting) throw validationError(`AutoScalingGroup ${group.name} is pending delete`);
  requireNoDesiredConfiguration(group, input);
  const next: Group = { ...group };
  applySettings(next, input, region);
  requireSizes(next);
  const before = group.desired;
  Object.assign(group, next);
  reweigh(group);
  region.record('group', group.name, 'updated');
  const { minSize, maxSize, desired } = group;
  const at = timeText(region.world.clock.now());
  const cause = `At ${at} a user request update of AutoScalingGroup constraints to min: ${minSize}, max: ${maxSize}, desired: ${desired} changing the desired capacity from ${before} to ${desired}.`;
  autoScaling.setDesired(group, desired, before === desired ? '' : cause);
}

/** Auto Scaling user guide, "Instance refresh": its desired configuration is not to be changed under it. */
function requireNoDesiredConfiguration(group: Group, input: UpdateAutoScalingGroupCommandInput): void {
  if (!input.LaunchTemplate && !input.MixedInstancesPolicy && !input.LaunchConfigurationName) return;
  if (!activeRefresh(group)?.desired) return;
  throw validationError(
    'An active instance refresh with a desired configuration exists. All configuration options derived from the desired configuration are not available for update while the instance refresh is active.',
  );
}

/** Auto Scaling API, DeleteAutoScalingGroup: instances or activities are in the way unless it is forced. */
function requireEmpty(group: Group): void {
  const members = [...group.members.values()];
  if (members.length === 0) return;
  if (members.every(isTerminating)) {
    throw new AwsError(
      'ScalingActivityInProgress',
      'You cannot delete an AutoScalingGroup while there are scaling activities in progress for that group.',
    );
  }
  throw new AwsError(
    'ResourceInUse',
    'You cannot delete an AutoScalingGroup while there are instances or pending Spot instance request(s) still in the group.',
  );
}

function select(input: DescribeAutoScalingGroupsCommandInput, { autoScaling }: Region): Group[] {
  const names = input.AutoScalingGroupNames ?? [];
  const named =
    names.length > 0
      ? names.flatMap((name) => autoScaling.groups.get(name) ?? [])
      : [...autoScaling.groups.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
  return named.filter((group) =>
    (input.Filters ?? []).every(({ Name = '', Values = [] }) => passes(group, Name, Values)),
  );
}

/** Auto Scaling API, Filter: tag-key, tag-value and tag:KEY. */
function passes({ tags }: Group, name: string, values: readonly string[]): boolean {
  if (name === 'tag-key') return values.some((key) => tags.has(key));
  if (name === 'tag-value') return [...tags.values()].some(({ value }) => values.includes(value));
  if (name.startsWith('tag:')) return values.includes(tags.get(name.slice('tag:'.length))?.value ?? '\0');
  throw validationError(
    `Filter type ${name} is not correct. Allowed Filter types are: tag-key, tag-value and tag:<key>`,
  );
}
