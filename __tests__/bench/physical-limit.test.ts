import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Draw, type Pace, physicalLimit } from '../../bench/physical-limit.js';

const check = { registration: 1_000, interval: 10_000, unhealthyThreshold: 2, healthyThreshold: 2 };
/** Runs after 10 s; answers 50 s later, so the check at 51 s finds it, and the one at 61 s makes it healthy. */
const machine: Draw = { reaction: 5_000, start: 10_000, boot: 50_000 };
const oneWay = 5_000 + 10_000 + 61_000;

function limit(count: number, pace: Partial<Pace>, drawn: Draw = machine): number {
  const draws = Array.from({ length: count }, () => drawn);
  return physicalLimit(draws, { surge: 1, unavailable: 0, minReady: 0, ...pace }, check);
}

describe('the physical limit', () => {
  it('of one machine is reaction, start, boot up to the next health check, and min-ready', () => {
    expect(limit(1, {})).toBe(oneWay);
    expect(limit(1, { minReady: 30_000 })).toBe(oneWay + 30_000);
  });

  it('takes a machine that answers at once at its first check', () => {
    expect(limit(1, {}, { ...machine, boot: 0 })).toBe(5_000 + 10_000 + 1_000);
  });

  it('takes a machine at one good check that was not found unhealthy before', () => {
    expect(limit(1, {}, { ...machine, boot: 11_000 })).toBe(5_000 + 10_000 + 11_000);
    expect(limit(1, {}, { ...machine, boot: 11_001 })).toBe(5_000 + 10_000 + 31_000);
  });

  it('waits for the longer of health with min-ready, and warm-up', () => {
    expect(limit(1, { warmUp: 20_000 })).toBe(oneWay);
    expect(limit(1, { warmUp: 300_000 })).toBe(5_000 + 10_000 + 300_000);
  });

  it('has as many machines on their way as surge and unavailability allow together', () => {
    expect(limit(12, { surge: 3 })).toBe(4 * oneWay);
    expect(limit(12, { surge: 3, unavailable: 1 })).toBe(3 * oneWay);
    expect(limit(12, { surge: 0, unavailable: 12 })).toBe(oneWay);
  });

  it('begins a wave when the one before is complete and has soaked, and soaks after the last', () => {
    expect(limit(10, { surge: 10, waves: [1, 10], soak: 60_000 })).toBe(2 * (oneWay + 60_000));
  });

  it('fills a lane as soon as it is free, not batch by batch', () => {
    const slow = { ...machine, boot: 101_000 };
    const draws = [slow, machine, machine];
    expect(physicalLimit(draws, { surge: 2, unavailable: 0, minReady: 0 }, check)).toBe(2 * oneWay);
  });

  it('is not before the last old machine is taken out, by calls from a bucket', () => {
    const retirement = { machinesPerCall: 1, burst: 10, perSecond: 2 };
    // All count after one way; ten calls are paid at once, ninety at two a second.
    expect(limit(100, { surge: 100, retirement })).toBe(oneWay + 45_000);
    expect(limit(100, { surge: 100, retirement: { ...retirement, machinesPerCall: 20 } })).toBe(oneWay);
  });

  it('takes old machines out after the first wave where that has to prove its version', () => {
    const retirement = { machinesPerCall: 1, burst: 10, perSecond: 2 };
    const waves = [100, 200];
    // The first wave's calls are paid while the second one is on its way.
    expect(limit(200, { surge: 100, waves, retirement, provesFirst: true })).toBe(oneWay + 45_000 + oneWay);
  });

  it('lets a wave soak once what it replaces has gone, but the one that has to prove its version beside the old', () => {
    const retirement = { machinesPerCall: 1, burst: 10, perSecond: 2 };
    const pace = { surge: 100, waves: [100, 200], retirement, soak: 60_000 };
    expect(limit(200, pace)).toBe(2 * (oneWay + 45_000 + 60_000));
    expect(limit(200, { ...pace, provesFirst: true })).toBe(oneWay + 60_000 + 45_000 + oneWay + 60_000);
  });

  it('never grows with more room, and never falls with more to do', () => {
    const draw = fc.record({ reaction: fc.nat(20_000), start: fc.nat(40_000), boot: fc.nat(120_000) });
    const same = fc.record({
      of: draw,
      count: fc.integer({ min: 1, max: 40 }),
      surge: fc.integer({ min: 1, max: 40 }),
    });
    fc.assert(
      fc.property(same, ({ of, count, surge }) => {
        const here = limit(count, { surge }, of);
        expect(limit(count, { surge: surge + 1 }, of)).toBeLessThanOrEqual(here);
        expect(limit(count + 1, { surge }, of)).toBeGreaterThanOrEqual(here);
        expect(limit(count, { surge, minReady: 1_000 }, of)).toBeGreaterThan(here);
      }),
    );
  });
});
