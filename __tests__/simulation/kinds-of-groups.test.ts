import type { DescribeAutoScalingGroupsCommandOutput } from '@aws-sdk/client-auto-scaling';
import { describe, expect, it } from '@jest/globals';
import { crashes, smallest } from './enumerate.js';
import { auditEnd } from './invariants/ends.js';
import { type GroupInput, kindNames, kindOf, kinds } from './kinds.js';
import { play } from './play.js';
import { SimulatedRollout } from './simulated-rollout.js';

const waves = { waves: [{ machines: 1 }, { percent: 100 }], soak: 60_000 };

function begin(kind: 'a launch configuration' | 'a mixed instances policy' | 'overrides with templates of their own') {
  return new SimulatedRollout({ seed: 3, groupInput: kinds[kind].groupInput, plan: waves });
}

describe.each(kindNames)('a group with %s', (kind) => {
  it.each([
    ['good', 'succeeded'],
    ['broken at start', 'rolled-back'],
  ] as const)('ends whole on an image that is %s: %s', async (image, outcome) => {
    const verdict = await play({ seed: 3, strategy: 'canary', image, kind });
    expect(verdict).toMatchObject({ outcome, violations: [], failedRequests: 0 });
  });

  it('ends whole wherever its runner dies', async () => {
    const wrong: string[] = [];
    let stories = 0;
    for await (const scenario of crashes({ ...smallest('rolling'), kind })) {
      // A few of each kind here: the others of their place in the code are played with an ordinary group.
      if (stories++ % 101 !== 0) continue;
      const { violations } = await play(scenario);
      for (const { invariant, what } of violations) wrong.push(`${invariant}: ${what}: ${JSON.stringify(scenario)}`);
    }
    expect(wrong).toEqual([]);
  }, 60_000);

  it.each([0, 1_800_000])('goes back by an undo, with predecessors kept for %i ms', async (keepPrevious) => {
    const { groupInput, furnish, plan }: ReturnType<typeof kindOf> = kindOf(kind);
    const rollout = new SimulatedRollout({
      seed: 3,
      ...(groupInput && { groupInput }),
      plan: { ...waves, ...plan, keepPrevious },
    });
    furnish?.(rollout);
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
    const end = await rollout.clock.run(rollout.runner().deployment.undo(() => undefined));
    expect(end).toMatchObject({ outcome: 'succeeded' });
    expect(rollout.imagesInService()).toEqual([rollout.starter.imageId]);
    expect(rollout.traffic.failed).toBe(0);
    auditEnd(rollout.auditor, end);
    expect(rollout.auditor.violations).toEqual([]);
  });
});

describe('a mixed instances policy', () => {
  it('comes back with new versions and nothing else changed', async () => {
    const rollout = begin('overrides with templates of their own');
    const before = rollout.group().MixedInstancesPolicy;
    await rollout.rollOut();
    const after = rollout.group().MixedInstancesPolicy;
    expect(after?.InstancesDistribution).toEqual(before?.InstancesDistribution);
    const versions = after?.LaunchTemplate?.Overrides?.map((one) => [
      one.InstanceType,
      one.LaunchTemplateSpecification?.LaunchTemplateName,
      one.LaunchTemplateSpecification?.Version,
    ]);
    expect(versions).toEqual([
      ['m5.large', 'shop-large', '2'],
      ['c5.large', undefined, undefined],
    ]);
  });

  it('rule 8: is refused where it counts in weights, unless that is accepted', async () => {
    const { groupInput } = kinds['instance types with weights'];
    const rollout = new SimulatedRollout({ seed: 3, groupInput });
    await expect(rollout.rollOut()).rejects.toThrow('counts its capacity in weights');
    expect(rollout.calls.filter(({ operation }) => !/^(Describe|Get|List)/.test(operation))).toEqual([]);
  });

  it('rule 8: is refused, too, where its group counts in vCPUs', async () => {
    const rollout = begin('a mixed instances policy');
    rollout.world.interceptors.push({
      after: ({ operation }, output) => {
        if (operation !== 'DescribeAutoScalingGroups') return output;
        const { AutoScalingGroups = [] } = output as DescribeAutoScalingGroupsCommandOutput;
        return { AutoScalingGroups: AutoScalingGroups.map((group) => ({ ...group, DesiredCapacityType: 'vcpu' })) };
      },
    });
    await expect(rollout.rollOut()).rejects.toThrow('DesiredCapacityType is vcpu');
    expect(rollout.calls.filter(({ operation }) => !/^(Describe|Get|List)/.test(operation))).toEqual([]);
  });
});

describe('what cannot be gone back to is refused before anything is changed:', () => {
  const policy =
    (
      overrides: (made: { readonly launchTemplateId: string; readonly imageId: string }) => readonly object[],
    ): GroupInput =>
    (made) => {
      const { launchTemplateId: LaunchTemplateId, call } = made;
      call('ec2', 'CreateLaunchTemplateVersion', { LaunchTemplateId, SourceVersion: '1', LaunchTemplateData: {} });
      const LaunchTemplateSpecification = { LaunchTemplateId, Version: '1' };
      const LaunchTemplate = { LaunchTemplateSpecification, Overrides: overrides(made) };
      return { LaunchTemplate: undefined, MixedInstancesPolicy: { LaunchTemplate } };
    };

  it.each<[string, GroupInput, string]>([
    [
      'one template at two versions',
      policy(({ launchTemplateId: LaunchTemplateId }) => [
        { InstanceType: 'm5.large' },
        { InstanceType: 'c5.large', LaunchTemplateSpecification: { LaunchTemplateId, Version: '2' } },
      ]),
      'at versions 1 and 2',
    ],
    [
      'several images from one template',
      policy(({ imageId }) => [
        { InstanceType: 'm5.large', ImageId: imageId },
        { InstanceType: 'c5.large', ImageId: 'ami-0abcdef1234567890' },
      ]),
      'names its image as',
    ],
  ])('%s', async (_, groupInput, words) => {
    const rollout = new SimulatedRollout({ seed: 3, groupInput });
    await expect(rollout.rollOut()).rejects.toThrow(words);
    expect(rollout.calls.filter(({ operation }) => !/^(Describe|Get|List)/.test(operation))).toEqual([]);
  });
});

it('a group whose running version somebody has deleted goes back to the one that it launches', async () => {
  const groupInput: GroupInput = ({ launchTemplateId: LaunchTemplateId, call }) => {
    call('ec2', 'CreateLaunchTemplateVersion', { LaunchTemplateId, SourceVersion: '1', LaunchTemplateData: {} });
    return { LaunchTemplate: { LaunchTemplateId, Version: '2' } };
  };
  const rollout = new SimulatedRollout({ seed: 3, groupInput, newImage: { answers: 'never' }, plan: waves });
  const { launchTemplateId: LaunchTemplateId, groupName: AutoScalingGroupName } = rollout.starter;
  rollout.askTruth('UpdateAutoScalingGroup', {
    AutoScalingGroupName,
    LaunchTemplate: { LaunchTemplateId, Version: '1' },
  });
  const input = { LaunchTemplateId, Versions: ['2'] };
  rollout.world.call({ service: 'ec2', operation: 'DeleteLaunchTemplateVersions', input, region: rollout.region.name });
  expect(await rollout.rollOut()).toMatchObject({ outcome: 'rolled-back' });
  expect(rollout.auditor.journal.newest?.from.version).toBe(1);
  expect(rollout.traffic.failed).toBe(0);
});

describe('a version that somebody deletes in the midst of a rollout', () => {
  /** Deletes a version as soon as the group has pointed at the first and then at the second of these. */
  const deleteAfter = (rollout: SimulatedRollout, points: readonly [string, string], version: string) => {
    const { world, region, starter, clock } = rollout;
    const input = { LaunchTemplateId: starter.launchTemplateId, Versions: [version] };
    let met = 0;
    const look = () => {
      if (rollout.group().LaunchTemplate?.Version === points[met]) met++;
      if (met < points.length) clock.schedule(1_000, look);
      else world.call({ service: 'ec2', operation: 'DeleteLaunchTemplateVersions', input, region: region.name });
    };
    look();
  };

  it('of the new image turns it back', async () => {
    const rollout = new SimulatedRollout({ seed: 3, plan: { ...waves, soak: 60_000 } });
    deleteAfter(rollout, ['2', '1'], '2');
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'rolled-back' });
    expect(rollout.auditor.journal.newest?.reason).toMatch(/^Somebody has deleted version 2 of launch template lt-/);
    expect(rollout.auditor.violations).toEqual([]);
    expect(rollout.traffic.failed).toBe(0);
  });

  it('of what ran before is made anew for the way back', async () => {
    const groupInput: GroupInput = ({ launchTemplateId: LaunchTemplateId, call }) => {
      call('ec2', 'CreateLaunchTemplateVersion', { LaunchTemplateId, SourceVersion: '1', LaunchTemplateData: {} });
      return { LaunchTemplate: { LaunchTemplateId, Version: '2' } };
    };
    const newImage = { answers: { badAfter: 400_000 } };
    const rollout = new SimulatedRollout({ seed: 3, groupInput, newImage, plan: { ...waves, soak: 120_000 } });
    deleteAfter(rollout, ['2', '3'], '2');
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'rolled-back' });
    expect(rollout.group().LaunchTemplate?.Version).toBe('4');
    expect(rollout.imagesInService()).toEqual([rollout.starter.imageId]);
    expect(rollout.auditor.violations).toEqual([]);
  });
});

describe('a launch configuration', () => {
  const configurations = (rollout: SimulatedRollout) => [...rollout.region.autoScaling.launchConfigurations.keys()];

  it('is copied under a new name, with all that was set, and never edited', async () => {
    const rollout = begin('a launch configuration');
    await rollout.rollOut();
    const [byHand, copy, ...others] = [...rollout.region.autoScaling.launchConfigurations.values()];
    expect(others).toEqual([]);
    expect(byHand?.settings).toMatchObject({ ImageId: rollout.starter.imageId });
    expect(copy?.settings).toMatchObject({
      ...byHand?.settings,
      LaunchConfigurationName: copy?.name,
      ImageId: rollout.newImageId,
    });
    expect(rollout.group().LaunchConfigurationName).toBe(`shop-steadfleet-1-${rollout.newImageId}`);
  });

  it('leaves no copy behind once neither the group nor its way back needs it', async () => {
    const rollout = begin('a launch configuration');
    const first = rollout.newImageId;
    await rollout.rollOut();
    const roll = (imageId: string) => rollout.clock.run(rollout.runner().deployment.run({ imageId }, () => undefined));
    const third = rollout.addImage('third');
    await roll(third);
    expect(configurations(rollout)).toEqual([
      'shop-by-hand',
      `shop-steadfleet-1-${first}`,
      `shop-steadfleet-2-${third}`,
    ]);
    const bad = rollout.addImage('bad', { answers: 'never' });
    expect(await roll(bad)).toMatchObject({ outcome: 'rolled-back' });
    expect(configurations(rollout)).toEqual(['shop-by-hand', `shop-steadfleet-2-${third}`]);
  });
});

describe('what a group follows', () => {
  it.each([
    ['well', 'succeeded'],
    ['never', 'rolled-back'],
  ] as const)(
    'is pinned to the image that runs, though its parameter names another by now: %s',
    async (answers, outcome) => {
      const rollout = new SimulatedRollout({
        seed: 5,
        groupInput: kinds['a template that follows a parameter'].groupInput,
        newImage: { answers },
        plan: waves,
      });
      const other = rollout.addImage('other');
      rollout.world.call({
        service: 'ssm',
        operation: 'PutParameter',
        input: { Name: '/images/shop', Type: 'String', Value: other, Overwrite: true },
        region: rollout.region.name,
      });
      const end = await rollout.rollOut();
      expect(end).toMatchObject({ outcome });
      auditEnd(rollout.auditor, end);
      expect(rollout.auditor.violations).toEqual([]);
      const images = [...rollout.region.ec2.instances.values()].map(({ imageId }) => imageId);
      expect(images).not.toContain(other);
    },
  );

  it('is pinned before any version is made', async () => {
    const rollout = new SimulatedRollout({ seed: 5, templateVersion: '$Latest' });
    await rollout.rollOut();
    const operations = rollout.calls.map(({ operation }) => operation);
    expect(operations.indexOf('UpdateAutoScalingGroup')).toBeLessThan(
      operations.indexOf('CreateLaunchTemplateVersion'),
    );
  });

  it('is left alone where other groups follow the same template, which are named', async () => {
    const rollout = new SimulatedRollout({ seed: 5 });
    const { launchTemplateId: LaunchTemplateId, subnetIds } = rollout.starter;
    for (const [name, Version] of [
      ['shop-batch', '$Latest'],
      ['shop-default', '$Default'],
    ]) {
      rollout.askTruth('CreateAutoScalingGroup', {
        AutoScalingGroupName: name,
        LaunchTemplate: { LaunchTemplateId, Version },
        MinSize: 0,
        MaxSize: 1,
        VPCZoneIdentifier: subnetIds[0],
      });
    }
    await expect(rollout.rollOut()).rejects.toThrow('is followed by "shop-batch" at $Latest');
    expect(rollout.auditor.journal.newest).toBeUndefined();
  });
});
