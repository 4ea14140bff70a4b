import {
  type Fleet,
  fleetOf,
  hasOurMax,
  interleaveZones,
  isComplete,
  isLaunching,
  isRaised,
  provenVersion,
  surgeLeft,
} from './fleet.js';
import { judge } from './judge.js';
import { isFollowing, isMade, type TemplateVersion, versionsOf } from './launch-source.js';
import type { Move } from './move.js';
import type { Machine, Observation } from './observation.js';
import { waveTarget } from './plan.js';
import { goalOf, isPausing, isProven, isProving, lease, type Release } from './release.js';
import { launchFrom, letGo, pointAt, renewWarm, settle } from './settle.js';
import { noteLoss, noteSize, settledSize } from './size-changes.js';
import { launch, raiseBy, roomForLaunch, surgeToCome } from './surge.js';

/** How many machines one call may name (Auto Scaling API, EnterStandby), and how many go between two looks. */
const atOnce = 20;

/**
 * Decides the next move of a rollout from one look at AWS. Pure: the same observation gives the same move, so any
 * runner that starts at any point goes on rightly.
 */
export function decide(observation: Observation): Move {
  const { release } = observation;
  const fleet = fleetOf(observation);
  const claim = keepClaim(observation) ?? noteSize(observation);
  if (claim) return claim;
  const verdict = judge(observation, fleet);
  if (verdict?.kind === 'turn') return { kind: 'note', changes: verdict.changes, say: verdict.reason };
  if (verdict) {
    const changes = { outcome: 'needs-attention', reason: verdict.reason } as const;
    return settle(observation, fleet) ?? { kind: 'end', changes };
  }
  const rests = isPausing(release) && fleet.stale.length > 0 && isComplete(observation, fleet);
  if (rests) return settle(observation, fleet) ?? pause(observation);
  const move = advance(observation, fleet);
  return move.kind === 'wait' ? (noteLoss(observation) ?? move) : move;
}

function advance(observation: Observation, fleet: Fleet): Move {
  const { release } = observation;
  const launched = isLaunching(observation, fleet) ? goalOf(release) : provenVersion(observation, fleet);
  return (
    prepare(observation, fleet) ??
    announce(observation, fleet) ??
    roomForLaunch(observation) ??
    launchFrom(observation, fleet, launched) ??
    renewWarm(observation, launched) ??
    launch(observation) ??
    letGo(observation, fleet) ??
    restore(observation, fleet) ??
    replace(observation, fleet) ??
    trim(observation, fleet) ??
    surge(observation, fleet) ??
    (isComplete(observation, fleet) ? endWave(observation, fleet) : { kind: 'wait' })
  );
}

/** What an unproven version is launched for is written down before the group points at it, so that it does so for moments. */
function announce(observation: Observation, fleet: Fleet): Move | undefined {
  const { release } = observation;
  const move = isProving(release) && !release.surge?.launches ? surge(observation, fleet) : undefined;
  return move?.kind === 'note' ? move : undefined;
}

/** Stops for another run's claim, and gives a sign of life when it is time. */
export function keepClaim({ superseded, release, group, now, missed }: Observation): Move | undefined {
  if (superseded) return { kind: 'stop' };
  if (missed) return { kind: 'note', changes: { missed } };
  if (now - release.heartbeatAt >= lease.heartbeatEvery) return { kind: 'note', changes: {} };
  const { surge: raise } = release;
  if (raise?.raised === false && isRaised(group.desired, raise)) {
    return { kind: 'note', changes: { surge: { ...raise, raised: true } } };
  }
  if (!raise?.retiring && !raise?.returning) return undefined;
  const { retiring: _, returning: __, ...surge } = raise;
  return { kind: 'note', changes: { surge: { ...surge, machines: surgeLeft(group.desired, raise) } } };
}

/** A day for a person to say how it goes on; then `repair` takes it back. */
function pause({ now }: Observation): Move {
  return { kind: 'note', changes: { rests: { kind: 'paused', until: now + 24 * 3_600_000 } }, say: 'Paused.' };
}

/** Before any machine is touched: the processes rest, and the versions to launch exist, numbered and with their images. */
export function prepare({ group, release }: Observation, { stale }: Fleet): Move | undefined {
  const awake = release.suspended.filter((process) => !group.suspended.includes(process));
  if (release.direction === 'forward' && stale.length > 0 && awake.length > 0)
    return { kind: 'suspend', processes: awake };
  const isFloating = versionsOf<TemplateVersion>(release.from).some((version) => version.isFloating);
  if (isMade(goalOf(release)) && !isFloating) return undefined;
  // A group that follows a template would launch whatever version is made next.
  if (isFollowing(group)) return pointAt(group, release.from);
  return { kind: isFloating ? 'pin-version' : 'create-version' };
}

/** Puts machines that were kept for this back into service; until the others have gone they are surge. */
function restore(observation: Observation, { kept, size }: Fleet): Move | undefined {
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
function replace(observation: Observation, fleet: Fleet): Move | undefined {
  const { group, release } = observation;
  const { size, allowance, target, ready, stale } = fleet;
  const keeps = release.direction !== 'back' && (release.isUndo || release.plan.keepPrevious > 0);
  const excess = isProving(release) ? roomNeeded(observation, fleet) : stale.length - (size - target);
  const serving = stale.filter(({ healthy }) => healthy);
  const servers = ready.length + serving.length;
  const spare = Math.max(0, servers - (size - allowance.unavailable));
  // While nobody serves, a load balancer sends requests to all machines alike, so even an unhealthy one stays.
  const idle = servers > 0 ? stale.filter(({ healthy, stage }) => !healthy && stage !== 'waiting') : [];
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
function trim(
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
function surge(observation: Observation, fleet: Fleet): Move | undefined {
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

/** The machines of a wave serve: they soak, then the next wave begins, or everything ends. */
function endWave(observation: Observation, fleet: Fleet): Move {
  const { release } = observation;
  const { stale, size } = fleet;
  if (release.direction !== 'forward' || size === 0) return finish(observation, fleet);
  const soaking = soakWave(observation);
  if (soaking) return soaking;
  if (isProven(release) && stale.length === 0) return finish(observation, fleet);
  const wave = nextWave(release, fleet);
  const isLast = stale.length === 0 && release.soak !== undefined;
  return { kind: 'note', changes: { wavesDone: wave, ...(isLast && { soak: { ...release.soak, wave } }) } };
}

/** The next wave that is larger than this one: in a small group some of a plan's waves come to the same machines. */
function nextWave({ plan, wavesDone }: Release, { size, target }: Fleet): number {
  let wave = wavesDone + 1;
  while (wave < plan.waves.length && waveTarget(plan, wave, size) <= target) wave++;
  return wave;
}

/** What begins or goes on with the wave's time under traffic; undefined when that has passed. */
export function soakWave({ now, release: { plan, soak, wavesDone } }: Observation): Move | undefined {
  if (plan.soak === 0) return undefined;
  if (soak?.wave !== wavesDone) return { kind: 'note', changes: { soak: { wave: wavesDone, since: now } } };
  return now - soak.since < plan.soak ? { kind: 'wait' } : undefined;
}

/** Every machine runs the goal: what waits in standby for nobody goes, the settings are put back, it ends. */
function finish(observation: Observation, fleet: Fleet): Move {
  const { now, machines, release } = observation;
  const { plan, direction, backOutcome = 'rolled-back' } = release;
  if (fleet.leftover.length > 0) {
    return { kind: 'retire', machines: fleet.leftover.slice(0, atOnce).map(({ id }) => ({ id, decrement: false })) };
  }
  const settling = settle(observation, fleet);
  if (settling) return settling;
  if (direction !== 'forward') return { kind: 'end', changes: { outcome: backOutcome } };
  const keeps = plan.keepPrevious > 0 && machines.some(({ isKept }) => isKept);
  const outcome = fleet.size === 0 ? 'unproven' : 'succeeded';
  return { kind: 'end', changes: { outcome, ...(keeps && { keptUntil: now + plan.keepPrevious }) } };
}
