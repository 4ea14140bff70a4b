import { expect, it } from '@jest/globals';
import { wavesOf } from '../../../../src/rollout/rehearsal/waves.js';
import { begun } from '../seen.js';

it('leaves out a wave that adds nothing in a small group, and foresees those after it', () => {
  const percents = [10, 50, 100].map((percent) => ({ percent }));
  const plan = { ...begun.plan, waves: [{ machines: 1 }, ...percents], soak: 60_000 };
  const entries = [2, 3, 4].map((wavesDone, index) => ({
    at: 100_000 * (index + 1),
    release: { ...begun, wavesDone },
  }));
  expect(wavesOf(entries, plan, 4).map(({ machines, ends }) => [machines, ends])).toEqual([
    [1, 100_000],
    [1, 200_000],
    [2, 300_000],
  ]);
});
