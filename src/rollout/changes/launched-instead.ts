import type { Aws } from '../../platform/aws.js';
import { Failure } from '../../platform/failure.js';
import { onlyPoints } from '../beginning/repoint.js';
import { isConfiguration, type LaunchSource, type TemplateVersion } from '../heart/launch-source.js';
import { pointsAt, runs, versionsOf } from '../heart/matching.js';
import type { GroupView } from '../heart/observation.js';
import type { Release } from '../heart/release.js';
import { liveAmong, runningSource } from './running-source.js';

/**
 * Whether a group whose machines run `from` would launch another image than they run: somebody, or infrastructure code, has
 * pointed it elsewhere. Another version with the same image is its owner's.
 * @returns what it would launch, in words; undefined where that is the same image.
 */
export async function launchedInstead(aws: Aws, view: GroupView, from: LaunchSource): Promise<string | undefined> {
  const { group } = view;
  const isAt = pointsAt(group, from) && !versionsOf<TemplateVersion>(from).some(({ isFloating }) => isFloating);
  if (isAt) return undefined;
  const launched = await wouldLaunch(aws, view);
  if (!launched) return `what cannot be launched (${group.template.id}, version ${group.template.version})`;
  const imageIn = (id: string) =>
    versionsOf<TemplateVersion>(from).find(({ templateId }) => templateId === id)?.imageId;
  const other = versionsOf<TemplateVersion>(launched).find(
    ({ templateId, imageId }) => imageId !== (imageIn(templateId) ?? from.imageId),
  );
  return other && `${other.imageId} (${other.templateId}, version ${other.version})`;
}

/**
 * That a group launches what its machines do not run: versions are copies of what they run, so whatever its owner has changed
 * since, user data or security groups, say, is left out from then on. What `newest` has left to a person launches what it has made.
 * @returns a sentence for each template, or launch configuration, of which that is so.
 */
export async function remarksOnLaunched(
  aws: Aws,
  view: GroupView,
  release: Release,
  newest: Release | undefined,
): Promise<readonly string[]> {
  const { from, undoes, continues } = release;
  const isOurs = undoes !== undefined || continues !== undefined || newest?.outcome === 'needs-attention';
  if (isOurs || onlyPoints(release)) return [];
  const known = versionsOf<TemplateVersion>(from);
  const isAt = pointsAt(view.group, from) && !known.some(({ isFloating }) => isFloating);
  const launched = isAt ? undefined : await wouldLaunch(aws, view);
  const others = launched ? versionsOf<TemplateVersion>(launched) : [];
  return others.flatMap((one) => {
    const copied = known.find(({ templateId }) => templateId === one.templateId) ?? from;
    const isSame = copied.templateId === one.templateId && [copied.version, copied.pins].includes(one.version);
    if (isSame && (one.isFloating || one.imageId === copied.imageId)) return [];
    const { name } = view.group;
    if (isSame)
      return `Group "${name}" launches ${one.imageId} (${named(one)}), but its machines run ${copied.imageId}, from another template or from what somebody has deleted: the way back is a copy of ${named(one)} with that image.`;
    return (
      `Group "${name}" launches ${named(one)}, but its machines run ${named(copied)}: that is what the rollout copies, and goes back to. Whatever else ${named(one)} changes is left out from then on. ` +
      'To keep it, replace the machines by it first, by an instance refresh, say.'
    );
  });
}

function named({ templateId, version }: TemplateVersion): string {
  return isConfiguration({ version }) ? `launch configuration "${templateId}"` : `version ${version} of ${templateId}`;
}

/** What is said of machines that run the image, but another version: they are replaced. Empty where there are none. */
export function replacedToo({ machines }: GroupView, from: LaunchSource): string {
  const others = liveAmong(machines)
    .filter((machine) => !runs(machine, from))
    .map(({ id }) => id);
  return others.length > 0 ? `; replaced are those that run another version: ${others.join(', ')}` : '';
}

/** What a group without machines would begin with; undefined where its version is gone, or names no image. */
async function wouldLaunch(aws: Aws, view: GroupView): Promise<LaunchSource | undefined> {
  try {
    return (await runningSource(aws, { ...view, machines: [] })).from;
  } catch (error) {
    const { name } = error as Error;
    if (error instanceof Failure || name.startsWith('InvalidLaunchTemplate')) return undefined;
    throw error;
  }
}
