import type { Aws } from '../../platform/aws.js';
import { Failure } from '../../platform/failure.js';
import type { LaunchSource, TemplateVersion } from '../heart/launch-source.js';
import { pointsAt, runs, versionsOf } from '../heart/matching.js';
import type { GroupView } from '../heart/observation.js';
import { liveAmong, runningSource } from './template.js';

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
