import { liveAmong } from '../changes/running-source.js';
import type { Verdict } from '../heart/judge.js';
import type { PlannedVersion } from '../heart/launch-source.js';
import { versionsOf } from '../heart/matching.js';
import type { GroupView, Machine, Observation } from '../heart/observation.js';
import type { Release } from '../heart/release.js';

/**
 * Machines of a launch template that somebody has given an override of the group meanwhile. They run neither what a release goes to
 * nor what it came from, so that each would be replaced by the next one of them.
 */
export function ofAddedTemplate(
  { group, machines }: GroupView,
  { from, to }: Pick<Release, 'from' | 'to'>,
): readonly Machine[] {
  const versions = [...versionsOf<PlannedVersion>(from), ...versionsOf<PlannedVersion>(to)];
  const known = new Set([group.template.id, ...versions.map(({ templateId }) => templateId)]);
  const added = new Set(group.launches.map(({ templateId }) => templateId).filter((id) => !known.has(id)));
  return liveAmong(machines).filter(({ templateId }) => added.has(templateId));
}

/** A person is asked then, before any of those machines is retired: whose image that is to be, nobody has said. */
export function leaveForAdded(observation: Observation): Verdict | undefined {
  const { group, release } = observation;
  const { direction, reason = '' } = release;
  const [added] = direction === 'hold' ? [] : ofAddedTemplate(observation, release);
  if (added === undefined) return undefined;
  const why = `Somebody has given an override of "${group.name}" a launch template of its own meanwhile, ${added.templateId}, and machines come from that. Take the override out, or deploy again: the next rollout takes it in.`;
  if (direction === 'forward') return { direction: 'hold', reason: why };
  return { direction, outcome: 'needs-attention', reason: `${reason} ${why}`.trim() };
}
