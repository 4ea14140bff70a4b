import { expect, it } from '@jest/globals';
import { matrix } from './matrix.js';
import { playOutsideOfJest } from './outside-of-jest.js';

it('each image in each situation with each strategy ends as it must, and no request fails', async () => {
  const cells = matrix().length;
  expect(await playOutsideOfJest({ kind: 'matrix', from: 0, to: cells })).toEqual({ stories: cells, wrong: [] });
}, 400_000);
