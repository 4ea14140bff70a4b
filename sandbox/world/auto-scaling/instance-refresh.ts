import type { InstanceRefresh as RefreshDescription } from '@aws-sdk/client-auto-scaling';
import type { Region } from '../region.js';
import { activeMembers, type Group, isTerminating, type Member } from './group.js';
import type { LaunchSource } from './launch-source.js';
import type { Preferences } from './refresh-preferences.js';
import { healthCounts } from './traffic-sources.js';

export type RefreshStrategy = NonNullable<RefreshDescription['Strategy']>;

export type RefreshStatus = NonNullable<RefreshDescription['Status']>;

export interface Progress {
  readonly percentage: number;
  readonly instancesToUpdate: number;
}

/** One instance refresh. Times in milliseconds since the Unix epoch. */
export interface InstanceRefresh {
  readonly id: string;
  readonly strategy: RefreshStrategy;
  readonly preferences: Preferences;
  /** As StartInstanceRefresh got it. */
  readonly settings: Pick<RefreshDescription, 'Preferences' | 'DesiredConfiguration'>;
  readonly desired: LaunchSource | undefined;
  status: RefreshStatus;
  statusReason: string | undefined;
  readonly started: number;
  ended: number | undefined;
  /** How far it was when it was over. */
  final: Progress | undefined;
  /** Who shall be replaced. */
  readonly victims: Set<string>;
  /** How many victims there were. */
  total: number;
  /** Who was a member when it began, or when it began to roll back. */
  readonly present: Set<string>;
  /** Checkpoints that are still to come. */
  checkpoints: readonly number[];
  /** Until when it rests at a checkpoint, or bakes. */
  restsUntil: number | undefined;
  /** How far it was when it last got further, and when that was. */
  progress: { readonly mark: string; readonly since: number };
  rollback:
    | { readonly reason: string; readonly started: number; readonly percentage: number; readonly left: number }
    | undefined;
}

const over: readonly RefreshStatus[] = ['Successful', 'Failed', 'Cancelled', 'RollbackSuccessful', 'RollbackFailed'];

export function isOver({ status }: InstanceRefresh): boolean {
  return over.includes(status);
}

/** There is at most one (Auto Scaling API, StartInstanceRefresh: InstanceRefreshInProgress). */
export function activeRefresh({ refreshes }: Group): InstanceRefresh | undefined {
  const newest = refreshes.at(-1);
  return newest && !isOver(newest) ? newest : undefined;
}

/** Victims that are still there, and not yet on their way out. */
export function victimsLeft(group: Group, { victims }: InstanceRefresh): Member[] {
  return [...victims].flatMap((id) => {
    const member = group.members.get(id);
    return member && !isTerminating(member) && member.state !== 'Detaching' ? [member] : [];
  });
}

/**
 * A machine counts once it is in service and healthy, a new one only when it has warmed up besides; with health checks
 * of type ELB every target group has to agree (Auto Scaling user guide, "How an instance refresh works").
 */
export function isReady(region: Region, group: Group, refresh: InstanceRefresh, member: Member): boolean {
  if (member.state !== 'InService' || !member.healthy) return false;
  if (refresh.present.has(member.instance.id)) return true;
  const warmup = refresh.preferences.warmup ?? group.defaultWarmup ?? group.gracePeriod;
  if (region.world.clock.now() < member.inServiceSince + warmup * 1000) return false;
  const arns = [...group.targetGroupArns].filter(
    (arn) => healthCounts(group, arn) && region.loadBalancing.targetGroups.has(arn),
  );
  return arns.every((arn) => region.loadBalancing.healthOf(arn, member.instance.id)?.state === 'healthy');
}

/**
 * How far it is: a victim is replaced once it goes and a new machine is ready. During a rollback the percentage goes back to zero
 * (Auto Scaling API, InstanceRefresh: PercentageComplete).
 */
export function progressOf(region: Region, group: Group, refresh: InstanceRefresh): Progress {
  if (refresh.final) return refresh.final;
  const left = victimsLeft(group, refresh).length;
  const isNewAndReady = (member: Member) =>
    !refresh.present.has(member.instance.id) && isReady(region, group, refresh, member);
  const fresh = activeMembers(group).filter(isNewAndReady).length;
  const replaced = Math.min(refresh.total - left, fresh);
  const share = refresh.total === 0 ? 1 : replaced / refresh.total;
  const percentage = Math.floor(refresh.rollback ? refresh.rollback.percentage * (1 - share) : 100 * share);
  return { percentage, instancesToUpdate: refresh.total - replaced };
}
