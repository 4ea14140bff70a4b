import { describe, expect, it } from '@jest/globals';
import { complaints, countersLine, type Figures, type Plot } from '../../../sandbox/demo/figures.js';

const good: Figures = {
  outcome: 'succeeded',
  requests: 6_000,
  failed: 0,
  byVersion: { 1: 3_000, 2: 3_000 },
  machinesReplaced: 4,
  bakeReal: true,
  seconds: 40,
};
const back: Figures = { ...good, outcome: 'rolled-back', byVersion: { 1: 6_000 }, machinesReplaced: 0 };
const taken: Figures = { ...good, killed: { signal: 'SIGKILL', before: 2, after: 2, requests: 800, failed: 0 } };
const two = ['2', '2', '2', '2'];
const one = ['1', '1', '1', '1'];

function broken(figures: Figures, versions: readonly string[], plot: Plot, borrowed: readonly string[] = []) {
  return complaints(figures, { versions, borrowed }, { plot, requests: 5_000 });
}

describe('what the demo promised', () => {
  it('is kept when all machines run version 2 and nothing failed', () => {
    expect(broken(good, two, 'good')).toEqual([]);
  });

  it('is kept by --bad when all machines run version 1 and version 2 answered nobody', () => {
    expect(broken(back, one, 'bad')).toEqual([]);
  });

  it('is kept by --kill when the runner died in the middle, and all machines run version 2', () => {
    expect(broken(taken, two, 'kill')).toEqual([]);
  });

  it.each<[string, Figures['killed']]>([
    ['nobody was killed', undefined],
    ['it ended by itself', { signal: 'undefined', before: 2, after: 2, requests: 800, failed: 0 }],
    ['it was killed before it had done anything', { signal: 'SIGKILL', before: 4, after: 0, requests: 800, failed: 0 }],
    ['it was killed when all was done', { signal: 'SIGKILL', before: 0, after: 4, requests: 800, failed: 0 }],
    ['there were no users', { signal: 'SIGKILL', before: 2, after: 2, requests: 0, failed: 0 }],
  ])('is broken by --kill when %s', (_, killed) => {
    expect(broken({ ...good, ...(killed && { killed }) }, two, 'kill')).toHaveLength(1);
  });

  it('is broken by a setting that was not put back', () => {
    expect(broken(good, two, 'good', ['maximum: 6, before 4'])).toEqual([
      'The group was not left as it was found: maximum: 6, before 4.',
    ]);
  });

  it.each<[string, Figures, readonly string[], Plot]>([
    ['another outcome', { ...good, outcome: 'aborted' }, two, 'good'],
    ['a failed request', { ...good, failed: 1 }, two, 'good'],
    ['too few requests', { ...good, requests: 4_999 }, two, 'good'],
    ['one machine on version 1', good, ['2', '1', '2', '2'], 'good'],
    ['a machine that does not answer', good, ['2', '2', '2', 'no answer'], 'good'],
    ['no machines at all', good, [], 'good'],
    ['no answer of version 2', { ...good, byVersion: { 1: 6_000 } }, two, 'good'],
    ['--bad: a success', { ...back, outcome: 'succeeded' }, one, 'bad'],
    ['--bad: an answer of version 2', { ...back, byVersion: { 1: 5_999, 2: 1 } }, one, 'bad'],
    ['--bad: a machine on version 2', back, ['1', '1', '2', '1'], 'bad'],
    ['--bad: a failed request', { ...back, failed: 1 }, one, 'bad'],
  ])('is broken by %s', (_, figures, versions, plot) => {
    expect(broken(figures, versions, plot)).toHaveLength(1);
  });
});

describe('the counters', () => {
  it('are one line, versions in order', () => {
    expect(countersLine(6_120, 0, { 2: 4_089, 1: 2_031 })).toBe(
      '6,120 requests, 0 failed, version 1: 2,031, version 2: 4,089',
    );
  });
});
