import { draw } from '../profile.js';
import type { Region } from '../region.js';
import { timeText } from './activities.js';
import { activeMembers, capacityOf, type Group, type Member } from './group.js';
import {
  activeRefresh,
  type InstanceRefresh,
  isOver,
  isReady,
  progressOf,
  type RefreshStatus,
  victimsLeft,
} from './instance-refresh.js';
import { wantedImage } from './root-volume-requirements.js';

/** A refresh that gets no further gives up after an hour (Auto Scaling user guide, "Limitations" of instance refresh). */
const longestWithoutProgress = 3_600_000;

const complete = { percentage: 100, instancesToUpdate: 0 };

/** Looks at a refresh again and again until it is over. */
export function watchRefresh(region: Region, group: Group, refresh: InstanceRefresh): void {
  const { clock, profile } = region.world;
  clock.schedule(draw(profile.reconcile, region.autoScaling.random), () => {
    if (isOver(refresh)) return;
    if (group.deleting) end(region, group, refresh, 'Cancelled', 'The Auto Scaling group is deleted');
    else advance(region, group, refresh);
    region.autoScaling.wake(group);
    if (!isOver(refresh)) watchRefresh(region, group, refresh);
  });
}

/**
 * One look. A suspended Launch, Terminate or InstanceRefresh stalls it, and nothing says so (Auto Scaling user guide,
 * "Suspend and resume processes").
 */
function advance(region: Region, group: Group, refresh: InstanceRefresh): void {
  if (refresh.status === 'Pending') enter(region, group, refresh, 'InProgress');
  const trouble = troubleOf(region, refresh);
  if (refresh.status === 'Cancelling') end(region, group, refresh, 'Cancelled', 'Cancelled due to user request.');
  else if (trouble) fail(region, group, refresh, trouble);
  else if ((['Launch', 'Terminate', 'InstanceRefresh'] as const).some((process) => group.suspended.has(process))) {
    refresh.progress = { ...refresh.progress, since: region.world.clock.now() };
  } else if (!isResting(region, group, refresh)) goOn(region, group, refresh);
}

function goOn(region: Region, group: Group, refresh: InstanceRefresh): void {
  if (!isComplete(region, group, refresh)) replace(region, group, refresh);
  else if (refresh.rollback) end(region, group, refresh, 'RollbackSuccessful', refresh.statusReason);
  else if (refresh.preferences.bakeTime > 0 && refresh.status !== 'Baking') {
    refresh.restsUntil = region.world.clock.now() + refresh.preferences.bakeTime * 1000;
    enter(region, group, refresh, 'Baking');
  } else succeed(region, group, refresh);
}

/** Why it cannot go on: an alarm, which a rollback does not mind, or too long without progress. */
function troubleOf(region: Region, refresh: InstanceRefresh): string | undefined {
  const now = region.world.clock.now();
  const alarm = refresh.rollback ? undefined : alarmIn(region, refresh);
  if (alarm) return `The alarm ${alarm} is in the ALARM state`;
  const isStuck = refresh.restsUntil === undefined && now - refresh.progress.since > longestWithoutProgress;
  return isStuck ? 'The instance refresh did not get further for an hour' : undefined;
}

function alarmIn({ cloudWatch }: Region, { preferences }: InstanceRefresh): string | undefined {
  return preferences.alarms.find((name) => cloudWatch.alarms.get(name)?.state === 'ALARM');
}

/** At a checkpoint it waits for the delay, then goes on by itself (Auto Scaling user guide, "Add checkpoints"). */
function isResting(region: Region, group: Group, refresh: InstanceRefresh): boolean {
  const now = region.world.clock.now();
  const { percentage, instancesToUpdate } = progressOf(region, group, refresh);
  const mark = `${instancesToUpdate} ${victimsLeft(group, refresh).length}`;
  if (mark !== refresh.progress.mark) refresh.progress = { mark, since: now };
  if (refresh.restsUntil !== undefined) {
    if (now < refresh.restsUntil) return true;
    refresh.restsUntil = undefined;
    refresh.progress = { mark, since: now };
  }
  const [checkpoint] = refresh.checkpoints;
  if (checkpoint === undefined || refresh.checkpoints.length === 1 || percentage < checkpoint) return false;
  refresh.checkpoints = refresh.checkpoints.slice(1);
  refresh.restsUntil = now + refresh.preferences.checkpointDelay * 1000;
  region.record('instance-refresh', refresh.id, `checkpoint ${checkpoint}`);
  return true;
}

/** How many victims may go before the next checkpoint; the refresh ends at the last one. */
function allowed({ checkpoints, total }: InstanceRefresh): number {
  return Math.ceil((total * (checkpoints[0] ?? 100)) / 100);
}

function isComplete(region: Region, group: Group, refresh: InstanceRefresh): boolean {
  const left = victimsLeft(group, refresh).length;
  if (refresh.checkpoints.length > 1 || refresh.total - left < allowed(refresh)) return false;
  const active = activeMembers(group);
  return isFilled(group, active) && active.every((member) => isReady(region, group, refresh, member));
}

/** It stays a member, and counts as a new one from now on: it has to warm up. */
function replaceRoot(region: Region, group: Group, { victims, present }: InstanceRefresh, member: Member): void {
  const { id } = member.instance;
  victims.delete(id);
  present.delete(id);
  const imageId = wantedImage(region, group, member);
  if (imageId) region.autoScaling.rootVolumes.replace(member, imageId);
}

/** Whether the machines are what is desired: with weights, no more above it than one of them has to be. */
function isFilled({ desired }: Group, active: readonly Member[]): boolean {
  const excess = capacityOf(active) - desired;
  return excess >= 0 && active.every(({ weight }) => excess < weight);
}

/**
 * Takes out as many as MinHealthyPercentage allows, or one where it allows none and nothing is missing. Above 100,
 * MaxHealthyPercentage launches before it terminates (Auto Scaling user guide, "Key concepts" of instance refresh).
 */
function replace(region: Region, group: Group, refresh: InstanceRefresh): void {
  const { minHealthy, maxHealthy } = refresh.preferences;
  const left = victimsLeft(group, refresh).filter((member) => isReplaceable(refresh, member));
  const open = Math.max(0, allowed(refresh) - (refresh.total - victimsLeft(group, refresh).length));
  const ready = capacityOf(activeMembers(group).filter((member) => isReady(region, group, refresh, member)));
  const spare = ready - Math.ceil((group.desired * minHealthy) / 100);
  const isWhole = ready >= group.desired && (maxHealthy === 100 || refresh.strategy === 'ReplaceRootVolume');
  const going = left.slice(0, Math.min(open, Math.max(fitting(left, spare), isWhole ? 1 : 0)));
  // As many as are still to be replaced after that: else what has been launched for the last ones would be too many.
  const most = Math.max(1, Math.floor((group.desired * maxHealthy) / 100) - group.desired);
  const launches = maxHealthy > 100 && refresh.strategy === 'Rolling';
  const surge = launches ? Math.min(most, open - going.length, left.length - going.length) : 0;
  group.surge = Math.max(surge, standing(region, group, refresh, going));
  for (const member of going) {
    if (refresh.strategy === 'ReplaceRootVolume') {
      replaceRoot(region, group, refresh, member);
      continue;
    }
    const at = timeText(region.world.clock.now());
    const cause = `At ${at} an instance was taken out of service in response to an instance refresh.`;
    region.autoScaling.lifecycle.terminate(member, cause);
  }
}

/** What was launched beyond desired stays until all are ready: else the group would scale in below what has to be healthy. */
function standing(region: Region, group: Group, refresh: InstanceRefresh, going: readonly Member[]): number {
  const active = activeMembers(group).filter((member) => !going.includes(member));
  if (active.every((member) => isReady(region, group, refresh, member))) return 0;
  return Math.max(0, Math.min(group.surge, capacityOf(active) - group.desired));
}

/** How many of the first machines are no more capacity than so much. */
function fitting(members: readonly Member[], capacity: number): number {
  let count = 0;
  for (let left = capacity; count < members.length; count++) {
    left -= members[count]?.weight ?? 1;
    if (left < 0) break;
  }
  return count;
}

/** Protected and standby machines are waited for, passed over or replaced, as the preferences say. */
function isReplaceable(refresh: InstanceRefresh, member: Member): boolean {
  const { preferences, victims } = refresh;
  const isStandby = member.state === 'Standby';
  const policy = isStandby
    ? preferences.standbyInstances
    : member.protectedFromScaleIn && member.state === 'InService'
      ? preferences.protectedInstances
      : 'Refresh';
  if (policy === 'Ignore' && victims.delete(member.instance.id)) refresh.total--;
  return (policy === 'Refresh' || policy === 'Terminate') && (isStandby || member.state === 'InService');
}

/** The desired configuration becomes the group's own now, and not before (Auto Scaling API, StartInstanceRefresh). */
function succeed(region: Region, group: Group, refresh: InstanceRefresh): void {
  if (refresh.desired) Object.assign(group, refresh.desired);
  end(region, group, refresh, 'Successful', undefined);
}

/** Without AutoRollback the group stays as mixed as it is (Auto Scaling API, RefreshPreferences). */
function fail(region: Region, group: Group, refresh: InstanceRefresh, reason: string): void {
  if (refresh.rollback) end(region, group, refresh, 'RollbackFailed', reason);
  else if (refresh.preferences.autoRollback) rollBack(region, group, refresh, reason);
  else end(region, group, refresh, 'Failed', reason);
}

/** Replaces what the refresh has launched, by the group's own configuration, which it never had changed. */
export function rollBack(region: Region, group: Group, refresh: InstanceRefresh, reason: string): void {
  const now = region.world.clock.now();
  const { percentage, instancesToUpdate: left } = progressOf(region, group, refresh);
  refresh.rollback = { reason, started: now, percentage, left };
  const fresh = [...group.members.keys()].filter((id) => !refresh.present.has(id));
  refresh.victims.clear();
  for (const id of fresh) refresh.victims.add(id);
  refresh.present.clear();
  for (const id of group.members.keys()) refresh.present.add(id);
  refresh.total = fresh.length;
  refresh.checkpoints = [];
  refresh.restsUntil = undefined;
  refresh.progress = { mark: '', since: now };
  group.launching = undefined;
  region.autoScaling.warmPools.renew(group, true);
  refresh.statusReason = reason;
  enter(region, group, refresh, 'RollbackInProgress');
}

function end(
  region: Region,
  group: Group,
  refresh: InstanceRefresh,
  status: RefreshStatus,
  reason: string | undefined,
): void {
  refresh.final = { ...progressOf(region, group, refresh), ...(status === 'Successful' && complete) };
  refresh.ended = region.world.clock.now();
  refresh.statusReason = reason;
  if (activeRefresh(group) === refresh) {
    group.launching = undefined;
    group.surge = 0;
  }
  enter(region, group, refresh, status);
}

function enter(region: Region, group: Group, refresh: InstanceRefresh, status: RefreshStatus): void {
  refresh.status = status;
  region.record('instance-refresh', `${group.name}/${refresh.id}`, status);
}
