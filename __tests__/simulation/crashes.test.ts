import { describe, expect, it } from '@jest/globals';
import { playOutsideOfJest } from './outside-of-jest.js';

describe('a runner that dies before or after any call of a rolling deployment', () => {
  it('leaves a group that is made whole: at once, after the lease, or by the scheduled repair', async () => {
    const tasks = (['good', 'broken at start'] as const).map(
      (image) => ({ kind: 'crashes', strategy: 'rolling', image }) as const,
    );
    const [good, bad] = await playOutsideOfJest(...tasks);
    expect({ good: good?.wrong, bad: bad?.wrong }).toEqual({ good: [], bad: [] });
    expect(Math.min(good?.stories ?? 0, bad?.stories ?? 0)).toBeGreaterThan(400);
  }, 400_000);
});
