import { numberOption, refuseUnknownOptions } from './measure.js';
import { badImage } from './rollout/bad-image.js';
import { growth } from './rollout/growth.js';
import { deadRunner, scaleOut } from './rollout/trouble.js';

const sizes = [3, 10, 30, 100, 1_000, 10_000];

/** Whole rollouts in simulated worlds, ours beside what a user would pick instead. */
export async function rollout(given: readonly string[]): Promise<object> {
  refuseUnknownOptions(given, ['largest', 'seeds']);
  const largest = numberOption(given, 'largest', 10_000);
  const seeds = numberOption(given, 'seeds', 7);
  return {
    bench: 'rollout',
    growth: await growth({ sizes: sizes.filter((size) => size <= largest), seeds }),
    badImage: await badImage(seeds),
    deadRunner: await deadRunner(),
    scaleOut: await scaleOut(),
  };
}
