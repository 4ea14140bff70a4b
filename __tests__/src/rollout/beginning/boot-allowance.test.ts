import { describe, expect, it } from '@jest/globals';
import { pastBootAllowance, statedBootAllowance } from '../../../../src/rollout/beginning/boot-allowance.js';
import type { Release } from '../../../../src/rollout/heart/release.js';
import { proven } from '../seen.js';

const seconds = (p99: number, machines = 10, median = p99 / 1.5): Release => ({
  ...proven,
  outcome: 'succeeded',
  boots: { median: median * 1000, p99: p99 * 1000, machines },
});

describe('the boot allowance by what a group has done before', () => {
  it('is one and a half times the slowest of a hundred', () => {
    expect(pastBootAllowance([seconds(100)])).toBe(150_000);
  });

  it('is by the slowest of the last releases', () => {
    expect(pastBootAllowance([seconds(100, 10, 90), seconds(110, 10, 90), seconds(105, 10, 90)])).toBe(165_000);
    expect(pastBootAllowance([...Array.from({ length: 10 }, () => seconds(100)), seconds(900)])).toBe(150_000);
  });

  it('is longer where boots vary much: the next may be slower than the slowest so far', () => {
    expect(pastBootAllowance([seconds(200, 20, 80)])).toBe(500_000);
  });

  it('is never so short that a hiccup would count', () => {
    expect(pastBootAllowance([seconds(20)])).toBe(120_000);
  });

  it('is unknown while too few boots are', () => {
    expect(pastBootAllowance([])).toBeUndefined();
    expect(pastBootAllowance([seconds(100, 4), seconds(100, 5)])).toBeUndefined();
    expect(pastBootAllowance([seconds(100, 4), seconds(100, 6)])).toBe(150_000);
  });

  it('learns nothing from releases that did not go well', () => {
    expect(pastBootAllowance([{ ...seconds(500), outcome: 'rolled-back' }, proven])).toBeUndefined();
  });
});

describe('without a history, the boot allowance', () => {
  it("is the health check grace period, its owner's own word, where the load balancer's counts", () => {
    expect(statedBootAllowance({ healthChecks: ['ELB'], gracePeriod: 300_000 })).toBe(300_000);
    expect(statedBootAllowance({ healthChecks: ['EBS', 'VPC_LATTICE'], gracePeriod: 200_000 })).toBe(200_000);
    expect(statedBootAllowance({ healthChecks: ['ELB'], gracePeriod: 30_000 })).toBe(120_000);
  });

  it('is left to the progress deadline where the group only asks EC2, or has no grace period', () => {
    expect(statedBootAllowance({ healthChecks: ['EC2'], gracePeriod: 300_000 })).toBeUndefined();
    expect(statedBootAllowance({ healthChecks: ['ELB'], gracePeriod: 0 })).toBeUndefined();
  });
});
