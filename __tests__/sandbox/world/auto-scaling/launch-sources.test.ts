import { describe, expect, it } from '@jest/globals';
import { worldFaults } from '../../../../sandbox/faults/world-faults.js';
import { SeededRandom } from '../../../../sandbox/world/random.js';
import { codeOf, starter } from '../starter.js';

/** A group of two from a template, that launches from the configuration `shop-1` since. */
function configured() {
  const world = starter({ machines: 2, minSize: 1 });
  const create = (LaunchConfigurationName: string, ImageId = world.names.imageId) =>
    world.call('autoscaling', 'CreateLaunchConfiguration', {
      LaunchConfigurationName,
      ImageId,
      InstanceType: 't3.small',
    });
  create('shop-1');
  world.seconds(30);
  world.autoscaling('UpdateAutoScalingGroup', { LaunchConfigurationName: 'shop-1' });
  world.seconds(30);
  return { ...world, create };
}

describe('a group with a launch configuration', () => {
  it('launches from it, and its machines name it instead of a template', () => {
    const world = configured();
    world.autoscaling('SetDesiredCapacity', { DesiredCapacity: 4 });
    world.seconds(30);
    expect(world.group()).toMatchObject({ LaunchConfigurationName: 'shop-1' });
    expect(world.group().LaunchTemplate).toBeUndefined();
    const launched = world.instances().filter(({ InstanceType }) => InstanceType === 't3.small');
    expect(launched.map(({ LaunchConfigurationName }) => LaunchConfigurationName)).toEqual(['shop-1', 'shop-1']);
    expect(launched[0]?.LaunchTemplate).toBeUndefined();
  });

  it('scales in machines of another configuration first', () => {
    const world = configured();
    world.autoscaling('SetDesiredCapacity', { DesiredCapacity: 4 });
    world.seconds(30);
    world.autoscaling('SetDesiredCapacity', { DesiredCapacity: 2 });
    world.seconds(30);
    expect(world.instances().map(({ LaunchConfigurationName }) => LaunchConfigurationName)).toEqual([
      'shop-1',
      'shop-1',
    ]);
  });

  it('keeps the configuration from being deleted; names are used once', () => {
    const world = configured();
    const drop = () => world.call('autoscaling', 'DeleteLaunchConfiguration', { LaunchConfigurationName: 'shop-1' });
    expect(codeOf(drop)).toBe('ResourceInUse');
    expect(codeOf(() => world.create('shop-1'))).toBe('AlreadyExists');
    world.create('shop-2');
    world.autoscaling('UpdateAutoScalingGroup', { LaunchConfigurationName: 'shop-2' });
    expect(codeOf(drop)).toBe('no error');
    const all = world.call('autoscaling', 'DescribeLaunchConfigurations', {});
    expect(all).toMatchObject({
      LaunchConfigurations: [{ LaunchConfigurationName: 'shop-2', InstanceType: 't3.small' }],
    });
    expect(() => world.autoscaling('UpdateAutoScalingGroup', { LaunchConfigurationName: 'none' })).toThrow('not found');
  });

  it('can be refreshed after its configuration has changed', () => {
    const world = configured();
    const imageId = world.here.ec2.addImage({ name: 'next' }).id;
    world.create('shop-2', imageId);
    world.autoscaling('UpdateAutoScalingGroup', { LaunchConfigurationName: 'shop-2' });
    world.autoscaling('StartInstanceRefresh', { Preferences: { SkipMatching: true, InstanceWarmup: 5 } });
    world.seconds(300);
    expect(world.images()).toEqual([imageId, imageId]);
  });
});

describe('a group that changes what it launches from', () => {
  const kinds = () => {
    const world = configured();
    const { launchTemplateId: LaunchTemplateId } = world.names;
    const LaunchTemplate = { LaunchTemplateId, Version: '1' };
    const mixed = {
      LaunchTemplate: { LaunchTemplateSpecification: LaunchTemplate, Overrides: [{ InstanceType: 't3.small' }] },
    };
    const shown = () => {
      const { LaunchTemplate: template, MixedInstancesPolicy: policy, LaunchConfigurationName: name } = world.group();
      return [template && 'template', policy && 'policy', name && 'configuration'].filter(Boolean);
    };
    return { ...world, LaunchTemplate, mixed, shown };
  };

  it('has one kind of source at a time, and says which; machines that run keep their own', () => {
    const { autoscaling, instances, LaunchTemplate, mixed, seconds, shown } = kinds();
    expect(shown()).toEqual(['configuration']);
    autoscaling('SetDesiredCapacity', { DesiredCapacity: 3 });
    seconds(10);
    autoscaling('UpdateAutoScalingGroup', { LaunchTemplate });
    expect(shown()).toEqual(['template']);
    const sources = instances().map(({ LaunchConfigurationName: name, LaunchTemplate: own }) => name ?? own?.Version);
    expect(sources).toEqual(['1', '1', 'shop-1']);
    autoscaling('UpdateAutoScalingGroup', { MixedInstancesPolicy: mixed });
    expect(shown()).toEqual(['policy']);
    autoscaling('UpdateAutoScalingGroup', { LaunchConfigurationName: 'shop-1' });
    expect(shown()).toEqual(['configuration']);
  });

  it('keeps its source when an update names none, and refuses two at once', () => {
    const { autoscaling, LaunchTemplate, mixed, shown } = kinds();
    autoscaling('UpdateAutoScalingGroup', { MaxSize: 9 });
    expect(shown()).toEqual(['configuration']);
    const both = { LaunchTemplate, MixedInstancesPolicy: mixed };
    expect(() => autoscaling('UpdateAutoScalingGroup', both)).toThrow('must contain either');
    expect(shown()).toEqual(['configuration']);
  });

  it('takes back the policy that it shows, with all that AWS fills in', () => {
    const { autoscaling, group, mixed } = kinds();
    autoscaling('UpdateAutoScalingGroup', { MixedInstancesPolicy: mixed });
    const { MixedInstancesPolicy: policy } = group();
    expect(policy?.InstancesDistribution).toEqual({
      OnDemandAllocationStrategy: 'prioritized',
      OnDemandBaseCapacity: 0,
      OnDemandPercentageAboveBaseCapacity: 100,
      SpotAllocationStrategy: 'lowest-price',
      SpotInstancePools: 2,
    });
    const { LaunchTemplateId, Version } = policy?.LaunchTemplate?.LaunchTemplateSpecification ?? {};
    const again = {
      ...policy,
      LaunchTemplate: { ...policy?.LaunchTemplate, LaunchTemplateSpecification: { LaunchTemplateId, Version } },
    };
    autoscaling('UpdateAutoScalingGroup', { MixedInstancesPolicy: again });
    expect(group().MixedInstancesPolicy).toEqual(policy);
    const InstancesDistribution = { SpotAllocationStrategy: 'price-capacity-optimized', SpotInstancePools: 3 };
    const wrong = { ...mixed, InstancesDistribution };
    expect(() => autoscaling('UpdateAutoScalingGroup', { MixedInstancesPolicy: wrong })).toThrow('SpotInstancePools');
  });
});

describe('overrides of a mixed instances policy', () => {
  const mixed = () => {
    const world = starter({ machines: 0, minSize: 0, maxSize: 6 });
    const armImageId = world.here.ec2.addImage({ name: 'arm', architecture: 'arm64' }).id;
    const { LaunchTemplate } = world.call<{ LaunchTemplate: { LaunchTemplateId: string } }>(
      'ec2',
      'CreateLaunchTemplate',
      { LaunchTemplateName: 'arm', LaunchTemplateData: { ImageId: armImageId } },
    );
    const own = { LaunchTemplateId: LaunchTemplate.LaunchTemplateId, Version: '1' };
    world.autoscaling('UpdateAutoScalingGroup', {
      MixedInstancesPolicy: {
        LaunchTemplate: {
          LaunchTemplateSpecification: { LaunchTemplateId: world.names.launchTemplateId, Version: '1' },
          Overrides: [{ InstanceType: 't4g.small', LaunchTemplateSpecification: own }, { InstanceType: 't3.medium' }],
        },
      },
    });
    return { ...world, armImageId, own };
  };

  it('may carry a template of their own', () => {
    const world = mixed();
    world.autoscaling('SetDesiredCapacity', { DesiredCapacity: 1 });
    world.seconds(10);
    expect(world.instances()).toMatchObject([{ InstanceType: 't4g.small', LaunchTemplate: world.own }]);
    expect(world.images()).toEqual([world.armImageId]);
  });

  it('may carry an image of their own: only then does the group say which image a machine runs', () => {
    const world = mixed();
    const { launchTemplateId: LaunchTemplateId } = world.names;
    const LaunchTemplate = { LaunchTemplateSpecification: { LaunchTemplateId, Version: '1' } };
    const ImageId = world.here.ec2.addImage({ name: 'next' }).id;
    const Overrides = [{ InstanceType: 't3.medium', ImageId }];
    world.autoscaling('SetDesiredCapacity', { DesiredCapacity: 1 });
    world.seconds(10);
    expect(world.instances().map((instance) => instance.ImageId)).toEqual([undefined]);
    world.autoscaling('UpdateAutoScalingGroup', {
      MixedInstancesPolicy: { LaunchTemplate: { ...LaunchTemplate, Overrides } },
    });
    world.autoscaling('SetDesiredCapacity', { DesiredCapacity: 2 });
    world.seconds(10);
    expect(world.instances().map((instance) => instance.ImageId)).toEqual([undefined, ImageId]);
    expect(world.images()[1]).toBe(ImageId);
  });

  it('are tried in their order where EC2 has no capacity for the first', () => {
    const world = mixed();
    world.autoscaling('SetDesiredCapacity', { DesiredCapacity: 1 });
    world.seconds(10);
    const { here: region, machines } = world;
    const site = { region, machines, groupName: 'shop', random: new SeededRandom(1) };
    worldFaults['no-capacity-for-type'].with(site, { seconds: 60 }).strike();
    world.autoscaling('SetDesiredCapacity', { DesiredCapacity: 2 });
    world.seconds(10);
    expect(world.instances().map(({ InstanceType }) => InstanceType)).toEqual(['t4g.small', 't3.medium']);
    expect(world.images()[1]).toBe(world.names.imageId);
  });
});
