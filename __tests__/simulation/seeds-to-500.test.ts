import { expect, it } from '@jest/globals';
import { playOutsideOfJest } from './outside-of-jest.js';

// Four files of tests, so that they keep the cores busy.
it('whatever the group, the plan, the day and all that befalls it: users notice nothing, and it ends whole (to seed 500)', async () => {
  const task = { kind: 'seeds', campaign: 20_261_121, from: 0, to: 500 } as const;
  expect(await playOutsideOfJest(task)).toEqual({ stories: 500, wrong: [] });
}, 400_000);
