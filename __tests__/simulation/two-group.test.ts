import type { DescribeAutoScalingGroupsCommandOutput } from '@aws-sdk/client-auto-scaling';
import type {
  CreateTargetGroupCommandOutput,
  DescribeRulesCommandOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { describe, expect, it } from '@jest/globals';
import type { ServiceName } from '../../sandbox/world/world.js';
import type { Plan } from '../../src/rollout/plan.js';
import { lease } from '../../src/rollout/release.js';
import type { PairNames } from '../../src/rollout/two-group/find-sides.js';
import { SimulatedRollout, type SimulationSettings } from './simulated-rollout.js';
import { Killed, type Trouble } from './troubles.js';

const second = 1_000;
const plan: Partial<Plan> = {
  strategy: 'two-group',
  waves: [{ percent: 10 }, { percent: 50 }, { percent: 100 }],
  soak: 30 * second,
  bootAllowance: 120 * second,
};

/** A simulated group with its idle twin: a target group of its own that is in no rule yet, and no machines. */
class TwoGroups {
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

const untouched = { sizes: [0, 0, 0], version: '1' };
const serving = { sizes: [2, 4, 8], version: '1' };

describe('a rollout between two groups', () => {
  it('rule 5: shifts all requests to the idle group once it is as large as the serving one, and swaps their sizes', async () => {
    const pair = new TwoGroups();
    expect(await pair.deploy()).toMatchObject({ outcome: 'succeeded', previousImageId: pair.rollout.starter.imageId });
    expect(pair.weights()).toEqual({ 'shop-targets': 0, green: 100 });
    expect(pair.sizes('green')).toEqual({ sizes: [2, 4, 8], version: '2' });
    expect(pair.sizes('shop').sizes).toEqual([0, 0, 0]);
    expect(pair.rollout.traffic.failed).toBe(0);
  });

  it('names the scaling policies that follow the requests of one target group', async () => {
    const pair = new TwoGroups();
    const { listenerArn, targetGroupArn } = pair.rollout.starter;
    const balancer = listenerArn.slice(listenerArn.indexOf(':listener/') + 10).replace(/\/[^/]+$/, '');
    pair.call('autoscaling', 'PutScalingPolicy', {
      AutoScalingGroupName: pair.rollout.starter.groupName,
      PolicyName: 'requests',
      PolicyType: 'TargetTrackingScaling',
      TargetTrackingConfiguration: {
        TargetValue: 1_000,
        PredefinedMetricSpecification: {
          PredefinedMetricType: 'ALBRequestCountPerTarget',
          ResourceLabel: `${balancer}/${targetGroupArn.slice(targetGroupArn.indexOf(':targetgroup/') + 1)}`,
        },
      },
    });
    const { step, deployment } = pair.deployment();
    await pair.rollout.clock.run(deployment.run({ imageId: pair.rollout.newImageId }, () => undefined));
    const warnings = step.lines.filter(({ level }) => level === 'warning').map(({ line }) => line);
    expect(warnings).toContainEqual(expect.stringContaining('Scaling policy "requests" of "shop"'));
  });

  it('goes the other way next time', async () => {
    const pair = new TwoGroups();
    await pair.deploy();
    pair.rollout.clock.advance(300 * second);
    expect(await pair.deploy(pair.rollout.addImage('third'))).toMatchObject({ outcome: 'succeeded' });
    expect(pair.weights()).toEqual({ 'shop-targets': 100, green: 0 });
    expect(pair.sizes('shop').sizes).toEqual([2, 4, 8]);
    expect(pair.rollout.traffic.failed).toBe(0);
  });

  it('of the image that serves already changes nothing', async () => {
    const pair = new TwoGroups();
    expect(await pair.deploy(pair.rollout.starter.imageId)).toMatchObject({ outcome: 'unchanged' });
    expect(pair.weights()).toEqual({ 'shop-targets': 1 });
  });

  it('of an image that never answers reaches no user, and leaves rule and sizes as they were', async () => {
    const pair = new TwoGroups({ newImage: { answers: 'never' } });
    expect(await pair.deploy()).toMatchObject({ outcome: 'rolled-back' });
    expect(pair.weights()).toEqual({ 'shop-targets': 1 });
    expect(pair.sizes('green')).toEqual(untouched);
    expect(pair.sizes('shop')).toEqual(serving);
    expect(pair.rollout.traffic.failed).toBe(0);
  });

  it('keeps the predecessor at its size for as long as an undo may want it', async () => {
    const pair = new TwoGroups({ plan: { ...plan, keepPrevious: 1_800 * second } });
    expect(await pair.deploy()).toMatchObject({ outcome: 'succeeded' });
    expect(pair.sizes('shop').sizes).toEqual([2, 4, 8]);
  });

  it.each(['before', 'after'] as const)(
    'whose runner dies %s any call is taken back by repair, weights first',
    async (when) => {
      const whole = new TwoGroups();
      await whole.deploy();
      const calls = whole.rollout.calls.length;
      for (let call = 8; call < calls; call += 3) {
        const pair = new TwoGroups();
        await expect(pair.deploy(undefined, { call, when } as Trouble)).rejects.toThrow(Killed);
        pair.rollout.clock.advance(lease.staleAfter);
        await pair.repair();
        const isShifted = pair.weights().green === 100;
        expect([call, pair.sizes('shop').sizes]).toEqual([call, isShifted ? [0, 0, 0] : [2, 4, 8]]);
        expect([call, pair.sizes('green').sizes]).toEqual([call, isShifted ? [2, 4, 8] : [0, 0, 0]]);
        if (!isShifted) expect([call, pair.weights()]).toEqual([call, { 'shop-targets': 1 }]);
        expect([call, pair.rollout.traffic.failed]).toEqual([call, 0]);
      }
    },
    60_000,
  );
});

describe('what a rollout between two groups has kept', () => {
  const kept = { plan: { keepPrevious: 30 * 60 * second } };
  const minutes = 60 * second;

  it('serves again with undo, weights before capacity', async () => {
    const pair = new TwoGroups(kept);
    await pair.deploy();
    const undone = await pair.rollout.clock.run(pair.deployment().deployment.undo(() => undefined));
    expect(undone).toMatchObject({ outcome: 'rolled-back', reason: expect.stringContaining('undid it') });
    expect(pair.weights()).toMatchObject({ 'shop-targets': 1 });
    expect(pair.sizes(pair.names.groups[0])).toEqual(serving);
    expect(pair.sizes('green')).toEqual(untouched);
    expect(pair.rollout.traffic.failed).toBe(0);
  });

  it('is made as small as the idle group was, by the scheduled repair once its time is over', async () => {
    const pair = new TwoGroups(kept);
    await pair.deploy();
    expect(pair.sizes(pair.names.groups[0]).sizes).toEqual([2, 4, 8]);
    pair.rollout.clock.advance(20 * minutes);
    expect(await pair.repair()).toBeUndefined();
    pair.rollout.clock.advance(11 * minutes);
    expect(await pair.repair()).toMatchObject({ outcome: 'succeeded' });
    expect(pair.sizes(pair.names.groups[0]).sizes).toEqual([0, 0, 0]);
    expect(await pair.repair()).toBeUndefined();
    expect(pair.rollout.traffic.failed).toBe(0);
  });

  it('is rolled back to by undo afterwards', async () => {
    const pair = new TwoGroups();
    await pair.deploy();
    const undone = await pair.rollout.clock.run(pair.deployment().deployment.undo(() => undefined));
    expect(undone).toMatchObject({ outcome: 'succeeded', imageId: pair.rollout.starter.imageId });
    expect(pair.weights()).toMatchObject({ 'shop-targets': 100, green: 0 });
    expect(pair.rollout.traffic.failed).toBe(0);
  });
});
