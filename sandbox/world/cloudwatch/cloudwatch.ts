import type { PutMetricAlarmCommandInput } from '@aws-sdk/client-cloudwatch';
import { alarmWentOff } from '../auto-scaling/scaling.js';
import { AwsError } from '../aws-error.js';
import type { Region } from '../region.js';
import { type Alarm, type AlarmState, actionsOf } from './alarm.js';
import { breachOf, evaluate, periodOf } from './evaluation.js';

/** One value that was put. */
export interface Datum {
  readonly namespace: string;
  readonly metric: string;
  /** Dimensions as `Name=Value`, sorted. */
  readonly dimensions: readonly string[];
  readonly value: number;
  readonly unit: string | undefined;
  /** Milliseconds since the Unix epoch. */
  readonly time: number;
}

/** Amazon CloudWatch in one region: metric alarms, and a heap of metric data. */
export class CloudWatch {
  readonly region: Region;
  readonly alarms = new Map<string, Alarm>();
  readonly data: Datum[] = [];

  constructor(region: Region) {
    this.region = region;
  }

  /** A new alarm has no data yet; one that is changed keeps its state (CloudWatch API, PutMetricAlarm). */
  put(input: PutMetricAlarmCommandInput): Alarm {
    const { AlarmName: name = '', ActionsEnabled = true, Tags = [] } = input;
    if (!name) throw new AwsError('ValidationError', 'AlarmName is required');
    const now = this.region.world.clock.now();
    const existing = this.alarms.get(name);
    existing?.next?.();
    const alarm: Alarm = {
      state: 'INSUFFICIENT_DATA',
      stateReason: 'Unchecked: Initial alarm creation',
      stateReasonData: undefined,
      stateUpdated: now,
      tags: new Map(Tags.map(({ Key = '', Value = '' }) => [Key, Value])),
      ...existing,
      name,
      arn: this.region.arn('cloudwatch', `alarm:${name}`),
      settings: structuredClone(input),
      actionsEnabled: ActionsEnabled,
      configured: now,
      points: [],
      next: undefined,
    };
    this.alarms.set(name, alarm);
    this.region.record('alarm', name, 'put');
    if (input.Namespace && input.MetricName) this.#watch(alarm);
    return alarm;
  }

  /** An unknown name is no error (CloudWatch API, DeleteAlarms). */
  delete(name: string): void {
    this.alarms.get(name)?.next?.();
    if (this.alarms.delete(name)) this.region.record('alarm', name, 'deleted');
  }

  /**
   * Changes an alarm's state; the actions of the new one run if they are enabled. Where a metric is measured, the next
   * evaluation has the last word (CloudWatch API, SetAlarmState).
   */
  setState(alarm: Alarm, state: AlarmState, reason: string, reasonData: string | undefined): void {
    alarm.stateReason = reason;
    alarm.stateReasonData = reasonData;
    if (alarm.state === state) return;
    alarm.state = state;
    alarm.stateUpdated = this.region.world.clock.now();
    this.region.record('alarm', alarm.name, state);
    this.#act(alarm);
  }

  #watch(alarm: Alarm): void {
    alarm.next = this.region.world.clock.schedule(periodOf(alarm) * 1000, () => {
      this.#watch(alarm);
      const before = alarm.state;
      const verdict = evaluate(this.region, alarm);
      if (verdict) this.setState(alarm, verdict.state, verdict.reason, undefined);
      // Scaling actions are repeated as long as the state lasts (CloudWatch user guide, "Alarm actions").
      if (alarm.state === before) this.#act(alarm);
    });
  }

  /** Of all actions only scaling policies do anything here. */
  #act(alarm: Alarm): void {
    if (!alarm.actionsEnabled) return;
    const went = { name: alarm.name, state: alarm.state, breach: breachOf(alarm) };
    for (const action of actionsOf(alarm)) alarmWentOff(this.region.autoScaling, action, went);
  }
}
