import { expect, it } from '@jest/globals';
import { matrix } from './matrix.js';
import { play } from './play.js';

it.each(matrix())('$strategy of a $image image, $situation: $outcome', async ({ scenario, outcome, image }) => {
  const verdict = await play(scenario);
  // The auditor has counted: no request that failed by what we did, the right sizes, one version.
  expect(verdict).toMatchObject({ violations: [], outcome });
  // An image that breaks under traffic costs what its own machines get until the balancer has noticed, and nothing else.
  if (image !== 'broken after 2 minutes') expect(verdict.failedRequests).toBe(0);
});
