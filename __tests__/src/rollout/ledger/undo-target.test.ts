import { describe, expect, it } from '@jest/globals';
import type { Outcome, Release } from '../../../../src/rollout/heart/release.js';
import { previousRelease, undoTarget } from '../../../../src/rollout/ledger/undo-target.js';
import { begun } from '../seen.js';

type Line = readonly [from: string, to: string, outcome: Outcome, undoes?: number];

/** A ledger's releases by their images, the first one first; given the newest first, as the ledger is read. */
function ledger(lines: readonly Line[]): readonly Release[] {
  const version = (imageId: string, number: number) => ({ templateId: 'lt-1', version: number, imageId });
  const releases = lines.map(([from, to, outcome, undoes], at) => {
    const number = at + 1;
    const sources = { from: version(from, number), to: version(to, number + 1) };
    return { ...begun, number, ...sources, outcome, ...(undoes !== undefined && { undoes }) };
  });
  return releases.reverse();
}

describe('what an undo goes back to', () => {
  it.each<[string, string, readonly Line[], string | undefined]>([
    ['what the first release found', 'b', [['a', 'b', 'succeeded']], 'a'],
    [
      'the last healthy one',
      'c',
      [
        ['a', 'b', 'succeeded'],
        ['b', 'c', 'succeeded'],
      ],
      'b',
    ],
    [
      'no image that has only ever failed',
      'c',
      [
        ['a', 'b', 'needs-attention'],
        ['b', 'c', 'succeeded'],
      ],
      'a',
    ],
    [
      'no image that only a group without machines was given',
      'c',
      [
        ['a', 'b', 'unproven'],
        ['b', 'c', 'succeeded'],
      ],
      'a',
    ],
    [
      'what was found, in a group that has never had a machine',
      'c',
      [
        ['a', 'b', 'unproven'],
        ['b', 'c', 'unproven'],
      ],
      'a',
    ],
    [
      'nothing, where that was undone',
      'a',
      [
        ['a', 'b', 'unproven'],
        ['b', 'a', 'unproven', 1],
      ],
      undefined,
    ],
    [
      'an image that was unproven, once machines have proven it',
      'c',
      [
        ['a', 'b', 'unproven'],
        ['b', 'b', 'succeeded'],
        ['b', 'c', 'succeeded'],
      ],
      'b',
    ],
    [
      'nothing, where all that is known was never proven',
      'c',
      [
        ['b', 'b', 'unproven'],
        ['b', 'c', 'succeeded'],
      ],
      undefined,
    ],
    [
      'what somebody had set by hand, though the ledger is older',
      'c',
      [
        ['x', 'bad', 'rolled-back'],
        ['y', 'c', 'succeeded'],
      ],
      'y',
    ],
    [
      'what the first one found, though that had only retired machines',
      'b',
      [
        ['a', 'a', 'unchanged'],
        ['a', 'b', 'succeeded'],
      ],
      'a',
    ],
    [
      'nothing, where the first one found a failed image',
      'c',
      [
        ['b', 'b', 'rolled-back'],
        ['b', 'c', 'succeeded'],
      ],
      undefined,
    ],
    [
      'none that was undone',
      'a',
      [
        ['a', 'b', 'succeeded'],
        ['b', 'a', 'succeeded', 1],
      ],
      undefined,
    ],
  ])('%s', (_what, now, lines, image) => {
    expect(undoTarget(ledger(lines), now)?.to.imageId).toBe(image);
  });
});

describe('the previous image', () => {
  it.each<[string, readonly Line[], string | undefined]>([
    ['ran before', [['a', 'b', 'succeeded']], 'a'],
    [
      'is another one than was deployed again by force',
      [
        ['a', 'b', 'succeeded'],
        ['b', 'b', 'succeeded'],
      ],
      'a',
    ],
    [
      'is none that was undone',
      [
        ['a', 'b', 'succeeded'],
        ['b', 'a', 'succeeded', 1],
      ],
      undefined,
    ],
    [
      'is none that has failed',
      [
        ['a', 'b', 'succeeded'],
        ['b', 'c', 'needs-attention'],
        ['c', 'd', 'succeeded'],
      ],
      'b',
    ],
    ['is unknown before anything has succeeded', [['a', 'b', 'rolled-back']], undefined],
  ])('%s', (_what, lines, image) => {
    expect(previousRelease(ledger(lines))?.to.imageId).toBe(image);
  });
});
