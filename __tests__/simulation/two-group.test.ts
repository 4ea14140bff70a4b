import { describe, expect, it } from '@jest/globals';
import { lease } from '../../src/rollout/ledger/lease.js';
import { Killed, type Trouble } from './troubles.js';
import { plan, serving, TwoGroups, untouched } from './two-groups.js';

const second = 1_000;

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

describe('a scheduled repair that names each of two groups alone', () => {
  const alone = async (pair: TwoGroups) => {
    for (const group of pair.names.groups) {
      const deployment = pair.rollout.deploymentOf(pair.rollout.runner().step, 'schedule', undefined, { group });
      await pair.rollout.clock.run(deployment.repair(() => undefined));
    }
  };

  it.each([12, 24, 36, 48])('makes both whole whose runner died after %i calls', async (call) => {
    const pair = new TwoGroups();
    await expect(pair.deploy(undefined, { call, when: 'after' })).rejects.toThrow(Killed);
    pair.rollout.clock.advance(lease.staleAfter);
    await alone(pair);
    expect(pair.sizes(pair.names.groups[0])).toEqual(serving);
    expect(pair.sizes('green')).toEqual(untouched);
    expect(pair.weights()).toEqual({ 'shop-targets': 1 });
    expect(pair.rollout.traffic.failed).toBe(0);
  });

  it('makes the idle one small once nobody may want it back', async () => {
    const pair = new TwoGroups({ plan: { keepPrevious: 1_800 * second } });
    await pair.deploy();
    pair.rollout.clock.advance(1_900 * second);
    await alone(pair);
    expect(pair.sizes(pair.names.groups[0]).sizes).toEqual([0, 0, 0]);
    expect(pair.sizes('green').sizes).toEqual([2, 4, 8]);
    expect(pair.rollout.traffic.failed).toBe(0);
  });
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
