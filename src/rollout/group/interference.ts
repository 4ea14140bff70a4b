import { isMade, pointsAt, versionsOf } from '../heart/matching.js';
import type { Group, Observation } from '../heart/observation.js';
import type { Release } from '../heart/release.js';
import { goalOf, isProven } from '../heart/waves.js';
import { oldestRead } from '../size/size.js';

const advice = 'Apply infrastructure code between rollouts, and let it ignore the version and desired capacity.';

/**
 * Watches for somebody else who sets the group back while it is rolled out: to a version that is neither the old nor the new
 * one, to the old one after the new one is proven, or to a maximum below our surge. Terraform and CloudFormation do that when
 * they are applied meanwhile.
 */
export class InterferenceWatch {
  #before: Observation | undefined;
  /** Since when the group has been seen to launch what is proven, without a break. */
  #atGoalSince: number | undefined;

  /** @returns what was found, for a person; undefined when nothing was, and before the group was pinned to a number. */
  look(observation: Observation): string | undefined {
    const before = this.#before;
    const isKnown = before?.release.number === observation.release.number && isOurs(before.group, observation.release);
    const found = isKnown ? (this.#ofVersion(observation) ?? ofMaximum(before.group, observation)) : undefined;
    const isAtGoal = isProven(observation.release) && isAt(observation.group, goalOf(observation.release));
    this.#atGoalSince = isAtGoal ? (this.#atGoalSince ?? observation.now) : undefined;
    this.#before = observation;
    return found;
  }

  #ofVersion({ group, release, now }: Observation): string | undefined {
    // A read may be from before we set it ourselves.
    const isSure = now - (this.#atGoalSince ?? now) >= oldestRead;
    // By number old and new may be one version: the image of an override tells them apart, unless that is the same by force.
    const isOld = isAt(group, release.from) && !(isMade(release.to) && pointsAt(group, release.to));
    const isSetBack = isSure && release.direction === 'forward' && isOld;
    if (isOurs(group, release) && !isSetBack) return undefined;
    const { id, version } = group.template;
    return `Group "${group.name}" was set to version ${version} of ${id} by ${whom(group)}; the rollout goes on with ${goalOf(release).imageId}. ${advice}`;
  }
}

function ofMaximum(before: Group, { group, release }: Observation): string | undefined {
  const { max: raised, machines = 0 } = release.surge ?? {};
  if (raised === undefined || before.max !== raised || group.max >= raised) return undefined;
  // With the surge gone it may be us who have put it back, without an answer.
  if (machines === 0 && group.max === release.baseline.max) return undefined;
  return `The maximum of group "${group.name}" was set from ${raised} to ${group.max} by ${whom(group)}; that is kept. ${advice}`;
}

function whom({ stack }: Group): string {
  return stack === undefined ? 'somebody else' : `somebody else (its CloudFormation stack is "${stack}")`;
}

function isOurs(group: Group, { from, to }: Release): boolean {
  return isAt(group, from) || isAt(group, to);
}

function isAt({ template }: Group, source: Release['to']): boolean {
  return versionsOf<Release['to']>(source).some(
    ({ templateId, version }) => templateId === template.id && String(version) === template.version,
  );
}
