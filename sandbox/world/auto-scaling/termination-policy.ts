import type { Region } from '../region.js';
import { activeMembers, type Group, type Member } from './group.js';
import { currentTemplate, sourceOf, zoneCounts } from './launch.js';

type Rank = (member: Member) => number;

/** The termination policies that the sandbox knows (Auto Scaling user guide, "Termination policies"). */
export const terminationPolicies = [
  'Default',
  'OldestInstance',
  'NewestInstance',
  'OldestLaunchTemplate',
  'ClosestToNextInstanceHour',
] as const;

/**
 * Who goes when a group scales in: from the zone with the most members, by the group's policies, never one that is
 * protected, or that is more than the surplus (Auto Scaling user guide, "Termination policies", "Instance scale-in
 * protection" and "Configure an Auto Scaling group to use instance weights").
 * @returns undefined when there is none.
 */
export function chooseVictim(region: Region, group: Group, surplus: number): Member | undefined {
  const candidates = activeMembers(group).filter(
    ({ protectedFromScaleIn, weight }) => !protectedFromScaleIn && weight <= surplus,
  );
  const counts = zoneCounts(group);
  const sizes = candidates.map(({ instance }) => counts.get(instance.availabilityZone) ?? 0);
  const fullest = Math.max(...sizes);
  let left = candidates.filter((_, index) => sizes[index] === fullest);
  for (const rank of group.terminationPolicies.flatMap((policy) => ranksOf(policy, region, group))) {
    const lowest = Math.min(...left.map(rank));
    left = left.filter((member) => rank(member) === lowest);
  }
  return left[0];
}

function ranksOf(policy: string, region: Region, group: Group): Rank[] {
  const age: Rank = ({ instance }) => instance.launchTime;
  const hour = 3_600_000;
  const now = region.world.clock.now();
  const untilNextHour: Rank = ({ instance }) => hour - ((now - instance.launchTime) % hour);
  switch (policy) {
    case 'OldestInstance':
      return [age];
    case 'NewestInstance':
      return [(member) => -age(member)];
    case 'ClosestToNextInstanceHour':
      return [untilNextHour];
    case 'OldestLaunchTemplate':
      return templateRanks(region, group);
    default:
      return [...templateRanks(region, group), untilNextHour];
  }
}

/** Those of another template or launch configuration than the group's first, then the oldest version or configuration. */
function templateRanks(region: Region, group: Group): Rank[] {
  const { configuration: name } = sourceOf(group);
  if (name !== undefined) {
    const { launchConfigurations } = region.autoScaling;
    return [
      ({ configuration }) => (configuration === name ? 1 : 0),
      ({ configuration }) => launchConfigurations.get(configuration ?? '')?.created ?? 0,
    ];
  }
  const current = templateId(region, group);
  return [
    ({ instance }) => (instance.launchTemplate?.id === current ? 1 : 0),
    ({ instance }) => instance.launchTemplate?.version ?? 0,
  ];
}

function templateId(region: Region, group: Group): string | undefined {
  try {
    return currentTemplate(region, group).id;
  } catch {
    return undefined;
  }
}
