import type { Move, MoveOf } from '../heart/move.js';
import type { Observation, Pair } from '../heart/observation.js';
import type { Pin, Sides, Sizes, Weights } from '../heart/sides.js';
import { oldestRead } from '../size/size.js';

/** Of what a minimum was before, so many are remembered. */
export const mostRemembered = 4;

export type PairObservation = Observation & { readonly pair: Pair };

/**
 * How large either group has to be to serve all requests. While none are shared out that is blue's size, whatever its owner
 * makes of it. While some are it is the larger one's (rule 5), for each sees only its share of the load; a smaller one only
 * if somebody has lowered blue's minimum for it, below which no policy goes.
 */
export function sizeOfPair(observation: PairObservation): number {
  const { pair, group } = observation;
  const { pin } = pair.sides;
  const { max, desired } = pair.blue.group;
  if (!isShared(pair.weights) || (isSetByOwner(observation) && !isGrown(observation))) return desired;
  return Math.max(desired, pin && isShrinking(pin, observation) ? pin.size : Math.min(max, group.desired));
}

/** A policy has made green larger than we have: that is what its requests ask for, whatever had become of blue before. */
function isGrown({ pair: { sides, isLastWord }, group }: PairObservation): boolean {
  const { pin } = sides;
  return pin !== undefined && !isLastWord && group.desired > Math.max(pin.size, pin.shrinks ?? 0);
}

/** Green may be read as it was before it has followed blue to the size that is pinned now. */
function isGrowthUncertain(observation: PairObservation): boolean {
  const { notedAt = 0, shrinks } = observation.pair.sides.pin ?? {};
  return isGrown(observation) && shrinks === undefined && observation.now - notedAt < oldestRead;
}

/** Green is to get smaller, or may be read as it was before that. */
function isShrinking({ shrinks, ...pin }: Pin, { group, now }: PairObservation): boolean {
  if (shrinks === undefined) return false;
  return pin.since === undefined || (group.desired <= shrinks && isLate(pin, now));
}

/** Blue's sizes as its owner wants them now. */
export function ownersSizes(observation: PairObservation): Sizes {
  const { sides, blue } = observation.pair;
  const min = isPinned(observation) ? sides.blue.sizes.min : blue.group.min;
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
  const { pair, group, release, now } = observation;
  const { sides, blue } = pair;
  const { pin } = sides;
  if (pair.madeSmaller === 'unknown' || isGrowthUncertain(observation)) return { kind: 'wait' };
  const size = sizeOfPair(observation);
  const { desired } = blue.group;
  const isTheirs = isSetByOwner(observation);
  if (pin?.size !== size || isTheirs) {
    const lowered = isTheirs && { shrinks: Math.max(group.desired, pin?.shrinks ?? 0) };
    const blueNow = { ...sides.blue, sizes: ownersSizes(observation) };
    return noteSides(sides, { blue: blueNow, pin: { size, was: remembered(observation), notedAt: now, ...lowered } });
  }
  return (
    follow(observation) ??
    resize(blue.group, { ...blue.group, min: size, desired: Math.max(size, desired) }) ??
    // It was written down right before it was set.
    (pin.since === undefined ? noteSides(sides, { pin: { ...pin, since: release.heartbeatAt } }) : undefined)
  );
}

/** All that a read may still show of blue's minimum while another one is set. */
function remembered({ pair: { sides, blue }, now }: PairObservation): Pin['was'] {
  const { pin } = sides;
  const before = pin === undefined ? [] : [...(isLate(pin, now) ? pin.was : []), pin.size];
  return [...new Set([...before, blue.group.min])].slice(-mostRemembered);
}

/** Whether a read may show what was before this pin. */
function isLate({ since = Number.POSITIVE_INFINITY }: Pin, now: number): boolean {
  return now - since < oldestRead;
}

/**
 * Green's sizes once it serves all: its own, or blue's as long as it has those that we have given it. What somebody has made of
 * blue at the last moment goes over to it as well, until green has been given them: from there on blue is idle. Its machines
 * become fewer by that only if somebody has set their number, for a policy takes from blue what gets no requests.
 */
export function inheritedSizes(observation: PairObservation): Sizes {
  const { pair, group } = observation;
  const { sides, blue } = pair;
  if (isSetByOwner(observation)) {
    const { desired, max } = blue.group;
    const isMeant = pair.madeSmaller === 'set' && !isGrown(observation);
    return {
      ...blue.group,
      desired: isMeant ? desired : Math.max(desired, Math.min(group.desired, max)),
    };
  }
  // An owner who has given green a minimum that is none of ours has meant its other sizes, too.
  if (!isKnown(group.min, observation)) return group;
  const { min } = sides.blue.sizes;
  const { max, desired } = blue.group;
  // A run that died may have given it these before: what a policy has made of it since is what its requests ask for.
  const isGiven = group.min === min && group.max === max && min !== sides.pin?.size;
  return { min, max, desired: isGiven ? group.desired : Math.max(group.desired, desired) };
}

/**
 * Gives green those sizes, whatever was read of its bounds; from then on they are its own, which is written down before blue
 * loses those that they came from. A minimum that is none of ours is its owner's once no read can be from before ours.
 */
export function inherit(observation: PairObservation): Move | undefined {
  const { pair, group, now } = observation;
  const { pin } = pair.sides;
  if (pin === undefined || pin.isInherited) return undefined;
  if (pair.madeSmaller === 'unknown') return { kind: 'wait' };
  if (!isKnown(group.min, observation) && isLate(pin, now)) return { kind: 'wait' };
  const { min, max, desired } = inheritedSizes(observation);
  const sizes = { min, max, ...(desired !== group.desired && { desired }) };
  const noted = { sides: { ...pair.sides, pin: { ...pin, isInherited: true as const } } };
  return { kind: 'resize', group: group.name, sizes, noted };
}

/** What gives blue its own minimum again. */
export function unpin(observation: PairObservation): Move | undefined {
  const { blue } = observation.pair;
  return resize(blue.group, { ...blue.group, min: ownersSizes(observation).min });
}

/** Whether blue's minimum is one that we have pinned, as far as the ledger tells, whatever was read of it. */
export function isPinned(observation: PairObservation): boolean {
  return observation.pair.sides.pin !== undefined && !isSetByOwner(observation);
}

/** Whether users reach green. */
export function isShared({ green = 0 }: Weights): boolean {
  return green > 0;
}

/**
 * The minimum is none that we have set, or found before that. Whoever puts back the one that we found, a scheduled action, say,
 * wants no fewer machines by it, but for who has set their number as well.
 */
function isSetByOwner(observation: PairObservation): boolean {
  const { sides, blue, madeSmaller } = observation.pair;
  const isNew = sides.pin !== undefined && !isKnown(blue.group.min, observation);
  return isNew || madeSmaller === 'set';
}

/** One that we have set, or found before that; or what was before those, as long as a read may show it. */
function isKnown(min: number, { pair, now }: PairObservation): boolean {
  const { pin, blue } = pair.sides;
  if (pin === undefined || min === pin.size || min === blue.sizes.min) return true;
  return pin.was.includes(min) && (pin.since === undefined || isLate(pin, now));
}

/**
 * Since when there are fewer machines than the minimum that we have pinned, for somebody has taken that away; a run that died may have
 * written it down and never set it. Milliseconds since the epoch, at the earliest.
 */
export function pinBrokenSince({ pin }: Sides, { min, desired }: Sizes, now: number): number | undefined {
  if (!pin || pin.isInherited || min === pin.size || desired >= pin.size) return undefined;
  const { notedAt = now, since } = pin;
  return since ?? (now - notedAt < oldestRead ? undefined : notedAt);
}

function noteSides(sides: Sides, changes: Partial<Sides>): Move {
  return { kind: 'note', changes: { sides: { ...sides, ...changes } } };
}

/** Only what is to be another one is written, so that nothing is set back that somebody changes meanwhile. */
export function resize(
  group: Sizes & { readonly name: string },
  { min, max, desired }: Sizes,
): MoveOf<'resize'> | undefined {
  const sizes = {
    ...(min !== group.min && { min }),
    ...(max !== group.max && { max }),
    ...(desired !== group.desired && { desired }),
  };
  return Object.keys(sizes).length > 0 ? { kind: 'resize', group: group.name, sizes } : undefined;
}
