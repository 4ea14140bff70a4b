import type { LaunchTemplateSpecification, MixedInstancesPolicy } from '@aws-sdk/client-auto-scaling';
import type { LaunchSource, TemplateVersion } from '../heart/launch-source.js';
import { versionsOf } from '../heart/matching.js';

/**
 * The policy with a source's versions and images in it, and everything else as it was: overrides that are left out of an
 * update are gone (Auto Scaling API, LaunchTemplate).
 */
export function repointed({ LaunchTemplate, ...policy }: MixedInstancesPolicy, source: LaunchSource) {
  const Overrides = (LaunchTemplate?.Overrides ?? []).map(({ LaunchTemplateSpecification: own, ...override }) => {
    const version = own ? versionWithId(source, own.LaunchTemplateId) : source;
    return {
      ...override,
      ...(own && { LaunchTemplateSpecification: version ? specificationOf(version) : byId(own) }),
      ...(override.ImageId !== undefined && version && { ImageId: version.imageId }),
    };
  });
  const launches = { ...LaunchTemplate, LaunchTemplateSpecification: specificationOf(source), Overrides };
  return { ...policy, LaunchTemplate: launches } satisfies MixedInstancesPolicy;
}

export function specificationOf({ templateId, version }: TemplateVersion): LaunchTemplateSpecification {
  return { LaunchTemplateId: templateId, Version: String(version) };
}

/** AWS answers with id and name, but takes only one of them (Auto Scaling API, LaunchTemplateSpecification). */
function byId({ LaunchTemplateName: _, ...specification }: LaunchTemplateSpecification): LaunchTemplateSpecification {
  return specification;
}

function versionWithId(source: LaunchSource, id: string | undefined): TemplateVersion | undefined {
  return versionsOf<TemplateVersion>(source).find(({ templateId }) => templateId === id);
}
