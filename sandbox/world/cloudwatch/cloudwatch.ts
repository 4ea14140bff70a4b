import { alarmWentOff } from '../auto-scaling/scaling.js';
import type { Region } from '../region.js';
import { type Alarm, type AlarmState, actionsOf } from './alarm.js';

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

/** Amazon CloudWatch in one region: alarms that are set by hand, and a heap of metric data. */
export class CloudWatch {
  readonly region: Region;
  readonly alarms = new Map<string, Alarm>();
  readonly data: Datum[] = [];

  constructor(region: Region) {
    this.region = region;
  }

  /** Changes an alarm's state; the actions of the new one run if they are enabled (CloudWatch API, SetAlarmState). */
  setState(alarm: Alarm, state: AlarmState, reason: string, reasonData: string | undefined): void {
    alarm.stateReason = reason;
    alarm.stateReasonData = reasonData;
    if (alarm.state === state) return;
    alarm.state = state;
    alarm.stateUpdated = this.region.world.clock.now();
    this.region.record('alarm', alarm.name, state);
    if (!alarm.actionsEnabled) return;
    for (const action of actionsOf(alarm)) alarmWentOff(this.region.autoScaling, action, alarm.name);
  }
}
