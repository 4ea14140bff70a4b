import { describe, expect, it } from '@jest/globals';
import type { Move } from '../../../src/rollout/heart/move.js';
import type { Observation } from '../../../src/rollout/heart/observation.js';
import { lease } from '../../../src/rollout/ledger/lease.js';
import { nextMove } from '../../../src/rollout/strategies.js';
import { at, back, begun, newOnes, now, oldOnes, proven, raised, see } from './seen.js';

type Row = readonly [rule: string, seen: Observation, move: Move];

describe('a rollout keeps its claim first of all', () => {
  it.each<Row>([
    ['stops when another run has claimed the group', see(begun, oldOnes, {}, { superseded: true }), { kind: 'stop' }],
    [
      'gives a sign of life before the last one is old',
      see({ ...begun, heartbeatAt: now - lease.heartbeatEvery }, oldOnes),
      { kind: 'note', changes: {} },
    ],
    [
      'before it writes anything down, for a late run writes nothing else',
      see({ ...begun, heartbeatAt: now - lease.heartbeatEvery }, oldOnes, {}, { missed: { toCome: [] } }),
      { kind: 'note', changes: {} },
    ],
    [
      'writes down what scheduled actions have missed or will',
      see(begun, oldOnes, {}, { missed: { missed: { until: now, desired: 6 }, toCome: [] } }),
      { kind: 'note', changes: { missed: { until: now, desired: 6 }, toCome: [] } },
    ],
    [
      'confirms a raise whose answer was lost',
      see({ ...begun, surge: { machines: 1, from: 3, raised: false } }, oldOnes, raised),
      { kind: 'note', changes: { surge: { machines: 1, from: 3, raised: true, changedAt: now } } },
    ],
  ])('%s', (_rule, seen, move) => expect(nextMove(seen)).toEqual(move));

  it('takes no silence for a sign of life that is due later', () => {
    const seen = see({ ...begun, heartbeatAt: now - lease.heartbeatEvery + 1 }, oldOnes);
    expect(nextMove(seen)).not.toMatchObject({ kind: 'note' });
  });
});

describe('what became of the release command', () => {
  const forward = { ...begun, command: 'begun' } as const;
  const { surge: _, ...whole } = back;
  const turned = { ...whole, command: 'begun' } as const;
  it.each<[string, Observation, Move | undefined]>([
    [
      'is noted when it has passed',
      see(forward, oldOnes, {}, { command: 'passed' }),
      { kind: 'note', changes: { command: 'done' } },
    ],
    [
      'is noted on the way back, too',
      see(turned, oldOnes, {}, { command: 'passed' }),
      { kind: 'note', changes: { command: 'done' } },
    ],
    [
      'is noted when it has failed meanwhile',
      see(turned, oldOnes, {}, { command: 'failed' }),
      { kind: 'note', changes: { command: 'failed' } },
    ],
    [
      'is noted when nobody knows',
      see(turned, oldOnes, {}, { command: 'unknown' }),
      { kind: 'note', changes: { command: 'unknown' } },
    ],
  ])('%s', (_rule, seen, move) => expect(nextMove(seen)).toEqual(move));

  it('is for the heart to judge on the way forward', () => {
    const { kind, changes } = nextMove(see(forward, oldOnes, {}, { command: 'failed' })) as Record<string, unknown>;
    expect([kind, changes]).toMatchObject(['note', { direction: 'back', backOutcome: 'rolled-back' }]);
  });

  it('is waited for before anything ends', () => {
    expect(nextMove(see(turned, oldOnes, {}, { command: 'running' }))).toEqual({ kind: 'wait' });
  });

  it('is left to a person when nobody knows, whatever else went well', () => {
    const ended = (command: 'failed' | 'unknown' | 'done') => nextMove(see({ ...whole, command }, oldOnes));
    expect(ended('unknown')).toMatchObject({
      kind: 'end',
      changes: { outcome: 'needs-attention', reason: expect.stringContaining('bad') },
    });
    expect(ended('failed')).toMatchObject({ kind: 'end', changes: { outcome: 'rolled-back' } });
    expect(ended('done')).toMatchObject({ kind: 'end', changes: { outcome: 'rolled-back' } });
  });
});

it('keeps its hook while a read may lack what it is to hold', () => {
  const gate = { kind: 'path', path: '/', port: 80, timeout: 1 } as const;
  const settled = { ...proven, plan: { ...proven.plan, gate } };
  const held = (lacksStarting: boolean) =>
    nextMove(see(settled, newOnes, { ...at('2'), hook: 'CONTINUE' }, { lacksStarting }));
  expect([held(false).kind, held(true).kind]).toEqual(['delete-hook', expect.not.stringMatching('delete-hook')]);
});
