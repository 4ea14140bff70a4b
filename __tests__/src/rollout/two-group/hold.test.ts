import { describe, expect, it } from '@jest/globals';
import type { Pair } from '../../../../src/rollout/heart/observation.js';
import type { Pin, Sides, Sizes } from '../../../../src/rollout/heart/sides.js';
import {
  hold,
  inheritedSizes,
  isPinBroken,
  type PairObservation,
  sizeOfPair,
} from '../../../../src/rollout/two-group/hold.js';
import { begun, newOnes, oldOnes, see } from '../seen.js';

/** The owner wants two at least; four are held while requests are shared out. */
const found: Sizes = { min: 2, max: 6, desired: 4 };
const pinned: Pin = { size: 4, was: [2], since: 0 };

function seeBoth(blueNow: Sizes, more: Partial<Pair> = {}, pin = pinned): PairObservation {
  const sides: Sides = {
    rule: 'rule',
    blue: { group: 'blue', targetGroup: 'tg-blue', sizes: found },
    green: { group: 'web', targetGroup: 'tg-green', sizes: { min: 0, max: 6, desired: 0 } },
    weights: { blue: 100, green: undefined },
    imageId: 'ami-old',
    pin,
  };
  const seen = see({ ...begun, sides }, newOnes, { min: 4, max: 6, desired: 4 });
  const blue = { group: { ...seen.group, name: 'blue', ...blueNow }, machines: oldOnes };
  return { ...seen, pair: { sides, blue, weights: { blue: 50, green: 50 }, ...more } };
}

const lowered: Sizes = { ...found, desired: 3 };

describe('a serving group that has lost the minimum that we hold it by', () => {
  it('is seen as that only when it is smaller as well, and only while that minimum is known to stand', () => {
    const { sides } = seeBoth(lowered).pair;
    expect(isPinBroken(sides, lowered)).toBe(true);
    expect(isPinBroken(sides, { ...lowered, min: 4, desired: 4 })).toBe(false);
    expect(isPinBroken(sides, found)).toBe(false);
    expect(isPinBroken({ ...sides, pin: { size: 4, was: [2] } }, lowered)).toBe(false);
    expect(isPinBroken({ ...sides, pin: { ...pinned, isInherited: true } }, lowered)).toBe(false);
  });

  it('is left alone while AWS may yet tell who has made it smaller', () => {
    expect(hold(seeBoth(lowered, { madeSmaller: 'unknown' }))).toEqual({ kind: 'wait' });
  });

  it('gets its machines back from a policy, which sees a part of the load alone', () => {
    const seen = seeBoth(lowered, { madeSmaller: 'scaled' });
    expect(sizeOfPair(seen)).toBe(4);
    expect(hold(seen)).toEqual({ kind: 'resize', group: 'blue', sizes: { min: 4, desired: 4 } });
  });

  it('is as small as somebody has set it, and the other one with it, though its minimum is the one that was found', () => {
    const seen = seeBoth(lowered, { madeSmaller: 'set' });
    expect(sizeOfPair(seen)).toBe(3);
    expect(hold(seen)).toMatchObject({
      changes: { sides: { blue: { sizes: lowered }, pin: { size: 3, was: [4, 2], shrinks: true } } },
    });
    expect(inheritedSizes(seen)).toMatchObject(lowered);
  });

  it('gives over no fewer machines than serve, but for a number that was set', () => {
    expect(inheritedSizes(seeBoth(lowered, { madeSmaller: 'scaled' }))).toEqual(found);
    expect(inheritedSizes(seeBoth({ ...lowered, min: 1 }, { madeSmaller: 'scaled' }))).toMatchObject({ desired: 4 });
    expect(inheritedSizes(seeBoth({ ...lowered, min: 1 }, { madeSmaller: 'set' }))).toMatchObject({ desired: 3 });
  });
});
