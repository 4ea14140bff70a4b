import type { PutScalingPolicyCommandOutput } from '@aws-sdk/client-auto-scaling';
import { describe, expect, it } from '@jest/globals';
import { Traffic } from '../../../../sandbox/world/traffic.js';
import { starter } from '../starter.js';

const minutes = (count: number) => count * 60;

/** Four machines, each of which 100 requests a second keep fully busy, with so many requests a second in all. */
function busy(rate: number, settings: Parameters<typeof starter>[0] = {}) {
  const world = starter({ minSize: 2, maxSize: 12, gracePeriod: 0, ...settings });
  world.autoscaling('UpdateAutoScalingGroup', { DefaultInstanceWarmup: 60 });
  world.seconds(60);
  const traffic = new Traffic(world.here, world.machines, { listenerArn: world.names.listenerArn, rate });
  return { ...world, traffic, desired: () => world.group().DesiredCapacity };
}

const processors = { PredefinedMetricSpecification: { PredefinedMetricType: 'ASGAverageCPUUtilization' } };

function track(world: ReturnType<typeof busy>, change: object = {}, PolicyName = 'processors') {
  return world.autoscaling<PutScalingPolicyCommandOutput>('PutScalingPolicy', {
    PolicyName,
    PolicyType: 'TargetTrackingScaling',
    TargetTrackingConfiguration: { TargetValue: 50, ...processors, ...change },
  });
}

describe('target tracking', () => {
  it('scales out after three minutes above the target, by as many machines as bring it back', () => {
    const world = busy(200);
    track(world);
    world.seconds(minutes(30));
    expect(world.desired()).toBe(4);
    world.traffic.setRate(320);
    world.seconds(minutes(2.9));
    expect(world.desired()).toBe(4);
    world.seconds(minutes(1));
    expect(world.desired()).toBe(7);
    world.seconds(minutes(30));
    expect(world.ids('InService')).toHaveLength(7);
    expect(world.traffic.failed).toBe(0);
  });

  it('scales in after fifteen minutes well below it, down to the minimum when nobody comes', () => {
    const world = busy(200);
    track(world);
    world.traffic.setRate(0);
    world.seconds(minutes(14));
    expect(world.desired()).toBe(4);
    world.seconds(minutes(2));
    expect(world.desired()).toBe(2);
  });

  it('takes surge away as what it is: it does not ratchet below what the load asks for', () => {
    const world = busy(290);
    world.autoscaling('SetDesiredCapacity', { DesiredCapacity: 6 });
    world.seconds(minutes(5));
    track(world);
    world.autoscaling('SetDesiredCapacity', { DesiredCapacity: 10 });
    world.seconds(minutes(60));
    expect(world.desired()).toBe(6);
  });

  it('does not scale in while machines warm up, nor with DisableScaleIn, nor unless all policies agree', () => {
    const warming = busy(0);
    track(warming);
    warming.seconds(minutes(14.5));
    warming.autoscaling('SetDesiredCapacity', { DesiredCapacity: 5 });
    warming.seconds(minutes(0.9));
    expect(warming.desired()).toBe(5);
    warming.seconds(minutes(3));
    expect(warming.desired()).toBe(2);

    const never = busy(0);
    track(never, { DisableScaleIn: true });
    never.seconds(minutes(30));
    expect(never.desired()).toBe(4);

    const two = busy(100);
    track(two);
    track(two, { TargetValue: 25 }, 'eager');
    two.seconds(minutes(40));
    expect(two.desired()).toBe(4);
  });

  it('follows the requests of each target', () => {
    const world = busy(40);
    const { targetGroupArn, loadBalancerArn } = world.names;
    const label = `${loadBalancerArn.split('loadbalancer/')[1]}/${targetGroupArn.split(':').at(-1)}`;
    const metric = { PredefinedMetricType: 'ALBRequestCountPerTarget', ResourceLabel: label };
    track(world, { TargetValue: 600, PredefinedMetricSpecification: metric });
    world.traffic.setRate(80);
    world.seconds(minutes(10));
    expect(world.desired()).toBe(8);
    expect(() => track(world, { PredefinedMetricSpecification: { ...metric, ResourceLabel: 'x' } })).toThrow('not ALB');
  });

  it('shows the alarms that it made, and takes them along when it goes', () => {
    const world = busy(0);
    const { Alarms } = track(world);
    expect(Alarms?.map(({ AlarmName }) => AlarmName?.replace(/-[0-9a-f-]{36}$/, ''))).toEqual([
      'TargetTracking-shop-AlarmHigh',
      'TargetTracking-shop-AlarmLow',
    ]);
    expect([...world.here.cloudWatch.alarms.keys()]).toHaveLength(2);
    world.autoscaling('DeletePolicy', { PolicyName: 'processors' });
    expect([...world.here.cloudWatch.alarms.keys()]).toEqual([]);
  });

  it.each([
    ['AlarmNotification is suspended', 'autoscaling', 'SuspendProcesses', { ScalingProcesses: ['AlarmNotification'] }],
    ['the actions of its alarms are disabled', 'monitoring', 'DisableAlarmActions', {}],
  ] as const)('does nothing while %s', (_case, service, operation, input) => {
    const world = busy(800);
    const AlarmNames = track(world).Alarms?.map(({ AlarmName }) => AlarmName);
    if (service === 'autoscaling') world.autoscaling(operation, input);
    else world.call(service, operation, { AlarmNames });
    world.seconds(minutes(30));
    expect(world.desired()).toBe(4);
    if (service === 'autoscaling') world.autoscaling('ResumeProcesses', input);
    else world.call(service, 'EnableAlarmActions', { AlarmNames });
    world.seconds(minutes(2));
    expect(world.desired()).toBeGreaterThan(4);
  });
});

describe('policies behind an alarm', () => {
  const alarm = (world: ReturnType<typeof busy>, AlarmActions: readonly (string | undefined)[], change: object = {}) =>
    world.call('monitoring', 'PutMetricAlarm', {
      AlarmName: 'busy',
      AlarmActions,
      Namespace: 'AWS/EC2',
      MetricName: 'CPUUtilization',
      Dimensions: [{ Name: 'AutoScalingGroupName', Value: 'shop' }],
      Statistic: 'Average',
      Period: 60,
      EvaluationPeriods: 2,
      Threshold: 60,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      ...change,
    });

  it('step scaling: adds by how far the metric is beyond the threshold, once for what is on its way', () => {
    const world = busy(360);
    const { PolicyARN } = world.autoscaling<PutScalingPolicyCommandOutput>('PutScalingPolicy', {
      PolicyName: 'steps',
      PolicyType: 'StepScaling',
      AdjustmentType: 'ChangeInCapacity',
      EstimatedInstanceWarmup: 300,
      StepAdjustments: [
        { MetricIntervalLowerBound: 0, MetricIntervalUpperBound: 20, ScalingAdjustment: 1 },
        { MetricIntervalLowerBound: 20, ScalingAdjustment: 3 },
      ],
    });
    world.seconds(minutes(5));
    alarm(world, [PolicyARN]);
    world.seconds(minutes(2.5));
    expect(world.desired()).toBe(7);
    world.seconds(minutes(20));
    expect(world.desired()).toBe(7);
    expect(world.here.cloudWatch.alarms.get('busy')?.state).toBe('OK');
  });

  it('simple scaling: acts again after each cooldown, as long as the alarm lasts', () => {
    const world = busy(1200);
    const { PolicyARN } = world.autoscaling<PutScalingPolicyCommandOutput>('PutScalingPolicy', {
      PolicyName: 'one-more',
      AdjustmentType: 'ChangeInCapacity',
      ScalingAdjustment: 1,
      Cooldown: 300,
    });
    alarm(world, [PolicyARN]);
    world.seconds(minutes(3));
    expect(world.desired()).toBe(5);
    world.seconds(minutes(5));
    expect(world.desired()).toBe(6);
  });

  it('an alarm on metric data of your own is judged, too', () => {
    const world = busy(0);
    alarm(world, [], { Namespace: 'shop', MetricName: 'errors', Dimensions: [], EvaluationPeriods: 1, Threshold: 5 });
    world.seconds(minutes(3));
    expect(world.here.cloudWatch.alarms.get('busy')?.state).toBe('INSUFFICIENT_DATA');
    const put = (Value: number) =>
      world.call('monitoring', 'PutMetricData', { Namespace: 'shop', MetricData: [{ MetricName: 'errors', Value }] });
    put(4);
    put(8);
    world.seconds(60);
    expect(world.here.cloudWatch.alarms.get('busy')?.state).toBe('ALARM');
  });
});
