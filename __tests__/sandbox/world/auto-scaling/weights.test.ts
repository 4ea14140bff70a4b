import { describe, expect, it } from '@jest/globals';
import { starter } from '../starter.js';

/** A group whose desired capacity is in units: a large machine is 4 of them, a medium one 2. */
function weighted(desired: number) {
  const world = starter({ machines: 0, minSize: 0, maxSize: 20 });
  const policy = {
    LaunchTemplate: {
      LaunchTemplateSpecification: { LaunchTemplateId: world.names.launchTemplateId, Version: '1' },
      Overrides: [
        { InstanceType: 't3.large', WeightedCapacity: '4' },
        { InstanceType: 't3.medium', WeightedCapacity: '2' },
      ],
    },
  };
  world.autoscaling('UpdateAutoScalingGroup', { MixedInstancesPolicy: policy });
  world.autoscaling('SetDesiredCapacity', { DesiredCapacity: desired });
  world.seconds(10);
  const weights = (state?: string) => world.instances(state).map(({ WeightedCapacity }) => WeightedCapacity);
  return { ...world, policy, weights };
}

describe('a group with instance weights', () => {
  it('launches until its machines are at least as much as is desired', () => {
    expect(weighted(8).weights('InService')).toEqual(['4', '4']);
    expect(weighted(9).weights('InService')).toEqual(['4', '4', '4']);
  });

  it('scales in only as far as it stays at what is desired', () => {
    const { autoscaling, seconds, weights } = weighted(12);
    autoscaling('SetDesiredCapacity', { DesiredCapacity: 9 });
    seconds(30);
    expect(weights('InService')).toEqual(['4', '4', '4']);
    autoscaling('SetDesiredCapacity', { DesiredCapacity: 8 });
    seconds(30);
    expect(weights('InService')).toEqual(['4', '4']);
  });

  it('is smaller by the weight of a machine that goes with decrement, and larger by that of one that comes back', () => {
    const { autoscaling, call, group, ids, seconds } = weighted(12);
    const [first = '', second = ''] = ids();
    autoscaling('EnterStandby', { InstanceIds: [first], ShouldDecrementDesiredCapacity: true });
    expect(group().DesiredCapacity).toBe(8);
    seconds(20);
    autoscaling('ExitStandby', { InstanceIds: [first] });
    expect(group().DesiredCapacity).toBe(12);
    const input = { InstanceId: second, ShouldDecrementDesiredCapacity: true };
    call('autoscaling', 'TerminateInstanceInAutoScalingGroup', input);
    expect(group().DesiredCapacity).toBe(8);
    seconds(30);
    expect(ids('InService')).toHaveLength(2);
  });

  it('gives its machines the weights of a new policy', () => {
    const { autoscaling, policy, seconds, weights } = weighted(8);
    const Overrides = [{ InstanceType: 't3.large', WeightedCapacity: '8' }];
    autoscaling('UpdateAutoScalingGroup', {
      MixedInstancesPolicy: { LaunchTemplate: { ...policy.LaunchTemplate, Overrides } },
    });
    seconds(30);
    expect(weights('InService')).toEqual(['8']);
  });

  it.each([
    [[{ InstanceType: 't3.large', WeightedCapacity: '4' }, { InstanceType: 't3.medium' }], 'for all of them'],
    [[{ InstanceType: 't3.large', WeightedCapacity: '0' }], 'from 1 to 999'],
  ])('refuses %j', (Overrides, message) => {
    const { autoscaling, policy } = weighted(0);
    const MixedInstancesPolicy = { LaunchTemplate: { ...policy.LaunchTemplate, Overrides } };
    expect(() => autoscaling('UpdateAutoScalingGroup', { MixedInstancesPolicy })).toThrow(message);
  });

  it('is refreshed by units: no more of them away than the healthy percentage allows', () => {
    const { autoscaling, clock, here, ids, instances, names, policy } = weighted(16);
    here.ec2.addImage({ name: 'next' });
    const before = ids();
    const InstancesDistribution = { OnDemandPercentageAboveBaseCapacity: 100 };
    autoscaling('StartInstanceRefresh', {
      DesiredConfiguration: { MixedInstancesPolicy: { ...policy, InstancesDistribution } },
      Preferences: { MinHealthyPercentage: 75, InstanceWarmup: 5 },
    });
    let least = 16;
    for (let at = 0; at < 600; at++) {
      clock.advance(500);
      const units = instances('InService').reduce((sum, { WeightedCapacity }) => sum + Number(WeightedCapacity), 0);
      least = Math.min(least, units);
    }
    expect(least).toBe(12);
    for (const id of ids()) expect(before).not.toContain(id);
    expect([ids('InService').length, names.groupName]).toEqual([4, 'shop']);
    expect(autoscaling('DescribeInstanceRefreshes', {})).toMatchObject({
      InstanceRefreshes: [{ Status: 'Successful' }],
    });
  });
});
