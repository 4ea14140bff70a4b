import type { Region } from '../region.js';
import { timeText } from './activities.js';
import { activeMembers, capacityOf, type Group, isTerminating, type Member } from './group.js';
import { checkHealth } from './health.js';
import { subnetsByNeed, zoneCounts } from './launch.js';
import type { Lifecycle } from './lifecycle.js';
import { chooseVictim } from './termination-policy.js';

/**
 * One look of a group at itself: replaces the unhealthy, then brings its size to what is desired, then evens out its
 * zones. What a suspended process would do is left undone (Auto Scaling user guide, "Suspend and resume processes").
 */
export function reconcile(region: Region, lifecycle: Lifecycle, group: Group): void {
  if (group.deleting) return;
  checkHealth(region, group);
  replaceUnhealthy(lifecycle, group);
  const cause = group.causes.splice(0).join('  ');
  launchMissing(region, lifecycle, group, cause);
  terminateSurplus(region, lifecycle, group, cause);
  balanceZones(region, lifecycle, group);
  region.autoScaling.warmPools.fill(group);
}

/** Terminating does not wait for the replacement: both run at once (Auto Scaling user guide, "Replace unhealthy instances"). */
function replaceUnhealthy(lifecycle: Lifecycle, group: Group): void {
  if (group.suspended.has('ReplaceUnhealthy') || group.suspended.has('Terminate')) return;
  for (const member of [...group.members.values()]) {
    if (member.healthy || member.state !== 'InService') continue;
    lifecycle.terminate(member, member.illness ?? '');
  }
}

function launchMissing(region: Region, lifecycle: Lifecycle, group: Group, cause: string): void {
  if (group.suspended.has('Launch')) return;
  for (let count = capacityOf(activeMembers(group)); count < group.desired + group.surge; ) {
    const at = timeText(region.world.clock.now());
    const why = `At ${at} an instance was started in response to a difference between desired and actual capacity, increasing the capacity from ${count} to ${count + 1}.`;
    const because = `${cause}  ${why}`.trim();
    // What is warm is used first, whatever version it is of (Auto Scaling user guide, "Warm pools").
    const member =
      region.autoScaling.warmPools.take(group, because) ??
      launchOne(lifecycle, group, subnetsByNeed(region, group), because);
    if (!member) return;
    count += member.weight;
  }
}

/** Where a zone has no capacity the next one is tried (Auto Scaling user guide, "Availability Zone distribution"). */
function launchOne(
  lifecycle: Lifecycle,
  group: Group,
  subnetIds: readonly string[],
  cause: string,
): Member | undefined {
  for (const subnetId of subnetIds) {
    const launched = lifecycle.launch(group, subnetId, cause);
    if ('member' in launched) return launched.member;
    if (launched.failure.code !== 'InsufficientInstanceCapacity') break;
  }
  group.failures++;
  return undefined;
}

function terminateSurplus(region: Region, lifecycle: Lifecycle, group: Group, cause: string): void {
  if (group.suspended.has('Terminate') || isRebalancing(group)) return;
  for (let count = capacityOf(activeMembers(group)); count > group.desired + group.surge; ) {
    const surplus = count - group.desired - group.surge;
    const victim = chooseVictim(region, group, surplus);
    if (!victim) {
      if (activeMembers(group).every(({ protectedFromScaleIn }) => protectedFromScaleIn))
        lifecycle.couldNotScaleIn(group, cause);
      return;
    }
    const left = count - victim.weight;
    const at = timeText(region.world.clock.now());
    const why = `At ${at} an instance was taken out of service in response to a difference between desired and actual capacity, shrinking the capacity from ${count} to ${left}.`;
    victim.isScaledIn = true;
    lifecycle.terminate(victim, `${cause}  ${why}`.trim());
    count = left;
  }
}

/** While the instance that evens out the zones is on its way, its counterpart stays in service. */
function isRebalancing(group: Group): boolean {
  const launched = group.members.get(group.rebalancing ?? '');
  if (launched?.state.startsWith('Pending')) return true;
  group.rebalancing = undefined;
  return false;
}

/**
 * Launches in the emptiest zone before the fullest one loses an instance, beyond desired by one
 * (Auto Scaling user guide, "Rebalancing activities"), once nothing else is under way.
 */
function balanceZones(region: Region, lifecycle: Lifecycle, group: Group): void {
  const { suspended } = group;
  if (suspended.has('AZRebalance') || suspended.has('Launch') || suspended.has('Terminate')) return;
  const members = [...group.members.values()];
  const active = activeMembers(group);
  const heaviest = Math.max(1, ...active.map(({ weight }) => weight));
  const excess = capacityOf(active) - group.desired;
  if (
    group.surge > 0 ||
    excess < 0 ||
    excess >= heaviest ||
    members.some((one) => isTerminating(one) || one.state.startsWith('Pending'))
  )
    return;
  const counts = zoneCounts(group);
  const zones = group.subnetIds.map((id) => region.ec2.availabilityZoneOf(id));
  const sizes = zones.map((zone) => counts.get(zone) ?? 0);
  // Zones that the group no longer uses are emptied too.
  const fullest = Math.max(...counts.values(), 0);
  const emptiest = Math.min(...sizes);
  if (fullest - emptiest <= heaviest) return;
  if (active.every((one) => one.protectedFromScaleIn)) return;
  const at = timeText(region.world.clock.now());
  const cause = `At ${at} instances were launched to balance instances in zones ${[...new Set(zones)].join(' ')} with other zones resulting in more than desired number of instances in the group.`;
  // Elsewhere it would even out nothing: where the emptiest zone has no capacity, this is tried again later.
  const inEmptiest = group.subnetIds.filter((_, index) => sizes[index] === emptiest);
  group.rebalancing = launchOne(lifecycle, group, inEmptiest, cause)?.instance.id;
}
