import type { Activity } from '@aws-sdk/client-auto-scaling';
import type { SizeChange } from '../heart/observation.js';
import type { SizeSetting, Surge } from '../heart/release.js';
import { hasOurMax, isSettledBefore, oldestRead, type Seen, sizeOf } from './size.js';

/** A change of the desired capacity that AWS gives as the cause of an activity. */
interface Change {
  readonly at: number;
  /** Whether somebody named the number itself. A policy adds to what is there or takes from it, as attaching and detaching do. */
  readonly isSet: boolean;
  readonly from: number;
  readonly to: number;
  /** The maximum that stood from then on, if the bounds were named with it. */
  readonly max?: number;
}

/**
 * "At 2016-02-12T16:01:25Z a scheduled action update of AutoScalingGroup constraints to min: 1, max: 5, desired: 2 changing
 * the desired capacity from 3 to 2." (AWS re:Post Knowledge Center, "Why did my Auto Scaling group scale down?"). Several
 * such sentences may follow each other in one cause. Our launches and retirements are worded otherwise.
 */
const changing =
  /^At (\S+Z) (.*? changing the desired|.* was (?:at|de)tached in response to a user request, \w+ the) capacity from (\d+) to (\d+)/;
const setting =
  /^(a scheduled action\b|a user request (explicitly set group desired capacity|update of AutoScalingGroup constraints))/;

/** The changes of desired that led to activities, oldest first, each once. */
function changesIn(activities: readonly Activity[]): readonly Change[] {
  const oldestFirst = [...activities].reverse();
  const sentences = oldestFirst.flatMap(({ Cause = '' }) => Cause.split(/\s+(?=At \d{4}-\d\d-\d\dT)/));
  return [...new Set(sentences)]
    .flatMap((sentence) => {
      const [, time, who = '', from, to] = changing.exec(sentence) ?? [];
      const at = Date.parse(time ?? '');
      const [, max] = /\bmax: (\d+)/.exec(who) ?? [];
      const change = { at, isSet: setting.test(who), from: Number(from), to: Number(to) };
      return Number.isNaN(at) ? [] : [{ ...change, ...(max !== undefined && { max: Number(max) }) }];
    })
    .sort((one, other) => one.at - other.at);
}

/** Who has changed desired last: `set` by a scheduled action or a person, or `scaled` by policies; and when, in milliseconds since the epoch. */
export interface LastChange {
  readonly by: 'set' | 'scaled';
  readonly at: number;
}

/**
 * Who has made desired what it is.
 * @param since what was changed before that, in milliseconds since the epoch, says nothing.
 * @returns undefined while no activity tells.
 */
export function lastChangeTo(
  desired: number,
  activities: readonly Activity[],
  since: number = Number.NEGATIVE_INFINITY,
): LastChange | undefined {
  const last = changesIn(activities).at(-1);
  // AWS tells the time of a change to the second.
  if (last?.to !== desired || last.at <= since - 1000) return undefined;
  return { by: last.isSet ? 'set' : 'scaled', at: last.at };
}

/**
 * Whether policies have left desired alone since a moment, in milliseconds since the epoch.
 * @param activities newest first; where they do not reach back so far, nobody knows.
 */
export function isUnscaledSince(moment: number, activities: readonly Activity[]): boolean {
  const reachesBack = (activities.at(-1)?.StartTime?.getTime() ?? moment) < moment;
  return reachesBack && changesIn(activities).every(({ isSet, at }) => isSet || at < moment);
}

/**
 * What others have made of the size while our surge was out: the number that a scheduled action or a person has set, as
 * policies have changed it since, or what policies alone have made of it.
 * @returns undefined when there is nothing that the ledger does not know of; `unread` where policies have changed desired by
 * another number than it shows: a part of that has not led to anything yet, or what was read of desired is from before it.
 */
export function sizeSetBy(activities: readonly Activity[], seen: Seen): SizeChange | 'unread' | undefined {
  const { group, release } = seen;
  const { surge, baseline } = release;
  const since = surge?.settledAt;
  if (surge === undefined || since === undefined) return undefined;
  // What was changed after that led to activities after that.
  const later = activities.filter(({ StartTime }) => StartTime === undefined || StartTime.getTime() > since);
  const told = changesIn(later).filter((change) => change.at > since && !isByOurMax(change, surge));
  // AWS tells the time of a change to the second: what came due in that of the last one is a part of it.
  const due = dueIn(seen, told).filter(({ at }) => Math.floor(at / 1000) * 1000 > since);
  const changes = [...told, ...due].sort((one, other) => one.at - other.at);
  const raise = changes.find(({ isSet, to }) => isSet && to === surge.raise?.to);
  const set = lastNumber(changes, surge, raise);
  if (set === undefined) return byPolicies(changes, seen);
  const { at, to } = changes.at(-1) ?? { ...set, to: set.desired };
  const lost = hasOurMax(seen) ? lostMax(changes, surge) : undefined;
  const max = lost ?? (hasOurMax(seen) ? baseline.max : group.max);
  // What has become of a number that was set after our last change, others have made of it.
  const wanted = isSettledBefore(surge, set.at) ? group.desired : set.desired;
  const desired = Math.max(group.min, Math.min(max, wanted));
  return { at, desired, desiredThen: to, ...(lost !== undefined && { max: lost }) };
}

/**
 * The number that was set last, as policies have changed it since. What we set for our surge is known by its number: had
 * that begun from another one than we thought, the other one was the size.
 */
function lastNumber(changes: readonly Change[], { raise: ours }: Surge, raise?: Change): SizeSetting | undefined {
  let found: SizeSetting | undefined;
  for (const change of changes) {
    const { at, isSet, from, to } = change;
    if (change === raise) found = from === ours?.from ? undefined : { at, desired: from };
    else if (isSet) found = { at, desired: to };
    else if (found) found = { ...found, desired: found.desired + to - from };
  }
  return found;
}

/**
 * The maximum that somebody has set right before we raised it, too late for us to see: it is gone with that, so that only the
 * cause of their change tells of it. A cause names the maximum that stands, even where nobody has set it just then.
 */
function lostMax(changes: readonly Change[], { max, maxBefore, changedAt = 0 }: Surge): number | undefined {
  const last = changes.findLast(({ at, isSet }) => isSet && at <= changedAt && changedAt - at <= oldestRead);
  return last?.max === max || last?.max === maxBefore ? undefined : last?.max;
}

/**
 * Written over a larger one that somebody had set with the size a moment before, our maximum takes the size along: AWS tells of
 * that as of any other change of bounds.
 */
function isByOurMax({ at, isSet, from, to, max }: Change, { max: ours, changedAt = 0 }: Surge): boolean {
  return isSet && to < from && to === ours && max === ours && at <= changedAt && changedAt - at <= oldestRead;
}

/**
 * Only once all of the change is theirs: a part of it may not have led to anything yet. What was launched since they left the
 * group at a number stands above that.
 */
function byPolicies(changes: readonly Change[], seen: Seen): SizeChange | 'unread' | undefined {
  const { group, release } = seen;
  const { from = 0, machines = 0 } = release.surge ?? {};
  const grown = changes.filter(({ isSet }) => !isSet).reduce((sum, change) => sum + change.to - change.from, 0);
  const last = changes.at(-1);
  if (!last || grown === 0) return undefined;
  if (grown !== group.desired - from - machines) return 'unread';
  return { at: last.at, desired: Math.min(sizeOf(seen), last.to), desiredThen: group.desired };
}

/**
 * A scheduled action that sets desired to what it is already leaves no activity, so its time must do. One that did not fit
 * the group's bounds, or came while such actions were suspended, has done nothing; nor has one whose number
 * was another one than that of the group then.
 */
function dueIn({ group, release, now }: Seen, told: readonly Change[]): readonly Change[] {
  const { at, desired, isSkipped = false } = release.scheduled ?? { at: Number.POSITIVE_INFINITY, desired: 0 };
  const isDue = at <= now && !isSkipped && !group.suspended.includes('ScheduledActions');
  if (!isDue || desired < group.min || desired > group.max) return [];
  const then = told.find((change) => change.at > at)?.from ?? group.desired;
  const isKnown = release.surge !== undefined && isSettledBefore(release.surge, at);
  if (isKnown && then !== desired) return [];
  return [{ at, isSet: true, from: desired, to: desired }];
}
