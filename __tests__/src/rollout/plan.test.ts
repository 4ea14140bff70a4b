import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { allowanceFor } from '../../../src/rollout/plan.js';

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

  it('never allows nothing at all', () => {
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
