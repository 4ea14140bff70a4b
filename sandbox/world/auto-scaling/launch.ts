import { AwsError, validationError } from '../aws-error.js';
import { type LaunchSpec, launchSpecOf } from '../ec2/launch-spec.js';
import type { TemplateVersion } from '../ec2/launch-templates.js';
import type { Region } from '../region.js';
import { activeMembers, capacityOf, type Group, type Launched, type Member } from './group.js';
import { specOfConfiguration } from './launch-configuration.js';
import type { LaunchSource } from './launch-source.js';

/** What the group's next launch is made from: its own source, unless an instance refresh has another. */
export function sourceOf(group: Group): LaunchSource {
  return group.launching ?? group;
}

/** The version that the group's next launch takes. @throws {AwsError} as EC2 for a template or version that is gone. */
export function currentTemplate({ ec2 }: Region, group: Group): TemplateVersion {
  const { template, mixed } = sourceOf(group);
  const { LaunchTemplateId, Version } = template ?? mixed?.LaunchTemplate?.LaunchTemplateSpecification ?? {};
  return ec2.templateVersion({ LaunchTemplateId, Version });
}

/** A launch that is possible, and the image's id if it is another than the template's. */
interface Choice {
  readonly spec: LaunchSpec;
  readonly imageOverride: string | undefined;
}

/** Of a mixed instances policy each override, in their order, from its own template and image if it has them. */
function templateChoices(region: Region, group: Group): Choice[] {
  const overrides = sourceOf(group).mixed?.LaunchTemplate?.Overrides ?? [];
  if (overrides.length === 0) return [{ spec: launchSpecOf(currentTemplate(region, group)), imageOverride: undefined }];
  return overrides.map(({ InstanceType, ImageId, LaunchTemplateSpecification: own }) => {
    const { LaunchTemplateId, Version } = own ?? {};
    const template = own ? region.ec2.templateVersion({ LaunchTemplateId, Version }) : currentTemplate(region, group);
    const spec = { ...launchSpecOf(template), ...(InstanceType && { InstanceType }), ...(ImageId && { ImageId }) };
    return { spec, imageOverride: ImageId };
  });
}

function choices(region: Region, group: Group): Choice[] {
  const { configuration: name } = sourceOf(group);
  if (name === undefined) return templateChoices(region, group);
  const configuration = region.autoScaling.launchConfigurations.get(name);
  if (!configuration) throw validationError(`Launch configuration ${name} not found`);
  return [{ spec: specOfConfiguration(configuration), imageOverride: undefined }];
}

/**
 * What a group can launch in one of its subnets, best first, with the tags that propagate and those that AWS adds (Auto
 * Scaling user guide, "Tag Auto Scaling groups and instances"; EC2 user guide, "Launch templates").
 * @throws {AwsError} as EC2 for a template or version that is gone.
 */
function groupChoices(region: Region, group: Group, subnetId: string): Choice[] {
  return choices(region, group).map(({ spec, imageOverride }) => {
    const { launchTemplate } = spec;
    const tags = new Map(spec.tags ?? []);
    for (const [key, { value, propagate }] of group.tags) if (propagate) tags.set(key, value);
    tags.set('aws:autoscaling:groupName', group.name);
    if (launchTemplate) {
      tags.set('aws:ec2launchtemplate:id', launchTemplate.id);
      tags.set('aws:ec2launchtemplate:version', String(launchTemplate.version));
    }
    return { spec: { ...spec, ...(isSpotNext(group) && { spot: true }), SubnetId: subnetId, tags }, imageOverride };
  });
}

/**
 * Has EC2 launch the first of several types that it has capacity for (Auto Scaling user guide, "Allocation strategies":
 * prioritized).
 * @throws {AwsError} as EC2
 */
export function launchInstance(region: Region, group: Group, subnetId: string): Launched {
  const possible = groupChoices(region, group, subnetId);
  const { configuration } = sourceOf(group);
  for (const [index, { spec, imageOverride }] of possible.entries()) {
    try {
      return { instance: region.ec2.launch(spec), configuration, shownImageId: imageOverride };
    } catch (error) {
      const isShort = error instanceof AwsError && error.code === 'InsufficientInstanceCapacity';
      if (!isShort || index === possible.length - 1) throw error;
    }
  }
  throw validationError(`Group ${group.name} has nothing to launch`);
}

/** On-demand up to the base, and its percentage of what is above (Auto Scaling API, InstancesDistribution). */
function isSpotNext(group: Group): boolean {
  const { OnDemandBaseCapacity: base = 0, OnDemandPercentageAboveBaseCapacity: percentage = 100 } =
    sourceOf(group).mixed?.InstancesDistribution ?? {};
  const active = activeMembers(group);
  const onDemand = capacityOf(active.filter(({ instance }) => !instance.spot));
  const above = Math.max(0, capacityOf(active) + 1 - base);
  return onDemand >= base + Math.ceil((above * percentage) / 100);
}

/** The group's subnets, those of the emptiest zone first (Auto Scaling user guide, "Availability Zone distribution"). */
export function subnetsByNeed({ ec2 }: Region, group: Group): string[] {
  const counts = zoneCounts(group);
  const need = (subnetId: string) => counts.get(ec2.availabilityZoneOf(subnetId)) ?? 0;
  return [...group.subnetIds].sort((one, other) => need(one) - need(other));
}

/** How much capacity of active members each zone has that has any. */
export function zoneCounts(group: Group): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { instance, weight } of activeMembers(group)) {
    counts.set(instance.availabilityZone, (counts.get(instance.availabilityZone) ?? 0) + weight);
  }
  return counts;
}

/** Whether a machine was launched from what the group's next launch would be made from. */
export function isCurrent(region: Region, group: Group, { instance, configuration, shownImageId }: Member): boolean {
  const { configuration: current } = sourceOf(group);
  if (current !== undefined) return configuration === current;
  const { id, version } = instance.launchTemplate ?? {};
  return templateChoices(region, group).some(
    ({ spec: { launchTemplate }, imageOverride }) =>
      launchTemplate?.id === id &&
      launchTemplate?.version === version &&
      (imageOverride ?? instance.imageId) === (shownImageId ?? instance.imageId),
  );
}
