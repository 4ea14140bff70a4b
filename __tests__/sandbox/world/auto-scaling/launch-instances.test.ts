import type { LaunchInstancesCommandOutput } from '@aws-sdk/client-auto-scaling';
import { describe, expect, it } from '@jest/globals';
import { codeOf, starter } from '../starter.js';

const zone = 'eu-west-1b';

function launchable(settings: Parameters<typeof starter>[0] = {}) {
  const world = starter({ machines: 3, minSize: 1, maxSize: 6, ...settings });
  world.seconds(30);
  const launch = (change: object = {}) =>
    world.autoscaling<LaunchInstancesCommandOutput>('LaunchInstances', {
      RequestedCapacity: 2,
      ClientToken: 'wave-1',
      AvailabilityZones: [zone],
      ...change,
    });
  return { ...world, launch };
}

describe('LaunchInstances', () => {
  it('says at once which machines it launched; desired rises with them', () => {
    const world = launchable();
    const { Instances, Errors } = world.launch();
    const ids = Instances?.flatMap(({ InstanceIds = [] }) => InstanceIds) ?? [];
    expect(ids).toHaveLength(2);
    expect(Instances).toMatchObject([{ AvailabilityZone: zone, InstanceType: 't3.micro', MarketType: 'on-demand' }]);
    expect(Errors).toEqual([]);
    expect(world.group().DesiredCapacity).toBe(5);
    world.autoscaling('SuspendProcesses', { ScalingProcesses: ['AZRebalance'] });
    world.seconds(30);
    expect(world.ids('InService')).toEqual(expect.arrayContaining(ids));
    expect(world.ids('InService')).toHaveLength(5);
  });

  it('launches nothing twice for one token, and refuses it with other parameters', () => {
    const world = launchable();
    expect(world.launch()).toEqual(world.launch());
    expect(world.group().DesiredCapacity).toBe(5);
    expect(codeOf(() => world.launch({ RequestedCapacity: 1 }))).toBe('IdempotentParameterMismatch');
  });

  it('says why it could not, and leaves desired; with a retry strategy the group goes on trying', () => {
    const world = launchable();
    const shortage = { availabilityZone: zone };
    world.here.ec2.shortages.add(shortage);
    expect(world.launch().Errors).toMatchObject([
      { AvailabilityZone: zone, ErrorCode: 'InsufficientInstanceCapacity' },
    ]);
    expect(world.group().DesiredCapacity).toBe(3);
    world.launch({ ClientToken: 'again', RetryStrategy: 'retry-with-group-configuration' });
    expect(world.group().DesiredCapacity).toBe(5);
    world.seconds(30);
    expect(world.ids('InService')).toHaveLength(5);
  });

  it.each([
    [{ AvailabilityZones: [] }, 'several Availability Zones'],
    [{ AvailabilityZones: ['eu-west-1z'] }, 'among those'],
    [{ RequestedCapacity: 4 }, 'max-size=6'],
    [{ RequestedCapacity: 0 }, 'between 1 and 100'],
  ])('refuses %j', (change, message) => {
    expect(() => launchable().launch(change)).toThrow(message);
  });

  it('lets launch hooks hold its machines', () => {
    const world = launchable();
    world.autoscaling('PutLifecycleHook', {
      LifecycleHookName: 'gate',
      LifecycleTransition: 'autoscaling:EC2_INSTANCE_LAUNCHING',
    });
    const ids = world.launch().Instances?.flatMap(({ InstanceIds = [] }) => InstanceIds);
    world.seconds(10);
    expect(world.ids('Pending:Wait')).toEqual(ids);
  });

  it('launches new machines, whatever is ready in a warm pool', () => {
    const world = launchable();
    world.autoscaling('PutWarmPool', { MinSize: 2, MaxGroupPreparedCapacity: 5 });
    world.seconds(30);
    const warm = [...(world.here.autoScaling.groups.get('shop')?.warm.keys() ?? [])];
    expect(warm).toHaveLength(2);
    const ids = world.launch().Instances?.flatMap(({ InstanceIds = [] }) => InstanceIds);
    expect(ids).toHaveLength(2);
    for (const id of warm) expect(ids).not.toContain(id);
  });

  it('takes policies that are all Spot or all on demand, and no mixture, and no launch configuration', () => {
    const world = launchable();
    const { launchTemplateId: LaunchTemplateId, imageId: ImageId } = world.names;
    const LaunchTemplate = { LaunchTemplateSpecification: { LaunchTemplateId, Version: '1' } };
    const distribute = (OnDemandPercentageAboveBaseCapacity: number) => {
      const InstancesDistribution = { OnDemandPercentageAboveBaseCapacity };
      world.autoscaling('UpdateAutoScalingGroup', { MixedInstancesPolicy: { LaunchTemplate, InstancesDistribution } });
    };
    distribute(50);
    expect(() => world.launch()).toThrow('mix On-Demand and Spot');
    distribute(0);
    expect(world.launch({ RequestedCapacity: 1 }).Instances).toMatchObject([{ MarketType: 'spot' }]);
    const LaunchConfigurationName = 'old';
    world.call('autoscaling', 'CreateLaunchConfiguration', {
      ...{ LaunchConfigurationName, ImageId, InstanceType: 't3.micro' },
    });
    world.autoscaling('UpdateAutoScalingGroup', { LaunchConfigurationName });
    expect(() => world.launch({ ClientToken: 'other' })).toThrow('does not support launch configurations');
  });

  it('needs no zone where the group has one, and does not work while Launch is suspended', () => {
    const world = launchable({ zones: 1 });
    expect(world.launch({ AvailabilityZones: [] }).Instances).toHaveLength(1);
    world.autoscaling('SuspendProcesses', { ScalingProcesses: ['Launch'] });
    expect(() => world.launch({ AvailabilityZones: [], ClientToken: 'other', RequestedCapacity: 1 })).toThrow(
      'suspended',
    );
  });
});
