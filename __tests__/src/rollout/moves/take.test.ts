import { describe, expect, it } from '@jest/globals';
import { Fence, LeaseExpired } from '../../../../src/platform/fence.js';
import type { Release } from '../../../../src/rollout/heart/release.js';
import { lease } from '../../../../src/rollout/ledger/lease.js';
import { take } from '../../../../src/rollout/moves/take.js';
import type { Tools } from '../../../../src/rollout/moves/tools.js';
import { Narrator } from '../../../../src/rollout/telling/narrator.js';
import { begun, oldOnes, see } from '../seen.js';

/** A run that stood still between its look and its move, for longer than half its lease. */
function heldUp() {
  const clock = { now: () => lease.staleAfter };
  const fence = new Fence(clock, lease.staleAfter / 2);
  fence.renew(0);
  const written: Release[] = [];
  const update = async (release: Release) => {
    written.push(release);
    return release;
  };
  const tools = { clock, fence, ledger: { update }, tell: () => undefined } as unknown as Tools;
  const narrator = new Narrator({ tell: () => undefined, warn: () => undefined });
  return {
    written,
    note: (changes: Partial<Release>) => take({ kind: 'note', changes }, see(begun, oldOnes), tools, narrator),
  };
}

describe('a run that was held up for longer than half its lease', () => {
  it.each<[string, Partial<Release>]>([
    ['what scheduled actions have missed', { missed: { until: 1, desired: 6 }, toCome: [] }],
    ['what they are about to miss', { toCome: [{ at: 1, desired: 6 }] }],
    ['a wave that has ended', { wavesDone: 1 }],
  ])('does not write %s: it looks again first', async (_what, changes) => {
    const { written, note } = heldUp();
    await expect(note(changes)).rejects.toThrow(LeaseExpired);
    expect(written).toEqual([]);
  });

  it('gives a sign of life, after which comes a new look', async () => {
    const { written, note } = heldUp();
    await note({});
    expect(written).toEqual([{ ...begun, heartbeatAt: lease.staleAfter }]);
  });
});
