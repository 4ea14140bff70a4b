import type {
  CustomizedMetricSpecification,
  PredictiveScalingMetricSpecification,
  ScalingPolicy,
} from '@aws-sdk/client-auto-scaling';
import { DescribeAlarmsCommand, type MetricAlarm } from '@aws-sdk/client-cloudwatch';
import type { Aws } from '../../platform/aws.js';

/** What a metric is about, as CloudWatch names it: `targetgroup/NAME/ID` and `app/NAME/ID`. */
export interface Watched {
  readonly targetGroup?: string | undefined;
  readonly loadBalancer?: string | undefined;
}

interface Metric {
  readonly Dimensions?:
    | readonly { readonly Name?: string | undefined; readonly Value?: string | undefined }[]
    | undefined;
}

/** One of several metrics that are reckoned up; an expression alone has none. */
interface Query {
  readonly MetricStat?: { readonly Metric?: Metric | undefined } | undefined;
}

/** The alarms by name that start policies which bring no metric of their own. */
export type AlarmsByName = ReadonlyMap<string, MetricAlarm>;

/** Which target groups and load balancers a policy goes by, one for each metric that names any. */
export function watchedBy(policy: ScalingPolicy, alarms: AlarmsByName): readonly Watched[] {
  const { TargetTrackingConfiguration: tracking, PredictiveScalingConfiguration: predictive } = policy;
  const found = [
    ...ofLabel(tracking?.PredefinedMetricSpecification?.ResourceLabel),
    ...ofCustomized(tracking?.CustomizedMetricSpecification),
    ...(predictive?.MetricSpecifications ?? []).flatMap(ofPredictive),
    ...alarmsOf(policy).flatMap((name) => ofAlarm(alarms.get(name))),
  ];
  return found.filter(({ targetGroup, loadBalancer }) => targetGroup !== undefined || loadBalancer !== undefined);
}

/**
 * The alarms that start step and simple policies (Auto Scaling API, ScalingPolicy: Alarms).
 * @throws {Error} what AWS says, when the role may not ask for alarms.
 */
export async function alarmsBehind(
  { cloudWatch }: Pick<Aws, 'cloudWatch'>,
  policies: readonly ScalingPolicy[],
): Promise<AlarmsByName> {
  const names = [...new Set(policies.flatMap(alarmsOf))];
  const found = new Map<string, MetricAlarm>();
  // A hundred names a call (CloudWatch API, DescribeAlarms).
  for (let at = 0; at < names.length; at += 100) {
    const order = { AlarmNames: names.slice(at, at + 100), MaxRecords: 100 };
    const { MetricAlarms = [] } = await cloudWatch.send(new DescribeAlarmsCommand(order));
    for (const alarm of MetricAlarms) found.set(alarm.AlarmName ?? '', alarm);
  }
  return found;
}

/** Target tracking makes its alarms from the metric that it names itself. */
function alarmsOf({ TargetTrackingConfiguration: tracking, Alarms = [] }: ScalingPolicy): readonly string[] {
  return tracking ? [] : Alarms.flatMap(({ AlarmName }) => AlarmName ?? []);
}

function ofAlarm({ Dimensions = [], Metrics = [] }: MetricAlarm = {}): readonly Watched[] {
  return [ofMetric({ Dimensions }), ...ofQueries(Metrics)];
}

function ofCustomized({ Dimensions = [], Metrics = [] }: Partial<CustomizedMetricSpecification> = {}) {
  return [ofMetric({ Dimensions }), ...ofQueries(Metrics)];
}

/** Load, scaling and capacity each have a metric, or two of them a pair (Auto Scaling API, PredictiveScalingMetricSpecification). */
function ofPredictive(specification: PredictiveScalingMetricSpecification): readonly Watched[] {
  const {
    PredefinedMetricPairSpecification: pair,
    PredefinedLoadMetricSpecification: load,
    PredefinedScalingMetricSpecification: scaling,
    ...customized
  } = specification;
  const queries = [
    customized.CustomizedLoadMetricSpecification,
    customized.CustomizedScalingMetricSpecification,
    customized.CustomizedCapacityMetricSpecification,
  ].flatMap((one) => one?.MetricDataQueries ?? []);
  return [...[pair, load, scaling].flatMap((one) => ofLabel(one?.ResourceLabel)), ...ofQueries(queries)];
}

function ofQueries(queries: readonly Query[]): readonly Watched[] {
  return queries.map(({ MetricStat }) => ofMetric(MetricStat?.Metric));
}

function ofMetric({ Dimensions = [] }: Metric = {}): Watched {
  const named = (dimension: string) => Dimensions.find(({ Name }) => Name === dimension)?.Value;
  return { targetGroup: named('TargetGroup'), loadBalancer: named('LoadBalancer') };
}

/** `app/NAME/ID/targetgroup/NAME/ID` (Auto Scaling API, PredefinedMetricSpecification: ResourceLabel). */
function ofLabel(label: string | undefined): readonly Watched[] {
  const [, loadBalancer, targetGroup] = /^(.+)\/(targetgroup\/.+)$/.exec(label ?? '') ?? [];
  return [{ targetGroup, loadBalancer }];
}
