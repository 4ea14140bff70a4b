import type { LaunchSpec } from '../ec2/launch-spec.js';
import { launchSpecOf } from '../ec2/launch-spec.js';
import type { TemplateVersion } from '../ec2/launch-templates.js';
import type { Region } from '../region.js';
import { activeMembers, type Group, type Member } from './group.js';

/** The version that the group's next launch takes. @throws {AwsError} as EC2 for a template or version that is gone. */
export function currentTemplate({ ec2 }: Region, group: Group): TemplateVersion {
  const { template, mixed } = group.launching ?? group;
  const { LaunchTemplateId, Version } = template ?? mixed?.LaunchTemplate?.LaunchTemplateSpecification ?? {};
  return ec2.templateVersion({ LaunchTemplateId, Version });
}

/**
 * What a group launches: its template, in one of its subnets, with the tags that propagate and those that AWS adds
 * (Auto Scaling user guide, "Tag Auto Scaling groups and instances"; EC2 user guide, "Launch templates"). Of a mixed
 * instances policy the first override is launched.
 */
export function groupLaunchSpec(region: Region, group: Group, subnetId: string): LaunchSpec {
  const template = currentTemplate(region, group);
  const spec = launchSpecOf(template);
  const [override] = (group.launching ?? group).mixed?.LaunchTemplate?.Overrides ?? [];
  const tags = new Map(spec.tags ?? []);
  for (const [key, { value, propagate }] of group.tags) if (propagate) tags.set(key, value);
  tags.set('aws:autoscaling:groupName', group.name);
  tags.set('aws:ec2launchtemplate:id', template.id);
  tags.set('aws:ec2launchtemplate:version', String(template.version));
  return {
    ...spec,
    ...(override?.InstanceType && { InstanceType: override.InstanceType }),
    ...(isSpotNext(group) && { spot: true }),
    SubnetId: subnetId,
    tags,
  };
}

/** On-demand up to the base, and its percentage of what is above (Auto Scaling API, InstancesDistribution). */
function isSpotNext(group: Group): boolean {
  const { OnDemandBaseCapacity: base = 0, OnDemandPercentageAboveBaseCapacity: percentage = 100 } =
    (group.launching ?? group).mixed?.InstancesDistribution ?? {};
  const active = activeMembers(group);
  const onDemand = active.filter(({ instance }) => !instance.spot).length;
  const above = Math.max(0, active.length + 1 - base);
  return onDemand >= base + Math.ceil((above * percentage) / 100);
}

/** The group's subnets, those of the emptiest zone first (Auto Scaling user guide, "Availability Zone distribution"). */
export function subnetsByNeed({ ec2 }: Region, group: Group): string[] {
  const counts = zoneCounts(group);
  const need = (subnetId: string) => counts.get(ec2.availabilityZoneOf(subnetId)) ?? 0;
  return [...group.subnetIds].sort((one, other) => need(one) - need(other));
}

/** How many active members each zone has that has any. */
export function zoneCounts(group: Group): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { instance } of activeMembers(group)) {
    counts.set(instance.availabilityZone, (counts.get(instance.availabilityZone) ?? 0) + 1);
  }
  return counts;
}

/** Whether a machine was launched from the version that the group's next launch takes. */
export function isCurrent(region: Region, group: Group, { instance }: Member): boolean {
  const { id, version } = currentTemplate(region, group);
  return instance.launchTemplate?.id === id && instance.launchTemplate.version === version;
}
