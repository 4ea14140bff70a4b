import { liveAmong } from './changes/template.js';
import { fleetOf } from './heart/fleet.js';
import type { PlannedVersion } from './heart/launch-source.js';
import { versionsOf } from './heart/matching.js';
import type { Move } from './heart/move.js';
import type { GroupView, Observation } from './heart/observation.js';
import type { Release } from './heart/release.js';
import { settle } from './heart/settle.js';

/**
 * The launch template that somebody has given an override of the group meanwhile, once a machine has come from it. Its machines run
 * neither what a release goes to nor what it came from, so that each would be replaced by the next one of them.
 */
export function addedTemplate(
  { group, machines }: GroupView,
  { from, to }: Pick<Release, 'from' | 'to'>,
): string | undefined {
  const versions = [...versionsOf<PlannedVersion>(from), ...versionsOf<PlannedVersion>(to)];
  const known = new Set([group.template.id, ...versions.map(({ templateId }) => templateId)]);
  const added = new Set(group.launches.map(({ templateId }) => templateId).filter((id) => !known.has(id)));
  return liveAmong(machines).find(({ templateId }) => added.has(templateId))?.templateId;
}

/** A person is asked then, before any of those machines is retired: whose image that is to be, nobody has said. */
export function leaveForAdded(observation: Observation): Move | undefined {
  const { group, release } = observation;
  const { direction, reason: before = '' } = release;
  const added = direction === 'hold' ? undefined : addedTemplate(observation, release);
  if (added === undefined) return undefined;
  const why = `Somebody has given an override of "${group.name}" a launch template of its own meanwhile, ${added}, and machines come from that. Take the override out, or deploy again: the next rollout takes it in.`;
  if (direction === 'forward') return { kind: 'note', changes: { direction: 'hold', reason: why }, say: why };
  const changes = { outcome: 'needs-attention', reason: `${before} ${why}`.trim() } as const;
  return settle(observation, fleetOf(observation)) ?? { kind: 'end', changes };
}
