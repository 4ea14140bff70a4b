import type { TargetTrackingConfiguration } from '@aws-sdk/client-auto-scaling';
import type { PutMetricAlarmCommandInput } from '@aws-sdk/client-cloudwatch';
import { validationError } from '../aws-error.js';
import { type Metric, measure } from '../cloudwatch/metrics.js';
import type { Region } from '../region.js';
import type { Group } from './group.js';
import type { ScalingPolicy } from './scaling.js';

/** Target tracking measures once a minute (Auto Scaling user guide, "Target tracking scaling policies"). */
const period = 60;

/**
 * The two alarms of a target tracking policy. Above the target for three minutes it scales out; well below it for
 * fifteen, it scales in. AWS documents that it makes such alarms; their numbers are those that it shows in practice.
 */
export function trackingAlarms(group: Group, policy: Pick<ScalingPolicy, 'arn' | 'name'>, config: Config, id: string) {
  const { TargetValue: target = 0 } = config;
  const alarm = (side: string, periods: number, Threshold: number): PutMetricAlarmCommandInput => ({
    ...metricOf(group, config),
    AlarmName: `TargetTracking-${group.name}-Alarm${side}-${id}`,
    AlarmDescription: `DO NOT EDIT OR DELETE. For TargetTrackingScaling policy ${policy.arn}.`,
    AlarmActions: [policy.arn],
    Period: period,
    EvaluationPeriods: periods,
    Threshold,
    ComparisonOperator: side === 'High' ? 'GreaterThanThreshold' : 'LessThanThreshold',
  });
  const high = alarm('High', 3, target);
  return config.DisableScaleIn ? [high] : [high, alarm('Low', 15, 0.9 * target)];
}

type Config = TargetTrackingConfiguration;

/**
 * How many machines would bring the metric to its target, now that one of the policy's alarms went off. The most that
 * any policy asks for; less than now only when all are ready to scale in (Auto Scaling user guide, "Target tracking
 * scaling policies").
 */
export function trackedCapacity(region: Region, group: Group, policy: ScalingPolicy): number {
  const own = neededBy(region, group, policy) ?? group.desired;
  const isHigh = policy.alarms[0]?.state === 'ALARM';
  if (isHigh) return Math.max(group.desired, own);
  const others = [...group.policies.values()].filter(({ settings }) => isTracking(settings));
  const areReady = others.every(({ alarms }) => alarms[1]?.state === 'ALARM' || alarms.length === 1);
  if (!areReady) return group.desired;
  const needs = others.map((other) => neededBy(region, group, other) ?? group.desired);
  return Math.min(group.desired, Math.max(own, ...needs));
}

function isTracking({ PolicyType, Enabled }: ScalingPolicy['settings']): boolean {
  return PolicyType === 'TargetTrackingScaling' && Enabled !== false;
}

function neededBy(region: Region, group: Group, { settings }: ScalingPolicy): number | undefined {
  const { TargetTrackingConfiguration: config } = settings;
  const measured = config && measure(region, metricOf(group, config), period);
  if (!measured) return undefined;
  const exact = (measured.machines * measured.value) / (config.TargetValue ?? 1);
  // What the sum's rounding adds asks for no machine.
  return Math.ceil(exact - 1e-9);
}

/** @throws {AwsError} ValidationError for a metric that nothing here measures. */
export function metricOf(group: Group, { PredefinedMetricSpecification: predefined }: Config): Metric & Averaged {
  const { PredefinedMetricType: type, ResourceLabel: label = '' } = predefined ?? {};
  if (type === 'ASGAverageCPUUtilization') {
    const dimension = { Name: 'AutoScalingGroupName', Value: group.name };
    return { Namespace: 'AWS/EC2', MetricName: 'CPUUtilization', Statistic: 'Average', Dimensions: [dimension] };
  }
  // Auto Scaling API, PredefinedMetricSpecification: app/NAME/ID/targetgroup/NAME/ID.
  const [, loadBalancer, targetGroup] = /^(app\/[^/]+\/[^/]+)\/(targetgroup\/[^/]+\/[^/]+)$/.exec(label) ?? [];
  if (type === 'ALBRequestCountPerTarget' && loadBalancer && targetGroup) {
    const dimensions = [
      { Name: 'TargetGroup', Value: targetGroup },
      { Name: 'LoadBalancer', Value: loadBalancer },
    ];
    const Namespace = 'AWS/ApplicationELB';
    return { Namespace, MetricName: 'RequestCountPerTarget', Statistic: 'Sum', Dimensions: dimensions };
  }
  const known = 'ASGAverageCPUUtilization, and ALBRequestCountPerTarget with a ResourceLabel of the right form';
  throw validationError(`The sandbox tracks ${known}, not ${type} '${label}'`);
}

interface Averaged {
  readonly Statistic: 'Average' | 'Sum';
}
