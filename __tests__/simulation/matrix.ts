import type { Outcome } from '../../src/rollout/deployment.js';
import { type ImageName, images, type Scenario } from './scenario.js';
import { planOf, type StrategyName, strategyNames } from './strategies.js';

/** Where a group stands when a deployment begins, and what happens to its size meanwhile. */
export const situations = {
  'at minimum': { machines: 2, minSize: 2, maxSize: 6 },
  'half scaled': { machines: 4, minSize: 2, maxSize: 6 },
  'at maximum': { machines: 4, minSize: 2, maxSize: 4 },
  'scale-out in mid-deployment': { machines: 3, minSize: 2, maxSize: 8, scaling: [{ after: 100, by: 2 }] },
  'scale-in in mid-deployment': { machines: 4, minSize: 2, maxSize: 6, scaling: [{ after: 100, by: -2 }] },
} as const satisfies Readonly<Record<string, Partial<Scenario>>>;

export type SituationName = keyof typeof situations;

/** Long enough to see an image break that breaks after two minutes. */
const longSoak = 150_000;

/** One cell of the matrix: a story, and how it must end. */
export interface Cell {
  readonly image: ImageName;
  readonly situation: SituationName;
  readonly strategy: StrategyName;
  readonly scenario: Scenario;
  readonly outcome: Outcome;
}

/** Every image in every situation with every strategy. */
export function matrix(): readonly Cell[] {
  return strategyNames.flatMap((strategy) =>
    (Object.keys(situations) as SituationName[]).flatMap((situation) =>
      (Object.keys(images) as ImageName[]).map((image) => cell(strategy, situation, image)),
    ),
  );
}

function cell(strategy: StrategyName, situation: SituationName, image: ImageName): Cell {
  const isGated = planOf(strategy).gate.kind !== 'none';
  const isGood = image.startsWith('broken') ? false : image !== 'good, but not for its gate' || !isGated;
  const ownPlan = image === 'broken after 2 minutes' ? { plan: { soak: longSoak } } : {};
  const scenario = { seed: 5, strategy, image, ...situations[situation], ...ownPlan };
  return { image, situation, strategy, scenario, outcome: isGood ? 'succeeded' : 'rolled-back' };
}
