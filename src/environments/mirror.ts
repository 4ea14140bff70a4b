import {
  type AutoScalingGroup,
  DescribeAutoScalingGroupsCommand,
  type LaunchTemplateSpecification,
} from '@aws-sdk/client-auto-scaling';
import {
  DescribeInstancesCommand,
  DescribeLaunchTemplateVersionsCommand,
  type RequestLaunchTemplateData,
} from '@aws-sdk/client-ec2';
import type { TargetGroup } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Aws } from '../platform/aws.js';
import { Failure } from '../platform/failure.js';
import type { Blueprint } from './blueprint.js';
import { findEntrance } from './entrance.js';
import type { Environment } from './environment.js';

/** What the caller of `up` chooses; all the rest comes from the mirrored group. */
export interface Wishes {
  /** Name of the group to mirror. */
  readonly mirror: string;
  readonly domain: string;
  readonly imageId: string | undefined;
  readonly machines: number;
  readonly listenerArn: string | undefined;
}

/**
 * Reads the mirrored group and says what the environment shall be.
 * @throws {Failure} when the group is missing, or made of what cannot be mirrored.
 */
export async function drawBlueprint(aws: Aws, environment: Environment, wishes: Wishes): Promise<Blueprint> {
  const group = await readGroup(aws, wishes.mirror);
  const [template, imageId, entrance] = await Promise.all([
    readTemplate(aws, group),
    wishes.imageId ?? runningImage(aws, group),
    findEntrance(aws, group, wishes.listenerArn),
  ]);
  const host = `${environment.slug}.${wishes.domain}`;
  return {
    machines: wishes.machines,
    imageId: imageId ?? template.ImageId ?? '',
    host,
    listenerArn: entrance.listenerArn,
    url: `${entrance.scheme}://${host}${entrance.port}`,
    template: { ...template, ImageId: imageId ?? template.ImageId },
    targetGroup: targetGroupSettings(entrance.targetGroup),
    group: groupSettings(group, environment),
  };
}

async function readGroup({ autoScaling, region }: Aws, name: string): Promise<AutoScalingGroup> {
  const command = new DescribeAutoScalingGroupsCommand({ AutoScalingGroupNames: [name] });
  const group = (await autoScaling.send(command)).AutoScalingGroups?.[0];
  if (group) return group;
  throw new Failure(`There is no Auto Scaling group "${name}" in ${region}. Check the input "mirror" and the region.`);
}

/** The settings of the machines, as a new template takes them. */
async function readTemplate({ ec2 }: Aws, group: AutoScalingGroup): Promise<RequestLaunchTemplateData> {
  const { LaunchTemplateId, Version } = templateOf(group);
  const found = await ec2.send(
    new DescribeLaunchTemplateVersionsCommand({ LaunchTemplateId, Versions: [Version ?? '$Default'] }),
  );
  const {
    MetadataOptions,
    Operator: _answerOnly,
    ...data
  } = found.LaunchTemplateVersions?.[0]?.LaunchTemplateData ?? {};
  const { State: _state, ...metadata } = MetadataOptions ?? {};
  const override = group.MixedInstancesPolicy?.LaunchTemplate?.Overrides?.[0]?.InstanceType;
  return {
    ...(override && { InstanceType: override }),
    ...data,
    ...(MetadataOptions && { MetadataOptions: metadata }),
  } as RequestLaunchTemplateData;
}

function templateOf(group: AutoScalingGroup): LaunchTemplateSpecification {
  const { LaunchTemplate, MixedInstancesPolicy, AutoScalingGroupName } = group;
  const template = LaunchTemplate ?? MixedInstancesPolicy?.LaunchTemplate?.LaunchTemplateSpecification;
  if (template) return template;
  throw new Failure(
    `Group "${AutoScalingGroupName}" uses a launch configuration, and those cannot be mirrored: give it a launch template.`,
  );
}

/** The one image that the group's machines run; undefined when it has no machine. */
async function runningImage({ ec2 }: Aws, { Instances = [], AutoScalingGroupName }: AutoScalingGroup) {
  const inService = Instances.filter(({ LifecycleState }) => LifecycleState === 'InService');
  const InstanceIds = inService.map(({ InstanceId = '' }) => InstanceId);
  if (InstanceIds.length === 0) return undefined;
  const { Reservations = [] } = await ec2.send(new DescribeInstancesCommand({ InstanceIds }));
  const images = new Set(Reservations.flatMap(({ Instances: all = [] }) => all).map(({ ImageId }) => ImageId));
  if (images.size === 1) return [...images][0];
  throw new Failure(
    `Group "${AutoScalingGroupName}" runs ${images.size} images at the moment (${[...images].join(', ')}). Give "image-id", or wait until its rollout has ended.`,
  );
}

function targetGroupSettings(mirrored: TargetGroup): Blueprint['targetGroup'] {
  const { Protocol, ProtocolVersion, Port, VpcId, TargetType, Matcher } = mirrored;
  const { HealthCheckProtocol, HealthCheckPort, HealthCheckPath } = mirrored;
  const { HealthCheckIntervalSeconds, HealthCheckTimeoutSeconds } = mirrored;
  const { HealthyThresholdCount, UnhealthyThresholdCount } = mirrored;
  return {
    ...{ Protocol, ProtocolVersion, Port, VpcId, TargetType, Matcher },
    ...{ HealthCheckProtocol, HealthCheckPort, HealthCheckPath },
    ...{ HealthCheckIntervalSeconds, HealthCheckTimeoutSeconds, HealthyThresholdCount, UnhealthyThresholdCount },
  };
}

/** The group's own tags go along, except AWS's and ours; `Name` tells environments apart in the console. */
function groupSettings(mirrored: AutoScalingGroup, { slug }: Environment): Blueprint['group'] {
  const { VPCZoneIdentifier, AvailabilityZones, HealthCheckType, HealthCheckGracePeriod, Tags = [] } = mirrored;
  const copied = Tags.filter(({ Key = '' }) => Key !== 'Name' && !/^(aws|steadfleet):/.test(Key));
  return {
    ...(VPCZoneIdentifier ? { VPCZoneIdentifier } : { AvailabilityZones }),
    HealthCheckType,
    HealthCheckGracePeriod,
    Tags: [
      ...copied.map(({ Key, Value, PropagateAtLaunch }) => ({ Key, Value, PropagateAtLaunch })),
      { Key: 'Name', Value: slug, PropagateAtLaunch: true },
    ],
  };
}
