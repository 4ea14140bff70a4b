import { describe, expect, it } from '@jest/globals';
import type { StarterSettings } from '../../sandbox/world/starter-world.js';
import { auditEnd } from './invariants/ends.js';
import { SimulatedRollout } from './simulated-rollout.js';

type GroupInput = NonNullable<StarterSettings['groupInput']>;

const withoutTemplate = { LaunchTemplate: undefined };

const configuration: GroupInput = ({ imageId, call }) => {
  call('autoscaling', 'CreateLaunchConfiguration', {
    LaunchConfigurationName: 'shop-by-hand',
    ImageId: imageId,
    InstanceType: 't3.micro',
    UserData: Buffer.from('boot').toString('base64'),
  });
  return { ...withoutTemplate, LaunchConfigurationName: 'shop-by-hand' };
};

const distribution = { OnDemandBaseCapacity: 1, OnDemandPercentageAboveBaseCapacity: 50 };

const mixed: GroupInput = ({ launchTemplateId }) => ({
  ...withoutTemplate,
  MixedInstancesPolicy: {
    LaunchTemplate: {
      LaunchTemplateSpecification: { LaunchTemplateId: launchTemplateId, Version: '$Latest' },
      Overrides: [{ InstanceType: 'm5.large' }, { InstanceType: 'c5.large' }],
    },
    InstancesDistribution: distribution,
  },
});

/** The override that is launched first has a template of its own. */
const mixedTemplates: GroupInput = ({ launchTemplateId, imageId, call }) => {
  const { LaunchTemplate } = call<{ LaunchTemplate: { LaunchTemplateId: string } }>('ec2', 'CreateLaunchTemplate', {
    LaunchTemplateName: 'shop-large',
    LaunchTemplateData: { ImageId: imageId, InstanceType: 'm5.large' },
  });
  const own = { LaunchTemplateId: LaunchTemplate.LaunchTemplateId, Version: '$Default' };
  return {
    ...withoutTemplate,
    MixedInstancesPolicy: {
      LaunchTemplate: {
        LaunchTemplateSpecification: { LaunchTemplateId: launchTemplateId, Version: '1' },
        Overrides: [{ InstanceType: 'm5.large', LaunchTemplateSpecification: own }, { InstanceType: 'c5.large' }],
      },
      InstancesDistribution: distribution,
    },
  };
};

/** As a root volume replacement leaves a policy: the image is in its overrides. */
const mixedImages: GroupInput = ({ launchTemplateId, imageId }) => ({
  ...withoutTemplate,
  MixedInstancesPolicy: {
    LaunchTemplate: {
      LaunchTemplateSpecification: { LaunchTemplateId: launchTemplateId, Version: '1' },
      Overrides: [{ InstanceType: 'm5.large', ImageId: imageId }],
    },
  },
});

const kinds = { configuration, mixed, mixedTemplates, mixedImages };

type Kind = keyof typeof kinds;

const waves = { waves: [{ machines: 1 }, { percent: 100 }], soak: 60_000 };

function begin(kind: Kind, answers: 'well' | 'never' = 'well') {
  return new SimulatedRollout({ seed: 3, groupInput: kinds[kind], newImage: { answers }, plan: waves });
}

async function expectWhole(rollout: SimulatedRollout, outcome: 'succeeded' | 'rolled-back') {
  const end = await rollout.rollOut();
  expect(end).toMatchObject({ outcome });
  auditEnd(rollout.auditor, end);
  expect(rollout.auditor.violations).toEqual([]);
  expect(rollout.traffic.failed).toBe(0);
  const wanted = outcome === 'succeeded' ? rollout.newImageId : rollout.starter.imageId;
  expect(rollout.imagesInService()).toEqual([wanted]);
}

describe.each(Object.keys(kinds) as Kind[])('a group with %s', (kind) => {
  it('ends whole on a good image', async () => {
    await expectWhole(begin(kind), 'succeeded');
  });

  it('is taken back whole from a bad image', async () => {
    await expectWhole(begin(kind, 'never'), 'rolled-back');
  });
});

describe('a mixed instances policy', () => {
  it('comes back with new versions and nothing else changed', async () => {
    const rollout = begin('mixedTemplates');
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

  it('is refused where it counts in weights', async () => {
    const weigh: GroupInput = (made) => {
      const input = mixed(made) as { MixedInstancesPolicy: { LaunchTemplate: { Overrides: object[] } } };
      const Overrides = [
        { InstanceType: 'm5.large', WeightedCapacity: '1' },
        { InstanceType: 'm5.xlarge', WeightedCapacity: '2' },
      ];
      input.MixedInstancesPolicy.LaunchTemplate.Overrides = Overrides;
      return input;
    };
    const rollout = new SimulatedRollout({ seed: 3, groupInput: weigh });
    await expect(rollout.rollOut()).rejects.toThrow('counts its capacity in weights');
    expect(rollout.calls.filter(({ operation }) => !/^(Describe|Get)/.test(operation))).toEqual([]);
  });
});

describe('a launch configuration', () => {
  const configurations = (rollout: SimulatedRollout) => [...rollout.region.autoScaling.launchConfigurations.keys()];

  it('is copied under a new name, with all that was set, and never edited', async () => {
    const rollout = begin('configuration');
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
    const rollout = begin('configuration');
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
  const followParameter =
    (value = ''): GroupInput =>
    ({ launchTemplateId, imageId, call }) => {
      call('ssm', 'PutParameter', { Name: '/images/shop', Type: 'String', Value: value || imageId });
      call('ec2', 'CreateLaunchTemplateVersion', {
        LaunchTemplateId: launchTemplateId,
        SourceVersion: '1',
        LaunchTemplateData: { ImageId: 'resolve:ssm:/images/shop' },
      });
      return { LaunchTemplate: { LaunchTemplateId: launchTemplateId, Version: '$Latest' } };
    };

  it.each([
    ['well', 'succeeded'],
    ['never', 'rolled-back'],
  ] as const)(
    'is pinned to the image that runs, though its parameter names another by now: %s',
    async (answers, outcome) => {
      const rollout = new SimulatedRollout({
        seed: 5,
        groupInput: followParameter(),
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
      await expectWhole(rollout, outcome);
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
