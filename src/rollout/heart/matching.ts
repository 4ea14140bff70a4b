import type { LaunchSource, Origin, PlannedSource, PlannedVersion, Pointer, TemplateVersion } from './launch-source.js';

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

export function versionWithId(source: LaunchSource, id: string | undefined): TemplateVersion | undefined {
  return versionsOf<TemplateVersion>(source).find(({ templateId }) => templateId === id);
}

/** A launch configuration, which is never edited, in place of a template. */
export function isConfiguration({ version }: Pick<PlannedVersion, 'version'>): boolean {
  return version === 0;
}
