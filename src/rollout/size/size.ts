import type { Observation } from '../heart/observation.js';
import type { Release, Surge } from '../heart/release.js';

/** A read may show what was so before the last change: no older than this, in milliseconds. */
export const oldestRead = 60_000;

/** What of an observation says how large a group is. */
export type Seen = Pick<Observation, 'group' | 'release' | 'now'>;

/**
 * How many machines the group is meant to have without our surge: what its owner and its scaling policies want now.
 * A raise counts as far as desired still stands above where it began, so a policy that scales in while we surge never
 * makes us retire more than we added: too many for a moment, never too few.
 */
export function sizeOf(seen: Seen): number {
  const { group, release } = seen;
  const { surge, baseline } = release;
  if (!surge) return group.desired;
  const size = isRaised(group.desired, surge)
    ? Math.max(group.desired - surgeLeft(group.desired, surge), Math.min(group.desired, surge.from))
    : group.desired;
  // Room that we made for surge is no leave for a policy to grow beyond what the owner allows.
  return Math.max(group.min, hasOurMax(seen) ? Math.min(size, baseline.max) : size);
}

/** What is out of a surge while machines go with it or come back: a crash may have come in the middle of that. */
export function surgeLeft(desired: number, { machines, retiring, returning }: Surge): number {
  const gone = retiring ? Math.min(retiring.machines, Math.max(0, retiring.from - desired)) : 0;
  const back = returning ? Math.min(returning.machines, Math.max(0, desired - returning.from)) : 0;
  return machines - gone + back;
}

/** Nobody has set the maximum since we raised it. What it was before counts until the raise is confirmed and can be read. */
export function hasOurMax({ group: { max }, release: { surge, baseline }, now }: Seen): boolean {
  if (surge?.max === undefined) return false;
  const isBefore = max === surge.maxBefore || max === baseline.max;
  return max === surge.max || (isBefore && !isSettledBefore(surge, now - oldestRead));
}

/** Whether all that we have changed for the surge was confirmed before that. */
export function isSettledBefore(surge: Surge, at: number): boolean {
  const { raised, launches, retiring, returning, changedAt = Number.POSITIVE_INFINITY } = surge;
  return raised && !launches && !retiring && !returning && changedAt < at;
}

/** What a raise writes down of the maximum: what it has to be for it, or what it is raised to already. */
export function raisedMax({ group, isMaxOurs }: Observation, max?: number): Pick<Surge, 'max' | 'maxBefore'> {
  if (max === undefined) return isMaxOurs ? { max: group.max } : {};
  return { max, ...(isMaxOurs && { maxBefore: group.max }) };
}

/** Somebody has set the maximum since it was written down: before it is raised, theirs is what will be put back. */
export function theirMax({ group, release, isMaxOurs }: Observation): Pick<Release, 'baseline'> {
  const { baseline } = release;
  return { baseline: isMaxOurs ? baseline : { ...baseline, max: group.max } };
}

/** Whether a raise was done, as far as can be told: a crash may have come before its confirmation. */
export function isRaised(desired: number, { raised, from, machines }: Surge): boolean {
  return raised || desired === from + machines;
}
