import type { PutMetricAlarmCommandInput } from '@aws-sdk/client-cloudwatch';

export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';

/** A metric alarm. Nothing evaluates metrics here: its state changes when SetAlarmState says so. */
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
}

/** What an alarm does when it comes into its present state. */
export function actionsOf({ settings, state }: Alarm): readonly string[] {
  if (state === 'ALARM') return settings.AlarmActions ?? [];
  if (state === 'OK') return settings.OKActions ?? [];
  return settings.InsufficientDataActions ?? [];
}
