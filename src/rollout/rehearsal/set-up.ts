import type { CreateLaunchTemplateCommandOutput } from '@aws-sdk/client-ec2';
import type {
  CreateLoadBalancerCommandOutput,
  CreateTargetGroupCommandOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import type { ServiceName, World } from '../../../sandbox/world/world.js';
import { provenGrace } from './boot-times.js';
import type { HealthWatch, Portrait } from './portrait.js';

export const region = 'eu-west-1';

const minute = 60_000;

/** Makes a group in a world as its owner might have made it, through the API. */
export class SetUp {
  readonly #world: World;
  readonly #portrait: Portrait;
  /** The world's image ids, by those in reality. */
  readonly #images = new Map<string, string>();
  #templateId = '';

  constructor(world: World, portrait: Portrait) {
    this.#world = world;
    this.#portrait = portrait;
  }

  /** The image that stands for a real one. */
  imageLike(imageId: string): string {
    const { ec2 } = this.#world.region(region);
    const id = this.#images.get(imageId) ?? ec2.addImage({ name: `image ${this.#images.size + 1}` }).id;
    this.#images.set(imageId, id);
    return id;
  }

  /** A text from this world as it would be said of the real group, whose machines have other names. */
  inReality(text: string): string {
    let told = text.replaceAll(/\bi-[0-9a-f]{17}\b/g, 'one of them');
    for (const [real, simulated] of this.#images) told = told.replaceAll(simulated, real);
    return told;
  }

  /**
   * Launches one cohort after the other, each from a template version of its own, and gives the group its settings when
   * all are in service. `advance` lets so many milliseconds pass.
   */
  populate(advance: (milliseconds: number) => void): void {
    const { name, cohorts, min, max, suspended, pace, targetGroups, appointments } = this.#portrait;
    const group = { AutoScalingGroupName: name };
    const first = { LaunchTemplateName: 'rehearsal', ...this.#launches(cohorts[0]?.imageId) };
    const made = this.#call<CreateLaunchTemplateCommandOutput>('ec2', 'CreateLaunchTemplate', first);
    this.#templateId = made.LaunchTemplate?.LaunchTemplateId ?? '';
    this.#createGroup();
    let size = 0;
    for (const [index, { imageId, machines }] of cohorts.entries()) {
      if (index > 0) {
        const next = { LaunchTemplateId: this.#templateId, ...this.#launches(imageId) };
        this.#call('ec2', 'CreateLaunchTemplateVersion', next);
      }
      size += machines;
      this.#call('autoscaling', 'UpdateAutoScalingGroup', {
        ...group,
        ...this.#version(index + 1),
        DesiredCapacity: size,
      });
      advance(minute);
    }
    this.#call('autoscaling', 'UpdateAutoScalingGroup', { ...group, ...this.#version(1), MinSize: min, MaxSize: max });
    const longestCheck = Math.max(0, ...targetGroups.map(({ interval }) => interval * 1000));
    advance((pace.launch?.[1] ?? minute) + 2 * longestCheck + minute);
    if (suspended.length > 0) {
      this.#call('autoscaling', 'SuspendProcesses', { ...group, ScalingProcesses: suspended });
    }
    for (const { name: ScheduledActionName, in: delay, sizes } of appointments) {
      const StartTime = new Date(this.#world.clock.now() + delay);
      const action = { ...group, ScheduledActionName, StartTime, ...sizes };
      this.#call('autoscaling', 'PutScheduledUpdateGroupAction', action);
    }
  }

  #launches(imageId = ''): object {
    return { LaunchTemplateData: { ImageId: this.imageLike(imageId), InstanceType: 't3.micro' } };
  }

  /** What the group launches: the cohort that its template's version was made for. */
  #version(number: number): object {
    const { namesImages, cohorts } = this.#portrait;
    const LaunchTemplateSpecification = { LaunchTemplateId: this.#templateId, Version: String(number) };
    if (!namesImages) return { LaunchTemplate: LaunchTemplateSpecification };
    const Overrides = [{ InstanceType: 't3.micro', ImageId: this.imageLike(cohorts[number - 1]?.imageId ?? '') }];
    return { MixedInstancesPolicy: { LaunchTemplate: { LaunchTemplateSpecification, Overrides } } };
  }

  #createGroup(): void {
    const { name, zones, desired, max, healthCheckType, targetGroups } = this.#portrait;
    const subnets = [...this.#world.region(region).ec2.subnets.values()];
    const subnetIds = subnets.map(({ id }) => id);
    const arns = targetGroups.map((watch, index) => this.#createTargetGroup(watch, index, subnets[0]?.vpcId));
    if (arns.length > 0) this.#forwardTo(arns, subnetIds);
    this.#call('autoscaling', 'CreateAutoScalingGroup', {
      AutoScalingGroupName: name,
      ...this.#version(1),
      MinSize: 0,
      MaxSize: Math.max(max, desired),
      DesiredCapacity: 0,
      // The sandbox's regions have three zones.
      VPCZoneIdentifier: subnetIds.slice(0, zones).join(','),
      TargetGroupARNs: arns,
      HealthCheckType: healthCheckType,
      HealthCheckGracePeriod: provenGrace(this.#portrait),
    });
  }

  #createTargetGroup(watch: HealthWatch, index: number, vpcId: string | undefined): string {
    const { TargetGroups } = this.#call<CreateTargetGroupCommandOutput>('elasticloadbalancing', 'CreateTargetGroup', {
      Name: `targets-${index + 1}`,
      Protocol: 'HTTP',
      Port: 80 + index,
      VpcId: vpcId,
      HealthCheckIntervalSeconds: watch.interval,
      // A Network Load Balancer's time-out may be as long as its interval; here it must be shorter.
      HealthCheckTimeoutSeconds: Math.min(watch.timeout, watch.interval - 1),
      HealthyThresholdCount: watch.healthyThreshold,
      UnhealthyThresholdCount: watch.unhealthyThreshold,
    });
    const arn = TargetGroups?.[0]?.TargetGroupArn ?? '';
    const delay = { Key: 'deregistration_delay.timeout_seconds', Value: String(watch.deregistrationDelay) };
    this.#call('elasticloadbalancing', 'ModifyTargetGroupAttributes', { TargetGroupArn: arn, Attributes: [delay] });
    return arn;
  }

  /** Only what a listener forwards to is asked for its health (ELBv2 API, TargetHealth: Target.NotInUse). */
  #forwardTo(targetGroupArns: readonly string[], subnetIds: readonly string[]): void {
    const { LoadBalancers } = this.#call<CreateLoadBalancerCommandOutput>(
      'elasticloadbalancing',
      'CreateLoadBalancer',
      { Name: 'users', Subnets: subnetIds },
    );
    const LoadBalancerArn = LoadBalancers?.[0]?.LoadBalancerArn;
    for (const [index, TargetGroupArn] of targetGroupArns.entries()) {
      const listener = { LoadBalancerArn, Protocol: 'HTTP', Port: 80 + index };
      const DefaultActions = [{ Type: 'forward', TargetGroupArn }];
      this.#call('elasticloadbalancing', 'CreateListener', { ...listener, DefaultActions });
    }
  }

  #call<Output>(service: ServiceName, operation: string, input: object): Output {
    return this.#world.call({ service, operation, input, region }) as Output;
  }
}
