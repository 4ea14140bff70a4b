import type { DescribeAutoScalingGroupsCommandOutput } from '@aws-sdk/client-auto-scaling';
import type {
  CreateTargetGroupCommandOutput,
  DescribeRulesCommandOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import type { ServiceName } from '../../sandbox/world/world.js';
import type { Plan } from '../../src/rollout/heart/plan.js';
import type { PairNames } from '../../src/rollout/two-group/find-sides.js';
import { SimulatedRollout, type SimulationSettings } from './simulated-rollout.js';
import type { Trouble } from './troubles.js';

const second = 1_000;
export const plan: Partial<Plan> = {
  strategy: 'two-group',
  waves: [{ percent: 10 }, { percent: 50 }, { percent: 100 }],
  soak: 30 * second,
  bootAllowance: 120 * second,
};

/** A simulated group with its idle twin: a target group of its own that is in no rule yet, and no machines. */
export class TwoGroups {
  readonly rollout: SimulatedRollout;
  readonly names: PairNames;

  constructor(settings: Partial<SimulationSettings> = {}) {
    this.rollout = new SimulatedRollout({
      seed: 5,
      machines: 4,
      minSize: 2,
      maxSize: 8,
      ...settings,
      plan: { ...plan, ...settings.plan },
    });
    const { groupName, listenerArn, launchTemplateId, subnetIds, vpcId } = this.rollout.starter;
    const { TargetGroups } = this.call<CreateTargetGroupCommandOutput>('elasticloadbalancing', 'CreateTargetGroup', {
      Name: 'green',
      Protocol: 'HTTP',
      Port: 8080,
      VpcId: vpcId,
      HealthCheckIntervalSeconds: 5,
      HealthCheckTimeoutSeconds: 2,
      HealthCheckPath: '/health',
    });
    this.call('autoscaling', 'CreateAutoScalingGroup', {
      AutoScalingGroupName: 'green',
      LaunchTemplate: { LaunchTemplateId: launchTemplateId, Version: '1' },
      MinSize: 0,
      MaxSize: 0,
      VPCZoneIdentifier: subnetIds.join(','),
      TargetGroupARNs: [TargetGroups?.[0]?.TargetGroupArn],
      HealthCheckType: 'ELB',
      HealthCheckGracePeriod: 600,
    });
    const { Rules } = this.call<DescribeRulesCommandOutput>('elasticloadbalancing', 'DescribeRules', {
      ListenerArn: listenerArn,
    });
    this.names = { groups: [groupName, 'green'], rule: Rules?.[0]?.RuleArn ?? '' };
  }

  call<Output>(service: ServiceName, operation: string, input: object): Output {
    return this.rollout.world.call({ service, operation, input, region: 'eu-west-1' }) as Output;
  }

  /** A runner that rolls out between the two. */
  deployment(trouble?: Trouble) {
    const { step } = this.rollout.runner();
    return { step, deployment: this.rollout.deploymentOf(step, 'somebody', trouble, { pair: this.names }) };
  }

  deploy(imageId = this.rollout.newImageId, trouble?: Trouble) {
    return this.rollout.clock.run(this.deployment(trouble).deployment.run({ imageId }, () => undefined));
  }

  repair() {
    return this.rollout.clock.run(this.deployment().deployment.repair(() => undefined));
  }

  /** Weights by the group that they lead to. */
  weights() {
    const { Rules } = this.call<DescribeRulesCommandOutput>('elasticloadbalancing', 'DescribeRules', {
      RuleArns: [this.names.rule],
    });
    const action = Rules?.[0]?.Actions?.[0];
    const targets = action?.ForwardConfig?.TargetGroups ?? [{ TargetGroupArn: action?.TargetGroupArn, Weight: 1 }];
    return Object.fromEntries(
      targets.map(({ TargetGroupArn, Weight }) => [TargetGroupArn?.split('/')[1] ?? '', Weight]),
    );
  }

  sizes(group: string) {
    const { AutoScalingGroups } = this.call<DescribeAutoScalingGroupsCommandOutput>(
      'autoscaling',
      'DescribeAutoScalingGroups',
      { AutoScalingGroupNames: [group] },
    );
    const { MinSize, DesiredCapacity, MaxSize, LaunchTemplate } = AutoScalingGroups?.[0] ?? {};
    return { sizes: [MinSize, DesiredCapacity, MaxSize], version: LaunchTemplate?.Version };
  }
}

export const untouched = { sizes: [0, 0, 0], version: '1' };
export const serving = { sizes: [2, 4, 8], version: '1' };
