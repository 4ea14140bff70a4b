import type { MixedInstancesPolicy } from '@aws-sdk/client-auto-scaling';
import { type AwsError, validationError } from '../aws-error.js';
import type { Region } from '../region.js';
import type { Group, Member } from './group.js';
import { sourceOf } from './launch.js';
import type { LaunchSource } from './launch-source.js';

/**
 * What an instance refresh by ReplaceRootVolume needs (Auto Scaling user guide, "Replace root volumes during instance
 * refresh": requirements and limitations).
 * @throws {AwsError} ValidationError
 */
export function requireReplaceable(desired: LaunchSource | undefined, group: Group, region: Region): void {
  if (!region.world.machines.replaceRoot)
    throw refused('the sandbox replaces the root volumes of simulated machines only');
  if (!group.mixed) throw refused('the Auto Scaling group must use a mixed instances policy');
  if (!desired?.mixed) throw refused('a desired configuration with a mixed instances policy is required');
  if (group.warmPool) throw refused('the Auto Scaling group has a warm pool');
  for (const mixed of [group.mixed, desired.mixed]) {
    const version = specificationOf(mixed).Version ?? '$Default';
    if (version.startsWith('$')) throw refused(`a launch template's version is ${version}`);
  }
  requireImages(desired.mixed, region);
  requireSameTemplate(desired.mixed, group);
}

function requireImages({ LaunchTemplate }: MixedInstancesPolicy, { ec2 }: Region): void {
  const overrides = LaunchTemplate?.Overrides ?? [];
  if (overrides.length === 0 || overrides.some(({ ImageId }) => !ImageId))
    throw refused('all overrides of the mixed instances policy must specify an ImageId');
  for (const { ImageId = '' } of overrides) {
    const image = ec2.images.get(ImageId);
    if (image?.state !== 'available') throw refused(`the image ${ImageId} does not exist or is not available`);
    if (image.blockDevices.length > 1) throw refused(`the image ${ImageId} has more than one volume`);
  }
}

function requireSameTemplate(mixed: MixedInstancesPolicy, group: Group): void {
  const { LaunchTemplateId, Version } = specificationOf(mixed);
  const other = [...group.members.values()].find(
    ({ instance: { launchTemplate } }) =>
      launchTemplate?.id !== LaunchTemplateId || String(launchTemplate?.version) !== Version,
  );
  if (other) throw refused(`the instance ${other.instance.id} does not match the launch template configuration`);
}

function specificationOf({ LaunchTemplate }: MixedInstancesPolicy) {
  return LaunchTemplate?.LaunchTemplateSpecification ?? {};
}

function refused(why: string): AwsError {
  return validationError(`An instance refresh with the ReplaceRootVolume strategy cannot be started: ${why}.`);
}

/** The image that a member's root volume has. */
export function imageOf({ shownImageId, instance }: Member): string {
  return shownImageId ?? instance.imageId;
}

/** The image that a machine of this type should have by now: its override's, else its template's. */
export function wantedImage(region: Region, group: Group, { instance }: Member): string | undefined {
  const { LaunchTemplate } = sourceOf(group).mixed ?? {};
  const override = LaunchTemplate?.Overrides?.find(({ InstanceType }) => InstanceType === instance.instanceType);
  if (override?.ImageId) return override.ImageId;
  const { LaunchTemplateId, Version } = LaunchTemplate?.LaunchTemplateSpecification ?? {};
  return region.ec2.templateVersion({ LaunchTemplateId, Version }).data.ImageId;
}
