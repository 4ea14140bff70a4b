import { Cron } from 'croner';
import { validationError } from '../aws-error.js';
import type { Cancel } from '../clock.js';
import type { Region } from '../region.js';
import { timeText } from './activities.js';
import type { Group } from './group.js';

/** When a scheduled action runs. Times in milliseconds since the Unix epoch. */
export interface Schedule {
  /** The first time; left out: when the recurrence says. */
  readonly start: number | undefined;
  /** Nothing runs after it. */
  readonly end: number | undefined;
  /** Five fields of cron; left out: it runs once. */
  readonly recurrence: string | undefined;
  /** Of the recurrence, by its IANA name; UTC if left out. */
  readonly timeZone: string | undefined;
}

/** A scheduled action that will run, once or again and again. */
export interface ScheduledAction extends Schedule {
  readonly name: string;
  readonly arn: string;
  readonly minSize: number | undefined;
  readonly maxSize: number | undefined;
  readonly desired: number | undefined;
  /** When it runs next; milliseconds since the Unix epoch. */
  next: number;
  cancel: Cancel;
}

/**
 * The first time after `now` that a schedule names; undefined when there is none.
 * @throws {AwsError} ValidationError for a recurrence or a zone that there is not.
 */
export function nextTime({ start, end, recurrence, timeZone = 'UTC' }: Schedule, now: number): number | undefined {
  if (start !== undefined && start > now) return start;
  if (recurrence === undefined) return undefined;
  const next = recurrenceOf(recurrence, timeZone).nextRun(new Date(now))?.getTime();
  return next === undefined || (end !== undefined && next > end) ? undefined : next;
}

function recurrenceOf(recurrence: string, timezone: string): Cron {
  try {
    Intl.DateTimeFormat('en', { timeZone: timezone });
    return new Cron(recurrence, { mode: '5-part', timezone });
  } catch {
    throw validationError(`Given recurrence string: ${recurrence} (time zone ${timezone}) is invalid`);
  }
}

/** Has it run at its next time. */
export function arm(region: Region, group: Group, action: ScheduledAction): void {
  const { clock } = region.world;
  action.cancel = clock.schedule(action.next - clock.now(), () => {
    const next = nextTime(action, action.next);
    if (next === undefined) group.scheduledActions.delete(action.name);
    else {
      action.next = next;
      arm(region, group, action);
    }
    run(region, group, action);
  });
}

/** One that comes due while ScheduledActions is suspended is skipped (Auto Scaling user guide, "Suspend and resume processes"). */
function run(region: Region, group: Group, action: ScheduledAction): void {
  const { autoScaling, world } = region;
  if (group.suspended.has('ScheduledActions')) return;
  const minSize = action.minSize ?? group.minSize;
  const maxSize = action.maxSize ?? group.maxSize;
  const desired = action.desired ?? Math.max(minSize, Math.min(maxSize, group.desired));
  if (minSize > maxSize || desired < minSize || desired > maxSize) {
    region.record('group', group.name, `scheduled action ${action.name} does not fit`);
    return;
  }
  const cause = `At ${timeText(world.clock.now())} a scheduled action update of AutoScalingGroup constraints to min: ${minSize}, max: ${maxSize}, desired: ${desired} changing the desired capacity from ${group.desired} to ${desired}.`;
  group.minSize = minSize;
  group.maxSize = maxSize;
  if (action.desired !== undefined) {
    region.record('group', group.name, `scheduled action ${action.name} sets desired to ${desired}`);
  }
  autoScaling.setDesired(group, desired, group.desired === desired ? '' : cause);
}
