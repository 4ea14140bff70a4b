import { describe, expect, it } from '@jest/globals';
import { SeededRandom } from '../../../../sandbox/world/random.js';
import { pastBootAllowance, statedBootAllowance } from '../../../../src/rollout/beginning/boot-allowance.js';
import type { Release } from '../../../../src/rollout/heart/release.js';
import { proven } from '../seen.js';

const seconds = (p99: number, machines = 300, median = p99 / 1.5): Release => ({
  ...proven,
  outcome: 'succeeded',
  boots: { median: median * 1000, p99: p99 * 1000, machines },
});

describe('the boot allowance by what a group has done before', () => {
  it('is one and a half times the slowest of a hundred, where many boots are known', () => {
    expect(pastBootAllowance([seconds(100)])).toBe(150_000);
    expect(pastBootAllowance([seconds(200, 69, 80)])).toBe(300_000);
  });

  it('is by the slowest of the last releases', () => {
    expect(pastBootAllowance([seconds(100, 100, 90), seconds(110, 100, 90), seconds(105, 100, 90)])).toBe(165_000);
    expect(pastBootAllowance([...Array.from({ length: 10 }, () => seconds(100)), seconds(900)])).toBe(150_000);
  });

  it.each([
    // machines, median, slowest, allowance: the fewer and the more spread out, the more above the slowest
    [10, 100, 110, 174],
    [10, 100, 150, 281],
    [20, 100, 150, 252],
    [40, 100, 150, 234],
    [40, 100, 300, 502],
    [69, 100, 300, 450],
  ])('of %i boots, of %i s and %i s at most, is %i s', (machines, median, slowest, allowance) => {
    expect(Math.round((pastBootAllowance([seconds(slowest, machines, median)]) ?? 0) / 1000)).toBe(allowance);
  });

  it('is never so short that a hiccup would count', () => {
    expect(pastBootAllowance([seconds(20)])).toBe(120_000);
  });

  it('is unknown while too few boots are', () => {
    expect(pastBootAllowance([])).toBeUndefined();
    expect(pastBootAllowance([seconds(100, 4), seconds(100, 5)])).toBeUndefined();
    expect(pastBootAllowance([seconds(100, 4), seconds(100, 6)])).toBe(pastBootAllowance([seconds(100, 10)]));
  });

  it('learns nothing from releases that did not go well', () => {
    expect(pastBootAllowance([{ ...seconds(500), outcome: 'rolled-back' }, proven])).toBeUndefined();
  });
});

describe('without a history, the boot allowance', () => {
  it("is the health check grace period, its owner's own word, where the load balancer's counts", () => {
    expect(statedBootAllowance({ healthChecks: ['ELB'], gracePeriod: 300_000 })).toBe(360_000);
    expect(statedBootAllowance({ healthChecks: ['EBS', 'VPC_LATTICE'], gracePeriod: 200_000 })).toBe(260_000);
    expect(statedBootAllowance({ healthChecks: ['ELB'], gracePeriod: 30_000 })).toBe(120_000);
  });

  it('is left to the progress deadline where the group only asks EC2, or has no grace period', () => {
    expect(statedBootAllowance({ healthChecks: ['EC2'], gracePeriod: 300_000 })).toBeUndefined();
    expect(statedBootAllowance({ healthChecks: ['ELB'], gracePeriod: 0 })).toBeUndefined();
  });
});

/** Lognormal boots: half of them take less than ten minutes, so that the shortest allowance plays no part. */
const median = 600_000;

function boot(random: SeededRandom, spread: number): number {
  const gauss = Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
  return median * Math.exp(spread * gauss);
}

/** What a release would write down of so many boots. */
function releaseOf(random: SeededRandom, machines: number, spread: number): Release {
  const times = Array.from({ length: machines }, () => boot(random, spread)).sort((one, other) => one - other);
  const at = (share: number) => times[Math.min(machines - 1, Math.floor(machines * share))] ?? 0;
  return { ...proven, outcome: 'succeeded', boots: { median: at(0.5), p99: at(0.99), machines } };
}

/** How likely the next boot is to take longer than that (Abramowitz and Stegun, 26.2.17). */
function likelihoodBeyond(allowance: number, spread: number): number {
  const z = Math.log(allowance / median) / spread;
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = (series * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
  return z > 0 ? tail : 1 - tail;
}

/** The share of good images whose first machine would be called silent, over many histories. */
function falseAlarms(machines: number, spread: number, allow: (release: Release) => number): number {
  const random = new SeededRandom(machines).fork(`spread ${spread}`);
  const histories = Math.min(400, Math.floor(30_000 / machines));
  let sum = 0;
  for (let n = 0; n < histories; n++) sum += likelihoodBeyond(allow(releaseOf(random, machines, spread)), spread);
  return sum / histories;
}

describe('however boots spread, and however few are known', () => {
  const ours = (release: Release) => pastBootAllowance([release]) ?? 0;
  const plain = ({ boots }: Release) => 1.5 * (boots?.p99 ?? 0);
  const cases = [10, 20, 40, 100, 300].flatMap((machines) =>
    [0.1, 0.3, 0.6, 1].map((spread) => [machines, spread] as const),
  );

  it.each(cases)('%i boots, spread %f: fewer than one good machine in fifty counts as silent', (machines, spread) => {
    expect(falseAlarms(machines, spread, ours)).toBeLessThan(0.02);
  });

  it('which one and a half times the slowest of a few does not hold', () => {
    expect(falseAlarms(10, 1, plain)).toBeGreaterThan(2 * falseAlarms(10, 1, ours));
    expect(falseAlarms(10, 0.6, plain)).toBeGreaterThan(2 * falseAlarms(10, 0.6, ours));
    expect(falseAlarms(20, 0.6, plain)).toBeGreaterThan(2 * falseAlarms(20, 0.6, ours));
  });

  it('without waiting for a bad image as long as by the square of how far the slowest is out', () => {
    const squared = ({ boots = { median: 1, p99: 1, machines: 1 } }: Release) =>
      boots.p99 * Math.max(1.5, boots.p99 / boots.median);
    const random = new SeededRandom(2);
    const releases = Array.from({ length: 100 }, () => releaseOf(random, 40, 1));
    const middle = (allow: (release: Release) => number) =>
      releases.map(allow).sort((one, other) => one - other)[50] ?? 0;
    expect(middle(squared)).toBeGreaterThan(3 * middle(ours));
  });

  it('nor is it longer where many are known', () => {
    const release = releaseOf(new SeededRandom(1), 300, 1);
    expect(ours(release)).toBe(Math.round(plain(release)));
  });
});
