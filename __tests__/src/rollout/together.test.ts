import { describe, expect, it } from '@jest/globals';
import type { Release } from '../../../src/rollout/heart/release.js';
import { undoneTogether, undoneWith } from '../../../src/rollout/together.js';
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

const older = { name: '70', groups: ['a', 'b'] };
const source = (imageId: string) => ({ ...begun.from, imageId });

/** A ledger of a group, the newest first, from lines such as `x y rolled-back 77 undoes`. */
function historyOf(...lines: readonly string[]): readonly Release[] {
  return lines.map((line, at) => {
    const [from = '', to = '', outcome, name, undo] = line.split(' ');
    return {
      ...{ ...begun, number: lines.length - at, from: source(from), to: source(to) },
      ...{ outcome: outcome as Release['outcome'] & string },
      ...(name && name !== 'alone' && { together: name === '70' ? older : together }),
      ...(undo !== undefined && { undoes: 1 }),
      ...(undo === 'ours' && { claimant: ours.claimant }),
    };
  });
}

const first = 'm x succeeded 70';
const second = 'x y succeeded 77';

describe('the groups that are undone with one are those of the release that is undone there', () => {
  it.each<[string, Record<string, readonly string[]>, string, readonly string[]]>([
    ['not of one that only retired what was kept', { a: ['y y unchanged', second], b: [second] }, '77', ['a', 'b']],
    ['nor of one that went back', { a: ['y z rolled-back', second], b: [second] }, '77', ['a', 'b']],
    ['nor of several groups that did', { a: ['x z aborted 77', first], b: [first] }, '70', ['a', 'b']],
    ['nor of an undo that failed', { a: ['y x rolled-back 77 undo', second], b: [second] }, '77', ['a', 'b']],
    ['but of one that stands elsewhere', { a: ['x y rolled-back 77', first], b: [second, first] }, '77', ['b']],
    ['of one whose undo was cut off', { a: ['y x succeeded 77 undo', second, first], b: [second, first] }, '77', ['b']],
    [
      'of an older one, once the newest is undone',
      { a: ['y x succeeded 77 undo', second, first], b: ['x y rolled-back 77', first] },
      ...(['70', ['a', 'b']] as const),
    ],
    [
      'of what an undo of one alone has gone back to',
      { a: ['z y succeeded alone undo', 'y z succeeded', second], b: [second] },
      ...(['77', ['a', 'b']] as const),
    ],
    [
      'of all that were undone together, where nothing older was',
      { a: ['y x succeeded 77 undo', second], b: ['y x succeeded 77 undo', second] },
      ...(['77', ['a', 'b']] as const),
    ],
    [
      'of what this very run has taken back',
      { a: ['y x succeeded 77 ours', second, first], b: ['y x succeeded 77 ours', second, first] },
      ...(['77', ['a', 'b']] as const),
    ],
  ])('%s', async (_rule, ledgers, name, groups) => {
    const found = await undoneWith('a', async (group) => historyOf(...(ledgers[group] ?? [])), own);
    expect([found?.together.name, found?.groups]).toEqual([name, groups]);
  });

  it.each<[string, readonly string[]]>([
    ['was rolled out to one alone', ['y z succeeded', second]],
    ['was undone by this very run in one alone', ['z y succeeded alone ours', 'y z succeeded', second]],
    ['is not there', []],
  ])('and none with one where that %s', async (_why, ledger) => {
    const ledgers = { a: ledger, b: [second] };
    expect(await undoneWith('a', async (group) => historyOf(...(ledgers[group as 'a' | 'b'] ?? [])), own)).toBe(
      undefined,
    );
  });
});
