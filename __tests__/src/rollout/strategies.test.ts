import { describe, expect, it } from '@jest/globals';
import type { Move } from '../../../src/rollout/heart/move.js';
import type { Observation } from '../../../src/rollout/heart/observation.js';
import { lease } from '../../../src/rollout/ledger/lease.js';
import { nextMove } from '../../../src/rollout/strategies.js';
import { begun, now, oldOnes, raised, see } from './seen.js';

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
