import type {
  CreateRuleCommandOutput,
  CreateTargetGroupCommandOutput,
  DescribeRulesCommandOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { describe, expect, it } from '@jest/globals';
import type { DeploymentEnd } from '../../src/rollout/deployment.js';
import type { Plan } from '../../src/rollout/heart/plan.js';
import { historyLines } from '../../src/rollout/ledger/history.js';
import { lease } from '../../src/rollout/ledger/lease.js';
import { isRead } from './invariants/invariants.js';
import { Killed } from './troubles.js';
import { type Named, TwoGroups } from './two-groups.js';

const second = 1_000;
const minute = 60 * second;
const kept = { plan: { keepPrevious: 30 * minute } };
const [serving, idle] = [
  [2, 4, 8],
  [0, 0, 0],
];

/** Does something once, as soon as requests are shared out. */
function onceShared(pair: TwoGroups, what: () => void): void {
  const look = () => {
    if (Number(pair.weights().green ?? 0) > 0) what();
    else pair.rollout.clock.schedule(5 * second, look);
  };
  look();
}

/** Another rule of the listener, that forwards to this target group, and to more. */
function addRule(pair: TwoGroups, TargetGroupArn: string | undefined, more: readonly object[] = []): string {
  const TargetGroups = [{ TargetGroupArn, Weight: 1 }, ...more];
  const { Rules } = pair.call<CreateRuleCommandOutput>('elasticloadbalancing', 'CreateRule', {
    ...{ ListenerArn: pair.rollout.starter.listenerArn, Priority: 7 },
    Conditions: [{ Field: 'path-pattern', Values: ['/api/*'] }],
    Actions: [{ Type: 'forward', ForwardConfig: { TargetGroups } }],
  });
  return Rules?.[0]?.RuleArn ?? '';
}

/** Makes the rule forward to these. */
function forwardTo(pair: TwoGroups, TargetGroups: readonly object[], more: object = {}): void {
  pair.call('elasticloadbalancing', 'ModifyListener', {
    ListenerArn: pair.rollout.starter.listenerArn,
    DefaultActions: [{ Type: 'forward', ForwardConfig: { TargetGroups, ...more } }],
  });
}

/** A target group beside that of the group that serves, which has the weight 4. @returns its ARN. */
function addThirdTarget(pair: TwoGroups, Weight: number): string | undefined {
  const { TargetGroups } = pair.call<CreateTargetGroupCommandOutput>('elasticloadbalancing', 'CreateTargetGroup', {
    ...{ Name: 'legacy', Protocol: 'HTTP', Port: 8080, VpcId: pair.rollout.starter.vpcId },
  });
  const [shop] = pair.rollout.group('shop').TargetGroupARNs ?? [];
  const legacy = TargetGroups?.[0]?.TargetGroupArn;
  forwardTo(pair, [
    { TargetGroupArn: shop, Weight: 4 },
    { TargetGroupArn: legacy, Weight },
  ]);
  return legacy;
}

describe('a rollout between two groups', () => {
  it('rule 5: shifts all requests to the idle group once it is as large as the serving one, and swaps their sizes', async () => {
    const pair = new TwoGroups();
    expect(await pair.deploy()).toMatchObject({ outcome: 'succeeded', previousImageId: pair.rollout.starter.imageId });
    expect(pair.weights()).toEqual({ 'shop-targets': 0, green: 100 });
    expect([pair.sizes('green'), pair.sizes('shop')]).toEqual([serving, idle]);
  });

  it.each([
    ['shop', 'shop-targets', 'its target group, which gets none once they are shifted: it scales "shop" in then'],
    ['green', 'green', 'its target group, which gets none before they are shifted: "green" is held at its size'],
    [
      'green',
      'shop-targets',
      'the target group of "shop", which gets none once they are shifted: it scales "green" in',
    ],
    ['shop', 'green', 'the target group of "green", which gets them all once they are shifted: it scales "shop"'],
  ])('rule 31: names a scaling policy of %s that follows the requests of %s', async (group, target, words) => {
    const pair = new TwoGroups();
    const { listenerArn, targetGroupArn } = pair.rollout.starter;
    const balancer = listenerArn.slice(listenerArn.indexOf(':listener/') + 10).replace(/\/[^/]+$/, '');
    const [ofGreen] = pair.rollout.group('green').TargetGroupARNs ?? [];
    const arn = target === 'green' ? ofGreen : targetGroupArn;
    pair.call('autoscaling', 'PutScalingPolicy', {
      AutoScalingGroupName: group,
      PolicyName: 'requests',
      PolicyType: 'TargetTrackingScaling',
      TargetTrackingConfiguration: {
        TargetValue: 1_000,
        PredefinedMetricSpecification: {
          PredefinedMetricType: 'ALBRequestCountPerTarget',
          ResourceLabel: `${balancer}/${arn?.slice(arn.indexOf(':targetgroup/') + 1)}`,
        },
      },
    });
    const { step, deployment } = pair.deployment();
    await pair.rollout.clock.run(deployment.run({ imageId: pair.rollout.newImageId }, () => undefined));
    const warnings = step.lines.filter(({ level }) => level === 'warning').map(({ line }) => line);
    const remarks = warnings.filter((warning) => warning.startsWith('Scaling policy'));
    expect(remarks).toEqual([expect.stringContaining(`"requests" of "${group}" follows the requests of ${words}`)]);
  });

  it.each([
    ['group that serves', 'shop', 0],
    ['idle one', 'green', 1],
  ])(
    'is refused where another rule sends requests to the %s as well, before anything is changed',
    async (_w, group, at) => {
      const pair = new TwoGroups();
      const targets = pair.names.groups.map((name) => pair.rollout.group(name).TargetGroupARNs?.[0]);
      const RuleArn = addRule(pair, targets[at]);
      const before = pair.rollout.calls.length;
      await expect(pair.deploy()).rejects.toThrow(`Group "${group}" gets requests by rule ${RuleArn}, too`);
      expect(pair.rollout.calls.slice(before).filter((call) => !isRead(call))).toEqual([]);
    },
  );

  it.each(
    ['shop', 'green'].flatMap((group) => ['Launch', 'AddToLoadBalancer'].map((process) => [group, process] as const)),
  )('is refused where %s, serving or idle, has suspended %s, before anything is changed', async (group, process) => {
    const pair = new TwoGroups();
    const names = { AutoScalingGroupName: group, ScalingProcesses: [process] };
    pair.call('autoscaling', 'SuspendProcesses', names);
    const before = pair.rollout.calls.length;
    await expect(pair.deploy()).rejects.toThrow(`Group "${group}" has suspended ${process}`);
    expect(pair.rollout.calls.slice(before).filter((call) => !isRead(call))).toEqual([]);
  });

  it('is not refused for a rule that gives it no weight', async () => {
    const pair = new TwoGroups();
    const [blue, green] = pair.names.groups.map((name) => pair.rollout.group(name).TargetGroupARNs?.[0]);
    const other = pair.call<CreateTargetGroupCommandOutput>('elasticloadbalancing', 'CreateTargetGroup', {
      ...{ Name: 'other', Protocol: 'HTTP', Port: 8080, VpcId: pair.rollout.starter.vpcId },
    });
    const weights = [blue, green].map((TargetGroupArn) => ({ TargetGroupArn, Weight: 0 }));
    addRule(pair, other.TargetGroups?.[0]?.TargetGroupArn, weights);
    expect(await pair.deploy()).toMatchObject({ outcome: 'succeeded' });
  });

  it('is refused while a third target group gets requests by its rule, for that would lose its share', async () => {
    const pair = new TwoGroups();
    const legacy = addThirdTarget(pair, 1);
    const before = pair.rollout.calls.length;
    await expect(pair.deploy()).rejects.toThrow(
      `Target group ${legacy} gets requests by listener rule ${pair.names.rule} as well (weight 1)`,
    );
    expect(pair.rollout.calls.slice(before).filter((call) => !isRead(call))).toEqual([]);
    expect(pair.weights()).toEqual({ 'shop-targets': 4, legacy: 1 });
  });

  describe('rule 32: whose rule is sticky for an hour', () => {
    const hour = 60 * minute;
    const begin = (plan: Partial<Plan>, sticky: object = { Enabled: true, DurationSeconds: 3_600 }) => {
      const pair = new TwoGroups({ plan });
      const TargetGroups = [{ TargetGroupArn: pair.rollout.group('shop').TargetGroupARNs?.[0], Weight: 100 }];
      forwardTo(pair, TargetGroups, { TargetGroupStickinessConfig: sticky });
      return pair;
    };

    it.each([
      ['emptied at once', {}],
      ['emptied too soon', { keepPrevious: hour - second, soak: 5 * minute }],
    ])('is refused where the group that requests leave is %s, before anything is changed', async (_what, plan) => {
      const pair = begin(plan);
      const before = pair.rollout.calls.length;
      await expect(pair.deploy()).rejects.toThrow(/for 3600 s \(stickiness\), but "shop" .* Give keep-previous: 1h,/);
      expect(pair.rollout.calls.slice(before).filter((call) => !isRead(call))).toEqual([]);
    });

    it.each([
      ['keep-previous is as long', { keepPrevious: hour }, undefined],
      ['the last soak is as long', { soak: hour }, undefined],
      ['stickiness is off', {}, { Enabled: false }],
    ])('begins where %s, and leaves the rule as sticky as it was', async (_what, plan, sticky) => {
      const pair = begin(plan, sticky);
      expect(await pair.deploy()).toMatchObject({ outcome: 'succeeded' });
      expect(pair.weights()).toEqual({ 'shop-targets': 0, green: 100 });
      const { Rules } = pair.call<DescribeRulesCommandOutput>('elasticloadbalancing', 'DescribeRules', {
        RuleArns: [pair.names.rule],
      });
      const shown = sticky ?? { Enabled: true, DurationSeconds: 3_600 };
      expect(Rules?.[0]?.Actions?.[0]?.ForwardConfig?.TargetGroupStickinessConfig).toEqual(shown);
    });

    it('is undone all the same', async () => {
      const pair = begin({ keepPrevious: hour });
      await pair.deploy();
      pair.rollout.clock.advance(2 * hour);
      await pair.repair();
      const { deployment } = pair.deployment({ group: 'green' });
      const undone = await pair.rollout.clock.run(deployment.undo(() => undefined));
      expect(undone).toMatchObject({ outcome: 'succeeded', imageId: pair.rollout.starter.imageId });
    });
  });

  it('leaves a third target group without weight in its rule', async () => {
    const pair = new TwoGroups();
    addThirdTarget(pair, 0);
    expect(await pair.deploy()).toMatchObject({ outcome: 'succeeded' });
    expect(pair.weights()).toEqual({ 'shop-targets': 0, green: 100, legacy: 0 });
  });

  it('says what to write for a rule that does not exist', async () => {
    const pair = new TwoGroups();
    const rule = `${pair.names.rule}0`;
    const { deployment } = pair.deployment({ pair: { ...pair.names, rule } });
    const run = deployment.run({ imageId: pair.rollout.newImageId }, () => undefined);
    await expect(pair.rollout.clock.run(run)).rejects.toThrow(
      `There is no listener rule ${rule}. Give "listener-rule"`,
    );
  });

  it('goes the other way next time', async () => {
    const pair = new TwoGroups();
    await pair.deploy();
    pair.rollout.clock.advance(5 * minute);
    expect(await pair.deploy(pair.rollout.addImage('third'))).toMatchObject({ outcome: 'succeeded' });
    expect(pair.weights()).toEqual({ 'shop-targets': 100, green: 0 });
    expect([pair.sizes('shop'), pair.sizes('green')]).toEqual([serving, idle]);
    expect(pair.rollout.auditor.violations).toEqual([]);
  });

  it('of the image that serves already changes nothing', async () => {
    const pair = new TwoGroups();
    expect(await pair.deploy(pair.rollout.starter.imageId)).toMatchObject({ outcome: 'unchanged' });
    expect(pair.weights()).toEqual({ 'shop-targets': 1 });
  });

  it('keeps a size that somebody has made smaller while requests are shared out, with its minimum', async () => {
    const pair = new TwoGroups();
    let before: unknown;
    onceShared(pair, () => {
      before = pair.sizes('shop')[0];
      const smaller = { MinSize: 1, DesiredCapacity: 3 };
      pair.call('autoscaling', 'UpdateAutoScalingGroup', { AutoScalingGroupName: 'shop', ...smaller });
    });
    expect(await pair.deploy()).toMatchObject({ outcome: 'succeeded' });
    expect(before).toBe(4);
    expect(pair.sizes('green')).toEqual([1, 3, 8]);
    expect(pair.rollout.auditor.violations).toEqual([]);
  });

  it.each([
    ['all to the group that served', 100, 0],
    ['other shares', 50, 50],
  ])('rule 9: names somebody who gives %s in mid-rollout, and goes on', async (_what, blue, green) => {
    const pair = new TwoGroups({ plan: { soak: 5 * minute } });
    const [shop, other] = pair.names.groups.map((name) => pair.rollout.group(name).TargetGroupARNs?.[0]);
    const change = () =>
      forwardTo(pair, [
        { TargetGroupArn: shop, Weight: blue },
        { TargetGroupArn: other, Weight: green },
      ]);
    onceShared(pair, () => pair.rollout.clock.schedule(2 * minute, change));
    const { step, deployment } = pair.deployment();
    const run = deployment.run({ imageId: pair.rollout.newImageId }, () => undefined);
    expect(await pair.rollout.clock.run(run)).toMatchObject({ outcome: 'succeeded' });
    const words = `was changed by somebody else, to the weights ${blue} for "shop" and ${green} for "green"`;
    expect(step.linesAt('warning')).toEqual([expect.stringContaining(words)]);
  });

  it('rule 9: names nobody where nobody does, however late reads are', async () => {
    const late = { likelihood: 0.6, upTo: 15 };
    const pair = new TwoGroups({ plan: { soak: 3 * minute }, lateReads: late });
    const { step, deployment } = pair.deployment();
    const run = deployment.run({ imageId: pair.rollout.newImageId }, () => undefined);
    expect(await pair.rollout.clock.run(run)).toMatchObject({ outcome: 'succeeded' });
    expect(step.linesAt('warning')).toEqual([]);
  });

  it('rule 5: is taken back to a group that is as large as either group has grown', async () => {
    const pair = new TwoGroups({ newImage: { answers: { badAfter: 150 * second } }, plan: { soak: 5 * minute } });
    const larger = { AutoScalingGroupName: 'green', DesiredCapacity: 6 };
    onceShared(pair, () => pair.call('autoscaling', 'SetDesiredCapacity', larger));
    expect(await pair.deploy()).toMatchObject({ outcome: 'rolled-back' });
    expect([pair.sizes('shop'), pair.sizes('green')]).toEqual([[2, 6, 8], idle]);
    expect(pair.rollout.auditor.violations).toEqual([]);
  });
});

describe('a rollout between two groups whose runner is dead', () => {
  /** A scheduled action sets another size and gives the minimum back; then a policy makes the serving group smaller. */
  const left = async () => {
    const pair = new TwoGroups({ machines: 8, minSize: 3, maxSize: 10 });
    const { deployment } = pair.deployment();
    let isDead = false;
    onceShared(pair, () => {
      isDead = true;
    });
    pair.rollout.world.interceptors.push({
      before: ({ caller }) => {
        if (isDead && caller !== undefined) throw new Killed();
      },
    });
    const run = deployment.run({ imageId: pair.rollout.newImageId }, () => undefined);
    await expect(pair.rollout.clock.run(run)).rejects.toThrow(Killed);
    pair.rollout.world.interceptors.pop();
    const group = { AutoScalingGroupName: 'shop' };
    pair.call('autoscaling', 'PutScheduledUpdateGroupAction', {
      ...{ ...group, ScheduledActionName: 'larger', StartTime: new Date(pair.rollout.clock.now() + minute) },
      ...{ MinSize: 3, MaxSize: 10, DesiredCapacity: 10 },
    });
    pair.rollout.clock.advance(5 * minute);
    pair.rollout.scaleBy(-3);
    pair.rollout.clock.advance(lease.staleAfter);
    return pair;
  };

  it('has as many machines again as were held, for a policy that takes some may go by a share of the requests', async () => {
    const pair = await left();
    expect(pair.sizes('shop')).toEqual([3, 7, 10]);
    expect(await pair.deploy()).toMatchObject({ outcome: 'succeeded' });
    expect([pair.sizes('green'), pair.sizes('shop')]).toEqual([[3, 8, 10], idle]);
    expect(pair.rollout.auditor.violations).toEqual([]);
  });
});

describe('a rollout between two groups that is paused', () => {
  const paused = async () => {
    const pair = new TwoGroups({ plan: { pauseAfter: 1 } });
    expect(await pair.deploy()).toMatchObject({ outcome: 'paused' });
    expect(pair.weights()).toEqual({ 'shop-targets': 90, green: 10 });
    return pair;
  };

  it('pins no minimum meanwhile, so that policies go by the load', async () => {
    const pair = await paused();
    expect([pair.sizes('shop'), pair.sizes('green')]).toEqual([serving, serving]);
  });

  it('makes both groups large enough again before it goes on', async () => {
    const pair = await paused();
    pair.call('autoscaling', 'SetDesiredCapacity', { AutoScalingGroupName: 'green', DesiredCapacity: 2 });
    pair.rollout.clock.advance(10 * minute);
    const resumed = await pair.do((deployment) => deployment.resume(() => undefined));
    expect(resumed).toMatchObject({ outcome: 'succeeded' });
    expect([pair.sizes('shop'), pair.sizes('green')]).toEqual([idle, serving]);
    expect(pair.rollout.auditor.violations).toEqual([]);
    expect(pair.rollout.traffic.failed).toBe(0);
  });

  it('is taken back when nobody goes on with it', async () => {
    const pair = await paused();
    pair.rollout.clock.advance(25 * 60 * minute);
    expect(await pair.repair()).toMatchObject({ outcome: 'aborted' });
    expect([pair.sizes('shop'), pair.sizes('green'), pair.weights()]).toEqual([serving, idle, { 'shop-targets': 1 }]);
  });
});

describe('a rollout between two groups whose rule forwards no more', () => {
  const page = { Type: 'fixed-response', FixedResponseConfig: { StatusCode: '503' } };
  const close = (pair: TwoGroups) =>
    pair.call('elasticloadbalancing', 'ModifyListener', {
      ...{ ListenerArn: pair.rollout.starter.listenerArn, DefaultActions: [page] },
    });
  const targetsOf = (pair: TwoGroups) => pair.names.groups.map((name) => pair.rollout.group(name).TargetGroupARNs?.[0]);

  /** Somebody puts up a maintenance page for so long while requests are shared out, or for good. */
  const closed = async (time?: number) => {
    const pair = new TwoGroups();
    const [shop, green] = targetsOf(pair);
    const shared = [
      { TargetGroupArn: shop, Weight: 90 },
      { TargetGroupArn: green, Weight: 10 },
    ];
    onceShared(pair, () => {
      close(pair);
      if (time !== undefined) pair.rollout.clock.schedule(time, () => forwardTo(pair, shared));
    });
    return { pair, shop, end: await pair.deploy() };
  };

  it('waits for the end of a maintenance page', async () => {
    const { pair, end } = await closed(5 * minute);
    expect(end).toMatchObject({ outcome: 'succeeded' });
    expect([pair.sizes('green'), pair.sizes('shop')]).toEqual([serving, idle]);
  });

  it('is left to a person in the end, both groups as large as they are and no minimum pinned', async () => {
    const { pair, end } = await closed();
    const reason = expect.stringContaining('forwarded to no target group, for 600 s (progress-deadline)');
    expect(end).toMatchObject({ outcome: 'needs-attention', reason });
    expect([pair.sizes('green'), pair.sizes('shop')]).toEqual([serving, serving]);
    expect(await pair.repair()).toMatchObject({ outcome: 'needs-attention', reason });
  });

  it('begins anew by a rule that is there, from the group that this one gives all requests', async () => {
    const { pair, shop } = await closed();
    const rule = addRule(pair, shop);
    const named = { pair: { ...pair.names, rule } };
    const run = pair.do((deployment) => deployment.run({ imageId: pair.rollout.newImageId }, () => undefined), named);
    expect(await run).toMatchObject({ outcome: 'succeeded' });
    expect([pair.sizes('green'), pair.sizes('shop')]).toEqual([serving, idle]);
  });

  it('puts back what it has pinned when it is cancelled then', async () => {
    const pair = new TwoGroups();
    const { step, deployment } = pair.deployment();
    onceShared(pair, () => {
      close(pair);
      pair.rollout.clock.schedule(minute, () => step.cancel());
    });
    const run = deployment.run({ imageId: pair.rollout.newImageId }, () => undefined);
    expect(await pair.rollout.clock.run(run)).toMatchObject({ outcome: 'interrupted' });
    const post = pair.rollout.deploymentOf(step.post(), 'post', undefined, { pair: pair.names });
    expect(await pair.rollout.clock.run(post.cleanUp(1))).toMatchObject({ isClean: true });
    expect([pair.sizes('green'), pair.sizes('shop')]).toEqual([serving, serving]);
  });
});

describe('what a rollout between two groups has kept', () => {
  it('serves again with undo, weights before capacity', async () => {
    const pair = new TwoGroups(kept);
    await pair.deploy();
    const began = pair.rollout.clock.now();
    const { imageId } = pair.rollout.starter;
    expect(await pair.undo()).toMatchObject({
      outcome: 'succeeded',
      imageId,
      previousImageId: pair.rollout.newImageId,
      reason: `Release 1 is undone. "shop" runs ${imageId} and gets every request; "green" is idle.`,
    });
    expect(pair.rollout.clock.now() - began).toBeLessThan(30 * second);
    expect(pair.weights()).toEqual({ 'shop-targets': 100, green: 0 });
    expect([pair.sizes('shop'), pair.sizes('green')]).toEqual([serving, idle]);
    expect(pair.rollout.auditor.violations).toEqual([]);
  });

  it('gets its machines back first, if a policy has taken them', async () => {
    const pair = new TwoGroups(kept);
    await pair.deploy();
    pair.call('autoscaling', 'SetDesiredCapacity', { AutoScalingGroupName: 'shop', DesiredCapacity: 2 });
    pair.rollout.clock.advance(2 * minute);
    expect(await pair.undo()).toMatchObject({ outcome: 'succeeded' });
    expect(pair.sizes('shop')).toEqual(serving);
    expect(pair.rollout.auditor.violations).toEqual([]);
  });

  it('is made as small as the idle group was, by the scheduled repair once its time is over', async () => {
    const pair = new TwoGroups(kept);
    await pair.deploy();
    expect(pair.sizes('shop')).toEqual(serving);
    pair.rollout.clock.advance(20 * minute);
    expect(await pair.repair()).toBeUndefined();
    pair.rollout.clock.advance(11 * minute);
    expect(await pair.repair()).toMatchObject({ outcome: 'unchanged', reason: expect.stringContaining('small again') });
    expect([pair.sizes('shop'), pair.sizes('green')]).toEqual([idle, serving]);
    expect(await pair.repair()).toBeUndefined();
    expect(pair.rollout.traffic.failed).toBe(0);
  });

  it('keeps its size when a person has given it requests again', async () => {
    const pair = new TwoGroups(kept);
    await pair.deploy();
    const [shop = '', green = ''] = pair.names.groups.map((group) => pair.rollout.group(group).TargetGroupARNs?.[0]);
    const ForwardConfig = {
      TargetGroups: [
        { TargetGroupArn: shop, Weight: 100 },
        { TargetGroupArn: green, Weight: 0 },
      ],
    };
    pair.call('elasticloadbalancing', 'ModifyListener', {
      ListenerArn: pair.rollout.starter.listenerArn,
      DefaultActions: [{ Type: 'forward', ForwardConfig }],
    });
    pair.rollout.clock.advance(31 * minute);
    expect(await pair.repair()).toMatchObject({ reason: '"shop" gets requests again, so it keeps its size.' });
    expect(pair.sizes('shop')).toEqual(serving);
  });

  it('is as idle as the other one was after the next rollout', async () => {
    const pair = new TwoGroups(kept);
    await pair.deploy();
    await pair.deploy(pair.rollout.addImage('third'));
    pair.rollout.clock.advance(31 * minute);
    await pair.repair();
    expect([pair.sizes('shop'), pair.sizes('green')]).toEqual([serving, idle]);
  });

  const withOldIdleImage = () => {
    const pair = new TwoGroups();
    const { LaunchTemplateId } = pair.rollout.group('green').LaunchTemplate ?? {};
    pair.call('ec2', 'CreateLaunchTemplateVersion', {
      LaunchTemplateId,
      SourceVersion: '1',
      LaunchTemplateData: { ImageId: pair.rollout.addImage('long ago') },
    });
    const LaunchTemplate = { LaunchTemplateId, Version: '2' };
    pair.call('autoscaling', 'UpdateAutoScalingGroup', { AutoScalingGroupName: 'green', LaunchTemplate });
    return pair;
  };

  it('is what "previous" means, whatever the idle group ran before', async () => {
    const pair = withOldIdleImage();
    const { imageId } = pair.rollout.starter;
    await pair.deploy();
    expect(await pair.do((deployment) => deployment.run({ previous: true }, () => undefined))).toMatchObject({
      imageId,
    });
    const [newest] = await pair.do((deployment) => deployment.history());
    expect(historyLines('shop', newest ? [newest] : [])).toEqual([
      expect.stringContaining(`${pair.rollout.newImageId} -> ${imageId}`),
    ]);
  });

  it('is rolled back to by undo afterwards, whatever the idle group ran before', async () => {
    const pair = withOldIdleImage();
    await pair.deploy();
    expect(await pair.undo()).toMatchObject({ outcome: 'succeeded', imageId: pair.rollout.starter.imageId });
    expect(pair.weights()).toEqual({ 'shop-targets': 100, green: 0 });
    expect(pair.rollout.traffic.failed).toBe(0);
  });
});

const nameds: readonly (readonly [string, (pair: TwoGroups) => Named])[] = [
  ['both groups and their rule', ({ names }) => ({ pair: names })],
  ['both, the other way round', ({ names }) => ({ pair: { ...names, groups: ['green', 'shop'] } })],
  ['the first one alone', () => ({ group: 'shop' })],
  ['the second one alone', () => ({ group: 'green' })],
];

describe.each(nameds)('a step that names %s', (_, namedIn) => {
  const dead = async () => {
    const pair = new TwoGroups();
    await expect(pair.deploy(undefined, { call: 60, when: 'after' })).rejects.toThrow(Killed);
    pair.rollout.clock.advance(lease.staleAfter);
    return { pair, named: namedIn(pair) };
  };

  it('repairs what a dead run has left', async () => {
    const { pair, named } = await dead();
    expect(await pair.repair(named)).toMatchObject({ outcome: 'aborted' });
    expect([pair.sizes('shop'), pair.sizes('green'), pair.weights()]).toEqual([serving, idle, { 'shop-targets': 1 }]);
  });

  it('aborts it', async () => {
    const { pair, named } = await dead();
    expect(await pair.do((deployment) => deployment.abort(() => undefined), named)).toMatchObject({
      outcome: 'aborted',
    });
    expect([pair.sizes('shop'), pair.sizes('green'), pair.weights()]).toEqual([serving, idle, { 'shop-targets': 1 }]);
  });

  it('resumes it', async () => {
    const { pair, named } = await dead();
    expect(await pair.do((deployment) => deployment.resume(() => undefined), named)).toMatchObject({
      outcome: 'succeeded',
    });
    expect([pair.sizes('shop'), pair.sizes('green')]).toEqual([idle, serving]);
  });

  it('undoes what is kept, and tells of it', async () => {
    const pair = new TwoGroups(kept);
    await pair.deploy();
    expect(await pair.undo(namedIn(pair))).toMatchObject({ outcome: 'succeeded' });
    expect(pair.weights()).toEqual({ 'shop-targets': 100, green: 0 });
    const history = await pair.do((deployment) => deployment.history(), namedIn(pair));
    expect(history.map(({ number, outcome }) => [number, outcome])).toEqual([
      [2, 'succeeded'],
      [1, 'succeeded'],
    ]);
  });

  it('undoes by a rollout', async () => {
    const pair = new TwoGroups();
    await pair.deploy();
    expect(await pair.undo(namedIn(pair))).toMatchObject({ imageId: pair.rollout.starter.imageId });
    expect(pair.weights()).toEqual({ 'shop-targets': 100, green: 0 });
  });
});

describe('a rollout between two groups and one to either of them alone', () => {
  it.each(['shop', 'green'])('exclude each other: %s', async (group) => {
    const pair = new TwoGroups();
    await expect(pair.deploy(undefined, { call: 60, when: 'after' })).rejects.toThrow(Killed);
    const alone = (imageId: string) => pair.do((deployment) => deployment.run({ imageId }, () => undefined), { group });
    await expect(alone(pair.rollout.newImageId)).rejects.toThrow(/is being rolled out to/);
  });

  it.each([
    [0, 'succeeds', ['refused', 'succeeded']],
    [900, 'succeeds', ['refused', 'succeeded']],
    [1_500, 'is refused', ['succeeded', 'refused']],
  ])(
    'exclude each other when they begin at the same moment: one that is %d ms later %s',
    async (delay, _what, ends) => {
      const pair = new TwoGroups();
      const { clock, newImageId } = pair.rollout;
      const endOf = (run: Promise<DeploymentEnd>) =>
        run.then(
          ({ outcome }) => outcome,
          (error: Error) => (/ is being rolled out to .* Wait for it to end/.test(error.message) ? 'refused' : error),
        );
      const between = endOf(pair.deployment().deployment.run({ imageId: newImageId }, () => undefined));
      const plan = { strategy: 'rolling', waves: [{ percent: 100 }], soak: 0 } as const;
      const own = { pair: undefined, group: 'shop', plan };
      const alone = pair.rollout.deploymentOf(pair.rollout.runner().step, 'alone', undefined, own);
      const other = pair.rollout.addImage('other');
      const toOne = endOf(clock.sleep(delay).then(() => alone.run({ imageId: other }, () => undefined)));
      expect(await clock.run(Promise.all([between, toOne]))).toEqual(ends);
      const [shop, green] = ends[0] === 'refused' ? [serving, idle] : [idle, serving];
      expect([pair.sizes('shop'), pair.sizes('green')]).toEqual([shop, green]);
      expect(pair.rollout.traffic.failed).toBe(0);
    },
  );

  it('exclude each other the other way round', async () => {
    const pair = new TwoGroups();
    const { deployment } = pair.deployment({ group: 'shop' }, { call: 30, when: 'after' });
    const imageId = pair.rollout.newImageId;
    await expect(pair.rollout.clock.run(deployment.run({ imageId }, () => undefined))).rejects.toThrow(Killed);
    await expect(pair.deploy()).rejects.toThrow('Group "shop" is being rolled out to');
    pair.rollout.clock.advance(lease.staleAfter);
    await expect(pair.deploy()).rejects.toThrow('End it first, with "command: repair" and "group: shop".');
    await pair.repair({ group: 'shop' });
    expect(await pair.deploy()).toMatchObject({ outcome: 'succeeded' });
  });
});

describe('a rollout between two groups that is left to a person', () => {
  const held = async () => {
    const newImage = { answers: { badAfter: 150 * second } };
    const pair = new TwoGroups({ newImage, plan: { onFailure: 'hold', soak: 5 * minute } });
    const end = await pair.deploy();
    expect(end).toMatchObject({ outcome: 'needs-attention', reason: expect.stringContaining('takes it back first') });
    expect(pair.weights()).toEqual({ 'shop-targets': 90, green: 10 });
    return pair;
  };

  it('pins no minimum meanwhile', async () => {
    const pair = await held();
    expect([pair.sizes('shop')[0], pair.sizes('green')[0]]).toEqual([2, 2]);
  });

  it('cannot be resumed, and says what can be done', async () => {
    const pair = await held();
    await expect(pair.do((deployment) => deployment.resume(() => undefined))).rejects.toThrow(
      'Release 1 to group "green" waits for a person and cannot be resumed. Deploy what is right, or take it back with "command: abort".',
    );
  });

  it('leaves the other one as idle as this one was, if a person gives this one all requests and deploys anew', async () => {
    const pair = await held();
    const [blue, green] = ['shop', 'green'].map((group) => pair.rollout.group(group).TargetGroupARNs?.[0]);
    const weight = (TargetGroupArn: string | undefined, Weight: number) => ({ TargetGroupArn, Weight });
    const ForwardConfig = { TargetGroups: [weight(blue, 0), weight(green, 100)] };
    const { listenerArn } = pair.rollout.starter;
    const order = { ListenerArn: listenerArn, DefaultActions: [{ Type: 'forward', ForwardConfig }] };
    pair.call('elasticloadbalancing', 'ModifyListener', order);
    expect(await pair.deploy(pair.rollout.addImage('third'))).toMatchObject({ outcome: 'succeeded' });
    expect(pair.weights()).toEqual({ 'shop-targets': 100, green: 0 });
    expect(pair.sizes('green')).toEqual(idle);
  });

  it('is taken back by abort', async () => {
    const pair = await held();
    expect(await pair.do((deployment) => deployment.abort(() => undefined))).toMatchObject({ outcome: 'aborted' });
    expect([pair.sizes('shop'), pair.sizes('green'), pair.weights()]).toEqual([serving, idle, { 'shop-targets': 1 }]);
  });

  it('is taken back by the next rollout, before that begins', async () => {
    const pair = await held();
    const imageId = pair.rollout.addImage('mended');
    expect(await pair.deploy(imageId)).toMatchObject({ outcome: 'succeeded', imageId });
    expect([pair.sizes('shop'), pair.sizes('green')]).toEqual([idle, serving]);
    expect(pair.weights()).toEqual({ 'shop-targets': 0, green: 100 });
  });
});
