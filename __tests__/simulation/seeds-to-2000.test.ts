import { expect, it } from '@jest/globals';
import { playOutsideOfJest } from './outside-of-jest.js';

// Two files of tests, so that they keep two cores busy.
it('whatever the group, the plan, the day and all that befalls it: users notice nothing, and it ends whole (the second thousand)', async () => {
  const task = { kind: 'seeds', campaign: 20_261_121, from: 1_000, to: 2_000 } as const;
  expect(await playOutsideOfJest(task)).toEqual([{ stories: 1_000, wrong: [] }]);
}, 400_000);
