import { describe, expect, it } from '@jest/globals';
import { nextLook } from '../../../../src/rollout/moves/next-look.js';
import { begun, machine, now, oldOnes, planned, see } from '../seen.js';

const release = planned(begun, { minReady: 30_000, soak: 60_000, pollInterval: 10_000 });
const healthyFor = (milliseconds: number) => machine('i-4', 2, { healthySince: now - milliseconds });
const soaking = (milliseconds: number) => ({ ...release, soak: { wave: 0, since: now - milliseconds } });

describe('the next look comes', () => {
  it.each([
    ['after a poll interval', see(release, oldOnes), 10_000],
    ['as soon as a machine has been healthy for long enough', see(release, [...oldOnes, healthyFor(26_000)]), 4_000],
    ['as soon as the soak is over', see(soaking(55_000), oldOnes), 5_000],
    ['but 2.5 s apart at least', see(release, [...oldOnes, healthyFor(29_990)]), 2_500],
    ['and not for what has been over for long', see(soaking(61_000), [healthyFor(31_000)]), 10_000],
  ])('%s', (_when, seen, milliseconds) => expect(nextLook(seen)).toBe(milliseconds));
});
