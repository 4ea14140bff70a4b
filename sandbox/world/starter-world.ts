import type { CreateLaunchTemplateCommandOutput } from '@aws-sdk/client-ec2';
import type {
  CreateListenerCommandOutput,
  CreateLoadBalancerCommandOutput,
  CreateTargetGroupCommandOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import type { ServiceName, World } from './world.js';

/** What the small world looks like. All times in seconds. */
export interface StarterSettings {
  readonly region: string;
  /** The group, and what everything that belongs to it is named after; `shop` if left out. */
  readonly name?: string;
  /** How many machines the group has; four if left out. */
  readonly machines?: number;
  /** As many as there are machines, if left out. */
  readonly minSize?: number;
  /** Twice as many as there are machines, if left out. */
  readonly maxSize?: number;
  /** An image that exists; left out: one is made. */
  readonly imageId?: string;
  readonly instanceType?: string;
  /** A script that the machines run when they boot, as plain text. */
  readonly userData?: string;
  /** Where the application listens. */
  readonly port?: number;
  /** Where the load balancer listens. */
  readonly listenerPort?: number;
  readonly healthCheckPath?: string;
  /** AWS allows no less than 5. */
  readonly healthCheckInterval?: number;
  readonly deregistrationDelay?: number;
  readonly healthCheckType?: 'EC2' | 'ELB';
  readonly gracePeriod?: number;
  /** How many of the region's three zones the group uses; all if left out. */
  readonly zones?: number;
  /** Whether the group's machines are Spot Instances. */
  readonly spot?: boolean;
  /** The version that the group's template specification names; `1` if left out. */
  readonly templateVersion?: string;
  /** What CreateAutoScalingGroup gets in place of the template, and what else it gets; made after image and template. */
  readonly groupInput?: (made: {
    readonly imageId: string;
    readonly launchTemplateId: string;
    readonly call: Caller;
  }) => object;
}

/** What was made, by its names. */
export interface StarterWorld {
  readonly region: string;
  readonly groupName: string;
  readonly imageId: string;
  readonly launchTemplateId: string;
  readonly launchTemplateName: string;
  readonly vpcId: string;
  readonly subnetIds: readonly string[];
  readonly targetGroupArn: string;
  readonly loadBalancerArn: string;
  readonly listenerArn: string;
  /** The load balancer's DNSName: an address on loopback where machines are real. */
  readonly host: string;
  readonly listenerPort: number;
}

/**
 * Makes a small world through the API, as a person would: a group of machines in the default VPC, behind a target
 * group, a load balancer and a listener. The machines come up in time: the caller lets it pass.
 */
export function buildStarterWorld(world: World, settings: StarterSettings): StarterWorld {
  const { region, name = 'shop', machines = 4 } = settings;
  const call = <Output>(service: ServiceName, operation: string, input: object) =>
    world.call({ service, operation, input, region }) as Output;
  const { ec2 } = world.region(region);
  const subnets = [...ec2.subnets.values()].slice(0, settings.zones ?? 3);
  const subnetIds = subnets.map(({ id }) => id);
  const vpcId = subnets[0]?.vpcId ?? '';
  const imageId = settings.imageId ?? ec2.addImage({ name: `${name}-1` }).id;

  const launchTemplate = makeTemplate(call, name, imageId, settings);
  const targetGroupArn = makeTargetGroup(call, name, vpcId, settings);
  const { listenerPort = 80 } = settings;
  const loadBalancer = makeLoadBalancer(call, name, subnetIds, targetGroupArn, listenerPort);
  call('autoscaling', 'CreateAutoScalingGroup', {
    AutoScalingGroupName: name,
    LaunchTemplate: { LaunchTemplateId: launchTemplate.launchTemplateId, Version: settings.templateVersion ?? '1' },
    MinSize: settings.minSize ?? machines,
    MaxSize: settings.maxSize ?? 2 * machines,
    DesiredCapacity: machines,
    VPCZoneIdentifier: subnetIds.join(','),
    TargetGroupARNs: [targetGroupArn],
    HealthCheckType: settings.healthCheckType ?? 'ELB',
    HealthCheckGracePeriod: settings.gracePeriod ?? 60,
    Tags: [{ Key: 'Name', Value: name, PropagateAtLaunch: true }],
    ...settings.groupInput?.({ imageId, launchTemplateId: launchTemplate.launchTemplateId, call }),
  });
  return {
    region,
    groupName: name,
    imageId,
    vpcId,
    subnetIds,
    targetGroupArn,
    listenerPort,
    ...launchTemplate,
    ...loadBalancer,
  };
}

export type Caller = <Output>(service: ServiceName, operation: string, input: object) => Output;

function makeTemplate(
  call: Caller,
  name: string,
  imageId: string,
  { instanceType = 't3.micro', userData, spot }: StarterSettings,
) {
  const launchTemplateName = `${name}-template`;
  const { LaunchTemplate } = call<CreateLaunchTemplateCommandOutput>('ec2', 'CreateLaunchTemplate', {
    LaunchTemplateName: launchTemplateName,
    LaunchTemplateData: {
      ImageId: imageId,
      InstanceType: instanceType,
      ...(spot && { InstanceMarketOptions: { MarketType: 'spot' } }),
      ...(userData && { UserData: Buffer.from(userData).toString('base64') }),
    },
  });
  return { launchTemplateId: LaunchTemplate?.LaunchTemplateId ?? '', launchTemplateName };
}

/** Health checks as fast as AWS allows, and a short deregistration delay, so that nobody waits for long. */
function makeTargetGroup(call: Caller, name: string, vpcId: string, settings: StarterSettings): string {
  const { TargetGroups } = call<CreateTargetGroupCommandOutput>('elasticloadbalancing', 'CreateTargetGroup', {
    Name: `${name}-targets`,
    Protocol: 'HTTP',
    Port: settings.port ?? 8080,
    VpcId: vpcId,
    HealthCheckPath: settings.healthCheckPath ?? '/health',
    HealthCheckIntervalSeconds: settings.healthCheckInterval ?? 5,
    HealthCheckTimeoutSeconds: 2,
    HealthyThresholdCount: 2,
    UnhealthyThresholdCount: 2,
  });
  const arn = TargetGroups?.[0]?.TargetGroupArn ?? '';
  call('elasticloadbalancing', 'ModifyTargetGroupAttributes', {
    TargetGroupArn: arn,
    Attributes: [{ Key: 'deregistration_delay.timeout_seconds', Value: String(settings.deregistrationDelay ?? 5) }],
  });
  return arn;
}

function makeLoadBalancer(
  call: Caller,
  name: string,
  subnetIds: readonly string[],
  targetGroupArn: string,
  port: number,
) {
  const { LoadBalancers } = call<CreateLoadBalancerCommandOutput>('elasticloadbalancing', 'CreateLoadBalancer', {
    Name: name,
    Subnets: subnetIds,
  });
  const { LoadBalancerArn: loadBalancerArn = '', DNSName: host = '' } = LoadBalancers?.[0] ?? {};
  const { Listeners } = call<CreateListenerCommandOutput>('elasticloadbalancing', 'CreateListener', {
    LoadBalancerArn: loadBalancerArn,
    Protocol: 'HTTP',
    Port: port,
    DefaultActions: [{ Type: 'forward', TargetGroupArn: targetGroupArn }],
  });
  return { loadBalancerArn, host, listenerArn: Listeners?.[0]?.ListenerArn ?? '' };
}
