import { versionsOf } from '../heart/matching.js';
import type { Group, Observation } from '../heart/observation.js';
import type { Release } from '../heart/release.js';
import { goalOf } from '../heart/waves.js';

/**
 * That somebody else has set the group back while it is rolled out: to a version that is neither the old nor the new one,
 * or to a maximum below our surge. Terraform and CloudFormation do that when they are applied meanwhile.
 * @returns what was found, for a person; undefined when nothing was, and before the group was pinned to a number.
 */
export function interference(before: Observation | undefined, { group, release }: Observation): string | undefined {
  if (!before || before.release.number !== release.number || !isOurs(before.group, release)) return undefined;
  const by =
    group.stack === undefined ? 'somebody else' : `somebody else (its CloudFormation stack is "${group.stack}")`;
  if (!isOurs(group, release)) {
    const { id, version } = group.template;
    return `Group "${group.name}" was set to version ${version} of ${id} by ${by}; the rollout goes on with ${goalOf(release).imageId}. ${advice}`;
  }
  const { surge, baseline } = release;
  const raised = surge?.max;
  if (raised !== undefined && before.group.max === raised && group.max < raised && group.max !== baseline.max) {
    return `The maximum of group "${group.name}" was set from ${raised} to ${group.max} by ${by}; that is kept. ${advice}`;
  }
  return undefined;
}

const advice = 'Apply infrastructure code between rollouts, and let it ignore the version and desired capacity.';

function isOurs({ template }: Group, { from, to }: Release): boolean {
  const known = [...versionsOf(from), ...versionsOf(to)];
  return known.some(({ templateId, version }) => templateId === template.id && String(version) === template.version);
}
