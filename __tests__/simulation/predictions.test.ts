import { describe, expect, it } from '@jest/globals';
import type { Plan } from '../../src/rollout/heart/plan.js';
import type { Forecast } from '../../src/rollout/rehearsal/forecast.js';
import { measure } from '../../src/rollout/rehearsal/rehearsal.js';
import { timelineOf } from '../../src/rollout/rehearsal/timeline.js';
import type { Figures } from '../../src/rollout/telling/meter.js';
import { forecastOf, predictionOf } from './dry-run-stage.js';
import { kindOf } from './kinds.js';
import { SimulatedRollout } from './simulated-rollout.js';
import { kindFor, planOf, type StrategyName, strategyNames } from './strategies.js';

/** What is said of one rollout: by a dry run, by the run itself before it begins and at its end, and by the world's own log. */
interface Told {
  readonly page: Forecast;
  readonly predicted: Figures;
  readonly seen: Figures;
  readonly truth: Figures;
}

/** A group whose boot times an earlier release of the same kind has told. */
async function groupOf(strategy: StrategyName, machines: number, plan: Plan): Promise<SimulatedRollout> {
  const kind = kindFor(strategy);
  const groupInput = kind && kindOf(kind).groupInput;
  const hasTwin = plan.strategy === 'two-group';
  const rollout = new SimulatedRollout({ seed: 1, machines, plan, hasTwin, ...(groupInput && { groupInput }) });
  await rollout.rollOut();
  // What it has kept for an undo goes.
  rollout.clock.advance(3_600_000);
  await rollout.clock.run(rollout.runner().deployment.repair(() => undefined));
  rollout.clock.advance(900_000);
  return rollout;
}

async function allSaidOf(strategy: StrategyName, machines: number, changes: Partial<Plan> = {}): Promise<Told> {
  const plan = { ...planOf(strategy), ...changes };
  const rollout = await groupOf(strategy, machines, plan);
  const { clock, pair, world, region } = rollout;
  const imageId = rollout.addImage('next');
  const page = await forecastOf(rollout, plan, imageId, machines > 100 ? 1 : 3, pair);
  const predicted = await predictionOf(rollout, plan);
  const { step } = rollout.runner();
  const deployment = rollout.deploymentOf(step, 'somebody', undefined, { predict: async () => predicted });
  const began = clock.now();
  const ended = await clock.run(deployment.run({ imageId }, () => undefined));
  expect(ended.outcome).toBe('succeeded');
  const duration = clock.now() - began;
  const finalSize = Math.max(...[...region.autoScaling.groups.values()].map(({ desired }) => desired));
  clock.advance(3_600_000);
  const span = { size: machines, finalSize, duration, keepPrevious: plan.keepPrevious };
  const truth = { duration, ...measure(timelineOf(world.log.events, began, 1), span) };
  expect(deployment.summarize(ended)).toContain('| Until its end | Predicted | Actual |');
  return { page, predicted: ended.predicted as Figures, seen: ended.seen as Figures, truth };
}

/** Machine-minutes: a handful of machines more or less for a minute or two says nothing of a small group. */
function expectAlike(one: number, other: number, share: number, atLeast: number): void {
  expect(Math.abs(one - other)).toBeLessThanOrEqual(Math.max(atLeast, share * other));
}

/** How far a prediction may be off, as a share of what came; machines and machine-minutes by a few at least. */
function expectForeseen(foreseen: Omit<Figures, 'duration'>, truth: Figures, within: number): void {
  expectAlike(foreseen.peak, truth.peak, within, 2);
  expectAlike(foreseen.extraMachineMinutes, truth.extraMachineMinutes, within, 4);
  expectAlike(foreseen.leastServing, truth.leastServing, 0.1, 1);
}

describe('what is foreseen of machines, their cost and their service', () => {
  it.each(strategyNames)('comes true in a small group: %s', async (strategy) => {
    const { page, predicted, seen, truth } = await allSaidOf(strategy, 8);
    expectForeseen(page, truth, 0.35);
    expectForeseen(predicted, seen, 0.35);
    // What still drains at its end, and what comes and goes between two looks, a run does not see.
    expectForeseen(seen, truth, 0.15);
    expectAlike(page.duration.typical, truth.duration, 0.5, 0);
    expectAlike(predicted.duration, seen.duration, 0.5, 0);
  });

  const quarter = { maxSurge: { percent: 25 } } as const;
  const large: readonly (readonly [StrategyName, Partial<Plan>])[] = [
    ['rolling', quarter],
    ['two-group', {}],
  ];

  it.each(large)(
    'comes true in a group of 120: %s',
    async (strategy, changes) => {
      const { page, predicted, seen, truth } = await allSaidOf(strategy, 120, changes);
      for (const [foreseen, came] of [
        [page, truth],
        [predicted, seen],
        [seen, truth],
      ] as const) {
        expectForeseen(foreseen, came, 0.15);
      }
      expectAlike(page.duration.typical, truth.duration, 0.25, 0);
      expectAlike(predicted.duration, seen.duration, 0.25, 0);
    },
    60_000,
  );

  it('is foreseen of a group whose machines each stand for several, but not where one at a time is none of them', async () => {
    const rollout = new SimulatedRollout({ seed: 1, machines: 400 });
    const plan = { ...planOf('rolling'), ...quarter };
    expect(await predictionOf(rollout, plan)).toMatchObject({ leastServing: 400, peak: expect.any(Number) });
    expect(await predictionOf(rollout, { ...plan, maxSurge: { machines: 1 } })).toBeUndefined();
  });
});

describe('a prediction', () => {
  const slow = { boot: [500_000, 700_000] } as const;
  const plan: Plan = { ...planOf('rolling'), maxSurge: { percent: 25 }, progressDeadline: 600_000 };
  delete (plan as { bootAllowance?: number }).bootAllowance;

  it('goes by what past releases say of boots, and says nothing where its rehearsal turns back', async () => {
    const patient = { ...plan, progressDeadline: 3_600_000 };
    const world = { seed: 5, machines: 12, maxSize: 24, gracePeriod: 1200, newImage: slow };
    const rollout = new SimulatedRollout({ ...world, plan: patient });
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
    rollout.clock.advance(900_000);
    expect(await predictionOf(rollout, plan)).toBeUndefined();

    const predict = async (complete: Plan) => {
      expect(complete.progressDeadline).toBeGreaterThan(600_000);
      return predictionOf(rollout, complete);
    };
    const deployment = rollout.deploymentOf(rollout.runner().step, 'next', undefined, { plan, predict });
    const own = deployment.run({ imageId: rollout.addImage('next', slow) }, () => undefined);
    const { outcome, predicted, seen } = await rollout.clock.run(own);
    expect(outcome).toBe('succeeded');
    expect(Number(predicted?.duration) / Number(seen?.duration)).toBeCloseTo(1, 0);
  });
});
