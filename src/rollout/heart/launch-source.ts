import type { LaunchTemplateSpecification, MixedInstancesPolicy } from '@aws-sdk/client-auto-scaling';

/**
 * A launch template at one numbered version, and the image that it launches. A launch configuration never changes: its
 * name stands in place of the id, and it has one version, 0.
 */
export interface TemplateVersion {
  readonly templateId: string;
  readonly version: number;
  readonly imageId: string;
  /** The version names a parameter of SSM in place of an image, so it may launch another one tomorrow. */
  readonly isFloating?: boolean;
  /** The floating version that this one was made from, to launch the image that ran then. */
  readonly pins?: number;
}

/** A version that is to be made: its number is known once AWS has made it. */
export type PlannedVersion = Omit<TemplateVersion, 'version'> & { readonly version?: number };

/** What a group launches from: a template, or a launch configuration, or a mixed instances policy with its templates. */
export interface LaunchSource extends TemplateVersion {
  /** The templates that overrides of the policy have of their own. */
  readonly others?: readonly TemplateVersion[];
}

export type PlannedSource = PlannedVersion & { readonly others?: readonly PlannedVersion[] };

/** What a group is told to launch from, as AWS has it. */
export interface Pointer {
  /** The version is a number, or `$Latest`, or `$Default`. */
  readonly template: { readonly id: string; readonly version: string };
  /** Where the template stands in one. */
  readonly policy?: MixedInstancesPolicy;
}

/** What a machine was launched from. */
export type Origin = Pick<TemplateVersion, 'templateId' | 'version' | 'imageId'>;

/** Each version that a source has, the group's own first. */
export function versionsOf<Version extends PlannedVersion>(
  source: Version & { readonly others?: readonly Version[] },
): readonly Version[] {
  return [source, ...(source.others ?? [])];
}

/** A source whose versions all have their numbers. */
export function isMade(source: PlannedSource): source is LaunchSource {
  return versionsOf<PlannedVersion>(source).every(({ version }) => version !== undefined);
}

/**
 * Whether a machine runs a source: one of its versions, and that one's image. EC2 may not know a machine yet that its
 * group has just launched: it is what its version says then.
 */
export function runs(machine: Origin, source: PlannedSource): boolean {
  return runsVersion(machine, source) || source.others?.some((other) => runsVersion(machine, other)) === true;
}

function runsVersion({ templateId, version, imageId }: Origin, one: PlannedVersion): boolean {
  return (
    templateId === one.templateId &&
    (version === one.version || version === one.pins) &&
    (imageId === one.imageId || imageId === '')
  );
}

/** Whether a group launches from exactly this. Overrides that somebody has added since are theirs. */
export function pointsAt({ template, policy }: Pointer, source: LaunchSource): boolean {
  const isAt = (id: string, version: string, known: TemplateVersion | undefined) =>
    known === undefined || (id === known.templateId && version === String(known.version));
  const overrides = policy?.LaunchTemplate?.Overrides ?? [];
  return (
    isAt(template.id, template.version, source) &&
    overrides.every(({ LaunchTemplateSpecification: own, ImageId }) => {
      const known = own ? versionWithId(source, own.LaunchTemplateId) : source;
      const isImage = ImageId === undefined || known === undefined || ImageId === known.imageId;
      return isImage && (!own || isAt(own.LaunchTemplateId ?? '', own.Version ?? '$Default', known));
    })
  );
}

/** Whether AWS decides at each launch anew which version, or which image, a pointer means. */
export function isFollowing({ template, policy }: Pointer): boolean {
  const overrides = policy?.LaunchTemplate?.Overrides ?? [];
  const versions = overrides.map((one) => one.LaunchTemplateSpecification?.Version ?? '0');
  return [template.version, ...versions].some((version) => !/^\d+$/.test(version));
}

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

/** A launch configuration, which is never edited, in place of a template. */
export function isConfiguration({ version }: Pick<PlannedVersion, 'version'>): boolean {
  return version === 0;
}
