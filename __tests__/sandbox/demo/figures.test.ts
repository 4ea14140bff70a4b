import { describe, expect, it } from '@jest/globals';
import { complaints, countersLine, type Figures } from '../../../sandbox/demo/figures.js';

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
const two = ['2', '2', '2', '2'];
const one = ['1', '1', '1', '1'];

describe('what the demo promised', () => {
  it('is kept when all machines run version 2 and nothing failed', () => {
    expect(complaints(good, two, { bad: false, requests: 5_000 })).toEqual([]);
  });

  it('is kept by --bad when all machines run version 1 and version 2 answered nobody', () => {
    expect(complaints(back, one, { bad: true, requests: 5_000 })).toEqual([]);
  });

  it.each<[string, Figures, readonly string[], boolean]>([
    ['another outcome', { ...good, outcome: 'aborted' }, two, false],
    ['a failed request', { ...good, failed: 1 }, two, false],
    ['too few requests', { ...good, requests: 4_999 }, two, false],
    ['one machine on version 1', good, ['2', '1', '2', '2'], false],
    ['a machine that does not answer', good, ['2', '2', '2', 'no answer'], false],
    ['no machines at all', good, [], false],
    ['no answer of version 2', { ...good, byVersion: { 1: 6_000 } }, two, false],
    ['--bad: a success', { ...back, outcome: 'succeeded' }, one, true],
    ['--bad: an answer of version 2', { ...back, byVersion: { 1: 5_999, 2: 1 } }, one, true],
    ['--bad: a machine on version 2', back, ['1', '1', '2', '1'], true],
    ['--bad: a failed request', { ...back, failed: 1 }, one, true],
  ])('is broken by %s', (_, figures, versions, bad) => {
    expect(complaints(figures, versions, { bad, requests: 5_000 })).toHaveLength(1);
  });
});

describe('the counters', () => {
  it('are one line, versions in order', () => {
    expect(countersLine(6_120, 0, { 2: 4_089, 1: 2_031 })).toBe(
      '6,120 requests, 0 failed, version 1: 2,031, version 2: 4,089',
    );
  });
});
