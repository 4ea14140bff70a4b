import { type Fleet, interleaveZones, unitsOf, within } from './fleet.js';
import type { Move } from './move.js';
import type { Machine, Observation } from './observation.js';
import { isProving } from './waves.js';

/** How many machines one call may name (Auto Scaling API, EnterStandby), and how many go between two looks. */
export const atOnce = 20;

/** Puts machines that were kept for this back into service, where there is room; until the others have gone they are surge. */
export function restore({ group, release }: Observation, fleet: Fleet): Move | undefined {
  const kept = within(release.plan.raiseMax ? Number.POSITIVE_INFINITY : group.max - group.desired, fleet.kept);
  if (kept.length === 0) return undefined;
  const max = group.desired + unitsOf(kept);
  return { kind: 'restore', ids: kept.slice(0, atOnce).map(({ id }) => id), ...(group.max < max && { max }) };
}

/**
 * Takes the stale machines of this wave out of service: those that serve nobody at once, the others, the unwell before the
 * well, as far as those that serve stay above the floor. The group shrinks only by surge that is needed no longer, or that kept ones replace.
 */
export function replace(observation: Observation, fleet: Fleet): Move | undefined {
  const { group, release } = observation;
  const { size, allowance, target, fresh, ready, stale } = fleet;
  const keeps = release.direction !== 'back' && (release.isUndo || release.plan.keepPrevious > 0);
  const excess = isProving(release) ? roomNeeded(observation, fleet) : unitsOf(stale) - (size - target);
  const [well, unwell] = [stale.filter(({ healthy }) => healthy), stale.filter(({ stillServes }) => stillServes)];
  const others = release.direction === 'back' ? fresh.filter(({ stillServes }) => stillServes) : [];
  const room = unitsOf([...ready, ...well]) - (size - allowance.unavailable);
  const spare = [...within(room + unitsOf([...unwell, ...others]), unwell), ...within(room, interleaveZones(well))];
  // While nobody serves, a load balancer sends requests to all alike: only what may be missing goes, where no surge can come first.
  const isServed = ready.length + well.length + unwell.length > 0;
  const idle = interleaveZones(stale.filter((machine) => isIdle(machine, observation, isServed)));
  const lost = isServed ? idle : within(allowance.surge > 0 ? 0 : unitsOf(idle) - (size - allowance.unavailable), idle);
  const leaving = covering(excess, [...lost, ...spare]).slice(0, slice(fleet, keeps ? 10 : 1));
  if (leaving.length === 0) return undefined;
  const surged = Math.min(size + allowance.surge, Math.max(size, target + unitsOf(stale) - unitsOf(leaving)));
  const needed = fleet.kept.length > 0 || isSurgeTooSmall(observation, fleet) ? size : surged;
  const shrinking = new Set(within(Math.min(group.desired - needed, group.desired - group.min), leaving));
  const retirements = leaving.map((machine) => ({ id: machine.id, decrement: shrinking.has(machine) }));
  const sick = retirements.filter((_, index) => !leaving[index]?.healthy).slice(0, slice(fleet));
  if (!keeps) return { kind: 'retire', machines: retirements };
  return sick.length > 0 ? { kind: 'retire', machines: sick } : { kind: 'set-aside', machines: retirements };
}

/** The first of these machines until they are so many units together, the last one perhaps more than that. */
function covering(units: number, machines: readonly Machine[]): readonly Machine[] {
  let covered = 0;
  return machines.filter(({ units: own = 1 }) => {
    covered += own;
    return covered - own < units;
  });
}

/** Serves nobody, and did not only a moment ago: a load balancer that was blind sees its machines again one by one. */
function isIdle(one: Machine, { now, patience }: Observation, isServed: boolean): boolean {
  if (one.healthy || one.stillServes || (!isServed && one.seemsWell) || one.stage === 'waiting') return false;
  return (isServed && !one.hasServed) || now - (one.unhealthySince ?? 0) >= patience.relapse;
}

/** A wave begins with less surge than it may have, left by a smaller one: that is given up for all that it may have. */
function isSurgeTooSmall({ group }: Observation, { size, allowance, target, fresh, ready, stale }: Fleet): boolean {
  const isBeginning = ready.length === fresh.length && group.desired <= unitsOf(fresh) + unitsOf(stale);
  return isBeginning && group.desired - size < Math.min(allowance.surge, target - unitsOf(fresh));
}

/**
 * While a version is still to be proven, nothing that works goes for it, so that a bad one leaves a whole group behind: a
 * stale machine makes room only for what surge has no room for, or if surge has brought it in place of one that was lost.
 */
function roomNeeded(observation: Observation, fleet: Fleet): number {
  const missing = missingIn(observation, fleet);
  return Math.max(missing - surgeToCome(observation, fleet), Math.min(missing, unitsOf(fleet.stale) - fleet.size));
}

/** What the wave needs beyond what is there and what the group is about to launch anyway. */
function missingIn({ group }: Observation, { target, fresh, stale }: Fleet): number {
  return target - Math.max(unitsOf(fresh), group.desired - unitsOf(stale));
}

/** How much more a raise may bring now. Desired is raised only from the size itself: it says nothing of the rest. */
function surgeToCome({ group, launchesByName }: Observation, { size, allowance }: Fleet): number {
  const standing = Math.max(0, group.desired - size);
  return standing > 0 && !launchesByName ? 0 : Math.max(0, allowance.surge - standing);
}

/** How many machines go between two looks, which take their time in a large group: `times` as many where twenty go at a call. */
function slice({ size, fresh, stale }: Fleet, times = 1): number {
  return Math.min(1_000, times * Math.max(atOnce, Math.floor(Math.min(size, fresh.length + stale.length) / 100)));
}

/** With the wave's stale machines gone, what the group has above its size is surge that nobody needs. */
export function trim(observation: Observation, fleet: Fleet): Move | undefined {
  const { group, release } = observation;
  const { size, allowance, target, fresh, ready, stale } = fleet;
  if (isProving(release) || unitsOf(stale) > size - target || unitsOf(fresh) < target) return undefined;
  const surplus = Math.min(group.desired - size, group.desired - group.min);
  const machines = [...stale, ...fresh];
  const doomed = [...fresh, ...stale].filter(({ stillServes }) => stillServes);
  const serving = [...doomed, ...interleaveZones(stale.filter(({ healthy }) => healthy)), ...interleaveZones(ready)];
  const spare = within(unitsOf(serving) - (size - allowance.unavailable), serving);
  const idle = machines.filter(({ healthy, stillServes, stage }) => !healthy && !stillServes && stage !== 'waiting');
  const leaving = within(surplus, [...(serving.length > 0 ? idle : []), ...spare]).slice(0, slice(fleet));
  if (leaving.length > 0) return { kind: 'retire', machines: leaving.map(({ id }) => ({ id, decrement: true })) };
  // Where every machine is more than that (Auto Scaling user guide, "instance weights"), any may go once what is desired serves.
  const isLess = surplus > 0 && unitsOf(serving) >= group.desired && within(surplus, machines).length === 0;
  return isLess ? { kind: 'give-up', machines: surplus, from: group.desired } : undefined;
}

/** Raises the group by what the wave still needs. */
export function surge(observation: Observation, fleet: Fleet): Move | undefined {
  const { group, size } = observation;
  const machines = Math.min(surgeToCome(observation, fleet), missingIn(observation, fleet));
  if (machines <= 0) return undefined;
  const max = group.desired + machines;
  return { kind: 'surge', machines, from: size, ...(group.max < max && { max }) };
}
