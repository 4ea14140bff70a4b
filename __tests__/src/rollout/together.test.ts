import { describe, expect, it } from '@jest/globals';
import type { Release } from '../../../src/rollout/heart/release.js';
import { undoneTogether } from '../../../src/rollout/together.js';
import { begun } from './seen.js';

const together = { name: '77', groups: ['a', 'b', 'c'] };
const done: Release = { ...begun, together, outcome: 'succeeded' };
const undone: Release = { ...done, undoes: 7 };
const rolledBack: Release = { ...done, outcome: 'rolled-back' };
const ours: Release = { ...undone, claimant: { ...undone.claimant, runId: '5' } };
const own = { ...begun.claimant, runId: '5' };
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
    ['but not by a run that has done that itself', [ours, ours, rolledBack], ['a', 'b']],
    ['nor those that it has left as they were', [done, rolledBack, { ...done, outcome: 'aborted' }], ['a']],
    ['but one whose undo was taken back', [undone, { ...rolledBack, undoes: 7 }, undone], ['b']],
    ['and one that waits for a person', [done, { ...done, outcome: 'needs-attention' }, done], ['a', 'b', 'c']],
  ])('%s', (_rule, releases, expected) => {
    const all = together.groups.map((group, at) => ({ group, release: releases[at] }));
    expect(undoneTogether(together, all, own)).toEqual(expected);
  });
});
