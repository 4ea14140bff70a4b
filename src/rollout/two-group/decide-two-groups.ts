import { leaveForAdded } from '../group/added-template.js';
import { otherEngine } from '../group/standstill.js';
import { pause, prepare, soakWave } from '../heart/decide.js';
import { type Fleet, fleetOf } from '../heart/fleet.js';
import { judge, type Verdict } from '../heart/judge.js';
import type { Move, MoveOf } from '../heart/move.js';
import type { Observation } from '../heart/observation.js';
import { launchFrom, letGo, renewWarm } from '../heart/settle.js';
import { isPausing, waveOf, waveTarget } from '../heart/waves.js';
import { asIdle } from './as-idle.js';
import { goBack, putBack, replaceAll, requestsBack, whyStuck } from './go-back.js';
import {
  follow,
  hold,
  inherit,
  isShared,
  ownersSizes,
  type PairObservation,
  resize,
  sizeOfPair,
  unpin,
} from './hold.js';
import { asBefore, asResting, asShifted, idleSizes, restingBounds, unpinned } from './leaving.js';
import { awaitProtected, endProtected } from './protected.js';
import { endSetAside } from './set-aside.js';
import { isShifted } from './sides.js';

/**
 * Decides the next move of a rollout to the idle one of two groups: it is made as large as the serving one and tested
 * while no user reaches it, then requests are shifted to it by the listener rule's weights, wave by wave. On the way back
 * weights go first, capacity after (rollback order of an explicit rollback: traffic before machines).
 */
export function decideTwoGroups(observation: PairObservation): Move {
  const { release, pair } = observation;
  const green = asIdle(observation);
  const fleet = fleetOf(green);
  // All requests have been shifted and have soaked, so the other group may be gone already: from here the way back is on.
  if (isShifted(release)) return finish(observation, fleet);
  const verdict =
    (release.direction === 'forward' ? (leaveForAdded(observation) ?? otherEngine(observation)) : undefined) ??
    judgeBoth(observation, fleet);
  const sides = unpinned(pair.sides);
  const last = asResting(observation);
  if (verdict?.outcome) return rest(observation, fleet) ?? { kind: 'end', changes: { ...verdict, sides }, last };
  if (verdict) return { kind: 'note', changes: verdict, say: verdict.reason };
  if (release.direction === 'back') return goBack(observation, fleet);
  if (isPausing(release)) return rest(observation, fleet) ?? { ...pause(observation, { sides }), last };
  return makeReady(observation, green, fleet) ?? shift(observation);
}

/** As of one group; but a way back may be stuck where no new machine is waited for. */
function judgeBoth(observation: PairObservation, fleet: Fleet): Verdict | undefined {
  const verdict = judge(asIdle(observation), fleet);
  const isStuck = verdict?.outcome !== undefined && observation.release.direction === 'back';
  return isStuck ? { ...verdict, reason: whyStuck(observation, fleet) ?? verdict.reason } : verdict;
}

/** After a cancel users go back to the group that they came from, unless all of them have left it already. */
export function settleTwoGroups(observation: PairObservation): Move | undefined {
  const fleet = fleetOf(asIdle(observation));
  return isShifted(observation.release) ? takeOver(observation, fleet) : putBack(observation, fleet);
}

/** What the ledger says then: requests are with the other group again, so whoever goes on shifts them from the beginning. */
export function restsWith(observation: PairObservation): Partial<Pick<MoveOf<'rest'>, 'changes' | 'last'>> {
  const { release, pair } = observation;
  if (isShifted(release)) return { last: asShifted(observation) };
  const weights = pair.sides.pin && requestsBack(pair);
  return { changes: { wavesDone: 0, sides: unpinned(pair.sides) }, last: asBefore(observation, weights) };
}

function makeReady(observation: PairObservation, green: Observation, fleet: Fleet): Move | undefined {
  const { pair, release } = observation;
  const isServing = isShared(pair.weights);
  return (
    prepare(green, fleet) ??
    launchFrom(green, fleet, release.to) ??
    renewWarm(green, release.to) ??
    (pair.weights.green === undefined ? { kind: 'set-weights', weights: { ...pair.weights, green: 0 } } : undefined) ??
    // Once blue is held green is as well: that no user reaches it may be read late.
    (isServing || pair.sides.pin ? hold(observation) : follow(observation)) ??
    letGo(green, fleet) ??
    (isServing ? undefined : replaceAll(fleet)) ??
    (isAble(observation, fleet) ? hold(observation) : { kind: 'wait' })
  );
}

/** As many machines serve as are wanted, and AWS is not about to choose which ones are too many. */
function isAble(observation: PairObservation, { ready, fresh }: Fleet): boolean {
  const size = sizeOfPair(observation);
  return ready.length >= size && (ready.length === fresh.length || fresh.length <= size);
}

/** Shifts requests wave by wave; the weights are read back before anything else happens. */
function shift(observation: PairObservation): Move {
  const { pair, release } = observation;
  const { plan, wavesDone } = release;
  const green = shareOf(observation);
  const weights = { blue: 100 - green, green };
  if (pair.weights.blue !== weights.blue || pair.weights.green !== green) return { kind: 'set-weights', weights };
  const soaking = soakWave(observation);
  if (soaking) return soaking;
  if (green < 100) return { kind: 'note', changes: { wavesDone: wavesDone + 1 } };
  // What the owner wants shows in blue until now, and in green from now on.
  const blue = { ...pair.sides.blue, sizes: ownersSizes(observation) };
  return { kind: 'note', changes: { wavesDone: plan.waves.length, sides: { ...pair.sides, blue } } };
}

/** The share of requests that the new image gets in the present wave: its part of a group of a hundred machines. */
function shareOf({ release }: Observation): number {
  const whole = { percent: 100 };
  return waveTarget({ ...release.plan, maxSurge: whole, maxUnavailable: { machines: 0 } }, waveOf(release), 100);
}

/** While a person is asked requests stay as they are shared out, and no minimum is pinned: policies go by the load. */
function rest(observation: PairObservation, fleet: Fleet): Move | undefined {
  const { group } = observation;
  return (
    letGo(asIdle(observation), fleet, 'settling') ??
    resize(group, { ...group, ...restingBounds(observation) }) ??
    unpin(observation) ??
    (group.hook === undefined ? undefined : { kind: 'wait' })
  );
}

function finish(observation: PairObservation, fleet: Fleet): Move {
  const { now, release, pair } = observation;
  const { keepPrevious } = release.plan;
  if (release.retiresKept) return shrinkKept(observation);
  const taking = takeOver(observation, fleet) ?? (keepPrevious === 0 ? awaitProtected(pair.blue) : undefined);
  if (taking) return taking;
  const outcome = fleet.size === 0 ? 'unproven' : 'succeeded';
  const kept = keepPrevious > 0 && { keptUntil: now + keepPrevious };
  return { kind: 'end', changes: { outcome, sides: unpinned(pair.sides), ...kept }, last: asShifted(observation) };
}

/** Green takes over blue's sizes. Blue gets green's, unless it is kept for an undo. */
function takeOver(observation: PairObservation, fleet: Fleet): Move | undefined {
  const { pair, group, release } = observation;
  const { blue, weights } = pair;
  const proven = { ...observation, release: { ...release, wavesDone: 1 } };
  return (
    ((weights.blue ?? 0) > 0 ? { kind: 'set-weights', weights: { blue: 0, green: 100 } } : undefined) ??
    letGo(proven, fleet, 'settling') ??
    inherit(observation) ??
    resize(blue.group, { ...blue.group, ...idleSizes(observation) }) ??
    (release.plan.keepPrevious === 0 ? endProtected(blue) : undefined) ??
    endSetAside(observation) ??
    (group.hook === undefined ? undefined : { kind: 'wait' })
  );
}

/** Nobody wants back what was kept as large as it was, and nobody is served by it, or it is left alone. */
function shrinkKept({ pair: { sides, blue, weights } }: PairObservation): Move {
  const { green } = sides;
  const isServing = (weights.blue ?? 0) > 0;
  const shrunk = isServing
    ? undefined
    : (resize(blue.group, green.sizes) ?? endProtected(blue) ?? awaitProtected(blue));
  const what = isServing
    ? `"${blue.group.name}" gets requests again, so it keeps its size.`
    : `"${blue.group.name}", which was kept for an undo, is idle and small again; "${green.group}" serves as before.`;
  return shrunk ?? { kind: 'end', changes: { outcome: 'unchanged', reason: what } };
}
