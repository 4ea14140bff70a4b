import type {
  Launched,
  LaunchSource,
  Origin,
  PlannedSource,
  PlannedVersion,
  TemplateVersion,
} from './launch-source.js';
import type { Group } from './observation.js';

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

/** Whether a machine runs one of a source's versions, and that one's image, which EC2 may not know yet. */
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
export function pointsAt({ launches: [own, ...others] }: Pick<Group, 'launches'>, source: LaunchSource): boolean {
  const isAt = (launched: Launched | undefined, { templateId, version, imageId }: TemplateVersion) =>
    launched?.templateId === templateId &&
    launched.version === String(version) &&
    (launched.imageId ?? imageId) === imageId;
  const known = versionsOf<TemplateVersion>(source);
  return (
    isAt(own, source) &&
    others.every((other) => known.every((one) => one.templateId !== other.templateId || isAt(other, one)))
  );
}
