import { describe, expect, it } from '@jest/globals';
import { playOutsideOfJest } from './outside-of-jest.js';

describe('a runner that dies before or after any call of a rolling deployment', () => {
  it.each(['good', 'broken at start'] as const)(
    'leaves a group that is made whole: at once, after the lease, or by the scheduled repair (%s image)',
    async (image) => {
      const { stories, wrong } = await playOutsideOfJest({ kind: 'crashes', strategy: 'rolling', image });
      expect(wrong).toEqual([]);
      expect(stories).toBeGreaterThan(400);
    },
    300_000,
  );
});
