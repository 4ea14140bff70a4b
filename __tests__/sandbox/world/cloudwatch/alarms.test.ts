import type { DescribeAlarmsCommandOutput } from '@aws-sdk/client-cloudwatch';
import { describe, expect, it } from '@jest/globals';
import { codeOf, starter } from '../starter.js';

function withAlarms(...names: string[]) {
  const world = starter({ machines: 0, maxSize: 1 });
  const watch = <Output = unknown>(operation: string, input: object) =>
    world.call<Output>('monitoring', operation, input);
  for (const AlarmName of names) {
    watch('PutMetricAlarm', {
      AlarmName,
      EvaluationPeriods: 1,
      ComparisonOperator: 'GreaterThanThreshold',
      Threshold: 5,
    });
  }
  const found = (input: object) => watch<DescribeAlarmsCommandOutput>('DescribeAlarms', input);
  const namesOf = (input: object) => found(input).MetricAlarms?.map(({ AlarmName }) => AlarmName);
  return { ...world, watch, found, namesOf };
}

describe('alarms', () => {
  it('are found by name, prefix, state and type, page by page', () => {
    const { found, namesOf, watch } = withAlarms('shop-slow', 'shop-errors', 'other');
    watch('SetAlarmState', { AlarmName: 'shop-slow', StateValue: 'ALARM', StateReason: 'too slow' });
    expect(namesOf({ AlarmNames: ['other', 'nobody'] })).toEqual(['other']);
    expect(namesOf({ AlarmNamePrefix: 'shop-' })).toEqual(['shop-errors', 'shop-slow']);
    expect(namesOf({ StateValue: 'ALARM' })).toEqual(['shop-slow']);
    expect(namesOf({ AlarmTypes: ['CompositeAlarm'] })).toEqual([]);
    const { NextToken } = found({ MaxRecords: 2 });
    expect(namesOf({ MaxRecords: 2, NextToken })).toEqual(['shop-slow']);
  });

  it('begin without data, and keep their state when they are changed', () => {
    const { found, watch } = withAlarms('slow');
    expect(found({}).MetricAlarms?.[0]?.StateValue).toBe('INSUFFICIENT_DATA');
    watch('SetAlarmState', { AlarmName: 'slow', StateValue: 'OK', StateReason: 'fine' });
    watch('PutMetricAlarm', { AlarmName: 'slow', EvaluationPeriods: 2, ComparisonOperator: 'GreaterThanThreshold' });
    expect(found({}).MetricAlarms?.[0]).toMatchObject({ StateValue: 'OK', StateReason: 'fine', EvaluationPeriods: 2 });
  });

  it('have their actions switched off and on, unknown names and all', () => {
    const { found, watch } = withAlarms('slow');
    watch('DisableAlarmActions', { AlarmNames: ['slow', 'nobody'] });
    expect(found({}).MetricAlarms?.[0]?.ActionsEnabled).toBe(false);
    watch('EnableAlarmActions', { AlarmNames: ['slow'] });
    expect(found({}).MetricAlarms?.[0]?.ActionsEnabled).toBe(true);
  });

  it('must exist to be set, and be no more than 100 in one call', () => {
    const { watch } = withAlarms('slow');
    expect(codeOf(() => watch('SetAlarmState', { AlarmName: 'x', StateValue: 'OK', StateReason: '' }))).toBe(
      'ResourceNotFound',
    );
    const AlarmNames = Array.from({ length: 101 }, (_, at) => `alarm-${at}`);
    expect(codeOf(() => watch('DisableAlarmActions', { AlarmNames }))).toBe('ValidationError');
  });

  it('can be deleted', () => {
    const { namesOf, watch } = withAlarms('one', 'two');
    watch('DeleteAlarms', { AlarmNames: ['one'] });
    expect(namesOf({})).toEqual(['two']);
  });
});

describe('metric data', () => {
  it('is kept as it came', () => {
    const { here, watch } = withAlarms();
    watch('PutMetricData', {
      Namespace: 'Shop',
      MetricData: [{ MetricName: 'Orders', Value: 3, Dimensions: [{ Name: 'Group', Value: 'shop' }] }],
    });
    expect(here.cloudWatch.data).toMatchObject([
      { namespace: 'Shop', metric: 'Orders', dimensions: ['Group=shop'], value: 3 },
    ]);
  });
});
