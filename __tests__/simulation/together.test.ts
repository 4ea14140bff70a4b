import { expect, it } from '@jest/globals';
import { undoneTogether } from '../../src/rollout/together.js';
import { SimulatedRollout } from './simulated-rollout.js';

const nobodyAsks = () => undefined;

it('several groups that were rolled out as one release are undone as one', async () => {
  const plan = { strategy: 'blue-green', maxSurge: { percent: 100 }, keepPrevious: 1_800_000 } as const;
  const rollout = new SimulatedRollout({ seed: 141, machines: 3, plan });
  const { launchTemplateId, subnetIds, targetGroupArn, groupName } = rollout.starter;
  rollout.askTruth('CreateAutoScalingGroup', {
    AutoScalingGroupName: 'workers',
    LaunchTemplate: { LaunchTemplateId: launchTemplateId, Version: '1' },
    ...{ MinSize: 2, MaxSize: 2, VPCZoneIdentifier: subnetIds.join(','), TargetGroupARNs: [targetGroupArn] },
    ...{ HealthCheckType: 'ELB', HealthCheckGracePeriod: 600 },
  });
  rollout.clock.advance(600_000);
  const groups = [groupName, 'workers'];
  const together = { name: '77', groups };
  const settings = { together: () => together };
  const of = (group: string) =>
    rollout.deploymentOf(rollout.runner().step, 'one step', undefined, { group, ...settings });
  for (const group of groups) {
    const end = await rollout.clock.run(of(group).run({ imageId: rollout.newImageId }, nobodyAsks));
    expect(end).toMatchObject({ outcome: 'succeeded' });
  }
  const newest = async () => {
    const found = [];
    for (const group of groups) found.push({ group, release: (await rollout.clock.run(of(group).releases()))[0] });
    return found;
  };
  expect(undoneTogether(together, await newest(), rollout.runner().step.workflow)).toEqual(groups);
  for (const group of groups) {
    expect(await rollout.clock.run(of(group).undo(nobodyAsks))).toMatchObject({ outcome: 'succeeded' });
  }
  expect((await newest()).map(({ release }) => [release?.together?.name, release?.undoes])).toEqual([
    ['77', 1],
    ['77', 1],
  ]);
  expect(rollout.imagesInService()).toEqual([rollout.starter.imageId]);
  expect(rollout.traffic.failed).toBe(0);
});
