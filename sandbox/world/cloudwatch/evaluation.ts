import type { Region } from '../region.js';
import type { Alarm } from './alarm.js';
import { measure } from './metrics.js';

/** What an evaluation found. */
export interface Verdict {
  readonly state: 'OK' | 'ALARM';
  readonly reason: string;
}

/**
 * Takes the next data point of an alarm and judges the last EvaluationPeriods of them; a missing one does not breach
 * (CloudWatch user guide, "Evaluating an alarm").
 * @returns undefined while nothing has measured the metric: the state stays as it was set.
 */
export function evaluate(region: Region, alarm: Alarm): Verdict | undefined {
  const { EvaluationPeriods: periods = 1, DatapointsToAlarm: needed = periods, Threshold = 0 } = alarm.settings;
  alarm.points = [...alarm.points, measure(region, alarm.settings, periodOf(alarm))?.value].slice(-periods);
  const values = alarm.points.filter((value) => value !== undefined);
  if (values.length === 0) return undefined;
  const breaching = values.filter((value) => breaches(alarm, value)).length;
  const reason = `Threshold Crossed: ${breaching} out of the last ${values.length} datapoints against the threshold (${Threshold})`;
  return { state: breaching >= needed ? 'ALARM' : 'OK', reason };
}

/** In seconds. */
export function periodOf({ settings }: Alarm): number {
  return settings.Period ?? 60;
}

/** By how much the newest data point is beyond the threshold; 0 when there is none. */
export function breachOf({ points, settings }: Alarm): number {
  const newest = points.at(-1);
  return newest === undefined ? 0 : newest - (settings.Threshold ?? 0);
}

function breaches({ settings }: Alarm, value: number): boolean {
  const { Threshold = 0, ComparisonOperator } = settings;
  switch (ComparisonOperator) {
    case 'GreaterThanThreshold':
      return value > Threshold;
    case 'LessThanThreshold':
      return value < Threshold;
    case 'LessThanOrEqualToThreshold':
      return value <= Threshold;
    default:
      return value >= Threshold;
  }
}
