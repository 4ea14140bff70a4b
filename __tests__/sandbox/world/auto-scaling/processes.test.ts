import type { DescribeScalingActivitiesCommandOutput } from '@aws-sdk/client-auto-scaling';
import { describe, expect, it } from '@jest/globals';
import { AwsError } from '../../../../sandbox/world/aws-error.js';
import { starter } from '../starter.js';

describe('suspended processes', () => {
  it('are all of them when none is named', () => {
    const { autoscaling, group } = starter();
    autoscaling('SuspendProcesses', { ScalingProcesses: [] });
    expect(group().SuspendedProcesses).toHaveLength(9);
    autoscaling('ResumeProcesses', {});
    expect(group().SuspendedProcesses).toEqual([]);
  });

  it('Launch: the unhealthy still go, but nobody comes for them until it is resumed', () => {
    const { autoscaling, here, ids, seconds } = starter();
    seconds(10);
    autoscaling('SuspendProcesses', { ScalingProcesses: ['Launch'] });
    here.ec2.terminate(ids()[0] ?? '');
    seconds(60);
    expect(ids()).toHaveLength(3);
    autoscaling('ResumeProcesses', { ScalingProcesses: ['Launch'] });
    seconds(60);
    expect(ids('InService')).toHaveLength(4);
  });

  it('Terminate: nobody goes, and the unhealthy are replaced once it is resumed', () => {
    const { autoscaling, here, ids, seconds } = starter({ minSize: 1 });
    seconds(10);
    const [dead = ''] = ids();
    autoscaling('SuspendProcesses', { ScalingProcesses: ['Terminate'] });
    here.ec2.stop(dead);
    autoscaling('SetDesiredCapacity', { DesiredCapacity: 2 });
    seconds(60);
    expect(ids()).toHaveLength(4);
    autoscaling('ResumeProcesses', { ScalingProcesses: ['Terminate'] });
    seconds(60);
    expect(ids()).toHaveLength(2);
    expect(ids()).not.toContain(dead);
  });

  it('AddToLoadBalancer: machines launched meanwhile are never added', () => {
    const { autoscaling, ids, seconds, target } = starter();
    seconds(10);
    const before = new Set(ids());
    autoscaling('SuspendProcesses', { ScalingProcesses: ['AddToLoadBalancer'] });
    autoscaling('SetDesiredCapacity', { DesiredCapacity: 5 });
    seconds(20);
    autoscaling('ResumeProcesses', { ScalingProcesses: ['AddToLoadBalancer'] });
    seconds(20);
    const added = ids('InService').find((id) => !before.has(id)) ?? '';
    expect(target(added)?.Reason).toBe('Target.NotRegistered');
  });

  it('HealthCheck: a stopped machine stays healthy in the eyes of its group', () => {
    const { autoscaling, here, ids, instances, seconds } = starter();
    seconds(10);
    autoscaling('SuspendProcesses', { ScalingProcesses: ['HealthCheck'] });
    here.ec2.stop(ids()[0] ?? '');
    seconds(60);
    expect(instances('InService').map(({ HealthStatus }) => HealthStatus)).toEqual(Array(4).fill('Healthy'));
  });

  it('ReplaceUnhealthy: a stopped machine is marked, and stays', () => {
    const { autoscaling, here, ids, instances, seconds } = starter();
    seconds(10);
    autoscaling('SuspendProcesses', { ScalingProcesses: ['ReplaceUnhealthy'] });
    here.ec2.stop(ids()[0] ?? '');
    seconds(60);
    expect(instances().filter(({ HealthStatus }) => HealthStatus === 'Unhealthy')).toHaveLength(1);
  });

  it('ScheduledActions: an action that comes due is skipped for good', () => {
    const { autoscaling, clock, group, seconds } = starter({ minSize: 1 });
    const at = (delay: number) => new Date(clock.now() + delay * 1000);
    autoscaling('PutScheduledUpdateGroupAction', {
      ScheduledActionName: 'night',
      StartTime: at(60),
      DesiredCapacity: 1,
    });
    autoscaling('PutScheduledUpdateGroupAction', {
      ScheduledActionName: 'day',
      StartTime: at(300),
      DesiredCapacity: 3,
    });
    autoscaling('SuspendProcesses', { ScalingProcesses: ['ScheduledActions'] });
    seconds(120);
    autoscaling('ResumeProcesses', { ScalingProcesses: ['ScheduledActions'] });
    seconds(60);
    expect(group().DesiredCapacity).toBe(4);
    seconds(180);
    expect(group().DesiredCapacity).toBe(3);
  });
});

describe('scaling activities', () => {
  const activities = (call: ReturnType<typeof starter>['call']) =>
    call<DescribeScalingActivitiesCommandOutput>('autoscaling', 'DescribeScalingActivities', {
      AutoScalingGroupName: 'shop',
    }).Activities ?? [];

  it('say why, the newest first', () => {
    const { autoscaling, call, seconds } = starter();
    seconds(10);
    autoscaling('SetDesiredCapacity', { DesiredCapacity: 5 });
    seconds(10);
    const [newest] = activities(call);
    expect(newest).toMatchObject({ StatusCode: 'Successful', Progress: 100 });
    expect(newest?.Cause).toMatch(
      /a user request explicitly set group desired capacity changing the desired capacity from 4 to 5\. .* increasing the capacity from 4 to 5\.$/,
    );
  });

  it('show launches that fail, which the group tries again, ever more slowly', () => {
    const { autoscaling, call, here, ids, names, seconds } = starter();
    seconds(10);
    here.ec2.images.delete(names.imageId);
    autoscaling('SetDesiredCapacity', { DesiredCapacity: 5 });
    seconds(10);
    const failed = activities(call).filter(({ StatusCode }) => StatusCode === 'Failed');
    expect(failed[0]?.StatusMessage).toMatch(new RegExp(`${names.imageId}.*Launching EC2 instance failed\\.`));
    expect(failed.length).toBeGreaterThan(2);
    expect(failed.length).toBeLessThan(10);
    here.ec2.addImage({ name: 'again', id: names.imageId });
    seconds(30);
    expect(ids('InService')).toHaveLength(5);
  });

  it('show a launch as cancelled whose machine dies before it is in service, and what it died of', () => {
    const { autoscaling, call, here, ids, machines, seconds } = starter();
    seconds(10);
    machines.boot = () => undefined;
    autoscaling('SetDesiredCapacity', { DesiredCapacity: 5 });
    seconds(5);
    const [id = ''] = ids('Pending');
    const code = 'Client.InternalError';
    here.ec2.terminate(id, { code, message: `${code}: Client error on launch` });
    seconds(10);
    expect(activities(call)).toContainEqual(
      expect.objectContaining({
        Description: `Launching a new EC2 instance: ${id}`,
        StatusCode: 'Cancelled',
        StatusMessage: `Instance became unhealthy while waiting for instance to be in InService state. Termination Reason: ${code}: Client error on launch`,
      }),
    );
  });
});

describe('a zone without capacity', () => {
  it('is told in an activity, and another zone launches instead', () => {
    const { autoscaling, call, here, instances, seconds } = starter({ machines: 0, minSize: 0, maxSize: 4 });
    const launch = here.ec2.launch.bind(here.ec2);
    here.ec2.launch = (spec) => {
      if (!here.ec2.availabilityZoneOf(spec.SubnetId ?? '').endsWith('a')) return launch(spec);
      throw new AwsError('InsufficientInstanceCapacity', 'We currently do not have sufficient capacity', 500);
    };
    autoscaling('SetDesiredCapacity', { DesiredCapacity: 2 });
    seconds(10);
    const zones = instances('InService').map(({ AvailabilityZone }) => AvailabilityZone);
    expect(zones).toEqual(['eu-west-1b', 'eu-west-1c']);
    const output = call('autoscaling', 'DescribeScalingActivities', { AutoScalingGroupName: 'shop' });
    expect(JSON.stringify(output)).toContain(
      'We currently do not have sufficient capacity. Launching EC2 instance failed.',
    );
  });
});

describe('scaling policies', () => {
  it('change capacity within the bounds, on request and by alarm, unless notifications are suspended', () => {
    const { autoscaling, call, group } = starter({ machines: 2, minSize: 1, maxSize: 6 });
    const { PolicyARN } = autoscaling<{ PolicyARN: string }>('PutScalingPolicy', {
      PolicyName: 'more',
      AdjustmentType: 'ChangeInCapacity',
      ScalingAdjustment: 3,
      Cooldown: 0,
    });
    const alarm = (StateValue: string) =>
      call('monitoring', 'SetAlarmState', { AlarmName: 'busy', StateValue, StateReason: 'test' });
    autoscaling('ExecutePolicy', { PolicyName: 'more' });
    expect(group().DesiredCapacity).toBe(5);
    call('monitoring', 'PutMetricAlarm', {
      AlarmName: 'busy',
      AlarmActions: [PolicyARN],
      EvaluationPeriods: 1,
      ComparisonOperator: 'GreaterThanThreshold',
    });
    autoscaling('SuspendProcesses', { ScalingProcesses: ['AlarmNotification'] });
    alarm('ALARM');
    expect(group().DesiredCapacity).toBe(5);
    autoscaling('ResumeProcesses', { ScalingProcesses: ['AlarmNotification'] });
    alarm('OK');
    alarm('ALARM');
    expect(group().DesiredCapacity).toBe(6);
  });
});

describe('target groups of a group', () => {
  it('are left and joined by its machines', () => {
    const { autoscaling, ids, names, seconds, target } = starter();
    seconds(10);
    const [id = ''] = ids();
    autoscaling('DetachLoadBalancerTargetGroups', { TargetGroupARNs: [names.targetGroupArn] });
    seconds(10);
    expect(target(id)?.State).toBe('unused');
    autoscaling('AttachTrafficSources', { TrafficSources: [{ Identifier: names.targetGroupArn, Type: 'elbv2' }] });
    expect(autoscaling('DescribeLoadBalancerTargetGroups', {})).toMatchObject({
      LoadBalancerTargetGroups: [{ State: 'Added' }],
    });
    seconds(10);
    expect(target(id)?.State).toBe('healthy');
    expect(autoscaling('DescribeTrafficSources', {})).toMatchObject({ TrafficSources: [{ State: 'InService' }] });
  });
});
