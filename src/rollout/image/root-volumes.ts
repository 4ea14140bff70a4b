import type { Aws } from '../../platform/aws.js';
import { Failure } from '../../platform/failure.js';
import type { LaunchSource, TemplateVersion } from '../heart/launch-source.js';
import { versionsOf } from '../heart/matching.js';
import type { Group, GroupView } from '../heart/observation.js';
import { imageById } from './image-by-id.js';

/**
 * What AWS asks of a group whose root volumes it is to replace (Auto Scaling user guide, "Replace root volumes during instance
 * refresh": requirements and limitations), said before anything is changed.
 * @param running what most of its machines were launched from
 * @throws {Failure} with what was found and what to do instead.
 */
export async function requireReplaceableRoots(
  { ec2 }: Pick<Aws, 'ec2'>,
  view: GroupView,
  running: LaunchSource,
  imageId: string,
): Promise<void> {
  const { group } = view;
  const found = lackOf(group) ?? poolOf(view) ?? strayIn(view, running) ?? (await volumesOf(ec2, imageId));
  if (found === undefined) return;
  throw new Failure(`AWS replaces root volumes only ${found}, or take the strategy "rolling".`);
}

/** Auto Scaling API, LaunchTemplateOverrides: "ImageId". */
function lackOf({ name, policy }: Group): string | undefined {
  const overrides = policy?.LaunchTemplate?.Overrides ?? [];
  const nameless = overrides.filter(({ ImageId }) => ImageId === undefined).length;
  if (overrides.length > 0 && nameless === 0) return undefined;
  const found = policy
    ? `${nameless} of its ${overrides.length} overrides name no image`
    : 'it has no mixed instances policy';
  return `in a group with a mixed instances policy in which each override names its image; of "${name}", ${found}. Give it such a policy`;
}

function poolOf({ group, warm }: GroupView): string | undefined {
  return warm && `in a group without a warm pool, and "${group.name}" has one. Delete the pool first`;
}

/** One in standby counts as well. */
function strayIn({ group, machines }: GroupView, running: LaunchSource): string | undefined {
  const isOf = (one: TemplateVersion, { templateId, version }: Pick<TemplateVersion, 'templateId' | 'version'>) =>
    one.templateId === templateId && one.version === version;
  const strays = machines
    .filter(({ stage }) => stage !== 'leaving')
    .filter((machine) => !versionsOf<TemplateVersion>(running).some((one) => isOf(one, machine)))
    .map(({ id }) => id);
  if (strays.length === 0) return undefined;
  const what = `version ${running.version} of ${running.templateId}`;
  return `where all machines come from one version of the group's launch template, and of "${group.name}" ${strays.join(', ')} did not come from ${what}, as most did. Replace those first`;
}

async function volumesOf(ec2: Aws['ec2'], imageId: string): Promise<string | undefined> {
  const devices = (await imageById(ec2, imageId))?.BlockDeviceMappings ?? [];
  const volumes = devices.filter(({ Ebs }) => Ebs !== undefined).length;
  return volumes > 1
    ? `by images with one volume, and ${imageId} has ${volumes}. Bake one with its root volume alone`
    : undefined;
}
