import { describe, expect, it } from '@jest/globals';
import type { Observation } from '../../../../src/rollout/heart/observation.js';
import type { Release } from '../../../../src/rollout/heart/release.js';
import { dropLaunches, noteSize } from '../../../../src/rollout/size/note-size.js';
import { oldestRead } from '../../../../src/rollout/size/size.js';
import { back, begun, now, oldOnes, see } from '../seen.js';

const settled = { machines: 0, from: 3, raised: true, settledAt: now - 400_000 };
const launches = { at: now - 300_000, zones: { a: 2 } };

/** Taken over while the launch of two was written down and not answered, and turned back by that. */
const left: Release = {
  ...{ ...back, surge: { ...settled, launches } },
  ...{ claimedAt: now - oldestRead, heartbeatAt: now - oldestRead },
};

const moveOf = (release: Release, more: Partial<Observation> = {}, desired = 3) =>
  dropLaunches(see(release, oldOnes, { desired }, { desiredSince: now - oldestRead, ...more }));

describe('a launch that a dead run has left, on the way back,', () => {
  it('is dropped once no read is from before the claim', () => {
    const surge = { ...settled, changedAt: launches.at };
    expect(moveOf(left)).toEqual({ kind: 'note', changes: { surge } });
  });

  it.each([
    ['was raised before and never for it is what it was', 7, { max: 7 }, { maxBefore: 7 }],
    ['was raised for it stays so', 8, { max: 8, maxBefore: 7 }, { maxBefore: 7 }],
    ['was raised for it first stays so', 8, { max: 8 }, {}],
    ['was never raised is forgotten, for its owner may set that number later', 6, {}, {}],
  ])('leaves the maximum to be put back: one that %s', (_what, max, known, before) => {
    const release: Release = { ...left, surge: { ...settled, max: 8, ...before, launches } };
    const noted = dropLaunches(see(release, oldOnes, { desired: 3, max }, { desiredSince: now - oldestRead }));
    expect(noted).toEqual({ kind: 'note', changes: { surge: { ...settled, ...known, changedAt: launches.at } } });
  });

  it.each<[string, Release, Partial<Observation>]>([
    ['the claim', { ...left, claimedAt: now - oldestRead + 1, heartbeatAt: now - oldestRead + 1 }, {}],
    ['turning back, before which it may have been made again', { ...left, heartbeatAt: now - oldestRead + 1 }, {}],
    ['desired was seen otherwise', left, { desiredSince: now - oldestRead + 1 }],
  ])('is waited for within a minute of %s', (_what, release, more) => {
    expect(moveOf(release, more)).toEqual({ kind: 'wait' });
  });

  it.each<[string, Release, Partial<Observation>, number]>([
    ['desired says that some came', left, {}, 4],
    ['somebody has set the size', left, { sizeSet: { at: now, desired: 3, desiredThen: 3 } }, 3],
    ['it is needed on the way forward', { ...left, direction: 'forward' }, {}, 3],
    ['this run has written it down itself', { ...left, claimedAt: launches.at - 1 }, {}, 3],
  ])('is repeated where %s', (_what, release, more, desired) => {
    expect(moveOf(release, more, desired)).toBeUndefined();
  });
});

it('a launch that is still to come, of which the maximum tells, needs no higher one than the size that others have set since', () => {
  const surge = { ...settled, machines: 1, max: 5, maxBefore: 4, launches };
  const sizeSet = { at: now - 200_000, desired: 2, desiredThen: 2 };
  const seen = (max: number) => see({ ...begun, surge }, oldOnes, { desired: 2, max }, { sizeSet });
  expect(noteSize(seen(4))).toEqual({
    kind: 'note',
    changes: { surge: { ...surge, from: 2, machines: 0, max: 4 } },
  });
  expect(noteSize(seen(5))).toBeUndefined();
});

describe('what policies have done and desired does not show, where by chance it is as much as our own last change,', () => {
  const surge = { machines: 1, from: 3, raised: true, settledAt: now - 400_000 };
  const noted = (changedAt: number, more: Partial<Observation> = { isSizeUnread: true }) =>
    noteSize(see({ ...begun, surge: { ...surge, changedAt } }, oldOnes, { desired: 4 }, more));

  it('is waited for while the read may be from before that', () => {
    expect(noted(now - oldestRead + 1)).toEqual({ kind: 'wait' });
  });

  it('is not waited for any longer, nor where desired shows it', () => {
    expect(noted(now - oldestRead)).toBeUndefined();
    expect(noted(now - 1, {})).toBeUndefined();
  });
});
