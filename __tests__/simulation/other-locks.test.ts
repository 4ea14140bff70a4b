import { describe, expect, it } from '@jest/globals';
import { lease } from '../../src/rollout/ledger/lease.js';
import { isRead } from './invariants/invariants.js';
import { SimulatedRollout } from './simulated-rollout.js';
import { Killed } from './troubles.js';

const nobodyAsks = () => undefined;
const slowly = {
  waves: [{ machines: 2 }, { machines: 4 }, { percent: 100 }],
  maxSurge: { machines: 2 },
  soak: 150_000,
};
const canaryOfOne = [{ machines: 1 }, { percent: 100 }];

function group(rollout: SimulatedRollout): string {
  return rollout.starter.groupName;
}

/** Tries to deploy: what it was refused with, having changed nothing. */
async function refusal(rollout: SimulatedRollout): Promise<string> {
  const run = rollout.runner().deployment.run({ imageId: rollout.newImageId }, nobodyAsks);
  const message = await rollout.clock.run(
    run.then(
      () => '',
      (error: Error) => error.message,
    ),
  );
  expect(rollout.calls.filter((call) => !isRead(call))).toEqual([]);
  return message;
}

describe('rule 36: somebody else at work counts as a lock', () => {
  it('an update of the stack that the group belongs to', async () => {
    const rollout = new SimulatedRollout({ seed: 111 });
    const { cloudFormation } = rollout.region;
    const stack = cloudFormation.adopt(group(rollout), 'shop-stack');
    cloudFormation.enter(stack, 'UPDATE_IN_PROGRESS');
    expect(await refusal(rollout)).toContain('CloudFormation stack "shop-stack" is UPDATE_IN_PROGRESS');
    cloudFormation.enter(stack, 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS');
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
  });

  it('an update of the stack in which that is nested, which would set it back', async () => {
    const rollout = new SimulatedRollout({ seed: 111 });
    const { cloudFormation } = rollout.region;
    const nested = cloudFormation.adopt(group(rollout), 'shop-group');
    nested.root = cloudFormation.create('shop');
    cloudFormation.enter(nested.root, 'UPDATE_IN_PROGRESS');
    expect(await refusal(rollout)).toContain('stack "shop-group" is nested in "shop", which is UPDATE_IN_PROGRESS');
    cloudFormation.enter(nested.root, 'UPDATE_COMPLETE');
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
  });

  it('but no stack that is gone, and has left the group behind with its tags', async () => {
    const rollout = new SimulatedRollout({ seed: 111 });
    const { cloudFormation } = rollout.region;
    cloudFormation.delete(cloudFormation.adopt(group(rollout), 'shop-stack'));
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
  });

  it('a deployment by CodeDeploy to the group, and none to another', async () => {
    const rollout = new SimulatedRollout({ seed: 112 });
    const { codeDeploy } = rollout.region;
    const target = { application: 'shop', deploymentGroup: 'prod', autoScalingGroups: [group(rollout)] };
    codeDeploy.begin({ ...target, deploymentGroup: 'test', autoScalingGroups: ['other'] });
    const deployment = codeDeploy.begin(target);
    expect(await refusal(rollout)).toContain(
      `deployment ${deployment.id} of CodeDeploy (application shop) is InProgress`,
    );
    codeDeploy.enter(deployment, 'Succeeded');
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
  });

  it('an instance refresh', async () => {
    const rollout = new SimulatedRollout({ seed: 113 });
    rollout.askTruth('StartInstanceRefresh', { AutoScalingGroupName: group(rollout) });
    expect(await refusal(rollout)).toMatch(/instance refresh \S+ is (Pending|InProgress)/);
  });

  it.each(['resume', 'abort', 'undo'] as const)('for %s as well', async (command) => {
    const rollout = new SimulatedRollout({ seed: 116, machines: 4, plan: { pauseAfter: 1, waves: canaryOfOne } });
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'paused' });
    rollout.askTruth('StartInstanceRefresh', { AutoScalingGroupName: group(rollout) });
    const before = rollout.calls.length;
    const run = rollout.runner().deployment[command](nobodyAsks);
    await expect(rollout.clock.run(run)).rejects.toThrow('is being changed by somebody else: instance refresh');
    expect(rollout.calls.slice(before).filter((call) => !isRead(call))).toEqual([]);
  });

  it('for a repair and for a deployment after a dead run as well', async () => {
    const rollout = new SimulatedRollout({ seed: 117, machines: 4 });
    const { deployment } = rollout.runner({ call: 40, when: 'after' });
    const dead = deployment.run({ imageId: rollout.newImageId }, nobodyAsks);
    await expect(rollout.clock.run(dead)).rejects.toThrow(Killed);
    rollout.clock.advance(lease.staleAfter);
    rollout.askTruth('StartInstanceRefresh', { AutoScalingGroupName: group(rollout) });
    const repair = rollout.runner().deployment.repair(nobodyAsks);
    await expect(rollout.clock.run(repair)).rejects.toThrow('is being changed by somebody else');
    const again = rollout.runner().deployment.run({ imageId: rollout.newImageId }, nobodyAsks);
    await expect(rollout.clock.run(again)).rejects.toThrow('is being changed by somebody else');
  });

  it.each([
    ['ListDeployments', 'AccessDeniedException', 400, 'CodeDeploy'],
    ['DescribeInstanceRefreshes', 'AccessDenied', 400, 'instance refreshes'],
    ['ListDeployments', 'ServiceUnavailable', 503, 'CodeDeploy'],
    ['DescribeStacks', 'ServiceUnavailable', 503, 'CloudFormation'],
  ])(
    'is a line of the log where nobody may or can ask, and no failure: %s, %s',
    async (operation, error, status, what) => {
      const rollout = new SimulatedRollout({ seed: 114 });
      rollout.region.cloudFormation.adopt(group(rollout), 'shop-stack');
      rollout.strike([{ operation, error, status }]);
      const { step, deployment } = rollout.runner();
      const end = await rollout.clock.run(deployment.run({ imageId: rollout.newImageId }, nobodyAsks));
      expect(end).toMatchObject({ outcome: 'succeeded' });
      expect(step.linesAt('info').filter((line) => line.includes(what))).toHaveLength(1);
    },
  );
});

describe('rule 9: infrastructure code that sets the group back meanwhile', () => {
  it('is named once, and the rollout goes on', async () => {
    const rollout = new SimulatedRollout({ seed: 115, machines: 6 });
    rollout.region.cloudFormation.adopt(group(rollout), 'shop-stack');
    const template = rollout.starter.launchTemplateId;
    const other = { LaunchTemplateId: template, Version: '$Latest' };
    for (const seconds of [150, 200]) {
      rollout.clock.schedule(seconds * 1000, () => {
        rollout.askTruth('UpdateAutoScalingGroup', { AutoScalingGroupName: group(rollout), LaunchTemplate: other });
      });
    }
    const { step, deployment } = rollout.runner();
    const end = await rollout.clock.run(deployment.run({ imageId: rollout.newImageId }, nobodyAsks));
    expect(end).toMatchObject({ outcome: 'succeeded' });
    const warnings = step.linesAt('warning').filter((line) => line.includes('shop-stack'));
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('was set to version $Latest');
    expect(rollout.imagesInService()).toEqual([rollout.newImageId]);
    expect(rollout.group().LaunchTemplate?.Version).toBe('2');
  });

  it.each([
    ['the very version that ran before', { LaunchTemplate: { Version: '1' } }, 'was set to version 1 of'],
    ['the very maximum that was found', { MaxSize: 6 }, 'The maximum of group "shop" was set from 8 to 6 by'],
  ])('to %s is named as well', async (_what, change, words) => {
    const rollout = new SimulatedRollout({ seed: 118, machines: 6, maxSize: 6, plan: slowly });
    const { LaunchTemplateId } = rollout.group().LaunchTemplate ?? {};
    const template = 'LaunchTemplate' in change && { LaunchTemplate: { ...change.LaunchTemplate, LaunchTemplateId } };
    rollout.clock.schedule(400_000, () => {
      rollout.askTruth('UpdateAutoScalingGroup', { AutoScalingGroupName: group(rollout), ...change, ...template });
    });
    const { step, deployment } = rollout.runner();
    const end = await rollout.clock.run(deployment.run({ imageId: rollout.newImageId }, nobodyAsks));
    expect(end).toMatchObject({ outcome: 'succeeded' });
    expect(step.linesAt('warning')).toEqual([expect.stringContaining(words)]);
    expect(rollout.imagesInService()).toEqual([rollout.newImageId]);
  });

  it('is not found where nobody does', async () => {
    const rollout = new SimulatedRollout({ seed: 119, machines: 6, maxSize: 6, profile: 'nasty', plan: slowly });
    const { step, deployment } = rollout.runner();
    await rollout.clock.run(deployment.run({ imageId: rollout.newImageId }, nobodyAsks));
    expect(step.linesAt('warning')).toEqual([]);
  });
});
