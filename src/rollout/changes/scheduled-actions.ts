import { isDeepStrictEqual } from 'node:util';
import {
  DescribeAutoScalingGroupsCommand,
  DescribeScheduledActionsCommand,
  type ScheduledUpdateGroupAction,
  UpdateAutoScalingGroupCommand,
} from '@aws-sdk/client-auto-scaling';
import type { Aws } from '../../platform/aws.js';
import { forThisMoment } from '../../platform/retry.js';
import type { Group, Observation } from '../heart/observation.js';
import type { Once, Release } from '../heart/release.js';
import { type Seen, sizeOf } from '../size/size.js';

type AutoScaling = Pick<Aws, 'autoScaling'>;

/** What the ledger has of scheduled actions while they rest. */
type Rest = Pick<Release, 'missed' | 'toCome'>;

/** What a group is to have, each as far as an action says so. */
type Wanted = { readonly [Size in 'min' | 'max' | 'desired']?: number | undefined };

/**
 * How many one-time actions the ledger remembers, for a line has little room. As each comes due the next one takes its place,
 * so this is how many may come due while nobody looks.
 */
export const mostToCome = 4;

/**
 * What has to be known when scheduled actions begin to rest. They are skipped for good while they do (Auto Scaling user guide,
 * "Suspend and resume processes"), and AWS forgets a one-time action after its time: so the ledger has those to come.
 * @param warn told of each that could not be made up for
 */
export async function beforeRest(
  aws: AutoScaling,
  { group, missed }: Release,
  now: number,
  warn: (line: string) => void,
): Promise<Rest> {
  const listed = await listScheduledActions(aws, group);
  for (const action of listed) {
    if (!action.Recurrence || (await recurrenceOf(action))) continue;
    const { ScheduledActionName: name, Recurrence, TimeZone = 'UTC' } = action;
    warn(
      `Scheduled action "${name}" recurs at "${Recurrence}" (${TimeZone}), which cannot be read here: where it comes due while scheduled actions are suspended, it is not made up for. ` +
        'Write it as five plain fields, or take ScheduledActions out of "suspend".',
    );
  }
  return { missed: { ...missed, until: now }, toCome: nextOf(listed.map(onceBy), now) };
}

/** What the release has missed up to now, and what it may miss next; undefined where the ledger says so already. */
export async function missedUntil(aws: AutoScaling, seen: Seen): Promise<Rest | undefined> {
  const { group, release, now } = seen;
  const { toCome: known = [], missed: before = { until: release.startedAt } } = release;
  const listed = await listScheduledActions(aws, group.name);
  const once = listed.map(onceBy);
  const gone = known.filter((action) => !once.some((other) => isDeepStrictEqual(action, other)));
  const recent = await Promise.all(
    listed.map(async (action) => ({ ...onceBy(action), at: await lastDue(action, now) })),
  );
  const due = [...gone.filter(({ at }) => at <= now), ...recent].filter(
    ({ at }) => at !== undefined && at > before.until,
  );
  // One that came due while this very answer was under way is gone from it, but is not due by the time of this look.
  const toCome = nextOf([...once, ...gone.filter(({ at }) => at - now < atOnce)], now);
  if (due.length === 0) return isDeepStrictEqual(toCome, known) ? undefined : { toCome };
  const inTurn = due.sort((one, other) => Number(one.at) - Number(other.at));
  const wanted = inTurn.reduce((sizes, action) => after(sizes, action, sizeOf(seen)), wantedBy(release, group));
  return { missed: { ...changesOf(wanted), until: now }, toCome };
}

/** All scheduled actions of a group. */
export async function listScheduledActions(
  { autoScaling }: AutoScaling,
  group: string,
): Promise<readonly ScheduledUpdateGroupAction[]> {
  const found: ScheduledUpdateGroupAction[] = [];
  let NextToken: string | undefined;
  do {
    const order = { AutoScalingGroupName: group, ...(NextToken && { NextToken }) };
    const answer = await autoScaling.send(new DescribeScheduledActionsCommand(order));
    found.push(...(answer.ScheduledUpdateGroupActions ?? []));
    NextToken = answer.NextToken;
  } while (NextToken);
  return found;
}

/** One that recurs is listed for as long as it does: as a one-time action it never comes due. */
function onceBy({ Recurrence, StartTime, MinSize, MaxSize, DesiredCapacity }: ScheduledUpdateGroupAction): Once {
  const at = Recurrence || !StartTime ? 0 : StartTime.getTime();
  return { at, ...changesOf({ min: MinSize, max: MaxSize, desired: DesiredCapacity }) };
}

function nextOf(actions: readonly Once[], now: number): readonly Once[] {
  const toCome = actions.filter(({ at }) => at > now).sort((one, other) => one.at - other.at);
  return toCome.slice(0, mostToCome);
}

/** No answer is under way for longer. Milliseconds. */
const atOnce = 60_000;

/**
 * When an action came due last, up to now; milliseconds since the Unix epoch. Of one that recurs, StartTime is when it
 * comes due next (Auto Scaling API, ScheduledUpdateGroupAction): later than its recurrence says before the first time.
 */
async function lastDue(action: ScheduledUpdateGroupAction, now: number): Promise<number | undefined> {
  const { StartTime, EndTime, Recurrence } = action;
  const start = StartTime?.getTime() ?? 0;
  if (!Recurrence) return start <= now ? start : undefined;
  const recurrence = await recurrenceOf(action);
  if (!recurrence) return undefined;
  const next = recurrence.nextRun(new Date(now))?.getTime() ?? start;
  const [last] = recurrence.previousRuns(1, new Date(Math.min(now, EndTime?.getTime() ?? now)));
  return start <= next ? last?.getTime() : undefined;
}

/** Undefined for what AWS takes and the library does not: that must keep no group from being made whole. */
async function recurrenceOf({ Recurrence = '', TimeZone: timezone = 'UTC' }: ScheduledUpdateGroupAction) {
  const { Cron } = await import('croner');
  try {
    const recurrence = new Cron(Recurrence, { mode: '5-part', timezone });
    // A time zone is looked at only when a time is asked for.
    recurrence.nextRun(new Date(0));
    return recurrence;
  } catch {
    return undefined;
  }
}

function wantedBy(
  { missed = { until: 0 }, baseline, surge }: Release,
  group: Group,
): Required<Pick<Wanted, 'min' | 'max'>> & Wanted {
  const max = surge?.max === group.max ? baseline.max : group.max;
  return { min: missed.min ?? group.min, max: missed.max ?? max, desired: missed.desired };
}

/** An action sets what it names; a size out of its bounds is brought into them (Auto Scaling API, PutScheduledUpdateGroupAction). */
function after(sizes: ReturnType<typeof wantedBy>, action: Wanted, size: number) {
  const min = action.min ?? sizes.min;
  const max = action.max ?? sizes.max;
  const present = action.desired ?? sizes.desired ?? size;
  const bounded = Math.max(Number(min), Math.min(Number(max), present));
  return { min, max, desired: bounded === size && sizes.desired === undefined ? action.desired : bounded };
}

function changesOf({ min, max, desired }: Wanted): Omit<Once, 'at'> {
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
