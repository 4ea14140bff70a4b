import type { Region } from '../region.js';
import { timeText } from './activities.js';
import type { Group, Member } from './group.js';
import { healthCounts } from './traffic-sources.js';

/**
 * Marks the members that are found unhealthy: at once when EC2 does not run them; by their load balancers' checks once
 * the grace period is over (Auto Scaling user guide, "Health checks"). Standby members are not looked at.
 */
export function checkHealth(region: Region, group: Group): void {
  if (group.suspended.has('HealthCheck')) return;
  for (const member of group.members.values()) {
    if (!member.healthy || member.state !== 'InService') continue;
    const illness = illnessOf(region, member);
    if (!illness) continue;
    const at = timeText(region.world.clock.now());
    markUnhealthy(region, member, `At ${at} an instance was taken out of service in response to ${illness}.`);
  }
}

export function markUnhealthy(region: Region, member: Member, illness: string): void {
  member.healthy = false;
  member.illness = illness;
  region.record('member', `${member.group.name}/${member.instance.id}`, 'Unhealthy');
}

function illnessOf(region: Region, member: Member): string | undefined {
  if (member.instance.state !== 'running') {
    return 'an EC2 health check indicating it has been terminated or stopped';
  }
  const { clock } = region.world;
  if (member.group.healthChecks.size === 1 || clock.now() < member.graceEnds) return undefined;
  return isUnhealthyTarget(region, member) ? 'an ELB system health check failure' : undefined;
}

/**
 * A target group's word counts only once a member was healthy in it: until then its state is not InService
 * (Auto Scaling user guide, "Load balancer states").
 */
function isUnhealthyTarget({ loadBalancing }: Region, { group, instance }: Member): boolean {
  for (const arn of group.provenTargetGroupArns) {
    if (!group.targetGroupArns.has(arn) || !healthCounts(group, arn)) continue;
    if (loadBalancing.healthOf(arn, instance.id)?.state === 'unhealthy') return true;
  }
  return false;
}
