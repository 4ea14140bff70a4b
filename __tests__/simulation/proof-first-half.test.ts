import { afterAll, expect, it } from '@jest/globals';
import { OutsideOfJest } from './outside-of-jest.js';

// Two files of tests, so that they keep two cores busy.
const outside = new OutsideOfJest();
afterAll(() => outside.end());

it('whatever the group, the plan, the day and all that befalls it: users notice nothing, and it ends whole (the first 1,080 days)', async () => {
  const found = await outside.play({ kind: 'seeds', campaign: 20_261_121, from: 0, to: 1_080 });
  expect(found).toEqual({ stories: 1_080, wrong: [] });
}, 400_000);

it('a runner that dies before or after any call of a rolling deployment leaves a group that is made whole: at once, after the lease, or by the scheduled repair (good image)', async () => {
  const { stories, wrong } = await outside.play({ kind: 'crashes', strategy: 'rolling', image: 'good' });
  expect(wrong).toEqual([]);
  expect(stories).toBeGreaterThan(400);
}, 300_000);
