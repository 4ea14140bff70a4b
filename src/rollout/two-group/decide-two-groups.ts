import { prepare, soakWave } from '../heart/decide.js';
import { type Fleet, fleetOf } from '../heart/fleet.js';
import { judge } from '../heart/judge.js';
import type { Move } from '../heart/move.js';
import type { Observation, Pair } from '../heart/observation.js';
import { launchFrom, letGo } from '../heart/settle.js';
import { waveOf, waveTarget } from '../heart/waves.js';
import type { Sizes } from './sides.js';

type PairObservation = Observation & { readonly pair: Pair };

/**
 * Decides the next move of a rollout to the idle one of two groups: it is made as large as the serving one and tested
 * while no user reaches it, then requests are shifted to it by the listener rule's weights, wave by wave. On the way back
 * weights go first, capacity after (rollback order of an explicit rollback: traffic before machines).
 */
export function decideTwoGroups(observation: PairObservation): Move {
  const { release } = observation;
  const green = asIdle(observation);
  const fleet = fleetOf(green);
  // All requests have been shifted and have soaked, so the other group may be gone already: from here the way back is on.
  if (release.wavesDone >= release.plan.waves.length) return finish(observation, fleet);
  if (release.direction === 'back') return goBack(observation, fleet);
  const verdict = judge(green, fleet);
  if (verdict?.outcome) return letGo(green, fleet, 'settling') ?? { kind: 'end', changes: verdict };
  if (verdict) return { kind: 'note', changes: verdict, say: verdict.reason };
  return makeReady(observation, green, fleet) ?? shift(observation);
}

/** After a cancel users go back to the group that they came from, unless all of them have left it already. */
export function settleTwoGroups(observation: PairObservation): Move | undefined {
  const { wavesDone, plan } = observation.release;
  if (wavesDone >= plan.waves.length) return undefined;
  return putBack(observation, fleetOf(asIdle(observation)));
}

/** The idle group serves nobody, so all of its machines are one wave, with nothing to surge beyond and no floor. */
function asIdle(observation: PairObservation): Observation {
  const { release } = observation;
  const whole = { percent: 100 };
  const plan = { ...release.plan, waves: [whole], maxSurge: whole, maxUnavailable: whole, suspend: [] };
  return { ...observation, release: { ...release, plan, wavesDone: 0 } };
}

/** Sizes of the idle group for as long as requests are shifted: as large as the serving one is now, and pinned there. */
function pinned(green: Sizes, blue: Sizes): Sizes {
  const desired = Math.max(blue.desired, green.desired);
  return { min: desired, max: Math.max(blue.max, green.max, desired), desired };
}

function makeReady({ pair, group, release }: PairObservation, green: Observation, fleet: Fleet): Move | undefined {
  const blue = pair.blue.group;
  const wanted = pinned(group, blue);
  const isServing = (pair.weights.green ?? 0) > 0;
  return (
    prepare(green, fleet) ??
    launchFrom(green, fleet, release.to) ??
    (pair.weights.green === undefined ? { kind: 'set-weights', weights: { ...pair.weights, green: 0 } } : undefined) ??
    resize(group, wanted) ??
    (blue.min < blue.desired ? resize(blue, { ...blue, min: blue.desired }) : undefined) ??
    letGo(green, fleet) ??
    (isServing ? undefined : replaceAll(fleet)) ??
    (fleet.ready.length < wanted.desired ? { kind: 'wait' } : undefined)
  );
}

/** Nobody is served by these: they go at once, and the group launches others in their place. */
function replaceAll({ stale }: Fleet): Move | undefined {
  if (stale.length === 0) return undefined;
  return { kind: 'retire', machines: stale.slice(0, 20).map(({ id }) => ({ id, decrement: false })) };
}

/** Shifts requests wave by wave; the weights are read back before anything else happens. */
function shift(observation: PairObservation): Move {
  const { pair, release } = observation;
  const { plan, wavesDone } = release;
  const green = shareOf(observation);
  const weights = { blue: 100 - green, green };
  if (pair.weights.blue !== weights.blue || pair.weights.green !== green) return { kind: 'set-weights', weights };
  if (plan.pauseAfter !== undefined && wavesDone >= plan.pauseAfter && green < 100) {
    return { kind: 'note', changes: { rests: { kind: 'paused', until: observation.now + 24 * 3_600_000 } } };
  }
  const soaking = soakWave(observation);
  if (soaking) return soaking;
  return { kind: 'note', changes: { wavesDone: green < 100 ? wavesDone + 1 : plan.waves.length } };
}

/** The share of requests that the new image gets in the present wave: its part of a group of a hundred machines. */
function shareOf({ release }: Observation): number {
  const whole = { percent: 100 };
  return waveTarget({ ...release.plan, maxSurge: whole, maxUnavailable: { machines: 0 } }, waveOf(release), 100);
}

/** Green takes over blue's sizes. Blue gets green's, unless it is kept for an undo. */
function finish({ now, pair, group, release }: PairObservation, fleet: Fleet): Move {
  const { sides, blue } = pair;
  const { keepPrevious } = release.plan;
  const { min, max } = sides.blue.sizes;
  const green = { min, max: Math.max(max, group.desired), desired: group.desired };
  const rest = keepPrevious > 0 ? { ...blue.group, min } : sides.green.sizes;
  const settling = resize(group, green) ?? resize(blue.group, rest);
  if (settling) return settling;
  if (group.hook !== undefined) return { kind: 'delete-hook' };
  const outcome = fleet.size === 0 ? 'unproven' : 'succeeded';
  return { kind: 'end', changes: { outcome, ...(keepPrevious > 0 && { keptUntil: now + keepPrevious }) } };
}

function goBack(observation: PairObservation, fleet: Fleet): Move {
  const { backOutcome = 'rolled-back' } = observation.release;
  return putBack(observation, fleet) ?? { kind: 'end', changes: { outcome: backOutcome } };
}

/** Weights first, and read back; then what green had before. */
function putBack(observation: PairObservation, fleet: Fleet): Move | undefined {
  const { pair, group, release } = observation;
  const { weights, sides, blue } = pair;
  const isBack = weights.blue === sides.weights.blue && weights.green === sides.weights.green;
  const green = asIdle(observation);
  const blueSizes = { ...blue.group, min: sides.blue.sizes.min };
  return (
    (isBack ? undefined : { kind: 'set-weights', weights: sides.weights }) ??
    launchFrom(green, fleet, release.from) ??
    letGo({ ...green, release: { ...green.release, direction: 'back' } }, fleet, 'settling') ??
    resize(group, sides.green.sizes) ??
    resize(blue.group, blueSizes)
  );
}

function resize(group: Sizes & { readonly name: string }, { min, max, desired }: Sizes): Move | undefined {
  if (group.min === min && group.max === max && group.desired === desired) return undefined;
  return { kind: 'resize', group: group.name, sizes: { min, max, desired } };
}
