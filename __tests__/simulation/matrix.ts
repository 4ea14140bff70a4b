import type { Outcome } from '../../src/rollout/deployment.js';
import { type ImageName, images, type Scenario } from './scenario.js';
import { planOf, type StrategyName, strategyNames } from './strategies.js';

/** Where a group stands when a deployment begins, and what happens to its size meanwhile, in seconds after its beginning. */
const situations = {
  'at minimum': { machines: 2, minSize: 2, maxSize: 6 },
  'half scaled': { machines: 4, minSize: 2, maxSize: 6 },
  'at maximum': { machines: 4, minSize: 2, maxSize: 4 },
  'scale-out in mid-deployment': { machines: 3, minSize: 2, maxSize: 8, by: 2 },
  'scale-in in mid-deployment': { machines: 4, minSize: 2, maxSize: 6, by: -2 },
  'set to more in mid-deployment': { machines: 3, minSize: 2, maxSize: 8, to: 7 },
  'set to fewer in mid-deployment': { machines: 4, minSize: 2, maxSize: 6, to: 2 },
} as const satisfies Readonly<Record<string, Situation>>;

interface Situation extends Pick<Scenario, 'machines' | 'minSize' | 'maxSize'> {
  readonly machines: number;
  /** A policy adds or takes so many. */
  readonly by?: number;
  /** A person sets this number. */
  readonly to?: number;
}

export type SituationName = keyof typeof situations;

/**
 * How many machines of surge are out while the first wave launches. What a policy takes comes off them first: it may have been
 * asked for because there are more machines than the load needs, and the size must not shrink for that.
 */
const surgeOut: Readonly<Record<StrategyName, number>> = {
  rolling: 2,
  'rolling without surge': 0,
  'rolling behind a gate': 2,
  canary: 1,
  'canary behind a gate': 1,
  'blue-green': 4,
  'blue-green, kept': 4,
  'two-group': 0,
  'two-group behind a gate, kept': 0,
  'instance-refresh': 0,
  'replace-root-volume': 0,
};

/** Long enough to see an image break that breaks after two minutes. */
const longSoak = 150_000;

/** One cell of the matrix: a story, and how it must end. */
export interface Cell {
  readonly image: ImageName;
  readonly situation: SituationName;
  readonly strategy: StrategyName;
  readonly scenario: Scenario;
  readonly outcome: Outcome;
  readonly desired: number;
  /** Whether requests may fail: those that a bad image has got before the balancer noticed, or by whom a scale-in has taken. */
  readonly mayFail: boolean;
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
  const { by, to, ...sizes }: Situation = situations[situation];
  const isGated = planOf(strategy).gate.kind !== 'none';
  const failsGate = isGated && image === 'good, but not for its gate';
  const ownPlan = image === 'broken after 2 minutes' ? { plan: { soak: longSoak } } : {};
  // A machine that its gate refuses is refused within seconds, and a rollout with it.
  const after = failsGate ? 25 : 100;
  const scaling = to === undefined ? (by === undefined ? [] : [{ after, by }]) : [{ after, to }];
  const taken = by !== undefined && by < 0 ? Math.max(0, -by - surgeOut[strategy]) : 0;
  return {
    ...{ image, situation, strategy },
    scenario: { seed: 5, strategy, image, ...sizes, ...(scaling.length > 0 && { scaling }), ...ownPlan },
    outcome: image.startsWith('broken') || failsGate ? 'rolled-back' : 'succeeded',
    desired: to ?? sizes.machines - taken + Math.max(0, by ?? 0),
    // AWS chooses whom to take, the oldest template's first: at once as many as a person says, whoever serves.
    mayFail: image === 'broken after 2 minutes' || situation === 'set to fewer in mid-deployment',
  };
}
