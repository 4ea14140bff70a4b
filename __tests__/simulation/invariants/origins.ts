import type { LaunchTemplateOverrides } from '@aws-sdk/client-auto-scaling';
import type { Group, Member } from '../../../sandbox/world/auto-scaling/group.js';
import type { Region } from '../../../sandbox/world/region.js';
import type { PlannedSource, PlannedVersion } from '../../../src/rollout/heart/launch-source.js';
import { versionsOf } from '../../../src/rollout/heart/matching.js';

/**
 * What a machine was launched from, and its image, which may have come with another root volume since: `lt-1:3:ami-2`, or
 * `web-1:0:ami-2` for a launch configuration.
 */
export function originOf({ instance, shownImageId, configuration }: Member): string {
  const { launchTemplate } = instance;
  const imageId = shownImageId ?? instance.imageId;
  if (!launchTemplate) return `${configuration}:0:${imageId}`;
  return `${launchTemplate.id}:${launchTemplate.version}:${imageId}`;
}

/** All origins that a machine of a source may have. */
export function originsOf(source: PlannedSource): ReadonlySet<string> {
  return new Set(
    versionsOf<PlannedVersion>(source).flatMap(({ templateId, version, pins, imageId }) =>
      [version, ...(pins === undefined ? [] : [pins])].map((number) => `${templateId}:${number}:${imageId}`),
    ),
  );
}

/** What a group would launch now, as origins. Where it follows a version or a parameter, that is no origin's. */
export function pointersOf({ template, mixed, configuration }: Group, { ec2, autoScaling }: Region): readonly string[] {
  if (configuration)
    return [`${configuration}:0:${autoScaling.launchConfigurations.get(configuration)?.settings.ImageId}`];
  const { LaunchTemplateSpecification: own = template, Overrides = [{}] } = mixed?.LaunchTemplate ?? {};
  const choices: readonly LaunchTemplateOverrides[] = Overrides.length > 0 ? Overrides : [{}];
  return choices.flatMap(({ LaunchTemplateSpecification: specification = own, ImageId }) => {
    const { LaunchTemplateId, Version } = specification ?? {};
    const { versions } = ec2.launchTemplates.all.get(LaunchTemplateId ?? '') ?? {};
    const image = ImageId ?? versions?.get(Number(Version))?.data.ImageId;
    // What somebody has deleted launches nothing.
    return image === undefined ? [] : `${LaunchTemplateId}:${Version}:${image}`;
  });
}
