import type { PutMetricAlarmCommandInput } from '@aws-sdk/client-cloudwatch';
import type { Member } from '../auto-scaling/group.js';
import type { TargetGroup } from '../load-balancing/target-group.js';
import type { Region } from '../region.js';

export type Metric = Pick<PutMetricAlarmCommandInput, 'Namespace' | 'MetricName' | 'Dimensions'>;

/** What a metric says over one period. */
export interface Measurement {
  readonly value: number;
  /** How many machines the value is an average over; 1 where it is none. */
  readonly machines: number;
}

/**
 * What a metric says now; undefined when nothing measures it. AWS's own metrics are read off the simulated traffic at
 * the end of the period; any other is the average of what PutMetricData brought in the period (in seconds).
 */
export function measure(region: Region, metric: Metric, period: number): Measurement | undefined {
  if (metric.Namespace === 'AWS/EC2') return measureProcessors(region, metric);
  if (metric.Namespace === 'AWS/ApplicationELB') return measureTargets(region, metric, period);
  return averageOfData(region, metric, period);
}

/** Machines that warm up are left out (Auto Scaling user guide, "Set the default instance warmup"). */
function measureProcessors(region: Region, metric: Metric): Measurement | undefined {
  const group = region.autoScaling.groups.get(dimension(metric, 'AutoScalingGroupName') ?? '');
  if (metric.MetricName !== 'CPUUtilization' || !group || region.loads.length === 0) return undefined;
  const now = region.world.clock.now();
  const counted = [...group.members.values()].filter((one) => !isWarmingUp(one, group.defaultWarmup ?? 0, now));
  if (counted.length === 0) return undefined;
  const busy = ({ instance }: Member) =>
    Math.min(
      100,
      region.loads.reduce((sum, load) => sum + load.utilizationOf(instance.id), 0),
    );
  return { value: counted.reduce((sum, one) => sum + busy(one), 0) / counted.length, machines: counted.length };
}

/** Whether a member is on its way into service, or has been there for less than `warmup` seconds. */
export function isWarmingUp({ state, inServiceSince }: Member, warmup: number, now: number): boolean {
  return state !== 'InService' || now < inServiceSince + warmup * 1000;
}

/** Application Load Balancers guide, "CloudWatch metrics": by target group. */
function measureTargets(region: Region, metric: Metric, period: number): Measurement | undefined {
  const name = dimension(metric, 'TargetGroup');
  const group = [...region.loadBalancing.targetGroups.values()].find(({ arn }) => arn.endsWith(`:${name}`));
  if (!group || region.loads.length === 0) return undefined;
  const healthy = count(group, 'healthy');
  if (metric.MetricName === 'HealthyHostCount') return { value: healthy, machines: 1 };
  if (metric.MetricName === 'UnHealthyHostCount') return { value: count(group, 'unhealthy'), machines: 1 };
  if (metric.MetricName !== 'RequestCountPerTarget' || healthy === 0) return undefined;
  const requests = region.loads.reduce((sum, load) => sum + load.requestsTo(group.arn), 0) * period;
  return { value: requests / healthy, machines: healthy };
}

function count({ targets }: TargetGroup, state: string): number {
  return [...targets.values()].filter(({ health }) => health.state === state).length;
}

function averageOfData({ cloudWatch, world }: Region, metric: Metric, period: number): Measurement | undefined {
  const dimensions = (metric.Dimensions ?? []).map(({ Name, Value }) => `${Name}=${Value}`).sort();
  const now = world.clock.now();
  const values = cloudWatch.data
    .filter(({ namespace, metric: name }) => namespace === metric.Namespace && name === metric.MetricName)
    .filter(({ time }) => time >= now - period * 1000 && time < now)
    .filter((datum) => datum.dimensions.join() === dimensions.join())
    .map(({ value }) => value);
  if (values.length === 0) return undefined;
  return { value: values.reduce((sum, value) => sum + value, 0) / values.length, machines: 1 };
}

function dimension({ Dimensions }: Metric, name: string): string | undefined {
  return Dimensions?.find(({ Name }) => Name === name)?.Value;
}
