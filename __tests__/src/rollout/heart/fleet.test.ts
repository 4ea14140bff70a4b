import { describe, expect, it } from '@jest/globals';
import { fleetOf, interleaveZones } from '../../../../src/rollout/heart/fleet.js';
import type { Release, Surge } from '../../../../src/rollout/heart/release.js';
import { sizeOf } from '../../../../src/rollout/size/size.js';
import {
  after,
  aside,
  back,
  before,
  begun,
  machine,
  newOnes,
  now,
  oldOnes,
  plan,
  planned,
  proven,
  see,
  sick,
  starting,
} from '../seen.js';

const ids = (machines: readonly { readonly id: string }[]) => machines.map(({ id }) => id);

describe('the size of a group is what it is meant to have without our surge', () => {
  const raised = { machines: 2, from: 4, raised: true };
  it.each<[string, number, Surge | undefined, number]>([
    ['without a raise', 5, undefined, 5],
    ['while a raise stands', 6, raised, 4],
    ['after a scale-out', 9, raised, 7],
    ['after a policy took the surge away again', 4, raised, 4],
    ['after a scale-in below where the raise began', 3, raised, 3],
    ['when a crash came before the raise', 4, { ...raised, raised: false }, 4],
    ['when a crash came after the raise', 6, { ...raised, raised: false }, 4],
    ['when nobody knows: too many rather than too few', 5, { ...raised, raised: false }, 5],
  ])('%s', (_case, desired, surge, size) => {
    const { group } = see(begun, [], { desired, max: 20 });
    expect(sizeOf({ group, now, release: { ...begun, ...(surge && { surge }) } })).toBe(size);
  });

  it('never counts room that we have made for surge as leave to grow', () => {
    const { group } = see(begun, [], { desired: 5, max: 5 });
    expect(sizeOf({ group, now, release: { ...begun, surge: { machines: 0, from: 3, raised: true, max: 5 } } })).toBe(
      3,
    );
  });
});

describe('a fleet', () => {
  const leaving = machine('i-9', 1, { ...sick, stage: 'leaving' });
  const standby = machine('i-8', 1, { ...sick, stage: 'aside' });
  const kept = machine('i-7', 1, aside);
  const unknown = machine('i-5', 2, { ...starting, imageId: '' });
  const other = machine('i-6', 2, { imageId: 'ami-other' });
  const young = machine('i-4', 2, { healthySince: now - plan.minReady + 1 });
  const ripe = machine('i-3', 2);
  const all = [...oldOnes.slice(0, 2), ripe, young, unknown, other, kept, standby, leaving];

  it('rule 22: tells fresh machines by template version and image, and counts those ready that have stayed healthy', () => {
    const { fresh, ready, stale } = fleetOf(see(proven, all));
    expect(ids(fresh)).toEqual(['i-3', 'i-4', 'i-5']);
    expect(ids(ready)).toEqual(['i-3']);
    expect(ids(stale)).toEqual(['i-1', 'i-2', 'i-6']);
  });

  it('takes machines in standby for ours only where our tag says so', () => {
    expect(ids(fleetOf(see(proven, all)).leftover)).toEqual(['i-7']);
    expect(ids(fleetOf(see(planned(proven, { keepPrevious: 60_000 }), all)).leftover)).toEqual([]);
    expect(ids(fleetOf(see(back, all)).kept)).toEqual(['i-7']);
  });

  it('needs none that are kept once enough serve, whether they drain or not', () => {
    const draining = machine('i-6', 1, { ...aside, isDraining: true });
    const kinds = (machines: Parameters<typeof see>[1]) => {
      const { kept, leftover } = fleetOf(see(back, machines));
      return [ids(kept), ids(leftover)];
    };
    expect(kinds([machine('i-1', 1), machine('i-3', 1, starting), draining, kept])).toEqual([['i-7'], []]);
    expect(kinds([...oldOnes, draining, kept])).toEqual([[], ['i-6', 'i-7']]);
  });

  it('ends what is kept for an undo only once that is taken back: on hold a person may still want it', () => {
    const undo: Release = { ...proven, isUndo: true, from: after, to: before };
    const leftover = (release: Release) => ids(fleetOf(see(release, [...newOnes, kept])).leftover);
    expect(leftover(undo)).toEqual([]);
    expect(leftover({ ...undo, direction: 'hold' })).toEqual([]);
    expect(leftover({ ...undo, direction: 'back' })).toEqual(['i-7']);
    expect(leftover({ ...undo, direction: 'back', isStranded: true })).toEqual([]);
  });

  it('wants the wave on the way forward, and everything on the way back', () => {
    const waves = [{ machines: 1 }, { machines: 2 }, { percent: 100 }];
    const slow = { soak: 60_000, waves };
    expect(fleetOf(see(planned(begun, slow), all)).target).toBe(1);
    expect(fleetOf(see(planned(proven, slow), all)).target).toBe(2);
    expect(fleetOf(see(planned(back, slow), all)).target).toBe(3);
  });

  it('surges no further than its own maximum where that may not be raised', () => {
    const strict = planned(begun, { raiseMax: false, maxSurge: { machines: 5 } });
    expect(fleetOf(see(strict, oldOnes)).allowance.surge).toBe(0);
    expect(fleetOf(see(strict, oldOnes, { max: 5 })).allowance.surge).toBe(2);
  });

  it('goes one by one on the way back where there is no room for surge, but for the only one', () => {
    const strict = { raiseMax: false };
    expect(fleetOf(see(planned(begun, strict), oldOnes)).allowance).toEqual({ surge: 0, unavailable: 0 });
    expect(fleetOf(see(planned(back, strict), oldOnes)).allowance).toEqual({ surge: 0, unavailable: 1 });
    expect(fleetOf(see(planned(back, strict), oldOnes, { max: 5 })).allowance).toEqual({ surge: 1, unavailable: 0 });
    const alone = see(planned({ ...begun, direction: 'back' }, strict), newOnes.slice(0, 1), { desired: 1, max: 1 });
    expect(fleetOf(alone).allowance).toEqual({ surge: 0, unavailable: 0 });
    const heavy = oldOnes.map((one) => ({ ...one, units: 2 }));
    const weighted = see(planned({ ...begun, direction: 'back' }, strict), heavy, { desired: 6, max: 6 });
    expect(fleetOf(weighted).allowance).toEqual({ surge: 0, unavailable: 2 });
  });
});

it('rule 42: takes turns between zones, so that none is emptied first', () => {
  const zones = ['a', 'a', 'b', 'a', 'b'].map((zone, index) => machine(`i-${index}`, 1, { zone }));
  expect(ids(interleaveZones(zones))).toEqual(['i-0', 'i-2', 'i-1', 'i-4', 'i-3']);
});
