import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decide } from '../../../src/rollout/decide.js';
import type { Group, Machine, Observation } from '../../../src/rollout/observation.js';
import type { Plan } from '../../../src/rollout/plan.js';
import type { Release } from '../../../src/rollout/release.js';

const now = 1_000_000;
const plan: Plan = {
  maxSurge: { machines: 1 },
  maxUnavailable: { machines: 0 },
  minReady: 30_000,
  progressDeadline: 600_000,
  pollInterval: 10_000,
};

const release: Release = {
  number: 7,
  group: 'web',
  claimant: { repository: 'o/r', actor: 'ben', commit: 'c', runUrl: 'u' },
  startedAt: now - 60_000,
  from: { templateId: 'lt-1', version: 1, imageId: 'ami-old' },
  to: { templateId: 'lt-1', version: 2, imageId: 'ami-new' },
  baseline: { desired: 3, max: 3 },
  direction: 'forward',
};

function machine(id: string, version: number, more: Partial<Machine> = {}): Machine {
  const imageId = version === 2 ? 'ami-new' : 'ami-old';
  const health = { healthy: true, healthySince: now - 60_000 };
  return { id, zone: 'a', stage: 'in-service', templateId: 'lt-1', version, imageId, ...health, ...more };
}

const sick = { healthy: false, healthySince: undefined };

function see(machines: Machine[], group: Partial<Group> = {}, more: Partial<Observation> = {}): Observation {
  const settings = {
    name: 'web',
    desired: 3,
    min: 1,
    max: 3,
    targetGroups: [],
    template: { id: 'lt-1', version: '2' },
  };
  return {
    now,
    machines,
    group: { ...settings, ...group },
    setbacks: [],
    release,
    superseded: false,
    lastProgress: now,
    ...more,
  };
}

const oldOnes = [machine('i-1', 1), machine('i-2', 1), machine('i-3', 1)];
const newOnes = [machine('i-4', 2), machine('i-5', 2), machine('i-6', 2)];
const back: Release = { ...release, direction: 'back', reason: 'bad', backOutcome: 'rolled-back' };

describe('decide, forward', () => {
  it('stops when another run has claimed the group', () => {
    expect(decide(see(oldOnes, {}, { superseded: true }), plan)).toEqual({ kind: 'stop' });
  });

  it('makes the version before anything points at it', () => {
    const { version: _, ...to } = { ...release.to };
    expect(decide(see(oldOnes, {}, { release: { ...release, to } }), plan)).toEqual({ kind: 'create-version' });
  });

  it('points a group on $Latest at the number', () => {
    const move = decide(see(oldOnes, { template: { id: 'lt-1', version: '$Latest' } }), plan);
    expect(move).toEqual({ kind: 'point-at', version: release.to });
  });

  it('raises the maximum in the same call as the size, and only as far as surge needs', () => {
    expect(decide(see(oldOnes), plan)).toEqual({ kind: 'resize', desired: 4, max: 4 });
    expect(decide(see(oldOnes, { max: 9 }), plan)).toEqual({ kind: 'resize', desired: 4 });
  });

  it('waits while the new machine is not healthy for min-ready', () => {
    const young = machine('i-4', 2, { healthySince: now - plan.minReady + 1 });
    expect(decide(see([...oldOnes, young], { desired: 4, max: 4 }), plan)).toEqual({ kind: 'wait' });
  });

  it('replaces an old machine by another new one while surge is still needed', () => {
    const move = decide(see([...oldOnes, machine('i-4', 2)], { desired: 4, max: 4 }), plan);
    expect(move).toEqual({ kind: 'retire', machines: [{ id: 'i-1', decrement: false }] });
  });

  it('shrinks the group with the last old machine', () => {
    const move = decide(see([machine('i-3', 1), ...newOnes], { desired: 4, max: 4 }), plan);
    expect(move).toEqual({ kind: 'retire', machines: [{ id: 'i-3', decrement: true }] });
  });

  it('retires old machines that serve nobody at once', () => {
    const move = decide(
      see([machine('i-1', 1, sick), machine('i-2', 1), machine('i-3', 1)], { desired: 4, max: 4 }),
      plan,
    );
    expect(move).toMatchObject({ kind: 'retire', machines: [{ id: 'i-1' }] });
  });

  it('keeps unhealthy machines while nobody is healthy: a load balancer sends requests to all then', () => {
    const all = oldOnes.map((each) => ({ ...each, ...sick }));
    expect(decide(see(all, { desired: 4, max: 4 }), plan)).toEqual({ kind: 'wait' });
  });

  it('takes turns between zones', () => {
    const zones = [
      machine('i-1', 1, { zone: 'a' }),
      machine('i-2', 1, { zone: 'a' }),
      machine('i-3', 1, { zone: 'b' }),
    ];
    const two = { ...plan, maxSurge: { machines: 2 } };
    const move = decide(see([...zones, machine('i-4', 2), machine('i-5', 2)], { desired: 5, max: 5 }), two);
    expect(move).toMatchObject({ machines: [{ id: 'i-1' }, { id: 'i-3' }] });
  });

  it('puts the maximum back, then ends', () => {
    expect(decide(see(newOnes, { max: 4 }), plan)).toEqual({ kind: 'resize', max: 3 });
    expect(decide(see(newOnes), plan)).toEqual({ kind: 'end', outcome: 'succeeded' });
  });

  it('ends unproven in a group without machines', () => {
    const empty = { ...release, baseline: { desired: 0, max: 3 } };
    expect(decide(see([], { desired: 0 }, { release: empty }), plan)).toEqual({ kind: 'end', outcome: 'unproven' });
  });

  it('turns back at a definite failure', () => {
    const move = decide(see(oldOnes, {}, { setbacks: ['A launch failed: bad key'] }), plan);
    expect(move).toEqual({ kind: 'turn-back', reason: 'A launch failed: bad key' });
  });

  it('turns back when nothing gets better for the progress deadline', () => {
    const move = decide(see(oldOnes, {}, { lastProgress: now - plan.progressDeadline }), plan);
    expect(move).toMatchObject({ kind: 'turn-back', reason: expect.stringContaining('ami-new') });
  });
});

describe('decide, back', () => {
  it('points at the predecessor before it retires anything', () => {
    const move = decide(see([...oldOnes, machine('i-4', 2, sick)], { desired: 4, max: 4 }, { release: back }), plan);
    expect(move).toEqual({ kind: 'point-at', version: release.from });
  });

  it('removes the bad machine together with the surge it came for', () => {
    const seen = see([...oldOnes, machine('i-4', 2, sick)], {
      desired: 4,
      max: 4,
      template: { id: 'lt-1', version: '1' },
    });
    const move = decide({ ...seen, release: back }, plan);
    expect(move).toEqual({ kind: 'retire', machines: [{ id: 'i-4', decrement: true }] });
  });

  it('ends as it was asked to: rolled back or aborted', () => {
    const seen = see(oldOnes, { template: { id: 'lt-1', version: '1' } });
    expect(decide({ ...seen, release: back }, plan)).toEqual({ kind: 'end', outcome: 'rolled-back', reason: 'bad' });
    const aborted = { ...back, backOutcome: 'aborted' as const };
    expect(decide({ ...seen, release: aborted }, plan)).toMatchObject({ outcome: 'aborted' });
  });

  it('asks for a person when the predecessor does not become healthy either', () => {
    const seen = see([machine('i-1', 1, sick)], {}, { release: back, lastProgress: now - plan.progressDeadline });
    expect(decide(seen, plan)).toMatchObject({ kind: 'end', outcome: 'needs-attention' });
  });
});

describe('decide, always', () => {
  const arbitraryMachine = fc
    .record({
      version: fc.constantFrom(1, 2),
      healthy: fc.boolean(),
      zone: fc.constantFrom('a', 'b'),
      stage: fc.constantFrom('starting' as const, 'in-service' as const, 'leaving' as const),
    })
    .map(({ version, zone, stage, healthy: wanted }) => {
      const healthy = wanted && stage === 'in-service';
      return machine('', version, { zone, stage, healthy, healthySince: healthy ? now - 60_000 : undefined });
    });
  const arbitraryFleet = fc
    .array(arbitraryMachine, { maxLength: 12 })
    .map((machines) => machines.map((each, index) => ({ ...each, id: `i-${index}` })));

  it('never retires below the floor in healthy machines', () => {
    fc.assert(
      fc.property(
        arbitraryFleet,
        fc.integer({ min: 0, max: 14 }),
        fc.nat(3),
        fc.nat(3),
        (machines, desired, surge, unavailable) => {
          const settings = { ...plan, maxSurge: { machines: surge }, maxUnavailable: { machines: unavailable } };
          const move = decide(see(machines, { desired, max: 20 }), settings);
          if (move.kind !== 'retire') return;
          const gone = new Set(move.machines.map(({ id }) => id));
          const healthy = machines.filter((each) => each.healthy);
          const left = healthy.filter(({ id }) => !gone.has(id)).length;
          if (left < healthy.length) expect(left).toBeGreaterThanOrEqual(3 - Math.min(3, unavailable));
          for (const { id, version } of machines) if (gone.has(id)) expect(version).toBe(1);
        },
      ),
    );
  });

  it('never shrinks the group below its size or its minimum', () => {
    fc.assert(
      fc.property(arbitraryFleet, fc.integer({ min: 1, max: 14 }), fc.nat(3), (machines, desired, surge) => {
        const settings = { ...plan, maxSurge: { machines: surge } };
        const move = decide(see(machines, { desired, max: 20, min: 1 }), settings);
        if (move.kind !== 'retire') return;
        const decrements = move.machines.filter(({ decrement }) => decrement).length;
        if (decrements > 0) expect(desired - decrements).toBeGreaterThanOrEqual(3);
      }),
    );
  });
});
