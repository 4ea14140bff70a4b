import { beforeAll, describe, expect, it } from '@jest/globals';
import { stories } from '../../bench/stories/stories.js';

describe('the rollouts that docs/rollout.md tells of', () => {
  let told: Awaited<ReturnType<typeof stories>>;

  beforeAll(async () => {
    told = await stories();
  });

  it.each([['good'], ['bad'], ['killed']] as const)('cost no user a request: %s', (name) => {
    expect(told[name].failedRequests).toBe(0);
    expect(told[name].requests).toBeGreaterThan(10_000);
  });

  it('end as the page says', () => {
    const outcomes = Object.values(told).map(({ ledger }) => JSON.parse(ledger).outcome);
    expect(outcomes).toEqual(['succeeded', 'rolled-back', 'aborted']);
  });

  it('launch the new version for seconds until it is proven, and for good afterwards', () => {
    const launches = (picture: string) => sectionOf(picture, 'launches').map(paintOf);
    expect(launches(told.bad.picture)).toEqual(['done', 'active', 'done']);
    expect(launches(told.killed.picture)).toEqual(['done', 'active', 'done']);
    expect(launches(told.good.picture)).toEqual(['done', 'active', 'done', 'active']);
  });

  it('show who was killed, and machines that serve users of a version which is known to work', () => {
    expect(sectionOf(told.killed.picture, 'runs')[0]).toContain('deploy killed');
    expect(sectionOf(told.killed.picture, 'v1 e').at(-1)).toContain('serves');
  });

  it('are the same whoever plays them', async () => {
    expect(await stories()).toEqual(told);
  });
});

function sectionOf(picture: string, name: string): readonly string[] {
  const [, section = ''] = picture.split(`  section ${name}\n`);
  return (section.split('  section ')[0] ?? '').trimEnd().split('\n');
}

function paintOf(bar: string): string {
  return /:(\w*), /.exec(bar)?.[1] ?? '';
}
