import { describe, expect, it } from '@jest/globals';
import { codeOf, starter } from '../starter.js';

describe('standby', () => {
  it('takes a machine out of its load balancers and back in, and desired with it', () => {
    const { autoscaling, group, ids, seconds, target } = starter({ minSize: 2 });
    seconds(10);
    const [id = ''] = ids();
    autoscaling('EnterStandby', { InstanceIds: [id], ShouldDecrementDesiredCapacity: true });
    expect(ids('EnteringStandby')).toEqual([id]);
    seconds(20);
    expect([ids('Standby'), group().DesiredCapacity, target(id)?.State]).toEqual([[id], 3, 'unused']);
    autoscaling('ExitStandby', { InstanceIds: [id] });
    seconds(20);
    expect([ids('InService').length, group().DesiredCapacity, target(id)?.State]).toEqual([4, 4, 'healthy']);
  });

  it('has the machine replaced when desired is not decremented', () => {
    const { autoscaling, ids, seconds } = starter();
    seconds(10);
    autoscaling('EnterStandby', { InstanceIds: ids().slice(0, 1), ShouldDecrementDesiredCapacity: false });
    seconds(20);
    expect([ids('Standby').length, ids('InService').length]).toEqual([1, 4]);
  });

  it('is refused below the minimum size, in the words of AWS', () => {
    const { autoscaling, ids, seconds } = starter({ machines: 1, maxSize: 1 });
    seconds(10);
    expect(() => autoscaling('EnterStandby', { InstanceIds: ids(), ShouldDecrementDesiredCapacity: true })).toThrow(
      'AutoScalingGroup shop has min-size=1, max-size=1, and desired-size=1. To place into standby 1 instance, please update the AutoScalingGroup sizes appropriately.',
    );
  });

  it('takes 20 machines a call, and no more', () => {
    const { autoscaling, group, ids, seconds } = starter({ machines: 21, minSize: 0, maxSize: 21 });
    seconds(30);
    const enter = (InstanceIds: string[]) =>
      autoscaling('EnterStandby', { InstanceIds, ShouldDecrementDesiredCapacity: true });
    expect(codeOf(() => enter(ids()))).toBe('ValidationError');
    expect(group().DesiredCapacity).toBe(21);
    const kept = ids().slice(0, 20);
    enter(kept);
    seconds(30);
    expect([ids('Standby').length, ids('InService').length, group().DesiredCapacity]).toEqual([20, 1, 1]);
    autoscaling('ExitStandby', { InstanceIds: kept });
    seconds(5);
    expect([ids('InService').length, group().DesiredCapacity]).toEqual([21, 21]);
  });

  it('is refused as a whole when one machine is not in service', () => {
    const { autoscaling, ids, seconds } = starter({ minSize: 0 });
    seconds(10);
    const enter = (InstanceIds: string[]) =>
      autoscaling('EnterStandby', { InstanceIds, ShouldDecrementDesiredCapacity: true });
    const [first = '', second = ''] = ids();
    enter([first]);
    seconds(20);
    expect(() => enter([second, first])).toThrow('is not in InService');
    expect(ids('InService')).toContain(second);
    expect(() => autoscaling('ExitStandby', { InstanceIds: [first, second] })).toThrow('is not in Standby');
  });

  it('is left neither while Launch is suspended nor by a machine that serves', () => {
    const { autoscaling, ids, seconds } = starter({ minSize: 0 });
    seconds(10);
    const InstanceIds = ids().slice(0, 1);
    autoscaling('EnterStandby', { InstanceIds, ShouldDecrementDesiredCapacity: true });
    seconds(20);
    autoscaling('SuspendProcesses', { ScalingProcesses: ['Launch'] });
    expect(() => autoscaling('ExitStandby', { InstanceIds })).toThrow('Launch process is suspended');
  });

  it('ends beyond the maximum only after the sizes are changed', () => {
    const { autoscaling, ids, seconds } = starter({ machines: 2, maxSize: 2 });
    seconds(10);
    const [id = ''] = ids();
    autoscaling('EnterStandby', { InstanceIds: [id], ShouldDecrementDesiredCapacity: false });
    seconds(20);
    expect(codeOf(() => autoscaling('ExitStandby', { InstanceIds: [id] }))).toBe('ValidationError');
  });
});

describe('detaching and attaching', () => {
  it('leaves the machine running, out of the group, and takes it back', () => {
    const { autoscaling, group, here, ids, seconds } = starter({ minSize: 1 });
    seconds(10);
    const [id = ''] = ids();
    autoscaling('DetachInstances', { InstanceIds: [id], ShouldDecrementDesiredCapacity: true });
    seconds(20);
    expect(ids()).not.toContain(id);
    expect(here.ec2.instances.get(id)?.state).toBe('running');
    autoscaling('AttachInstances', { InstanceIds: [id] });
    seconds(20);
    expect(ids('InService')).toContain(id);
    expect(group().DesiredCapacity).toBe(4);
  });

  it('does not attach what belongs to a group, or beyond the maximum', () => {
    const { autoscaling, ids, seconds } = starter();
    seconds(10);
    expect(() => autoscaling('AttachInstances', { InstanceIds: ids().slice(0, 1) })).toThrow('already part of');
    autoscaling('UpdateAutoScalingGroup', { MaxSize: 4 });
    expect(() => autoscaling('AttachInstances', { InstanceIds: ['i-1'] })).toThrow('max-size=4');
  });
});

describe('scaling in', () => {
  it('takes from the fullest zone the machine of the oldest template version', () => {
    const { autoscaling, call, ids, names, seconds } = starter({ machines: 2, minSize: 1, zones: 1 });
    seconds(10);
    const [first = '', second = ''] = ids();
    call('ec2', 'CreateLaunchTemplateVersion', {
      LaunchTemplateId: names.launchTemplateId,
      SourceVersion: '1',
      LaunchTemplateData: {
        InstanceType: 't3.small',
      },
    });
    autoscaling('UpdateAutoScalingGroup', {
      LaunchTemplate: { LaunchTemplateId: names.launchTemplateId, Version: '2' },
    });
    autoscaling('SetDesiredCapacity', { DesiredCapacity: 3 });
    seconds(10);
    autoscaling('SetDesiredCapacity', { DesiredCapacity: 1 });
    seconds(30);
    const left = ids();
    expect(left).toHaveLength(1);
    expect([first, second]).not.toContain(left[0]);
  });

  it('spares machines that are protected, though desired falls', () => {
    const { autoscaling, call, group, ids, seconds } = starter({ machines: 2, minSize: 0 });
    seconds(10);
    autoscaling('SetInstanceProtection', { InstanceIds: ids(), ProtectedFromScaleIn: true });
    autoscaling('SetDesiredCapacity', { DesiredCapacity: 0 });
    seconds(60);
    expect([ids('InService').length, group().DesiredCapacity]).toEqual([2, 0]);
    expect(
      call('autoscaling', 'DescribeScalingActivities', { AutoScalingGroupName: 'shop', MaxRecords: 1 }),
    ).toMatchObject({
      Activities: [{ StatusMessage: expect.stringContaining('all remaining instances are protected from scale-in') }],
    });
    autoscaling('SetInstanceProtection', { InstanceIds: ids().slice(0, 1), ProtectedFromScaleIn: false });
    seconds(60);
    expect(ids()).toHaveLength(1);
  });
});

describe('DescribeAutoScalingInstances', () => {
  it('leaves out ids that are in no group, and writes health in capitals', () => {
    const { call, ids, seconds } = starter();
    seconds(10);
    const [id = ''] = ids();
    expect(call('autoscaling', 'DescribeAutoScalingInstances', { InstanceIds: [id, 'i-0'] })).toMatchObject({
      AutoScalingInstances: [{ InstanceId: id, AutoScalingGroupName: 'shop', HealthStatus: 'HEALTHY' }],
    });
  });
});
