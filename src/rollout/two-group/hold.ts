import type { Move } from '../heart/move.js';
import type { Observation, Pair } from '../heart/observation.js';
import type { Sides, Sizes, Weights } from '../heart/sides.js';

export type PairObservation = Observation & { readonly pair: Pair };

/**
 * How large either group has to be to serve all requests. While none are shared out that is blue's size, whatever its owner
 * makes of it. While some are it is the larger one's (rule 5), for each sees only its share of the load; a smaller one only
 * if somebody has lowered blue's minimum for it, below which no policy goes.
 */
export function sizeOfPair({ pair, group }: PairObservation): number {
  const { pin } = pair.sides;
  const { max, desired } = pair.blue.group;
  if (!isShared(pair.weights) || isSetByOwner(pair)) return desired;
  return Math.max(desired, pin?.shrinks ? pin.size : Math.min(max, group.desired));
}

/** Blue's sizes as its owner wants them now. */
export function ownersSizes(observation: PairObservation): Sizes {
  const { sides, blue } = observation.pair;
  const isOurs = sides.pin !== undefined && !isSetByOwner(observation.pair);
  const min = isOurs ? sides.blue.sizes.min : blue.group.min;
  return { min, max: blue.group.max, desired: sizeOfPair(observation) };
}

/** What makes green as large as that; the minimum holds it there, for a policy would take what gets no requests. */
export function follow(observation: PairObservation): Move | undefined {
  const size = sizeOfPair(observation);
  return resize(observation.group, { min: size, max: observation.pair.blue.group.max, desired: size });
}

/**
 * What keeps both as large as that while requests are shared out: a policy would make them small, and on the way back blue
 * would lack machines. What blue's minimum is to be is written down before and after, so whatever else it is, its owner
 * has set. While AWS may yet tell who has made it smaller, nothing is done.
 */
export function hold(observation: PairObservation): Move | undefined {
  const { sides, blue } = observation.pair;
  const { pin } = sides;
  if (observation.pair.madeSmaller === 'unknown') return { kind: 'wait' };
  const size = sizeOfPair(observation);
  const { min, desired } = blue.group;
  const isTheirs = isSetByOwner(observation.pair);
  if (pin?.size !== size || isTheirs) {
    const lowered = isTheirs && { shrinks: true as const };
    const blueNow = { ...sides.blue, sizes: ownersSizes(observation) };
    return noteSides(sides, { blue: blueNow, pin: { size, was: min, ...lowered } });
  }
  return (
    follow(observation) ??
    resize(blue.group, { ...blue.group, min: size, desired: Math.max(size, desired) }) ??
    (pin.was === undefined ? undefined : noteSides(sides, { pin: { size } }))
  );
}

/**
 * Green's sizes once it serves all: its own, or blue's as long as it has those that we have given it. What somebody has made of
 * blue at the last moment goes over to it as well, until green has been given them: from there on blue is idle. Its machines
 * become fewer by that only if somebody has set their number, for a policy takes from blue what gets no requests.
 */
export function inheritedSizes({ pair, group }: PairObservation): Sizes {
  const { sides, blue } = pair;
  const { pin } = sides;
  if (pin === undefined || pin.isInherited) return group;
  const { min } = sides.blue.sizes;
  if (isSetByOwner(pair)) {
    const { desired, max } = blue.group;
    return {
      ...blue.group,
      desired: pair.madeSmaller === 'set' ? desired : Math.max(desired, Math.min(group.desired, max)),
    };
  }
  // An owner who has given green a minimum that is none of ours has meant its other sizes, too.
  if (group.min !== pin.size && group.min !== min) return group;
  return { min, max: blue.group.max, desired: Math.max(group.desired, blue.group.desired) };
}

/** From now on green's sizes are its own: written down before blue loses those that they came from. */
export function noteInherited({ pair: { sides } }: PairObservation): Move | undefined {
  const { pin } = sides;
  if (pin === undefined || pin.isInherited) return undefined;
  return noteSides(sides, { pin: { ...pin, isInherited: true } });
}

/** What gives blue its own minimum again. */
export function unpin(observation: PairObservation): Move | undefined {
  const { blue } = observation.pair;
  return resize(blue.group, { ...blue.group, min: ownersSizes(observation).min });
}

/** Whether users reach green. */
export function isShared({ green = 0 }: Weights): boolean {
  return green > 0;
}

/**
 * The minimum is none that we have set, or found before that. Whoever puts back the one that we found, a scheduled action, say,
 * wants no fewer machines by it, but for who has set their number as well.
 */
function isSetByOwner({ sides: { pin, blue: found }, blue, madeSmaller }: Pair): boolean {
  const { min } = blue.group;
  const isNew = pin !== undefined && min !== pin.size && min !== pin.was && min !== found.sizes.min;
  return isNew || madeSmaller === 'set';
}

/** Whether somebody has taken away the minimum that we have pinned, and there are fewer machines since. */
export function isPinBroken({ pin }: Sides, { min, desired }: Sizes): boolean {
  const isStanding = pin !== undefined && pin.was === undefined && !pin.isInherited;
  return isStanding && min !== pin.size && desired < pin.size;
}

function noteSides(sides: Sides, changes: Partial<Sides>): Move {
  return { kind: 'note', changes: { sides: { ...sides, ...changes } } };
}

/** Only what is to be another one is written, so that nothing is set back that somebody changes meanwhile. */
export function resize(group: Sizes & { readonly name: string }, { min, max, desired }: Sizes): Move | undefined {
  const sizes = {
    ...(min !== group.min && { min }),
    ...(max !== group.max && { max }),
    ...(desired !== group.desired && { desired }),
  };
  return Object.keys(sizes).length > 0 ? { kind: 'resize', group: group.name, sizes } : undefined;
}
