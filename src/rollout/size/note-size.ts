import type { Move } from '../heart/move.js';
import type { Observation, SizeChange } from '../heart/observation.js';
import type { Launches, Release, Surge } from '../heart/release.js';
import { oldestRead } from './size.js';

/** AWS names no time for which it knows a client token; after this one here, in milliseconds, none is trusted. */
const tokensLast = 3_600_000;

/** Since when the size is known above which surge is raised now: while surge is out, since it was first raised. */
export function settledSize({ surge }: Pick<Release, 'surge'>, now: number): Pick<Surge, 'settledAt' | 'raise'> {
  const { machines = 0, settledAt, raise } = surge ?? {};
  if (machines > 0 && settledAt !== undefined) return { settledAt, ...(raise && { raise }) };
  // AWS tells the time of a change to the second.
  return { settledAt: Math.floor(now / 1000) * 1000 - 1 };
}

/**
 * A size that somebody has set while surge is out is the size from then on, and the rest of desired is what is left of the
 * surge. It is written down once, so that whoever goes on knows; what went below it meanwhile is given back first.
 */
export function noteSize(observation: Observation): Move | undefined {
  const { group, release, lookedAt, sizeSet, isSizeUnread, desiredSince = 0 } = observation;
  const { surge } = release;
  if (!surge) return undefined;
  // First it must be known what came of a raise.
  if (surge.launches) return noteLaunches(observation, surge, surge.launches) ?? noteScheduled(observation);
  const isTold = sizeSet ? isAllTold(sizeSet, surge, group.desired) : isAsLeft(surge, group.desired);
  // What was read may also be from before our own last change, or theirs.
  const lately = Math.max(desiredSince, release.heartbeatAt, sizeSet?.at ?? 0);
  if (!isTold && lookedAt - lately < oldestRead) return { kind: 'wait' };
  if (sizeSet) return settleSize(observation, surge, sizeSet);
  // By chance what others have added may be as much as our own last change, and read before that it would pass for ours.
  if (isSizeUnread && lookedAt - (surge.changedAt ?? 0) < oldestRead) return { kind: 'wait' };
  return noteSkipped(observation, surge) ?? noteScheduled(observation);
}

/** Desired stands where they have left it, and that is no read from before a later change of our own: our surge is in it. */
function isAllTold(
  { at, desired, desiredThen }: SizeChange,
  { changedAt = 0, machines }: Surge,
  found: number,
): boolean {
  return found === desiredThen && (changedAt <= at || found - desired === machines);
}

/** The next one takes the place of one that has set nothing or what is written down already. */
function noteScheduled({ release: { scheduled: known, surge }, scheduled, now }: Observation): Move | undefined {
  const isOpen = surge?.launches !== undefined && known !== undefined && known.at <= now && !known.isSkipped;
  const isNews = scheduled !== undefined && (scheduled.at !== known?.at || scheduled.desired !== known.desired);
  return isNews && !isOpen ? { kind: 'note', changes: { scheduled } } : undefined;
}

/**
 * A scheduled action of which nothing tells has done nothing, once that would be read. Where such actions are suspended it is
 * skipped for good, even if they are resumed a moment later (Auto Scaling user guide, "Suspend and resume processes").
 */
function noteSkipped({ group, release, now }: Observation, { settledAt = 0 }: Surge): Move | undefined {
  const { scheduled: known } = release;
  // Settled in that very second it was by this one: AWS tells the time to the second.
  if (!known || known.isSkipped || known.at > now || known.at - settledAt < 1000) return undefined;
  const isCertain = group.suspended.includes('ScheduledActions') || now - known.at >= oldestRead;
  return isCertain ? { kind: 'note', changes: { scheduled: { ...known, isSkipped: true } } } : { kind: 'wait' };
}

/** What was to be launched when the runner died, and can no longer be found out, or is above another size by now. */
function noteLaunches({ group, now, sizeSet }: Observation, surge: Surge, launches: Launches): Move | undefined {
  if (now - launches.at > tokensLast) {
    const rest = withoutLaunches(surge, group.max);
    // The runner may have died between the calls for two zones; but what others are known to have made of the size is theirs.
    let sums = [0];
    for (const asked of Object.values(launches.zones)) sums = sums.flatMap((sum) => [sum, sum + asked]);
    const launched = sizeSet ? 0 : group.desired - surge.from - surge.machines;
    const machines = surge.machines + (sums.includes(launched) ? launched : 0);
    return { kind: 'note', changes: { surge: { ...rest, machines, changedAt: launches.at } } };
  }
  // The group was made smaller while nobody was there to launch anything: that is its size now.
  const isToCome = surge.max !== undefined && group.max < surge.max;
  const told = isToCome ? sizeSet?.desired : undefined;
  const from = told ?? (surge.machines > 0 ? surge.from : group.desired);
  const smaller = surge.from - from;
  if (smaller <= 0) return undefined;
  // It needs a lower maximum then, unless that was raised already, now or for an earlier raise.
  const max = isToCome && { max: Math.max(group.max, surge.max - smaller) };
  const machines = told !== undefined && { machines: Math.max(0, group.desired - from) };
  return { kind: 'note', changes: { surge: { ...surge, from, ...machines, ...max } } };
}

/**
 * In place of a launch on the way back that an earlier run has written down: where desired stays as it was before, nothing of it
 * came, and whether any is needed is decided anew. Since the last sign of life, of the claim or of turning back, nobody has made
 * that call, nor has desired been seen otherwise; so it is known once no read is from before that, and is waited for until then.
 * @returns undefined where the call is to be made, for only AWS knows what came of it, or it is this run's own.
 */
export function dropLaunches({ group, release, lookedAt, sizeSet, desiredSince = 0 }: Observation): Move | undefined {
  const { direction, claimedAt = Number.NEGATIVE_INFINITY } = release;
  const { surge = { machines: 0, from: 0, raised: true } } = release;
  const { launches } = surge;
  const isLeft = direction === 'back' && launches !== undefined && launches.at < claimedAt;
  if (!isLeft || sizeSet || group.desired !== surge.from + surge.machines) return undefined;
  if (lookedAt - Math.max(release.heartbeatAt, desiredSince) < oldestRead) return { kind: 'wait' };
  return { kind: 'note', changes: { surge: { ...withoutLaunches(surge, group.max), changedAt: launches.at } } };
}

/**
 * A launch that comes to nothing: a maximum that still is what it was before was never raised for it, and what it is raised to
 * in no other way is forgotten, for whoever sets that very number later means it.
 */
function withoutLaunches({ launches: _, ...surge }: Surge, found: number): Surge {
  const { max, maxBefore, ...rest } = surge;
  if (found === maxBefore) return { ...rest, max: found };
  return maxBefore === undefined && found !== max ? rest : surge;
}

/** Whether desired is as we have left it. Who else has changed it, AWS tells once the group acts on it. */
export function isAsLeft({ raised, retiring, from, machines }: Surge, desired: number): boolean {
  return !raised || retiring !== undefined || desired === from + machines;
}

function settleSize(
  { group: { desired }, release: { baseline } }: Observation,
  { raise: _, retiring: __, ...surge }: Surge,
  { at, desired: size, max }: SizeChange,
): Move {
  const machines = desired - size;
  const theirs = max !== undefined && { max };
  if (machines < 0) return { kind: 'give-back', from: desired, machines: -machines, ...theirs };
  const changes = {
    baseline: { ...baseline, ...theirs },
    surge: { ...surge, machines, from: size, raised: true, settledAt: at },
  };
  return { kind: 'note', changes, say: `The size of the group was changed to ${size} meanwhile, which is kept.` };
}

/** What a scale-in has taken of the surge is written down, or the next scale-out would be taken for surge. */
export function noteLoss({ group: { desired }, release, lookedAt }: Observation): Move | undefined {
  const { surge, heartbeatAt } = release;
  const machines = surge && Math.max(0, desired - surge.from);
  if (!surge?.raised || machines === undefined || machines >= surge.machines) return undefined;
  if (lookedAt - heartbeatAt < oldestRead) return undefined;
  return { kind: 'note', changes: { surge: { ...surge, machines, from: Math.min(surge.from, desired) } } };
}
