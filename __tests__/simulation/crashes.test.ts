import { describe, expect, it } from '@jest/globals';
import { crashes, smallest } from './enumerate.js';
import { play } from './play.js';
import { images } from './scenario.js';

/** What one violation is, so that a failing test shows the story that replays it. */
async function wrongIn(stories: AsyncIterable<Parameters<typeof play>[0]>) {
  const wrong: string[] = [];
  let played = 0;
  for await (const scenario of stories) {
    played++;
    const { violations } = await play(scenario);
    for (const { invariant, what } of violations) {
      wrong.push(`${invariant}: ${what}: npm run simulate -- --trace --replay '${JSON.stringify(scenario)}'`);
    }
  }
  return { played, wrong };
}

describe('a runner that dies before or after any call of a rolling deployment', () => {
  it.each(['good', 'broken at start'] as const)(
    'leaves a group that is made whole: at once, after the lease, or by the scheduled repair (%s image)',
    async (image) => {
      expect(images).toHaveProperty([image]);
      const { played, wrong } = await wrongIn(crashes(smallest('rolling', image)));
      expect(wrong).toEqual([]);
      expect(played).toBeGreaterThan(400);
    },
    120_000,
  );
});
