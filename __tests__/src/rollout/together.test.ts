import { describe, expect, it } from '@jest/globals';
import type { Release } from '../../../src/rollout/heart/release.js';
import { undoneTogether } from '../../../src/rollout/together.js';
import { begun } from './seen.js';

const together = { name: '77', groups: ['a', 'b', 'c'] };
const done: Release = { ...begun, together, outcome: 'succeeded' };
const undone: Release = { ...done, undoes: 7 };
const { together: _, ...later } = done;

describe('groups that were rolled out as one release', () => {
  it.each<[string, readonly Release[], readonly string[]]>([
    ['are undone as one', [done, done, done], ['a', 'b', 'c']],
    ['but not those that have moved on since', [done, later, done], ['a', 'c']],
    [
      'nor those that another release has rolled out',
      [done, { ...done, together: { ...together, name: '78' } }],
      ['a'],
    ],
    ['and not again where an undo that was cut off has been', [undone, done, done], ['b', 'c']],
    ['but where it was cut off', [undone, { ...begun, together, undoes: 7 }, done], ['b', 'c']],
    ['unless that was all of it', [undone, undone, undone], ['a', 'b', 'c']],
  ])('%s', (_rule, releases, expected) => {
    const all = together.groups.map((group, at) => ({ group, release: releases[at] }));
    expect(undoneTogether(together, all)).toEqual(expected);
  });
});
