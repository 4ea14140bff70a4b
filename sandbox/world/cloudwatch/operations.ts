import type {
  DeleteAlarmsCommandInput,
  DescribeAlarmsCommandInput,
  DisableAlarmActionsCommandInput,
  ListTagsForResourceCommandInput,
  MetricAlarm,
  PutMetricAlarmCommandInput,
  PutMetricDataCommandInput,
  SetAlarmStateCommandInput,
} from '@aws-sdk/client-cloudwatch';
import { AwsError, validationError } from '../aws-error.js';
import { type Operations, operation } from '../operation.js';
import { page } from '../pagination.js';
import type { Region } from '../region.js';
import type { Alarm, AlarmState } from './alarm.js';
import type { CloudWatch } from './cloudwatch.js';

/** CloudWatch API: at most 100 alarm names in one call. */
const mostNames = 100;

/** Amazon CloudWatch, as far as the sandbox goes: metric alarms on what is put or simulated. */
export const cloudWatchOperations: Operations = {
  PutMetricAlarm: operation(
    [
      'AlarmName',
      'AlarmDescription',
      'ActionsEnabled',
      'OKActions',
      'AlarmActions',
      'InsufficientDataActions',
      'MetricName',
      'Namespace',
      'Statistic',
      'Dimensions.*',
      'Period',
      'Unit',
      'EvaluationPeriods',
      'DatapointsToAlarm',
      'Threshold',
      'ComparisonOperator',
      'TreatMissingData',
      'Tags.*',
    ],
    (input: PutMetricAlarmCommandInput, region) => {
      region.cloudWatch.put(input);
      return {};
    },
  ),

  DescribeAlarms: operation(
    ['AlarmNames', 'AlarmNamePrefix', 'AlarmTypes', 'StateValue', 'ActionPrefix', 'MaxRecords', 'NextToken'],
    (input: DescribeAlarmsCommandInput, { cloudWatch }) => {
      const request = { maxResults: input.MaxRecords, nextToken: input.NextToken };
      const { items, nextToken } = page(select(input, cloudWatch), request, 50, 'InvalidNextToken');
      return { MetricAlarms: items.map(describe), CompositeAlarms: [], NextToken: nextToken };
    },
  ),

  ListTagsForResource: operation(
    ['ResourceARN'],
    ({ ResourceARN }: ListTagsForResourceCommandInput, { cloudWatch }) => {
      const alarm = [...cloudWatch.alarms.values()].find(({ arn }) => arn === ResourceARN);
      if (!alarm) throw new AwsError('ResourceNotFoundException', `${ResourceARN} does not exist`, 404);
      return { Tags: [...alarm.tags].map(([Key, Value]) => ({ Key, Value })) };
    },
  ),

  SetAlarmState: operation(
    ['AlarmName', 'StateValue', 'StateReason', 'StateReasonData'],
    (input: SetAlarmStateCommandInput, { cloudWatch }) => {
      const alarm = cloudWatch.alarms.get(input.AlarmName ?? '');
      if (!alarm) throw new AwsError('ResourceNotFound', `Alarm ${input.AlarmName} does not exist`, 404);
      const states: readonly string[] = ['OK', 'ALARM', 'INSUFFICIENT_DATA'];
      if (!states.includes(input.StateValue ?? ''))
        throw validationError(`StateValue must be one of ${states.join(', ')}`);
      cloudWatch.setState(alarm, input.StateValue as AlarmState, input.StateReason ?? '', input.StateReasonData);
      return {};
    },
  ),

  DeleteAlarms: operation(['AlarmNames'], (input: DeleteAlarmsCommandInput, region) => {
    for (const name of named(input.AlarmNames)) region.cloudWatch.delete(name);
    return {};
  }),

  EnableAlarmActions: operation(['AlarmNames'], (input: DisableAlarmActionsCommandInput, region) =>
    setActions(input, region, true),
  ),

  DisableAlarmActions: operation(['AlarmNames'], (input: DisableAlarmActionsCommandInput, region) =>
    setActions(input, region, false),
  ),

  PutMetricData: operation(
    [
      'Namespace',
      'MetricData.MetricName',
      'MetricData.Dimensions.*',
      'MetricData.Timestamp',
      'MetricData.Value',
      'MetricData.Unit',
    ],
    (input: PutMetricDataCommandInput, { cloudWatch, world }) => {
      for (const { MetricName = '', Dimensions, Value = 0, Unit, Timestamp } of input.MetricData ?? []) {
        cloudWatch.data.push({
          namespace: input.Namespace ?? '',
          metric: MetricName,
          dimensions: (Dimensions ?? []).map(({ Name, Value: value }) => `${Name}=${value}`).sort(),
          value: Value,
          unit: Unit,
          time: Timestamp ? +Timestamp : world.clock.now(),
        });
      }
      return {};
    },
  ),
};

function named(names: readonly string[] | undefined): readonly string[] {
  if ((names?.length ?? 0) > mostNames) throw validationError(`At most ${mostNames} alarm names in one call`);
  return names ?? [];
}

/** Names that do not exist are no error (CloudWatch API, DisableAlarmActions). */
function setActions({ AlarmNames }: DisableAlarmActionsCommandInput, region: Region, enabled: boolean): object {
  for (const name of named(AlarmNames)) {
    const alarm = region.cloudWatch.alarms.get(name);
    if (!alarm) continue;
    alarm.actionsEnabled = enabled;
    region.record('alarm', name, enabled ? 'actions enabled' : 'actions disabled');
  }
  return {};
}

/** By name; only metric alarms exist here, which are also what is meant when no type is named (CloudWatch API, DescribeAlarms). */
function select(input: DescribeAlarmsCommandInput, { alarms }: CloudWatch): Alarm[] {
  const { AlarmNamePrefix: prefix = '', StateValue: state, ActionPrefix: action, AlarmTypes: types } = input;
  if (types?.length && !types.includes('MetricAlarm')) return [];
  const names = named(input.AlarmNames);
  return [...alarms.values()]
    .filter(({ name }) => (names.length === 0 || names.includes(name)) && name.startsWith(prefix))
    .filter((alarm) => !state || alarm.state === state)
    .filter(({ settings }) => !action || (settings.AlarmActions ?? []).some((one) => one.startsWith(action)))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

function describe(alarm: Alarm): MetricAlarm {
  const { Tags, ...settings } = alarm.settings;
  const { state, stateReason, stateReasonData } = alarm;
  return {
    ...structuredClone(settings),
    AlarmArn: alarm.arn,
    ActionsEnabled: alarm.actionsEnabled,
    OKActions: [...(settings.OKActions ?? [])],
    AlarmActions: [...(settings.AlarmActions ?? [])],
    InsufficientDataActions: [...(settings.InsufficientDataActions ?? [])],
    Dimensions: structuredClone(settings.Dimensions ?? []),
    AlarmConfigurationUpdatedTimestamp: new Date(alarm.configured),
    StateValue: state,
    StateReason: stateReason,
    ...(stateReasonData !== undefined && { StateReasonData: stateReasonData }),
    StateUpdatedTimestamp: new Date(alarm.stateUpdated),
    StateTransitionedTimestamp: new Date(alarm.stateUpdated),
  };
}
