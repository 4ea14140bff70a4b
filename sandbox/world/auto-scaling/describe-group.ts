import type {
  AutoScalingGroup,
  AutoScalingInstanceDetails,
  Instance as InstanceDescription,
  WarmPoolConfiguration,
} from '@aws-sdk/client-auto-scaling';
import type { Region } from '../region.js';
import { timeText } from './activities.js';
import { type Group, type Member, weightOf } from './group.js';
import { sourceType } from './traffic-sources.js';
import type { WarmPool } from './warm-pool.js';

/** A group as DescribeAutoScalingGroups shows it. Members without a value are as good as absent. */
export function describeGroup(group: Group, region: Region, withInstances: boolean): AutoScalingGroup {
  const zones = group.subnetIds.map((id) => region.ec2.availabilityZoneOf(id));
  const sources = [...group.targetGroupArns].map((Identifier) => ({ Identifier, Type: sourceType(Identifier) }));
  const named = (type: string) => sources.filter(({ Type }) => Type === type).map(({ Identifier }) => Identifier);
  return {
    AutoScalingGroupName: group.name,
    AutoScalingGroupARN: group.arn,
    LaunchTemplate: group.template && { ...group.template },
    MixedInstancesPolicy: group.mixed && structuredClone(group.mixed),
    LaunchConfigurationName: group.configuration || undefined,
    MinSize: group.minSize,
    MaxSize: group.maxSize,
    DesiredCapacity: group.desired,
    DefaultCooldown: group.cooldown,
    DefaultInstanceWarmup: group.defaultWarmup,
    AvailabilityZones: [...new Set(zones)],
    LoadBalancerNames: named('elb'),
    TargetGroupARNs: named('elbv2'),
    TrafficSources: sources,
    WarmPoolConfiguration: group.warmPool && describeWarmPool(group.warmPool),
    WarmPoolSize: group.warmPool && group.warm.size,
    HealthCheckType: healthCheckType(group),
    HealthCheckGracePeriod: group.gracePeriod,
    Instances: withInstances ? [...group.members.values()].map(describeInstance) : [],
    CreatedTime: new Date(group.created),
    SuspendedProcesses: [...group.suspended].map(([ProcessName, since]) => ({
      ProcessName,
      SuspensionReason: `User suspended at ${timeText(since)}`,
    })),
    VPCZoneIdentifier: group.subnetIds.join(','),
    EnabledMetrics: [],
    Status: group.deleting ? 'Delete in progress' : undefined,
    Tags: describeTags(group),
    TerminationPolicies: [...group.terminationPolicies],
    NewInstancesProtectedFromScaleIn: group.newInstancesProtected,
    CapacityRebalance: false,
    ServiceLinkedRoleARN: `arn:aws:iam::${region.world.account}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`,
  };
}

/** EC2's checks are always there, and only named where no others are (Auto Scaling API, AutoScalingGroup). */
function healthCheckType({ healthChecks }: Group): string {
  const others = [...healthChecks].filter((check) => check !== 'EC2');
  return others.length > 0 ? others.join(',') : 'EC2';
}

export function describeTags(group: Group) {
  return [...group.tags].map(([Key, { value, propagate }]) => ({
    ResourceId: group.name,
    ResourceType: 'auto-scaling-group',
    Key,
    Value: value,
    PropagateAtLaunch: propagate,
  }));
}

export function describeWarmPool({ minSize, maxPrepared, state, reuses, isDeleting }: WarmPool): WarmPoolConfiguration {
  return {
    MinSize: minSize,
    ...(maxPrepared !== undefined && { MaxGroupPreparedCapacity: maxPrepared }),
    PoolState: state,
    ...(reuses && { InstanceReusePolicy: { ReuseOnScaleIn: true } }),
    ...(isDeleting && { Status: 'PendingDelete' }),
  };
}

/**
 * The template's version is the number it was launched with, never `$Latest`; the image is there only where it is not
 * the template's own (Auto Scaling API, Instance).
 */
export function describeInstance(member: Member): InstanceDescription {
  const { instance } = member;
  return {
    InstanceId: instance.id,
    InstanceType: instance.instanceType,
    AvailabilityZone: instance.availabilityZone,
    LifecycleState: member.state,
    HealthStatus: member.healthy ? 'Healthy' : 'Unhealthy',
    ProtectedFromScaleIn: member.protectedFromScaleIn,
    ...(member.shownImageId && { ImageId: member.shownImageId }),
    ...(weightOf(member.group, instance.instanceType) !== undefined && { WeightedCapacity: String(member.weight) }),
    ...sourceOf(member),
  };
}

/** A member as DescribeAutoScalingInstances shows it: health in capitals (Auto Scaling API, AutoScalingInstanceDetails). */
export function describeMember(member: Member): AutoScalingInstanceDetails {
  const { HealthStatus = '', LifecycleState, ...rest } = describeInstance(member);
  return {
    ...rest,
    AutoScalingGroupName: member.group.name,
    LifecycleState: LifecycleState ?? '',
    HealthStatus: HealthStatus.toUpperCase(),
  };
}

type Source = Pick<InstanceDescription, 'LaunchTemplate' | 'LaunchConfigurationName'>;

function sourceOf({ instance: { launchTemplate }, configuration }: Member): Source {
  if (!launchTemplate) return configuration ? { LaunchConfigurationName: configuration } : {};
  const { id, name, version } = launchTemplate;
  return { LaunchTemplate: { LaunchTemplateId: id, LaunchTemplateName: name, Version: String(version) } };
}
