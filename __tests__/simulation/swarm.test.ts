import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SimulatedRollout } from './simulated-rollout.js';

const amount = fc.oneof(fc.record({ machines: fc.nat(4) }), fc.record({ percent: fc.nat(100) }));

/** A throttled call has no effect (that is what the word says); any other failure may come after it as well. */
const fault = fc.record({
  probability: fc.constantFrom(0.02, 0.1),
  status: fc.constant(500),
  kind: fc.oneof(
    fc.constant({ error: 'throttle', when: 'before' as const }),
    fc.record({
      error: fc.constantFrom('reset', 'empty', 'InternalFailure', 'ResourceContention'),
      when: fc.constantFrom('before' as const, 'after' as const),
    }),
  ),
});

const scenario = fc.record({
  seed: fc.nat(1_000_000),
  machines: fc.integer({ min: 1, max: 9 }),
  headroom: fc.nat(4),
  profile: fc.constantFrom('fast' as const, 'realistic' as const, 'nasty' as const),
  maxSurge: amount,
  isBad: fc.boolean(),
  hidesImages: fc.boolean(),
  pollInterval: fc.integer({ min: 1, max: 40 }),
  scaling: fc.record({ seconds: fc.nat(600), by: fc.integer({ min: -2, max: 3 }) }),
  faults: fc.array(fault, { maxLength: 2 }),
  kill: fc.option(fc.record({ call: fc.nat(150), when: fc.constantFrom('before' as const, 'after' as const) })),
});

const runs = Number(process.env.STEADFLEET_SEEDS ?? 100);

it('whatever the group, the plan, the day, the faults and the moment of a kill: users notice nothing and it ends whole', async () => {
  const property = fc.asyncProperty(
    scenario,
    async ({ isBad, maxSurge, headroom, pollInterval, kill, faults, scaling, ...settings }) => {
      const rollout = new SimulatedRollout({
        ...settings,
        minSize: 1,
        maxSize: settings.machines + headroom,
        newImage: isBad ? { answers: 'never' } : {},
        plan: { maxSurge, pollInterval: pollInterval * 1_000, progressDeadline: 1_200_000 },
      });
      const { DesiredCapacity = 0, MinSize, MaxSize } = rollout.group();
      let scaledBy = 0;
      rollout.clock.schedule(scaling.seconds * 1_000, () => {
        if (rollout.scaleBy(scaling.by)) scaledBy = scaling.by;
      });
      rollout.strike(faults.map(({ kind, ...rule }) => ({ ...rule, ...kind })));
      const { outcome } = await rollout.rollOut(kill ?? undefined);
      rollout.faults.clear();
      expect(outcome === 'rolled-back').toBe(isBad);
      expect(rollout.imagesInService()).toEqual([isBad ? rollout.starter.imageId : rollout.newImageId]);
      const { DesiredCapacity: size = 0, ...group } = rollout.group();
      expect(group).toMatchObject({ MinSize, MaxSize });
      const isCertain = faults.length === 0 && !kill;
      if (scaledBy === 0) expect(size).toBe(DesiredCapacity);
      // A lost answer together with a change of size by as many machines cannot be told from the outside.
      else if (isCertain) {
        expect(size).toBeGreaterThanOrEqual(DesiredCapacity + scaledBy);
        expect(size).toBeLessThanOrEqual(DesiredCapacity + Math.max(0, scaledBy));
      }
      // A scale-in chooses its own victims, the oldest template's first: what it takes from users is not ours.
      if (scaledBy >= 0) expect(rollout.traffic.failed).toBe(0);
    },
  );
  await fc.assert(property, { numRuns: runs, seed: 20_261_121 });
}, 600_000);
