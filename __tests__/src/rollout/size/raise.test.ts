import { describe, expect, it } from '@jest/globals';
import { decide } from '../../../../src/rollout/heart/decide.js';
import type { Machine } from '../../../../src/rollout/heart/observation.js';
import type { Release } from '../../../../src/rollout/heart/release.js';
import { launchesOf, launchRaise } from '../../../../src/rollout/size/raise.js';
import { nextMove } from '../../../../src/rollout/strategies.js';
import { at, back, begun, machine, now, oldOnes, planned, see } from '../seen.js';

const zones = ['a', 'b', 'c'];
const launching = { ...at('2'), zones, max: 9 };

/** What a raise by so many machines is launched as. */
function zonesOf(machines: number, fleet: readonly Machine[], release = begun) {
  const seen = see(release, fleet, launching);
  return launchRaise(seen, { kind: 'surge', machines, from: 3 }).surge?.launches?.zones;
}

describe('surge is launched', () => {
  const inZones = (...places: string[]) => places.map((zone, index) => machine(`i-${index}`, 1, { zone }));

  it('where the fewest machines are', () => {
    expect(zonesOf(1, inZones('a', 'a', 'b'))).toEqual({ c: 1 });
    expect(zonesOf(4, inZones('a', 'a', 'b'))).toEqual({ c: 2, b: 1, a: 1 });
    expect(zonesOf(3, [])).toEqual({ a: 1, b: 1, c: 1 });
  });

  it('not where AWS had none the last time, unless that was everywhere', () => {
    const surge = { machines: 0, from: 3, raised: true };
    expect(zonesOf(2, inZones('a', 'b'), { ...begun, surge: { ...surge, short: ['c'] } })).toEqual({ a: 1, b: 1 });
    expect(zonesOf(1, inZones('a', 'b'), { ...begun, surge: { ...surge, short: zones } })).toEqual({ c: 1 });
  });

  const warm = { warm: [] };
  const mixed = { policy: { InstancesDistribution: { OnDemandPercentageAboveBaseCapacity: 50 } } };
  const weighted = { policy: { LaunchTemplate: { Overrides: [{ InstanceType: 'm5.large', WeightedCapacity: '2' }] } } };
  const configuration = { ...begun, from: { ...begun.from, version: 0 } };
  it.each([
    ['a launch configuration', see(configuration, oldOnes, launching)],
    ['a policy that mixes On-Demand and Spot', see(begun, oldOnes, { ...launching, ...mixed })],
    ['a policy with weights', see(begun, oldOnes, { ...launching, ...weighted })],
    ['a group that counts in vCPUs', see(begun, oldOnes, { ...launching, countsIn: 'vcpu' })],
    ['a warm pool', see(begun, oldOnes, launching, warm)],
    ['a group that AWS has refused it for', see({ ...begun, refusesLaunches: true }, oldOnes, launching)],
  ])('by desired capacity for %s', (_what, seen) => {
    expect(seen.launchesByName).toBe(false);
    expect(decide(seen)).toEqual({ kind: 'surge', machines: 1, from: 3 });
  });
});

describe('a raise is', () => {
  const surge = {
    machines: 0,
    from: 3,
    raised: true,
    settledAt: now - 1,
    max: 4,
    launches: { at: now, zones: { b: 1 } },
  };
  const announced: Release = { ...begun, raises: 1, surge };

  it('written down first, then the pointer follows, then it is launched', () => {
    const unraised = see(begun, oldOnes, { zones: ['a'] });
    const move = { kind: 'surge', machines: 1, from: 3, max: 4 } as const;
    expect(decide(unraised)).toEqual(move);
    const noted = {
      ...{ raises: 1, baseline: begun.baseline },
      surge: { ...surge, launches: { at: now, zones: { a: 1 } } },
    };
    expect(launchRaise(unraised, move)).toEqual(noted);
    expect(decide(see(announced, oldOnes, { zones }))).toMatchObject({ kind: 'point-at', version: begun.to });
    expect(decide(see(announced, oldOnes, { ...launching, max: 3 }))).toEqual({ kind: 'launch' });
  });

  it('found out before anything else is decided on, also on the way back', () => {
    const { surge: _, ...rest } = back;
    const seen = see({ ...rest, raises: 1, surge }, [...oldOnes, machine('i-4', 2)], { zones, desired: 4, max: 4 });
    expect(decide(seen)).toEqual({ kind: 'launch' });
  });

  it('guessed from desired once AWS may have forgotten its tokens', () => {
    const at = now - 3_600_001;
    const old = { ...announced, surge: { ...surge, launches: { at, zones: { a: 1, b: 2 } } } };
    const { launches: _, ...rest } = surge;
    const settled = { ...rest, changedAt: at };
    const move = (desired: number) => nextMove(see(old, oldOnes, { ...launching, desired, max: 4 }));
    // None, one call of the two, or both; or somebody else has changed the size.
    for (const machines of [0, 1, 2, 3]) {
      expect(move(3 + machines)).toEqual({ kind: 'note', changes: { surge: { ...settled, machines } } });
    }
    expect(move(7)).toEqual({ kind: 'note', changes: { surge: settled } });
  });

  it('added to while less stands than the wave may have', () => {
    const short = { ...planned(begun, { maxSurge: { machines: 2 } }), surge: { machines: 1, from: 3, raised: true } };
    const seen = see(short, [...oldOnes, machine('i-4', 2)], { ...launching, desired: 4 });
    const move = { kind: 'surge', machines: 1, from: 3 } as const;
    expect(decide(seen)).toEqual(move);
    expect(launchRaise(seen, move).surge).toEqual({
      ...{ machines: 1, from: 3, raised: true, settledAt: now - 1 },
      launches: { at: now, zones: { b: 1 } },
    });
  });
});

describe('the tokens of a raise', () => {
  const surge = { machines: 0, from: 3, raised: true, launches: { at: now, zones: { 'eu-west-1a': 230, b: 1 } } };
  const release: Release = { ...begun, raises: 3, surge };

  it('are its own, one for each call of at most a hundred machines', () => {
    const launches = launchesOf(release);
    expect(launches.map(({ machines }) => machines)).toEqual([100, 100, 30, 1]);
    expect(new Set(launches.map(({ token }) => token)).size).toBe(4);
    for (const { token } of launches) expect(token).toMatch(/^[A-Za-z0-9_/-]{1,64}$/);
    const others = launchesOf({ ...release, raises: 4 }).map(({ token }) => token);
    expect(others).not.toContain(launches[0]?.token);
  });

  it('stay the same when another run carries the release on', () => {
    expect(launchesOf({ ...release, number: 8, continues: 7, heartbeatAt: now })).toEqual(launchesOf(release));
  });
});
