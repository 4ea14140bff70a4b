import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SimulatedRollout } from './simulated-rollout.js';

const amount = fc.oneof(fc.record({ machines: fc.nat(4) }), fc.record({ percent: fc.nat(100) }));

const fault = fc.record({
  probability: fc.constantFrom(0.02, 0.1),
  when: fc.constantFrom('before' as const, 'after' as const),
  error: fc.constantFrom('throttle', 'reset', 'empty', 'InternalFailure', 'ResourceContention'),
  status: fc.constant(500),
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
  faults: fc.array(fault, { maxLength: 2 }),
  kill: fc.option(fc.record({ call: fc.nat(150), when: fc.constantFrom('before' as const, 'after' as const) })),
});

const runs = Number(process.env.STEADFLEET_SEEDS ?? 100);

it('whatever the group, the plan, the day, the faults and the moment of a kill: users notice nothing and it ends whole', async () => {
  const property = fc.asyncProperty(
    scenario,
    async ({ isBad, maxSurge, headroom, pollInterval, kill, faults, ...settings }) => {
      const rollout = new SimulatedRollout({
        ...settings,
        maxSize: settings.machines + headroom,
        newImage: isBad ? { answers: 'never' } : {},
        plan: { maxSurge, pollInterval: pollInterval * 1_000, progressDeadline: 1_200_000 },
      });
      const { DesiredCapacity, MinSize, MaxSize } = rollout.group();
      rollout.strike(faults);
      const { outcome } = await rollout.rollOut(kill ?? undefined);
      rollout.faults.clear();
      expect(outcome === 'rolled-back').toBe(isBad);
      expect(rollout.imagesInService()).toEqual([isBad ? rollout.starter.imageId : rollout.newImageId]);
      expect(rollout.group()).toMatchObject({ DesiredCapacity, MinSize, MaxSize });
      expect(rollout.traffic.failed).toBe(0);
    },
  );
  await fc.assert(property, { numRuns: runs, seed: 20_261_121 });
}, 600_000);
