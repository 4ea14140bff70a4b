import { ofAddedTemplate } from '../group/added-template.js';
import type { Fleet } from '../heart/fleet.js';
import { runs } from '../heart/matching.js';
import type { Move, MoveOf } from '../heart/move.js';
import type { Machine, Pair } from '../heart/observation.js';
import { launchFrom, letGo, renewWarm } from '../heart/settle.js';
import type { Weights } from '../heart/sides.js';
import { asIdle } from './as-idle.js';
import { isShared, type PairObservation, resize, sizeOfPair, unpin } from './hold.js';
import { asBefore, unpinned } from './leaving.js';
import { awaitProtected, endProtected } from './protected.js';
import { endSetAside } from './set-aside.js';

/** The next move on the way back between two groups: weights go first, capacity after, and nobody is waited for by a gate. */
export function goBack(observation: PairObservation, fleet: Fleet): Move {
  const { backOutcome = 'rolled-back' } = observation.release;
  const { sides } = observation.pair;
  const changes = { outcome: backOutcome, sides: unpinned(sides) };
  const going =
    putBack(observation, fleet) ?? awaitProtected(observation) ?? empty(observation, fleet) ?? leaveRule(observation);
  return going ?? { kind: 'end', changes, last: asBefore(observation, sides.weights) };
}

/** Weights first, and read back; then what green had before. */
export function putBack(observation: PairObservation, fleet: Fleet): Move | undefined {
  const { group, release, pair } = observation;
  const green = asIdle(observation);
  return (
    returnRequests(observation) ??
    launchFrom(green, fleet, release.from) ??
    renewWarm(green, release.from) ??
    letGo({ ...green, release: { ...green.release, direction: 'back' } }, fleet, 'settling') ??
    // AWS chooses which machine goes: not the one on which the release command runs.
    (observation.command === 'running' ? { kind: 'wait' } : undefined) ??
    withRequestsBack(observation, resize(group, pair.sides.green.sizes)) ??
    unpin(observation) ??
    endProtected(observation, (machine) => runs(machine, release.to)) ??
    endSetAside(observation) ??
    (group.hook === undefined ? undefined : { kind: 'wait' })
  );
}

/**
 * Blue gets all requests again as soon as it can serve them, or as well as both do now. First it is made as large as either
 * has grown meanwhile (rule 5), which waits for nothing.
 */
function returnRequests(observation: PairObservation): Move | undefined {
  const { pair } = observation;
  const { weights, sides, blue } = pair;
  if (weights.blue === sides.weights.blue && !isShared(weights)) return undefined;
  const size = sizeOfPair(observation);
  const isAble = healthyIn(blue.machines) >= neededBack(observation);
  return (
    resize(blue.group, { ...blue.group, desired: Math.max(size, blue.group.desired) }) ??
    (isAble || !isShared(weights) ? { kind: 'set-weights', weights: requestsBack(pair) } : { kind: 'wait' })
  );
}

/** How many machines of blue have to be healthy for that. */
function neededBack(observation: PairObservation): number {
  const { pair, machines } = observation;
  const healthy = { blue: healthyIn(pair.blue.machines), green: healthyIn(machines) };
  return Math.min(sizeOfPair(observation), servingNow(healthy, pair.weights));
}

/** Green stays in the rule until the last request on its machines is answered: what is in no rule is not drained. */
export function requestsBack({ sides, weights }: Pair): Weights {
  return { ...sides.weights, ...(weights.green !== undefined && { green: 0 }) };
}

/** Machines that may have had requests a moment ago, whatever was read of that, go only after these. */
function withRequestsBack({ pair }: PairObservation, move: MoveOf<'resize'> | undefined): Move | undefined {
  return move && pair.sides.pin ? { ...move, weights: requestsBack(pair) } : move;
}

/** The rule is as it was before. */
function leaveRule({ pair: { weights, sides } }: PairObservation): Move | undefined {
  return weights.green === sides.weights.green ? undefined : { kind: 'set-weights', weights: sides.weights };
}

/** How many machines serve as requests are shared out: the group counts that carries least for its share. */
function servingNow(
  healthy: { readonly blue: number; readonly green: number },
  { blue = 0, green = 0 }: Weights,
): number {
  const carried = (machines: number, weight: number) =>
    weight > 0 ? (machines * (blue + green)) / weight : Number.POSITIVE_INFINITY;
  return Math.min(carried(healthy.blue, blue), carried(healthy.green, green));
}

function healthyIn(machines: readonly Machine[]): number {
  return machines.filter(({ healthy }) => healthy).length;
}

/**
 * What green still runs of the new image goes: all of it where AWS makes it smaller, else others come in its place. Nobody is served
 * by what comes of a template that somebody has added, so that stays.
 */
function empty(observation: PairObservation, { stale }: Fleet): Move | undefined {
  if (stale.length > observation.group.desired) return { kind: 'wait' };
  const added = ofAddedTemplate(observation, observation.release);
  return replaceAll({ stale: stale.filter((machine) => !added.includes(machine)) });
}

/** What a way back waits for in vain, if it is not for machines that take the place of the new image's. */
export function whyStuck(observation: PairObservation, { stale }: Fleet): string | undefined {
  const { group, pair, release } = observation;
  const deadline = `${Math.round(release.plan.progressDeadline / 1000)} s (progress-deadline)`;
  if (isShared(pair.weights)) {
    const { name } = pair.blue.group;
    const needed = Math.ceil(neededBack(observation));
    return `"${name}" needs ${needed} healthy machines to get all requests back, and has ${healthyIn(pair.blue.machines)} after ${deadline}.`;
  }
  if (stale.length <= group.desired) return undefined;
  return `"${group.name}" is to have ${group.desired} machines, but AWS has not ended ${stale.length} on ${release.to.imageId} within ${deadline}.`;
}

/** Nobody is served by these: they go at once, and the group launches others in their place. */
export function replaceAll({ stale }: Pick<Fleet, 'stale'>): Move | undefined {
  if (stale.length === 0) return undefined;
  return { kind: 'retire', machines: stale.slice(0, 20).map(({ id }) => ({ id, decrement: false })) };
}
