import { describe, expect, it } from '@jest/globals';
import type { Plan } from '../../src/rollout/heart/plan.js';
import { isRead } from './invariants/invariants.js';
import { TwoGroups } from './two-groups.js';

const second = 1_000;

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
