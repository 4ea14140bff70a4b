import { describe, expect, it } from '@jest/globals';
import { starter } from '../starter.js';

describe('a group with a mixed instances policy', () => {
  it('launches its first override, on demand up to the base and spot above, and shows the policy', () => {
    const { autoscaling, group, here, ids, instances, names, seconds } = starter({ machines: 4 });
    const policy = {
      LaunchTemplate: {
        LaunchTemplateSpecification: { LaunchTemplateId: names.launchTemplateId, Version: '1' },
        Overrides: [{ InstanceType: 't3.large' }, { InstanceType: 't3.medium' }],
      },
      InstancesDistribution: { OnDemandBaseCapacity: 1, OnDemandPercentageAboveBaseCapacity: 0 },
    };
    autoscaling('UpdateAutoScalingGroup', { MixedInstancesPolicy: policy });
    seconds(10);
    expect(new Set(instances().map(({ InstanceType }) => InstanceType))).toEqual(new Set(['t3.large']));
    expect(ids().filter((id) => here.ec2.instances.get(id)?.spot)).toHaveLength(3);
    expect(group().LaunchTemplate).toBeUndefined();
    expect(group().MixedInstancesPolicy).toMatchObject({
      InstancesDistribution: policy.InstancesDistribution,
      LaunchTemplate: { Overrides: policy.LaunchTemplate.Overrides },
    });
  });
});

describe('a group with zones instead of subnets', () => {
  it('uses the default subnets in them, and refuses zones that its subnets are not in', () => {
    const { autoscaling, call, names } = starter();
    const create = (change: object) =>
      call('autoscaling', 'CreateAutoScalingGroup', {
        AutoScalingGroupName: 'zonal',
        LaunchTemplate: { LaunchTemplateId: names.launchTemplateId },
        MinSize: 0,
        MaxSize: 1,
        AvailabilityZones: ['eu-west-1b'],
        ...change,
      });
    expect(() => create({ VPCZoneIdentifier: names.subnetIds[0] })).toThrow('do not match');
    create({});
    expect(call('autoscaling', 'DescribeAutoScalingGroups', { AutoScalingGroupNames: ['zonal'] })).toMatchObject({
      AutoScalingGroups: [{ VPCZoneIdentifier: names.subnetIds[1], AvailabilityZones: ['eu-west-1b'] }],
    });
    expect(() => autoscaling('UpdateAutoScalingGroup', { AvailabilityZones: ['nowhere'] })).toThrow('nowhere');
  });
});
