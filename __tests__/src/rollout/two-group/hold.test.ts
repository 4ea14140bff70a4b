import { describe, expect, it } from '@jest/globals';
import type { Pair } from '../../../../src/rollout/heart/observation.js';
import type { Pin, Sides, Sizes } from '../../../../src/rollout/heart/sides.js';
import { oldestRead } from '../../../../src/rollout/size/size.js';
import {
  hold,
  inherit,
  inheritedSizes,
  type PairObservation,
  pinBrokenSince,
  sizeOfPair,
} from '../../../../src/rollout/two-group/hold.js';
import { begun, newOnes, now, oldOnes, see } from '../seen.js';

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
    const brokenSince = (sizes: Sizes, pin: Pin) => pinBrokenSince({ ...sides, pin }, sizes, now);
    expect(brokenSince(lowered, pinned)).toBe(0);
    expect(brokenSince({ ...lowered, min: 4, desired: 4 }, pinned)).toBeUndefined();
    expect(brokenSince(found, pinned)).toBeUndefined();
    expect(brokenSince(lowered, { ...pinned, isInherited: true })).toBeUndefined();
    const { since: _, ...written } = pinned;
    expect(brokenSince(lowered, { ...written, notedAt: now - 1_000 })).toBeUndefined();
    expect(brokenSince(lowered, { ...written, notedAt: now - oldestRead })).toBe(now - oldestRead);
  });

  it('follows no larger size of the other one that may be read from before that was made as small as it is', () => {
    const grown = (notedAt: number, more: Partial<Pin> = {}) => {
      const seen = seeBoth({ ...found, min: 4 }, {}, { ...pinned, notedAt, ...more });
      return hold({ ...seen, group: { ...seen.group, desired: 5 } });
    };
    expect(grown(now - oldestRead + 1)).toEqual({ kind: 'wait' });
    for (const move of [grown(now - oldestRead), grown(now, { shrinks: 4 })]) {
      expect(move).toMatchObject({ changes: { sides: { pin: { size: 5 } } } });
    }
  });

  it('is left alone while AWS may yet tell who has made it smaller', () => {
    expect(hold(seeBoth(lowered, { madeSmaller: 'unknown' }))).toEqual({ kind: 'wait' });
    expect(inherit(seeBoth({ ...lowered, min: 1 }, { madeSmaller: 'unknown' }))).toEqual({ kind: 'wait' });
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
      changes: { sides: { blue: { sizes: lowered }, pin: { size: 3, was: [4, 2], shrinks: 4 } } },
    });
    expect(inheritedSizes(seen)).toMatchObject(lowered);
  });

  it('is not as small as that where a policy has made the other one larger since: its requests ask for it', () => {
    const seen = seeBoth(lowered, { madeSmaller: 'set' });
    const grown = { ...seen, group: { ...seen.group, desired: 5 } };
    expect(sizeOfPair(grown)).toBe(5);
    expect(inheritedSizes(grown)).toMatchObject({ desired: 5 });
  });

  it('is as small as that where a policy had made the other one larger before', () => {
    const seen = seeBoth(lowered, { madeSmaller: 'set', isLastWord: true });
    const grown = { ...seen, group: { ...seen.group, desired: 5 } };
    expect(sizeOfPair(grown)).toBe(3);
    expect(inheritedSizes(grown)).toMatchObject({ desired: 3 });
  });

  it('gives over no fewer machines than serve, but for a number that was set', () => {
    expect(inheritedSizes(seeBoth(lowered, { madeSmaller: 'scaled' }))).toEqual(found);
    expect(inheritedSizes(seeBoth({ ...lowered, min: 1 }, { madeSmaller: 'scaled' }))).toMatchObject({ desired: 4 });
    expect(inheritedSizes(seeBoth({ ...lowered, min: 1 }, { madeSmaller: 'set' }))).toMatchObject({ desired: 3 });
  });
});

describe('reads that may be from before what we have set', () => {
  const lately = { size: 4, was: [3, 2], since: now - 20_000 } as const;
  const noted = { size: 4, was: [3, 2], since: now - 2 * oldestRead } as const;

  it('do not make an earlier minimum of ours one of the owner, who may mean it later', () => {
    const asBefore = { ...found, min: 3 };
    expect(hold(seeBoth(asBefore, {}, lately))).toEqual({ kind: 'resize', group: 'blue', sizes: { min: 4 } });
    expect(hold(seeBoth(asBefore, {}, noted))).toMatchObject({ changes: { sides: { pin: { was: [4, 3] } } } });
  });

  it('remember each minimum that has been pinned within that time', () => {
    const grown = seeBoth({ ...found, min: 4, desired: 5 }, {}, lately);
    expect(hold(grown)).toMatchObject({ changes: { sides: { pin: { size: 5, was: [3, 2, 4] } } } });
  });

  it('do not make the other group large again that was to get smaller', () => {
    const smaller = (shrinks: number, since: number) =>
      seeBoth({ ...found, min: 3, desired: 3 }, {}, { size: 3, was: [4], since, shrinks });
    expect(sizeOfPair(smaller(4, now - 20_000))).toBe(3);
    expect(sizeOfPair(smaller(3, now - 20_000))).toBe(4);
    expect(sizeOfPair(smaller(4, now - 2 * oldestRead))).toBe(4);
  });

  it('give the other group its bounds, though they are read as such, before that is written down', () => {
    const seen = seeBoth(found, {}, noted);
    const asWanted = { ...seen, group: { ...seen.group, ...found } };
    expect(inherit(asWanted)).toMatchObject({
      kind: 'resize',
      sizes: { min: 2, max: 6 },
      noted: { sides: { pin: { isInherited: true } } },
    });
  });

  it('give the other group no machines again that a policy has taken from it since it got its bounds', () => {
    const seen = seeBoth(found, {}, noted);
    const given = { ...seen, group: { ...seen.group, ...found, desired: 3 } };
    expect(inheritedSizes(given)).toEqual({ ...found, desired: 3 });
    expect(inheritedSizes({ ...given, group: { ...given.group, min: noted.size } })).toEqual(found);
  });

  it('are waited for where the other group seems to have a minimum of its owner', () => {
    const withOther = (pin: Pin) => {
      const seen = seeBoth(found, {}, pin);
      return inherit({ ...seen, group: { ...seen.group, min: 1, max: 9 } });
    };
    expect(withOther(lately)).toEqual({ kind: 'wait' });
    expect(withOther(noted)).toMatchObject({ sizes: { min: 1, max: 9 } });
  });
});
