import { describe, expect, it } from '@jest/globals';
import type { Plan } from '../../src/rollout/heart/plan.js';
import { type KindName, kindOf } from './kinds.js';
import { SimulatedRollout, type SimulationSettings } from './simulated-rollout.js';

const minute = 60_000;
const nobodyAsks = () => undefined;

/** Its image is bad by the time that most machines run it. */
const held: Partial<Plan> = {
  waves: [{ machines: 1 }, { percent: 67 }, { percent: 100 }],
  maxSurge: { machines: 1 },
  soak: 2 * minute,
  onFailure: 'hold',
};

function deploy(rollout: SimulatedRollout, imageId: string, plan: Partial<Plan> = {}) {
  const { step } = rollout.runner();
  const deployment = rollout.deploymentOf(step, 'next', undefined, { plan: { onFailure: 'roll-back', ...plan } });
  return rollout.clock.run(deployment.run({ imageId }, nobodyAsks)).then((end) => ({ ...end, step }));
}

/** A group most machines of which run an image that was left to a person as bad. */
async function leftOnBad(kind?: KindName, plan: Partial<Plan> = {}, settings: Partial<SimulationSettings> = {}) {
  const { groupInput = undefined, plan: needed } = kind === undefined ? {} : { plan: undefined, ...kindOf(kind) };
  const rollout = new SimulatedRollout({
    ...{ seed: 5, machines: 3, maxSize: 8, plan: { ...held, ...needed, ...plan } },
    newImage: { answers: { badAfter: 7 * minute } },
    ...(groupInput && { groupInput }),
    ...settings,
  });
  expect(await rollout.rollOut()).toMatchObject({ outcome: 'needs-attention' });
  const after = plan.keepPrevious === undefined ? [rollout.newImageId] : [rollout.starter.imageId, rollout.newImageId];
  expect(rollout.imagesInService()).toEqual(after);
  return rollout;
}

const bad = { answers: 'never' } as const;

/** What a machine runs that the group launches next. */
async function launchedNext(rollout: SimulatedRollout): Promise<string | undefined> {
  const before = rollout.group().Instances?.map(({ InstanceId }) => InstanceId) ?? [];
  rollout.scaleTo((rollout.group().DesiredCapacity ?? 0) + 1);
  rollout.clock.advance(2 * minute);
  const fresh = rollout.group().Instances?.find(({ InstanceId }) => !before.includes(InstanceId));
  return rollout.region.ec2.instances.get(fresh?.InstanceId ?? '')?.imageId;
}

describe('after a release that was left to a person', () => {
  it.each<[string, KindName | undefined, Partial<Plan>]>([
    ['a template by number', undefined, {}],
    ['a template by number, which AWS refreshes', undefined, { strategy: 'instance-refresh', soak: 0 }],
    ['a launch configuration', 'a launch configuration', {}],
    ['a mixed instances policy', 'a mixed instances policy', {}],
    ['overrides with templates of their own', 'overrides with templates of their own', {}],
    ['overrides with images of their own', 'overrides with images of their own', {}],
    ['a template that follows a parameter', 'a template that follows a parameter', {}],
  ])('a bad image is taken back past the one that was held, to what ran before: %s', async (_, kind, plan) => {
    const rollout = await leftOnBad(kind);
    const { imageId } = rollout.starter;
    const end = await deploy(rollout, rollout.addImage('worse', bad), plan);
    expect(end).toMatchObject({ outcome: 'rolled-back', reason: expect.stringContaining(`runs ${imageId} again`) });
    expect(rollout.imagesInService()).toEqual([imageId]);
    expect(await launchedNext(rollout)).toBe(imageId);
    expect(end.step.linesAt('info')).toContain(
      `Release 1 has left "shop" on ${rollout.newImageId}: the way back leads past it to ${imageId}`,
    );
    expect(rollout.auditor.violations).toEqual([]);
  });

  it('and another one that was left as well, a bad image is taken back to what ran before both', async () => {
    const rollout = await leftOnBad();
    const worse = rollout.addImage('worse', bad);
    expect(await deploy(rollout, worse, { onFailure: 'hold' })).toMatchObject({ outcome: 'needs-attention' });
    expect(await deploy(rollout, rollout.addImage('worst', bad))).toMatchObject({ outcome: 'rolled-back' });
    expect(rollout.imagesInService()).toEqual([rollout.starter.imageId]);
  });

  it('machines that it has kept for the way back serve again', async () => {
    const keepPrevious = 60 * minute;
    // AWS replaces none of the bad ones by itself.
    const rollout = await leftOnBad(undefined, { keepPrevious }, { healthCheckType: 'EC2' });
    const kept = (rollout.group().Instances ?? []).filter(({ LifecycleState }) => LifecycleState === 'Standby');
    expect(kept).toHaveLength(2);
    const end = await deploy(rollout, rollout.addImage('worse', bad), { keepPrevious });
    expect(end).toMatchObject({ outcome: 'rolled-back' });
    expect(rollout.imagesInService()).toEqual([rollout.starter.imageId]);
    expect(end.step.linesAt('info')).toContainEqual(expect.stringMatching(/^Putting back i-\w+, i-\w+$/));
  });

  it.each<[string, (rollout: SimulatedRollout) => string]>([
    ['a good image', (rollout) => rollout.addImage('mended')],
    ['the image that ran before', ({ starter }) => starter.imageId],
    [
      'the same image, which works by now',
      (rollout) => {
        rollout.machines.behave(rollout.newImageId, {});
        return rollout.newImageId;
      },
    ],
  ])('%s is rolled out, and the group launches it', async (_, choose) => {
    const rollout = await leftOnBad();
    const imageId = choose(rollout);
    const end = await deploy(rollout, imageId);
    expect(end).toMatchObject({ outcome: 'succeeded', previousImageId: rollout.starter.imageId });
    expect(rollout.imagesInService()).toEqual([imageId]);
    expect(await launchedNext(rollout)).toBe(imageId);
  });

  it('a version that somebody has given the machines by hand since then is what a bad image is taken back to', async () => {
    const rollout = await leftOnBad();
    const { launchTemplateId: LaunchTemplateId, groupName: AutoScalingGroupName } = rollout.starter;
    const own = rollout.addImage('by hand');
    const version = { LaunchTemplateId, SourceVersion: '1', LaunchTemplateData: { ImageId: own } };
    const { name: region } = rollout.region;
    rollout.world.call({ service: 'ec2', operation: 'CreateLaunchTemplateVersion', input: version, region });
    const LaunchTemplate = { LaunchTemplateId, Version: '3' };
    rollout.askTruth('UpdateAutoScalingGroup', { AutoScalingGroupName, LaunchTemplate });
    for (const { InstanceId = '' } of rollout.group().Instances ?? []) {
      rollout.region.ec2.terminate(InstanceId, { code: 'Client.X', message: 'gone' });
    }
    rollout.clock.advance(10 * minute);
    expect(rollout.imagesInService()).toEqual([own]);
    expect(await deploy(rollout, rollout.addImage('worse', bad))).toMatchObject({ outcome: 'rolled-back' });
    expect(rollout.imagesInService()).toEqual([own]);
  });

  it('what somebody has deleted is no way back', async () => {
    const rollout = await leftOnBad('a launch configuration');
    rollout.askTruth('DeleteLaunchConfiguration', { LaunchConfigurationName: 'shop-by-hand' });
    const end = await deploy(rollout, rollout.addImage('mended'));
    expect(end).toMatchObject({ outcome: 'succeeded', previousImageId: rollout.newImageId });
  });
});
