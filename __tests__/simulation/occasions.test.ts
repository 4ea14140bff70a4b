import { expect, it } from '@jest/globals';
import { allOccasions } from './occasions.js';
import { play } from './play.js';

it.each(allOccasions())(
  '$name: $outcome',
  async ({ scenario, outcome }) => {
    expect(await play(scenario)).toMatchObject({ violations: [], outcome });
  },
  60_000,
);
