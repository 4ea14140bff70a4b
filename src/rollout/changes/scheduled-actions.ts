import {
  DescribeAutoScalingGroupsCommand,
  DescribeScheduledActionsCommand,
  type ScheduledUpdateGroupAction,
  UpdateAutoScalingGroupCommand,
} from '@aws-sdk/client-auto-scaling';
import type { Aws } from '../../platform/aws.js';
import { forThisMoment } from '../../platform/retry.js';
import type { Group, Observation } from '../heart/observation.js';
import type { Release } from '../heart/release.js';
import { type Seen, sizeOf } from '../size/size.js';

/** What a group is to have, each as far as an action says so. */
interface Wanted {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly desired?: number | undefined;
}

/**
 * Scheduled actions that come due while we have them suspended are skipped for good (Auto Scaling user guide, "Suspend and
 * resume processes"), and a one-time action is gone after its time: so they are watched for as long as they rest.
 */
export class MissedActions {
  readonly #autoScaling: Aws['autoScaling'];
  #known: readonly ScheduledUpdateGroupAction[] = [];

  constructor({ autoScaling }: Pick<Aws, 'autoScaling'>) {
    this.#autoScaling = autoScaling;
  }

  /** What the release has missed up to now, if something new came due; undefined otherwise. */
  async since(seen: Seen): Promise<Release['missed']> {
    const { group, release, now } = seen;
    const since = release.missed?.until ?? release.startedAt;
    const listed = await this.#list(group.name);
    const names = new Set(listed.map(({ ScheduledActionName }) => ScheduledActionName));
    const gone = this.#known.filter(({ ScheduledActionName }) => !names.has(ScheduledActionName));
    // One that came due while this very answer was under way is gone from it, but is not due by the time of this look.
    const dueAtOnce = gone.filter(({ StartTime }) => isWithin(Number(StartTime) - now, atOnce));
    this.#known = [...listed, ...dueAtOnce];
    const due = await Promise.all(
      [...gone, ...listed].map(async (action) => ({ action, at: await lastDue(action, now) })),
    );
    const missed = due
      .filter(({ at }) => at !== undefined && at > since)
      .sort((one, other) => Number(one.at) - Number(other.at));
    if (missed.length === 0) return undefined;
    const wanted = missed.reduce((sizes, { action }) => after(sizes, action, sizeOf(seen)), wantedBy(release, group));
    return { ...changesOf(wanted), until: now };
  }

  async #list(group: string): Promise<readonly ScheduledUpdateGroupAction[]> {
    const found: ScheduledUpdateGroupAction[] = [];
    let NextToken: string | undefined;
    do {
      const order = { AutoScalingGroupName: group, ...(NextToken && { NextToken }) };
      const answer = await this.#autoScaling.send(new DescribeScheduledActionsCommand(order));
      found.push(...(answer.ScheduledUpdateGroupActions ?? []));
      NextToken = answer.NextToken;
    } while (NextToken);
    return found;
  }
}

/** No answer is under way for longer. Milliseconds. */
const atOnce = 60_000;

function isWithin(milliseconds: number, limit: number): boolean {
  return milliseconds > 0 && milliseconds < limit;
}

/**
 * When an action came due last, up to now; milliseconds since the Unix epoch. Of one that recurs, StartTime is when it
 * comes due next (Auto Scaling API, ScheduledUpdateGroupAction): later than its recurrence says before the first time.
 */
async function lastDue(action: ScheduledUpdateGroupAction, now: number): Promise<number | undefined> {
  const { StartTime, EndTime, Recurrence, TimeZone: timezone = 'UTC' } = action;
  const start = StartTime?.getTime() ?? 0;
  if (!Recurrence) return start <= now ? start : undefined;
  const { Cron } = await import('croner');
  const recurrence = new Cron(Recurrence, { mode: '5-part', timezone });
  const next = recurrence.nextRun(new Date(now))?.getTime() ?? start;
  const [last] = recurrence.previousRuns(1, new Date(Math.min(now, EndTime?.getTime() ?? now)));
  return start <= next ? last?.getTime() : undefined;
}

function wantedBy(
  { missed = { until: 0 }, baseline, surge }: Release,
  group: Group,
): Required<Pick<Wanted, 'min' | 'max'>> & Wanted {
  const max = surge?.max === group.max ? baseline.max : group.max;
  return { min: missed.min ?? group.min, max: missed.max ?? max, desired: missed.desired };
}

/** An action sets what it names; a size out of its bounds is brought into them (Auto Scaling API, PutScheduledUpdateGroupAction). */
function after(sizes: ReturnType<typeof wantedBy>, action: ScheduledUpdateGroupAction, size: number) {
  const min = action.MinSize ?? sizes.min;
  const max = action.MaxSize ?? sizes.max;
  const present = action.DesiredCapacity ?? sizes.desired ?? size;
  const bounded = Math.max(Number(min), Math.min(Number(max), present));
  return { min, max, desired: bounded === size && sizes.desired === undefined ? action.DesiredCapacity : bounded };
}

function changesOf({ min, max, desired }: Wanted): Omit<NonNullable<Release['missed']>, 'until'> {
  return {
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(desired !== undefined && { desired }),
  };
}

/**
 * Makes up for what was missed. Surge that is still there stays on top of it, so that nobody takes it for the group's own.
 * Done before it is noted: done twice, it is the same. The sizes are read once more right before, for they are written as numbers.
 * @returns the release as it was where somebody has changed the sizes since the look.
 */
export async function replay({ autoScaling }: Aws, observation: Observation): Promise<Release> {
  const { group, release, size } = observation;
  const { missed = { until: 0 }, baseline, surge } = release;
  const outstanding = Math.max(0, group.desired - size);
  const { min = group.min, max = surge?.max === group.max ? baseline.max : group.max } = missed;
  const wanted = missed.desired ?? Math.max(min, Math.min(max, size));
  const desired = wanted + outstanding;
  const raised = Math.max(max, desired);
  const answer = await autoScaling.send(new DescribeAutoScalingGroupsCommand({ AutoScalingGroupNames: [group.name] }));
  const { MinSize, MaxSize, DesiredCapacity } = answer.AutoScalingGroups?.[0] ?? {};
  if (MinSize !== group.min || MaxSize !== group.max || DesiredCapacity !== group.desired) return release;
  const sizes = { MinSize: min, MaxSize: raised, ...(desired !== group.desired && { DesiredCapacity: desired }) };
  const input = forThisMoment({ AutoScalingGroupName: group.name, ...sizes });
  await autoScaling.send(new UpdateAutoScalingGroupCommand(input));
  const { surge: _, ...rest } = release;
  const left = { machines: outstanding, from: wanted, raised: true, ...(raised > max && { max: raised }) };
  return {
    ...rest,
    baseline: { desired: wanted, max },
    ...(outstanding > 0 && { surge: left }),
    missed: { until: missed.until },
  };
}
