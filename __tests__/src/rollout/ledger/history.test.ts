import { expect, it } from '@jest/globals';
import type { Release } from '../../../../src/rollout/heart/release.js';
import { historyLines, historyTable } from '../../../../src/rollout/ledger/history.js';
import { begun } from '../seen.js';

const release: Release = {
  ...begun,
  claimant: { ...begun.claimant, runUrl: 'https://github.com/o/r/actions/runs/1' },
  startedAt: Date.UTC(2026, 0, 31, 12),
};

it('the history of a group without any names that', () => {
  const nothing = 'The ledger of "shop" is empty: nothing was rolled out to it yet.';
  expect([...historyLines('shop', []), historyTable('shop', []).trim()]).toEqual([nothing, nothing]);
});

it('the history says when, from what to what, how it ended and by whom, a line each', () => {
  expect(historyLines('shop', [{ ...release, outcome: 'succeeded' }, release])).toEqual([
    '7  2026-01-31T12:00:00Z  ami-old -> ami-new  succeeded  ben  https://github.com/o/r/actions/runs/1',
    '7  2026-01-31T12:00:00Z  ami-old -> ami-new  unfinished  ben  https://github.com/o/r/actions/runs/1',
  ]);
  const link = '[ben](https://github.com/o/r/actions/runs/1)';
  expect(historyTable('shop', [release])).toContain(
    `| 7 | 2026-01-31T12:00:00Z | \`ami-new\` | \`ami-old\` | unfinished | ${link} |`,
  );
});

it('a release without an end was taken over by the next one, if there is one', () => {
  const next: Release = { ...release, number: 8, outcome: 'succeeded' };
  expect(historyLines('shop', [next, release])[1]).toContain('  taken over by 8  ');
  expect(historyTable('shop', [next, release])).toContain('| taken over by 8 |');
});

it('a release that was carried on began when its own run took it over', () => {
  const next: Release = { ...release, number: 8, claimedAt: Date.UTC(2026, 0, 31, 13) };
  expect(historyLines('shop', [next, release]).map((line) => line.slice(0, 23))).toEqual([
    '8  2026-01-31T13:00:00Z',
    '7  2026-01-31T12:00:00Z',
  ]);
  expect(historyTable('shop', [next])).toContain('| 8 | 2026-01-31T13:00:00Z |');
});

it('a release that rests says so, until somebody goes on with it', () => {
  const paused: Release = { ...release, rests: { kind: 'paused', until: Date.UTC(2026, 1, 1, 12) } };
  expect(historyLines('shop', [paused])[0]).toContain('  paused  ');
  expect(historyLines('shop', [{ ...release, rests: { kind: 'interrupted' } }])[0]).toContain('  interrupted  ');
  expect(historyLines('shop', [{ ...release, number: 8 }, paused])[1]).toContain('  taken over by 8  ');
});

it('a release that was cut off says why, and whoever has gone on with it', () => {
  const why = 'AWS refused ec2:TerminateInstances on *';
  const cutOff: Release = { ...release, rests: { kind: 'interrupted', because: why } };
  expect(historyLines('shop', [cutOff])[0]).toContain(`  interrupted (cut off: ${why})  ben`);
  expect(historyLines('shop', [{ ...release, number: 8 }, cutOff])[1]).toContain(
    `  taken over by 8 (cut off: ${why})  ben`,
  );
  const marked: Release = { ...cutOff, rests: { kind: 'interrupted', because: 'a|b' } };
  expect(historyTable('shop', [marked])).toContain('a&#124;b');
});

it('an empty history says so', () => {
  expect(historyLines('shop', [])).toHaveLength(1);
  expect(historyTable('shop', [])).toContain('empty');
});

it('the history says which release an undo has undone', () => {
  const undo: Release = { ...release, number: 8, undoes: 7, outcome: 'succeeded' };
  expect(historyLines('shop', [undo])[0]).toContain('  succeeded (undo of 7)  ben');
  expect(historyTable('shop', [undo])).toContain('| succeeded (undo of 7) |');
});
