import type { PutMetricAlarmCommandInput } from '@aws-sdk/client-cloudwatch';
import type { Cancel } from '../clock.js';

export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';

/** A metric alarm. Its state follows its metric where something measures that, and SetAlarmState in any case. */
export interface Alarm {
  readonly name: string;
  readonly arn: string;
  /** As PutMetricAlarm got them. */
  settings: PutMetricAlarmCommandInput;
  actionsEnabled: boolean;
  state: AlarmState;
  stateReason: string;
  stateReasonData: string | undefined;
  /** Milliseconds since the Unix epoch. */
  stateUpdated: number;
  /** Milliseconds since the Unix epoch. */
  configured: number;
  readonly tags: Map<string, string>;
  /** The newest data points, a period apart, oldest first; undefined where there was none. */
  points: readonly (number | undefined)[];
  /** Takes back the next evaluation. */
  next: Cancel | undefined;
}

/** What an alarm does when it comes into its present state. */
export function actionsOf({ settings, state }: Alarm): readonly string[] {
  if (state === 'ALARM') return settings.AlarmActions ?? [];
  if (state === 'OK') return settings.OKActions ?? [];
  return settings.InsufficientDataActions ?? [];
}
