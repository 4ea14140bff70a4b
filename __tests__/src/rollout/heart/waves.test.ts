import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Plan } from '../../../../src/rollout/heart/plan.js';
import { allowanceFor, waveTarget } from '../../../../src/rollout/heart/waves.js';
import { plan } from '../seen.js';

describe('allowanceFor', () => {
  it.each([
    [{ percent: 25 }, { machines: 0 }, 4, { surge: 1, unavailable: 0 }],
    [{ percent: 25 }, { percent: 25 }, 10, { surge: 3, unavailable: 2 }],
    [{ machines: 0 }, { percent: 25 }, 3, { surge: 1, unavailable: 0 }],
    [{ machines: 0 }, { machines: 1 }, 2, { surge: 0, unavailable: 1 }],
    [{ machines: 2 }, { machines: 5 }, 3, { surge: 2, unavailable: 3 }],
    [{ percent: 25 }, { machines: 0 }, 0, { surge: 1, unavailable: 0 }],
  ])('surge %j and unavailable %j of a group of %i', (maxSurge, maxUnavailable, size, expected) => {
    expect(allowanceFor({ maxSurge, maxUnavailable }, size)).toEqual(expected);
  });

  it('rule 7: never allows nothing at all', () => {
    const amount = fc.oneof(fc.record({ machines: fc.nat(100) }), fc.record({ percent: fc.nat(100) }));
    fc.assert(
      fc.property(amount, amount, fc.nat(1000), (maxSurge, maxUnavailable, size) => {
        const { surge, unavailable } = allowanceFor({ maxSurge, maxUnavailable }, size);
        expect(surge + unavailable).toBeGreaterThan(0);
        expect(unavailable).toBeLessThanOrEqual(size);
      }),
    );
  });
});

describe('waveTarget', () => {
  const waves = [{ machines: 1 }, { percent: 10 }, { percent: 50 }, { percent: 100 }];
  const given = { ...plan, waves, maxSurge: { machines: 5 } };
  const targets = (changes: Partial<Plan>, size = 20) =>
    [0, 1, 2, 3].map((wavesDone) => waveTarget({ ...given, ...changes }, wavesDone, size));

  it.each([
    ['as given, where each one soaks', { soak: 1 }, [1, 2, 10, 20]],
    ['as one, where nothing waits after the first', { soak: 0 }, [1, 20, 20, 20]],
    ['as given up to the one that pauses, without a soak', { soak: 0, pauseAfter: 2 }, [1, 2, 20, 20]],
    ['as given up to the one that pauses, which may be the third', { soak: 0, pauseAfter: 3 }, [1, 2, 10, 20]],
  ])('takes the waves %s', (_, changes, expected) => {
    expect(targets(changes)).toEqual(expected);
  });
});
