import { describe, expect, it } from '@jest/globals';
import { SeededRandom } from '../../../../sandbox/world/random.js';
import { bootTimes } from '../../../../src/rollout/rehearsal/boot-times.js';
import { buildLikeness } from '../../../../src/rollout/rehearsal/likeness.js';
import type { Portrait } from '../../../../src/rollout/rehearsal/portrait.js';
import { timelineOf } from '../../../../src/rollout/rehearsal/timeline.js';
import { samplePortrait } from './sample.js';

/** How long each of so many new machines takes from launch to healthy in a likeness, shortest first. */
function launchesIn(portrait: Portrait, machines: number): readonly number[] {
  const { clock, world, region } = buildLikeness(portrait, 'ami-old', 1);
  const beginning = clock.now();
  const DesiredCapacity = portrait.desired + machines;
  const input = { AutoScalingGroupName: portrait.name, DesiredCapacity };
  world.call({ service: 'autoscaling', operation: 'SetDesiredCapacity', input, region });
  clock.advance(1_800_000);
  const moments = timelineOf(world.log.events, beginning, portrait.targetGroups.length);
  const launched = moments.find((moment) => moment.machines === DesiredCapacity)?.at ?? 0;
  return Array.from({ length: machines }, (_, index) => {
    const healthy = moments.find(({ serving }) => serving === portrait.desired + index + 1)?.at ?? Number.NaN;
    return healthy - launched;
  });
}

describe('boot times in a rehearsal', () => {
  it.each([
    { median: 60_000, p99: 80_000 },
    { median: 120_000, p99: 300_000 },
    { median: 400_000, p99: 500_000 },
  ])('are spread from launch to healthy as past releases had them: %j', (boots) => {
    const portrait = samplePortrait(3, { max: 300, gracePeriod: 1_200 });
    const times = launchesIn({ ...portrait, pace: { ...portrait.pace, boots } }, 200);
    const [median = 0, p99 = 0] = [times[100], times[198]];
    expect(Math.abs(median - boots.median)).toBeLessThan(0.12 * boots.median + 5_000);
    expect(Math.abs(p99 - boots.p99)).toBeLessThan(0.12 * boots.p99 + 15_000);
  });

  it('are ordinary ones where no release tells, and never negative', () => {
    const unknown = samplePortrait(3, {
      pace: { launch: undefined, shutdown: undefined, boots: undefined, notes: [] },
    });
    const next = bootTimes(unknown, new SeededRandom(1));
    const times = Array.from({ length: 100 }, next);
    expect(Math.min(...times)).toBeGreaterThanOrEqual(20_000);
    expect(Math.max(...times)).toBeLessThanOrEqual(120_000);
    const quick = samplePortrait(3, { pace: { ...unknown.pace, boots: { median: 1_000, p99: 2_000 } } });
    expect(bootTimes(quick, new SeededRandom(1))()).toBe(0);
  });
});
