import { type Fleet, hasOurMax, interleaveZones } from './fleet.js';
import type { Move } from './move.js';
import type { Machine, Observation } from './observation.js';
import { isProving } from './release.js';
import { settledSize } from './size-changes.js';
import { raiseBy, surgeToCome } from './surge.js';

/** How many machines one call may name (Auto Scaling API, EnterStandby), and how many go between two looks. */
export const atOnce = 20;

/** Puts machines that were kept for this back into service; until the others have gone they are surge. */
export function restore(observation: Observation, { kept, size }: Fleet): Move | undefined {
  const { group, release } = observation;
  if (kept.length === 0 || (!release.isUndo && release.direction === 'forward')) return undefined;
  const ids = kept.slice(0, atOnce).map(({ id }) => id);
  const highest = group.desired + kept.length;
  const theirs = group.max < highest ? keepTheirMax(observation) : undefined;
  if (theirs) return theirs;
  const ours = hasOurMax(group, release.surge) ? group.max : undefined;
  const max = group.max < highest ? highest : ours;
  const machines = group.desired - size + ids.length;
  const known = { from: size, ...settledSize(release, observation.now) };
  return { kind: 'restore', ids, surge: { machines, ...known, ...(max !== undefined && { max }) } };
}

/**
 * Takes the stale machines of this wave out of service: those that serve nobody at once, the others as far as the serving
 * ones stay above the floor. The group shrinks only by surge that the rest of the wave no longer needs.
 */
export function replace(observation: Observation, fleet: Fleet): Move | undefined {
  const { group, release } = observation;
  const { size, allowance, target, ready, stale } = fleet;
  const keeps = release.direction !== 'back' && (release.isUndo || release.plan.keepPrevious > 0);
  const excess = isProving(release) ? roomNeeded(observation, fleet) : stale.length - (size - target);
  const serving = stale.filter(({ healthy }) => healthy);
  const servers = ready.length + serving.length;
  const spare = Math.max(0, servers - (size - allowance.unavailable));
  // While nobody serves, a load balancer sends requests to all machines alike, so even an unhealthy one stays.
  const idle = servers > 0 ? stale.filter((machine) => isIdle(machine, observation)) : [];
  const most = Math.max(0, Math.min(excess, keeps ? atOnce : slice(size)));
  const leaving = [...interleaveZones(idle), ...interleaveZones(serving).slice(0, spare)].slice(0, most);
  if (leaving.length === 0) return undefined;
  const kept = Math.min(size + allowance.surge, Math.max(size, target + stale.length - leaving.length));
  const needed = isSurgeTooSmall(observation, fleet) ? size : kept;
  const shrink = Math.min(group.desired - needed, group.desired - group.min);
  const retirements = leaving.map(({ id }, position) => ({ id, decrement: position < shrink }));
  const sick = retirements.slice(0, idle.length);
  if (!keeps) return { kind: 'retire', machines: retirements };
  return sick.length > 0 ? { kind: 'retire', machines: sick } : { kind: 'set-aside', machines: retirements };
}

/** Serves nobody, and did not only a moment ago: a load balancer that was blind sees its machines again one by one. */
function isIdle({ healthy, stage, hasServed, unhealthySince }: Machine, { now, patience }: Observation): boolean {
  if (healthy || stage === 'waiting') return false;
  return !hasServed || unhealthySince === undefined || now - unhealthySince >= patience.relapse;
}

/** A wave begins with less surge than it may have, left by a smaller one: that is given up for all that it may have. */
function isSurgeTooSmall({ group }: Observation, { size, allowance, target, fresh, ready, stale }: Fleet): boolean {
  const isBeginning = ready.length === fresh.length && group.desired <= fresh.length + stale.length;
  return isBeginning && group.desired - size < Math.min(allowance.surge, target - fresh.length);
}

/**
 * While a version is still to be proven, nothing that works goes for it, so that a bad one leaves a whole group behind: a
 * stale machine makes room only for what surge has no room for, or if surge has brought it: the group launches stale ones
 * once the wave's are launched, so one of these that was lost came back stale.
 */
function roomNeeded(observation: Observation, fleet: Fleet): number {
  const { size, target, fresh, stale } = fleet;
  const coming = Math.max(0, observation.group.desired - fresh.length - stale.length);
  const missing = target - fresh.length - coming;
  return Math.max(missing - surgeToCome(observation, fleet), Math.min(missing, stale.length - size));
}

/** How many machines go between two looks: of a large group one in a hundred, for looking at it takes its time. */
function slice(size: number): number {
  return Math.max(atOnce, Math.floor(size / 100));
}

/** With the wave's stale machines gone, what the group has above its size is surge that nobody needs. */
export function trim(
  { group, release }: Observation,
  { size, allowance, target, fresh, ready, stale }: Fleet,
): Move | undefined {
  if (isProving(release) || stale.length > size - target || fresh.length < target) return undefined;
  const surplus = Math.min(slice(size), group.desired - size, group.desired - group.min);
  const serving = [...interleaveZones(stale.filter(({ healthy }) => healthy)), ...interleaveZones(ready)];
  const spare = Math.max(0, serving.length - (size - allowance.unavailable));
  const unhealthy = [...stale, ...fresh].filter(({ healthy, stage }) => !healthy && stage !== 'waiting');
  const idle = serving.length > 0 ? unhealthy : [];
  const leaving = [...idle, ...serving.slice(0, spare)].slice(0, Math.max(0, surplus));
  return leaving.length > 0 ? { kind: 'retire', machines: shrinking(leaving) } : undefined;
}

function shrinking(machines: readonly Machine[]) {
  return machines.map(({ id }) => ({ id, decrement: true }));
}

/** Raises the group by what the wave still needs. */
export function surge(observation: Observation, fleet: Fleet): Move | undefined {
  const { group } = observation;
  const { target, fresh, stale } = fleet;
  const coming = Math.max(0, group.desired - fresh.length - stale.length);
  const machines = Math.min(surgeToCome(observation, fleet), target - fresh.length - coming);
  if (machines <= 0) return undefined;
  const desired = group.desired + machines;
  if (group.max >= desired) return raiseBy(observation, fleet, machines);
  return keepTheirMax(observation) ?? raiseBy(observation, fleet, machines, desired);
}

/** Somebody has set the maximum since it was written down: before it is raised, theirs is what will be put back. */
function keepTheirMax({ group, release }: Observation): Move | undefined {
  const { surge, baseline } = release;
  if (group.max === baseline.max || hasOurMax(group, surge)) return undefined;
  return { kind: 'note', changes: { baseline: { ...baseline, max: group.max } } };
}
