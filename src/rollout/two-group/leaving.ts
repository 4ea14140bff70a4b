import type { MoveOf } from '../heart/move.js';
import type { Sides, Sizes, Weights } from '../heart/sides.js';
import { isPinned, ownersSizes, type PairObservation } from './hold.js';

/**
 * What is done once more when a release rests or ends, whatever was read of it: a read that shows both groups as they are to be
 * left may be from before our own last change.
 */
export type Leaving = NonNullable<MoveOf<'rest' | 'end'>['last']>;

/** Requests stay shared out, and no minimum is pinned. */
export function asResting(observation: PairObservation): Leaving {
  const { group } = observation;
  return [{ kind: 'resize', group: group.name, sizes: restingBounds(observation) }, ...unpinning(observation)];
}

/** Green serves; its own sizes have been written down. */
export function asShifted(observation: PairObservation): Leaving {
  return [{ kind: 'resize', group: observation.pair.blue.group.name, sizes: idleSizes(observation) }];
}

/** Blue serves, and green is as it was found; `weights` first, if requests may have been shared out. */
export function asBefore(observation: PairObservation, weights?: Weights): Leaving {
  const { group, pair } = observation;
  return [
    ...(weights ? [{ kind: 'set-weights', weights } as const] : []),
    { kind: 'resize', group: group.name, sizes: pair.sides.green.sizes },
    ...unpinning(observation),
  ];
}

/** Green's bounds while it serves a share of the requests: its owner's, as far as it fits them. */
export function restingBounds(observation: PairObservation): Pick<Sizes, 'min' | 'max'> {
  const { min, max } = ownersSizes(observation);
  const { desired } = observation.group;
  return { min: Math.min(min, desired), max: Math.max(max, desired) };
}

/** Blue's sizes once green serves: green's own before. Kept for an undo it has those that its owner has given it. */
export function idleSizes(observation: PairObservation): Partial<Sizes> {
  const { pair, release } = observation;
  const { min } = pair.sides.blue.sizes;
  if (release.plan.keepPrevious === 0) return pair.sides.green.sizes;
  return isPinned(observation) ? { min } : {};
}

/** What the ledger says of both once no minimum is pinned. */
export function unpinned({ pin: _, ...sides }: Sides): Sides {
  return sides;
}

function unpinning(observation: PairObservation): Leaving {
  const { sides, blue } = observation.pair;
  const { min } = sides.blue.sizes;
  return isPinned(observation) ? [{ kind: 'resize', group: blue.group.name, sizes: { min } }] : [];
}
