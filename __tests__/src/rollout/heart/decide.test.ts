import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decide } from '../../../../src/rollout/heart/decide.js';
import type { Move } from '../../../../src/rollout/heart/move.js';
import type { Observation } from '../../../../src/rollout/heart/observation.js';
import { sizeOf } from '../../../../src/rollout/size/size.js';
import {
  after,
  aside,
  at,
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
  proving,
  raised,
  see,
  sick,
  starting,
} from '../seen.js';

type Row = readonly [rule: string, seen: Observation, move: Move];

const gone = (...ids: string[]) => ids.map((id) => ({ id, decrement: true }));
const replaced = (...ids: string[]) => ids.map((id) => ({ id, decrement: false }));
const givenUp = { ...sick, stillServes: true } as const;
const second = { ...at('2'), ...raised };

describe('decide prepares', () => {
  const { version: _, ...unmade } = { ...begun.to };
  const resting = planned(begun, { suspend: ['AZRebalance'] });
  it.each<Row>([
    [
      'lets the processes rest that nobody else has suspended',
      see(resting, oldOnes),
      { kind: 'suspend', processes: ['AZRebalance'] },
    ],
    [
      'makes the version before anything points at it',
      see({ ...begun, to: unmade }, oldOnes),
      { kind: 'create-version' },
    ],
  ])('%s', (_rule, seen, move) => expect(decide(seen)).toEqual(move));

  it('suspends nothing twice, and nothing once all is replaced', () => {
    const suspended = see(resting, oldOnes, { suspended: ['AZRebalance'] });
    const done = see(planned(proven, { suspend: ['AZRebalance'] }), newOnes, at('2'));
    for (const seen of [suspended, done]) expect(decide(seen)).not.toMatchObject({ kind: 'suspend' });
  });
});

describe('decide points the group at a version', () => {
  it.each<Row>([
    ['at the new one while the first wave launches', see(begun, oldOnes), { kind: 'point-at', version: after }],
    [
      'at the proven one as soon as the first wave is launched',
      see(proving, [...oldOnes, machine('i-4', 2, starting)], second),
      { kind: 'point-at', version: before },
    ],
    ['at the new one for good once it has soaked', see(proven, newOnes), { kind: 'point-at', version: after }],
    ['by its number, never by $Latest', see(proven, newOnes, at('$Latest')), { kind: 'point-at', version: after }],
    [
      'at the predecessor on the way back, before it retires anything',
      see(back, [...oldOnes, machine('i-4', 2, sick)], second),
      { kind: 'point-at', version: before },
    ],
  ])('%s', (_rule, seen, move) => expect(decide(seen)).toEqual(move));
});

describe('decide raises the group', () => {
  const launching = at('2');
  it.each<Row>([
    [
      'by the surge of the wave, and the maximum only as far as that needs',
      see(begun, oldOnes, launching),
      { kind: 'surge', machines: 1, from: 3, max: 4 },
    ],
    ['within its own maximum', see(begun, oldOnes, { ...launching, max: 9 }), { kind: 'surge', machines: 1, from: 3 }],
    [
      'no further than the wave needs',
      see(
        planned(begun, { waves: [{ machines: 1 }, { percent: 100 }], maxSurge: { machines: 3 } }),
        oldOnes,
        launching,
      ),
      { kind: 'surge', machines: 1, from: 3, max: 4 },
    ],
    ['not again while a raise stands', see(proving, oldOnes, second), { kind: 'wait' }],
    [
      'not at all where the maximum may not be raised',
      see(planned(begun, { raiseMax: false }), oldOnes, launching),
      { kind: 'wait' },
    ],
    [
      'and asks a person when it has waited long enough for room',
      see(planned(begun, { raiseMax: false }), oldOnes, launching, {
        standstill: { direction: 'hold', reason: 'It is full.' },
      }),
      { kind: 'note', changes: { direction: 'hold', reason: 'It is full.' }, say: 'It is full.' },
    ],
    [
      'and makes room instead where one less may serve',
      see(planned(begun, { raiseMax: false, maxUnavailable: { machines: 1 } }), oldOnes, launching),
      { kind: 'retire', machines: replaced('i-1') },
    ],
  ])('%s', (_rule, seen, move) => expect(decide(seen)).toEqual(move));
});

describe('decide replaces machines', () => {
  const [one, two, three] = oldOnes as [(typeof oldOnes)[0], (typeof oldOnes)[0], (typeof oldOnes)[0]];
  const fresh = machine('i-4', 2);
  const zoned = [machine('i-1', 1), machine('i-2', 1), machine('i-3', 1, { zone: 'b' })];
  const twice = { ...planned(proven, { maxSurge: { machines: 2 } }), surge: { machines: 2, from: 3, raised: true } };
  const keeping = planned(proven, { keepPrevious: 60_000 });
  it.each<Row>([
    [
      'waits until one has been healthy for min-ready',
      see(proven, [...oldOnes, machine('i-4', 2, { healthySince: now - plan.minReady + 1 })], second),
      { kind: 'wait' },
    ],
    [
      'one old for one new while surge is still needed',
      see(proven, [...oldOnes, fresh], second),
      { kind: 'retire', machines: replaced('i-1') },
    ],
    [
      'and shrinks the group with the last',
      see(proven, [three, ...newOnes], second),
      { kind: 'retire', machines: gone('i-3') },
    ],
    [
      'with all the surge that the wave may have: what a smaller wave has left of it is given up first',
      see({ ...planned(proven, { maxSurge: { machines: 2 } }) }, [...oldOnes, fresh], second),
      { kind: 'retire', machines: gone('i-1') },
    ],
    [
      'but gives none up while more machines are on their way',
      see(
        { ...planned(proven, { maxSurge: { machines: 2 } }) },
        [two, three, fresh, machine('i-5', 2, starting), machine('i-1', 1)],
        second,
      ),
      { kind: 'retire', machines: replaced('i-2') },
    ],
    [
      'those that serve nobody at once',
      see(proven, [machine('i-1', 1, sick), two, three], second),
      { kind: 'retire', machines: replaced('i-1') },
    ],
    [
      'but not one that served a moment ago: a balancer that was blind may see it again',
      see(proven, [machine('i-1', 1, { ...sick, unhealthySince: now - 20_000 }), two, three], second),
      { kind: 'wait' },
    ],
    [
      'but none while nobody is healthy: a load balancer sends requests to all then',
      see(
        proven,
        oldOnes.map((each) => ({ ...each, ...sick })),
        second,
      ),
      { kind: 'wait' },
    ],
    [
      'but for as many as may be missing, where no surge can come first',
      see(
        planned(proven, { maxSurge: { machines: 0 }, maxUnavailable: { machines: 1 } }),
        oldOnes.map((each) => ({ ...each, ...sick })),
        at('2'),
      ),
      { kind: 'retire', machines: replaced('i-1') },
    ],
    [
      'but not one that its group alone has given up: it serves users still',
      see(proven, [machine('i-1', 1, givenUp), two, three], second),
      { kind: 'wait' },
    ],
    [
      'which goes before others, as soon as one more serves',
      see(proven, [one, machine('i-2', 1, givenUp), three, fresh], second),
      { kind: 'retire', machines: replaced('i-2') },
    ],
    [
      'but not for a new one that only one of its load balancers finds healthy yet',
      see(proven, [one, machine('i-2', 1, givenUp), three, machine('i-4', 2, givenUp)], second),
      { kind: 'wait' },
    ],
    [
      'on the way back also where only one load balancer finds the predecessors healthy',
      see(
        { ...back, wavesDone: 1 },
        [one, machine('i-2', 1, givenUp), machine('i-3', 1, givenUp), machine('i-4', 2, givenUp)],
        raised,
      ),
      { kind: 'retire', machines: gone('i-4') },
    ],
    [
      'the well ones only when no load balancer is left with fewer than the floor, whatever zone they are in',
      see(
        twice,
        [machine('i-1', 1, givenUp), machine('i-2', 1, givenUp), ...zoned.slice(2), fresh, machine('i-5', 2)],
        { ...at('2'), desired: 5, max: 5 },
      ),
      { kind: 'retire', machines: [...gone('i-1'), ...replaced('i-2')] },
    ],
    [
      'none that works while the version is to be proven',
      see(proving, [...oldOnes, machine('i-4', 2, starting)], raised),
      { kind: 'wait' },
    ],
    [
      'in turns between zones',
      see(twice, [...zoned, fresh, machine('i-5', 2)], { ...at('2'), desired: 5, max: 5 }),
      { kind: 'retire', machines: [...gone('i-1'), ...replaced('i-3')] },
    ],
    [
      'into standby where they are kept for an undo',
      see(keeping, [...oldOnes, fresh], second),
      { kind: 'set-aside', machines: replaced('i-1') },
    ],
    [
      'but keeps none that is sick',
      see(keeping, [machine('i-1', 1, sick), two, fresh, machine('i-5', 2)], second),
      { kind: 'retire', machines: replaced('i-1') },
    ],
    [
      'nor any that its group has given up',
      see(keeping, [machine('i-1', 1, givenUp), two, three, fresh], second),
      { kind: 'retire', machines: replaced('i-1') },
    ],
    [
      'by name what surge is left, and first what its group has given up',
      see(proven, [...newOnes, machine('i-7', 2, givenUp)], second),
      { kind: 'retire', machines: gone('i-7') },
    ],
    [
      'by name what surge is left when the last old one went by itself',
      see(proven, [...newOnes, machine('i-7', 2, sick)], second),
      { kind: 'retire', machines: gone('i-7') },
    ],
    [
      'not one whose image EC2 does not know yet',
      see(proven, [one, two, ...newOnes.slice(0, 1), machine('i-5', 2, { ...starting, imageId: '' })], second),
      { kind: 'wait' },
    ],
  ])('%s', (_rule, seen, move) => expect(decide(seen)).toEqual(move));

  it.each([
    ['twenty between two looks, a call each', 0, 'retire', 20],
    ['ten times as many where twenty go at a call', 60_000, 'set-aside', 200],
  ] as const)('%s', (_how, keepPrevious, kind, count) => {
    const many = (version: 1 | 2) =>
      Array.from({ length: 300 }, (_, index) => machine(`i-${version}-${index}`, version));
    const { surge: _, ...whole } = planned(proven, { keepPrevious, maxSurge: { percent: 100 } });
    const seen = see(whole, [...many(1), ...many(2)], { ...at('2'), desired: 300, max: 600 });
    expect(decide({ ...seen, size: 300 })).toMatchObject({ kind, machines: { length: count } });
  });

  it('keeps a scale-out that happened meanwhile', () => {
    const grown = [...newOnes, machine('i-7', 2), machine('i-8', 2), three];
    expect(decide(see(proven, grown, { ...at('2'), desired: 6, max: 9 }))).toEqual({
      kind: 'retire',
      machines: gone('i-3'),
    });
    const after = { ...proven, surge: { machines: 0, from: 3, raised: true } };
    const ended = { kind: 'end', changes: { outcome: 'succeeded' } };
    expect(decide(see(after, grown.slice(0, 5), { ...at('2'), desired: 5, max: 9 }))).toEqual(ended);
  });

  it('takes back a growth that only our room for surge made possible', () => {
    const after = { ...proven, surge: { machines: 0, from: 3, raised: true, max: 4 } };
    const seen = see(after, [...newOnes, machine('i-7', 2)], second);
    expect(decide(seen)).toEqual({ kind: 'retire', machines: gone('i-4') });
  });
});

describe('decide ends a wave', () => {
  const soaking = planned(proving, { soak: 120_000, waves: [{ machines: 1 }, { percent: 100 }] });
  const served = [...oldOnes, machine('i-4', 2)];
  const since = (age: number) => ({ ...soaking, soak: { wave: 0, since: now - age } });
  const pausing = planned(proven, { pauseAfter: 1, waves: [{ machines: 1 }, { percent: 100 }], soak: 60_000 });
  it.each<Row>([
    [
      'with its time under traffic',
      see(soaking, served, raised),
      { kind: 'note', changes: { soak: { wave: 0, since: now } } },
    ],
    ['and waits for that', see(since(119_999), served, raised), { kind: 'wait' }],
    ['then the version is proven', see(since(120_000), served, raised), { kind: 'note', changes: { wavesDone: 1 } }],
    [
      'and passes over waves that are no larger in a group of this size',
      see(
        planned(since(120_000), { waves: [{ machines: 1 }, { percent: 10 }, { percent: 30 }, { percent: 100 }] }),
        served,
        raised,
      ),
      { kind: 'note', changes: { wavesDone: 3 } },
    ],
    [
      'with the maximum put back before it soaks without surge, or while it does',
      see({ ...since(10_000), wavesDone: 1 }, newOnes, { ...at('2'), max: 4 }),
      { kind: 'restore-max', max: 3 },
    ],
    ['but not while its surge is out', see(since(10_000), served, raised), { kind: 'wait' }],
    ['at once without a soak', see(proving, served, raised), { kind: 'note', changes: { wavesDone: 1 } }],
    [
      'and rests until it is resumed, with the settings put back',
      see(
        { ...pausing, surge: { machines: 0, from: 3, raised: true } },
        [...oldOnes.slice(1), machine('i-4', 2)],
        at('2'),
      ),
      {
        kind: 'rest',
        changes: { rests: { kind: 'paused', until: now + 86_400_000 }, suspended: [] },
        say: 'Paused.',
      },
    ],
    [
      'never with the wrong maximum',
      see(
        { ...pausing, surge: { machines: 0, from: 3, raised: true, max: 4 } },
        [...oldOnes.slice(1), machine('i-4', 2)],
        { ...at('2'), max: 4 },
      ),
      { kind: 'restore-max', max: 3 },
    ],
  ])('%s', (_rule, seen, move) => expect(decide(seen)).toEqual(move));
});

describe('decide ends a rollout', () => {
  const kept = { ...planned(proven, { keepPrevious: 60_000 }), surge: { machines: 0, from: 3, raised: true } };
  const asideOnes = [machine('i-1', 1, aside), machine('i-2', 1, { ...aside, isKept: false })];
  it.each<Row>([
    ['with the maximum put back', see(proven, newOnes, { ...at('2'), max: 4 }), { kind: 'restore-max', max: 3 }],
    [
      'but keeps one that somebody has set meanwhile',
      see(proven, newOnes, { ...at('2'), max: 9 }),
      { kind: 'end', changes: { outcome: 'succeeded' } },
    ],
    [
      'with its processes awake',
      see({ ...proven, suspended: ['AZRebalance'] }, newOnes, { ...at('2'), suspended: ['AZRebalance', 'Launch'] }),
      { kind: 'resume', processes: ['AZRebalance'] },
    ],
    ['succeeded', see(proven, newOnes, at('2')), { kind: 'end', changes: { outcome: 'succeeded' } }],
    [
      'succeeded, with the predecessors kept until then',
      see(kept, [...newOnes, ...asideOnes], at('2')),
      { kind: 'end', changes: { outcome: 'succeeded', keptUntil: now + 60_000 } },
    ],
    [
      'without what it has put aside for nobody',
      see({ ...kept, plan }, [...newOnes, ...asideOnes], at('2')),
      { kind: 'retire', machines: replaced('i-1') },
    ],
    [
      'unproven without machines',
      see({ ...begun, baseline: { desired: 0, max: 3 } }, [], { ...at('2'), desired: 0 }),
      { kind: 'end', changes: { outcome: 'unproven' } },
    ],
  ])('%s', (_rule, seen, move) => expect(decide(seen)).toEqual(move));
});

describe('decide goes back', () => {
  const undo = { ...planned(begun, { keepPrevious: 0 }), isUndo: true, from: after, to: before };
  const asideOnes = ['i-1', 'i-2'].map((id) => machine(id, 1, aside));
  it.each<Row>([
    [
      'without the bad machine and the surge it came for',
      see(back, [...oldOnes, machine('i-4', 2, sick)], raised),
      { kind: 'retire', machines: gone('i-4') },
    ],
    [
      'with the machines that were kept',
      see(back, [machine('i-3', 1), ...asideOnes, machine('i-4', 2), machine('i-5', 2)], raised),
      { kind: 'restore', ids: ['i-1', 'i-2'], max: 6 },
    ],
    [
      'undoing, with the machines that were kept',
      see(undo, [...newOnes, ...asideOnes]),
      { kind: 'restore', ids: ['i-1', 'i-2'], max: 5 },
    ],
    ['to rolled back', see(back, oldOnes), { kind: 'end', changes: { outcome: 'rolled-back' } }],
    ['to aborted', see({ ...back, backOutcome: 'aborted' }, oldOnes), { kind: 'end', changes: { outcome: 'aborted' } }],
  ])('%s', (_rule, seen, move) => expect(decide(seen)).toEqual(move));
});

describe('decide passes a verdict on', () => {
  const late = { lastProgress: now - plan.progressDeadline };
  const lone = [machine('i-1', 1, sick)];
  it('turns as the judge says', () => {
    const move = decide(see(begun, oldOnes, {}, { setbacks: ['A launch failed: bad key'] }));
    const reason = 'A launch failed: bad key';
    expect(move).toEqual({
      kind: 'note',
      changes: { direction: 'back', backOutcome: 'rolled-back', reason },
      say: reason,
    });
  });

  it('puts the settings back before it asks for a person, as soon as the group fits', () => {
    expect(decide(see(back, lone, { max: 4 }, late))).toEqual({ kind: 'restore-max', max: 3 });
    const absent = { kind: 'give-up', machines: 1, from: 4 };
    expect(decide(see(back, lone, { max: 4, desired: 4 }, late))).toEqual(absent);
    expect(decide(see(back, lone, { max: 3 }, late))).toMatchObject({
      kind: 'end',
      changes: { outcome: 'needs-attention', reason: expect.stringContaining('progress-deadline') },
    });
  });

  it('leaves one on hold to a person, with its reason', () => {
    const changes = { direction: 'hold', outcome: 'needs-attention', reason: 'bad' };
    expect(decide(see({ ...back, direction: 'hold' }, oldOnes))).toEqual({ kind: 'end', changes });
  });
});

describe('decide, always', () => {
  const arbitraryMachine = fc
    .record({
      version: fc.constantFrom(1 as const, 2 as const),
      healthy: fc.boolean(),
      zone: fc.constantFrom('a', 'b'),
      stage: fc.constantFrom('starting' as const, 'waiting' as const, 'in-service' as const, 'leaving' as const),
    })
    .map(({ version, zone, stage, healthy: wanted }) => {
      const healthy = wanted && stage === 'in-service';
      return machine('', version, { zone, stage, healthy, healthySince: healthy ? now - 60_000 : undefined });
    });
  const arbitraryFleet = fc
    .array(arbitraryMachine, { maxLength: 12 })
    .map((machines) => machines.map((each, index) => ({ ...each, id: `i-${index}` })));
  const arbitraryView = fc.record({
    machines: arbitraryFleet,
    desired: fc.nat(14),
    surge: fc.record({ machines: fc.nat(4), from: fc.nat(8), raised: fc.boolean() }),
    min: fc.nat(4),
    wavesDone: fc.nat(2),
    direction: fc.constantFrom('forward' as const, 'back' as const),
    keepPrevious: fc.constantFrom(0, 60_000),
    version: fc.constantFrom('1', '2'),
  });
  const arbitraryAmounts = fc.record({ maxSurge: fc.nat(3), maxUnavailable: fc.nat(3) });

  it('never takes serving machines below the floor, nor the group below its size or minimum', () => {
    fc.assert(
      fc.property(arbitraryView, arbitraryAmounts, (view, { maxSurge, maxUnavailable }) => {
        const { machines, desired, surge, min, wavesDone, direction, keepPrevious, version } = view;
        const amounts = { maxSurge: { machines: maxSurge }, maxUnavailable: { machines: maxUnavailable } };
        const release = { ...planned(begun, { ...amounts, keepPrevious }), surge, wavesDone, direction };
        const seen = see(release, machines, { ...at(version), desired, min, max: 20 });
        const move = decide(seen);
        if (move.kind !== 'retire' && move.kind !== 'set-aside') return;
        const size = sizeOf(seen);
        const leaving = new Set(move.machines.map(({ id }) => id));
        const healthy = machines.filter((each) => each.healthy);
        const left = healthy.filter(({ id }) => !leaving.has(id)).length;
        if (left < healthy.length) expect(left).toBeGreaterThanOrEqual(size - Math.min(size, maxUnavailable));
        const shrunk = move.machines.filter(({ decrement }) => decrement).length;
        if (shrunk > 0) expect(desired - shrunk).toBeGreaterThanOrEqual(Math.max(size, min));
      }),
      { numRuns: 2000 },
    );
  });
});
