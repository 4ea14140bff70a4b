import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decide, sizeOf } from '../../../src/rollout/decide.js';
import type { Group, Machine, Observation } from '../../../src/rollout/observation.js';
import type { Plan } from '../../../src/rollout/plan.js';
import { heartbeat, type Release, type Surge } from '../../../src/rollout/release.js';

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
  heartbeatAt: now - 60_000,
  from: { templateId: 'lt-1', version: 1, imageId: 'ami-old' },
  to: { templateId: 'lt-1', version: 2, imageId: 'ami-new' },
  baseline: { desired: 3, max: 3 },
  surge: { machines: 1, from: 3, raised: true, max: 4 },
  direction: 'forward',
};
const { surge: _, ...fromTheStart } = release;

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

  it('gives a sign of life before the last one is old', () => {
    const quiet = { ...release, heartbeatAt: now - heartbeat.every };
    expect(decide(see(oldOnes, {}, { release: quiet }), plan)).toEqual({ kind: 'heartbeat' });
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
    const seen = see(oldOnes, {}, { release: fromTheStart });
    expect(decide(seen, plan)).toEqual({ kind: 'surge', machines: 1, from: 3, max: 4 });
    const roomy = see(oldOnes, { max: 9 }, { release: fromTheStart });
    expect(decide(roomy, plan)).toEqual({ kind: 'surge', machines: 1, from: 3 });
  });

  it('confirms a raise whose answer was lost before it does anything else', () => {
    const surge = { machines: 1, from: 3, raised: false };
    const seen = see(oldOnes, { desired: 4, max: 4 }, { release: { ...release, surge } });
    expect(decide(seen, plan)).toEqual({ kind: 'confirm-surge', surge });
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

  it('leaves a new machine alone whose image EC2 does not know yet', () => {
    const unknown = machine('i-4', 2, { ...sick, stage: 'starting', imageId: '' });
    expect(decide(see([...oldOnes, unknown], { desired: 4, max: 4 }), plan)).toEqual({ kind: 'wait' });
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
    const raised = { release: { ...release, surge: { machines: 2, from: 3, raised: true } } };
    const move = decide(see([...zones, machine('i-4', 2), machine('i-5', 2)], { desired: 5, max: 5 }, raised), two);
    expect(move).toMatchObject({ machines: [{ id: 'i-1' }, { id: 'i-3' }] });
  });

  it('retires by name what surge is left when the last old machine went by itself', () => {
    const move = decide(see([...newOnes, machine('i-7', 2, sick)], { desired: 4, max: 4 }), plan);
    expect(move).toEqual({ kind: 'retire', machines: [{ id: 'i-7', decrement: true }] });
  });

  it('keeps a scale-out that happened meanwhile', () => {
    const grown = [...newOnes, machine('i-7', 2), machine('i-8', 2), machine('i-3', 1)];
    const move = decide(see(grown, { desired: 6, max: 9 }), plan);
    expect(move).toEqual({ kind: 'retire', machines: [{ id: 'i-3', decrement: true }] });
    const after = see(
      grown.slice(0, 5),
      { desired: 5 },
      { release: { ...release, surge: { machines: 0, from: 3, raised: true } } },
    );
    expect(decide(after, plan)).toEqual({ kind: 'end', outcome: 'succeeded' });
  });

  it('keeps a maximum that somebody has set meanwhile', () => {
    expect(decide(see(newOnes, { max: 9 }), plan)).toEqual({ kind: 'end', outcome: 'succeeded' });
  });

  it('takes back a growth that only our room for surge made possible', () => {
    const grown = see([...newOnes, machine('i-7', 2)], { desired: 4, max: 4 });
    const release0 = { ...release, surge: { machines: 0, from: 3, raised: true, max: 4 } };
    expect(decide({ ...grown, release: release0 }, plan)).toMatchObject({
      kind: 'retire',
      machines: [{ decrement: true }],
    });
  });

  it('puts the maximum back, then ends', () => {
    expect(decide(see(newOnes, { max: 4 }), plan)).toEqual({ kind: 'restore-max', max: 3 });
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

  it('says at the deadline what AWS says of the machines, each trouble once', () => {
    const trouble = 'unhealthy, Health checks failed with these codes: [503]';
    const fresh = ['i-4', 'i-5'].map((id) => machine(id, 2, { ...sick, trouble }));
    const move = decide(see([...oldOnes, ...fresh], {}, { lastProgress: now - plan.progressDeadline }), plan);
    expect(move).toMatchObject({
      reason: expect.stringMatching(/\(progress-deadline\)\. i-4: unhealthy, .*\[503\]\.$/),
    });
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

  it('puts the maximum back before it asks for a person, as soon as the group fits', () => {
    const late = { release: back, lastProgress: now - plan.progressDeadline };
    const lone = [machine('i-1', 1, sick)];
    expect(decide(see(lone, { max: 4 }, late), plan)).toEqual({ kind: 'restore-max', max: 3 });
    expect(decide(see(lone, { max: 4, desired: 4 }, late), plan)).toMatchObject({ outcome: 'needs-attention' });
  });

  it('asks for a person when the predecessor does not become healthy either', () => {
    const seen = see([machine('i-1', 1, sick)], {}, { release: back, lastProgress: now - plan.progressDeadline });
    expect(decide(seen, plan)).toMatchObject({ kind: 'end', outcome: 'needs-attention' });
  });
});

describe('sizeOf', () => {
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
    const { group } = see([], { desired });
    expect(sizeOf({ group, release: { ...fromTheStart, ...(surge && { surge }) } })).toBe(size);
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

  const arbitrarySurge = fc.record({ machines: fc.nat(4), from: fc.nat(8), raised: fc.boolean() });
  const arbitraryView = fc.record({
    machines: arbitraryFleet,
    desired: fc.nat(14),
    surge: arbitrarySurge,
    min: fc.nat(4),
  });
  const arbitraryAmounts = fc.record({ maxSurge: fc.nat(3), maxUnavailable: fc.nat(3) });

  it('never retires below the floor in healthy machines, nor the group below its size or minimum', () => {
    fc.assert(
      fc.property(arbitraryView, arbitraryAmounts, ({ machines, desired, surge, min }, amounts) => {
        const seen = see(machines, { desired, min, max: 20 }, { release: { ...release, surge } });
        const settings = {
          ...plan,
          maxSurge: { machines: amounts.maxSurge },
          maxUnavailable: { machines: amounts.maxUnavailable },
        };
        const move = decide(seen, settings);
        if (move.kind !== 'retire') return;
        const size = sizeOf(seen);
        const gone = new Set(move.machines.map(({ id }) => id));
        const healthy = machines.filter((each) => each.healthy);
        const left = healthy.filter(({ id }) => !gone.has(id)).length;
        if (left < healthy.length) expect(left).toBeGreaterThanOrEqual(size - Math.min(size, amounts.maxUnavailable));
        const shrunk = move.machines.filter(({ decrement }) => decrement).length;
        if (shrunk > 0) expect(desired - shrunk).toBeGreaterThanOrEqual(Math.max(size, min));
      }),
      { numRuns: 1000 },
    );
  });
});
