import { hookName } from '../changes/launch-hook.js';
import { provenVersion } from '../heart/fleet.js';
import { pointsAt } from '../heart/matching.js';
import type { Observation } from '../heart/observation.js';
import type { Release } from '../heart/release.js';

/** What a clean-up that was refused has left of a rollout, in sentences that follow a full stop. */
export function whatStands(observation: Observation): string {
  const { group, release, size, isMaxOurs } = observation;
  const { baseline, sides, suspended } = release;
  const resting = suspended.filter((process) => group.suspended.includes(process));
  const isUnproven = !pointsAt(group, provenVersion(observation));
  const found = [
    ...(group.hook === undefined ? [] : [`our launch hook "${hookName}"`]),
    ...(resting.length > 0 ? [`the suspension of ${resting.join(', ')}`] : []),
    ...(isUnproven ? ['a launch template, or its version, that is not the proven one'] : []),
    ...(group.desired > size ? [`${group.desired - size} more than its size of ${size}`] : []),
    ...(isMaxOurs && group.max !== baseline.max ? [`a maximum of ${group.max} in place of ${baseline.max}`] : []),
    ...(sides ? [`the weights of listener rule ${sides.rule}, and the minimum of both groups, as they are now`] : []),
  ];
  if (found.length === 0) return `nothing that it had borrowed stands any more in "${group.name}".`;
  const held =
    group.hook === undefined ? '' : ' Until that hook goes, what the group launches waits in it and serves nobody.';
  return `in "${group.name}" there still stand: ${found.join(', ')}.${held}`;
}

/** The same where nobody could look. */
export function whatMayStand({ group }: Pick<Release, 'group'>): string {
  return `in "${group}" there may still stand: our launch hook "${hookName}", processes that we have suspended, and a raised size.`;
}
