import { describe, expect, it } from '@jest/globals';
import type { Plan } from '../../src/rollout/heart/plan.js';
import { isRead } from './invariants/invariants.js';
import { TwoGroups } from './two-groups.js';

const second = 1_000;
const minute = 60 * second;

/** What a workflow writes that rolls out to one group alone. */
const alone: Partial<Plan> = {
  strategy: 'rolling',
  waves: [{ percent: 100 }],
  maxSurge: { machines: 2 },
  maxUnavailable: { machines: 0 },
  keepPrevious: 0,
  soak: 0,
  onFailure: 'roll-back',
};

/** A rollout to one of the two groups alone, as by another workflow. */
function deployTo(pair: TwoGroups, group: string, imageId: string, plan: Partial<Plan> = {}) {
  const { step, name } = pair.rollout.runner();
  const own = { group, pair: undefined, plan: { ...alone, ...plan } };
  const deployment = pair.rollout.deploymentOf(step, name, undefined, own);
  return pair.rollout.clock.run(deployment.run({ imageId }, () => undefined));
}

describe('a rollout to one of two groups, while one between both waits for a person', () => {
  const bad = {
    newImage: { answers: { badAfter: 150 * second } },
    plan: { onFailure: 'hold', soak: 300 * second },
  } as const;

  it.each(['shop', 'green'])(
    'is refused to %s as long as requests are shared out, and abort still works',
    async (group) => {
      const pair = new TwoGroups(bad);
      expect(await pair.deploy()).toMatchObject({ outcome: 'needs-attention' });
      const before = pair.rollout.calls.length;
      const hotfix = pair.rollout.addImage('hotfix');
      await expect(deployTo(pair, group, hotfix)).rejects.toThrow(
        'Release 1 has left requests shared out between groups "shop" and "green". Take it back with "command: abort" first',
      );
      expect(pair.rollout.calls.slice(before).filter((call) => !isRead(call))).toEqual([]);
      const aborted = await pair.do((deployment) => deployment.abort(() => undefined), { group });
      expect(aborted).toMatchObject({ outcome: 'aborted' });
      expect(pair.weights()).toEqual({ 'shop-targets': 1 });
      expect(await deployTo(pair, group, hotfix)).toMatchObject({
        outcome: group === 'shop' ? 'succeeded' : 'unproven',
      });
    },
  );

  it('begins once somebody has given all of the weight to one of them', async () => {
    const pair = new TwoGroups(bad);
    await pair.deploy();
    const targets = ['shop', 'green'].map((group) => pair.rollout.group(group).TargetGroupARNs?.[0]);
    const TargetGroups = targets.map((TargetGroupArn, at) => ({ TargetGroupArn, Weight: at === 0 ? 100 : 0 }));
    pair.call('elasticloadbalancing', 'ModifyListener', {
      ListenerArn: pair.rollout.starter.listenerArn,
      DefaultActions: [{ Type: 'forward', ForwardConfig: { TargetGroups } }],
    });
    expect(await deployTo(pair, 'shop', pair.rollout.addImage('hotfix'))).toMatchObject({ outcome: 'succeeded' });
  });
});

describe('what a rollout between two groups has kept for an undo', () => {
  const kept = { plan: { keepPrevious: 30 * minute } };
  const idle = [0, 0, 0];

  it.each(['shop', 'green'].flatMap((serving) => ['shop', 'green'].map((named) => [serving, named] as const)))(
    'becomes idle and small after a hotfix to %s alone, by a repair that names %s',
    async (serving, named) => {
      const pair = new TwoGroups(kept);
      await pair.deploy();
      if (serving === 'shop') await pair.deploy(pair.rollout.addImage('third'));
      const other = serving === 'shop' ? 'green' : 'shop';
      const hotfix = pair.rollout.addImage('hotfix');
      expect(await deployTo(pair, serving, hotfix)).toMatchObject({ outcome: 'succeeded' });
      expect(await pair.repair({ group: named })).toBeUndefined();
      pair.rollout.clock.advance(31 * minute);
      const repaired = await pair.repair({ group: named });
      expect(repaired).toMatchObject({ outcome: 'unchanged' });
      // What stands in the ledger of the other group alone, that of both does not know.
      if (serving === 'green') expect(repaired?.imageId).toBe(hotfix);
      expect(repaired?.reason).toContain(`"${other}", which was kept for an undo, is idle and small again`);
      expect([pair.sizes(serving), pair.sizes(other)]).toEqual([[2, 4, 8], idle]);
      expect(await pair.repair({ group: named })).toBeUndefined();
    },
  );

  it('is no size of an idle group to the next one, after a hotfix to the group that serves', async () => {
    const pair = new TwoGroups(kept);
    await pair.deploy();
    await deployTo(pair, 'green', pair.rollout.addImage('hotfix'));
    expect(await pair.deploy(pair.rollout.addImage('next'))).toMatchObject({ outcome: 'succeeded' });
    pair.rollout.clock.advance(31 * minute);
    await pair.repair();
    expect([pair.sizes('shop'), pair.sizes('green')]).toEqual([[2, 4, 8], idle]);
  });

  it('is left out by an undo of the hotfix, which goes back to the image before that', async () => {
    const pair = new TwoGroups(kept);
    await pair.deploy();
    await deployTo(pair, 'green', pair.rollout.addImage('hotfix'));
    const undone = await pair.undo({ group: 'green' });
    expect(undone).toMatchObject({ outcome: 'succeeded', imageId: pair.rollout.newImageId });
    expect(pair.weights()).toEqual({ 'shop-targets': 0, green: 100 });
  });

  it('is retired beside what a release to the group that serves has kept in standby since', async () => {
    const pair = new TwoGroups(kept);
    await pair.deploy();
    const blueGreen = { strategy: 'blue-green', maxSurge: { percent: 100 }, keepPrevious: 30 * minute } as const;
    pair.rollout.clock.advance(20 * minute);
    await deployTo(pair, 'green', pair.rollout.addImage('hotfix'), blueGreen);
    pair.rollout.clock.advance(11 * minute);
    // As long as the newer one can be undone within seconds, it stays the newest.
    expect(await pair.repair({ group: 'green' })).toBeUndefined();
    pair.rollout.clock.advance(20 * minute);
    expect((await pair.repair({ group: 'green' }))?.reason).toContain('"shop", which was kept for an undo');
    expect((await pair.repair({ group: 'green' }))?.reason).toContain('The machines that were kept in "green"');
    pair.rollout.clock.advance(10 * minute);
    expect(await pair.repair({ group: 'green' })).toBeUndefined();
    expect([pair.sizes('shop'), pair.sizes('green')]).toEqual([idle, [2, 4, 8]]);
    expect(pair.rollout.group('green').Instances).toHaveLength(4);
  });

  it('is left alone while a hotfix to the other group waits for a person', async () => {
    const pair = new TwoGroups(kept);
    await pair.deploy();
    const bad = pair.rollout.addImage('bad', { answers: { badAfter: 30 * second } });
    const hold = { onFailure: 'hold', soak: 300 * second, maxSurge: { machines: 1 } } as const;
    expect(await deployTo(pair, 'green', bad, hold)).toMatchObject({ outcome: 'needs-attention' });
    pair.rollout.clock.advance(31 * minute);
    expect(await pair.repair({ group: 'green' })).toMatchObject({ outcome: 'needs-attention' });
  });
});

describe('what a rollout to one of two groups alone has kept for an undo', () => {
  const blueGreen: Partial<Plan> = { strategy: 'blue-green', maxSurge: { percent: 100 }, keepPrevious: 30 * minute };

  it.each([
    ['ended by one between both', {}, 'succeeded'],
    ['ended by one between both that is taken back', { answers: 'never' }, 'rolled-back'],
  ] as const)('is %s', async (_what, newImage, outcome) => {
    const pair = new TwoGroups({ newImage });
    const first = await deployTo(pair, 'shop', pair.rollout.addImage('blue-green'), blueGreen);
    expect(first).toMatchObject({ outcome: 'succeeded' });
    const aside = () =>
      pair.rollout.group('shop').Instances?.filter(({ LifecycleState }) => LifecycleState?.includes('Standby')) ?? [];
    expect(aside()).toHaveLength(4);
    expect(await pair.deploy()).toMatchObject({ outcome });
    expect(aside()).toEqual([]);
  });
});
