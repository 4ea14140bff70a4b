import fc from 'fast-check';
import { SeededRandom } from '../../sandbox/world/random.js';
import type { Plan } from '../../src/rollout/heart/plan.js';
import type { InvariantName } from './invariants/invariants.js';
import { type KindName, kindNames } from './kinds.js';
import { play } from './play.js';
import type { LateReads, Scenario } from './scenario.js';
import { loopNames, type StrategyName } from './strategies.js';

const when = fc.constantFrom('before' as const, 'after' as const);

/** A throttled call has no effect (that is what the word says); any other failure may come after it as well. */
const fault = fc
  .record({
    probability: fc.constantFrom(0.02, 0.1),
    kind: fc.oneof(
      fc.constant({ error: 'throttle', when: 'before' as const }),
      fc.record({ error: fc.constantFrom('reset', 'empty', 'InternalFailure', 'ResourceContention'), when }),
    ),
  })
  .map(({ probability, kind }) => ({ probability, status: 500, ...kind }));

const kill = fc.record({ call: fc.nat(200), when });
const trouble = fc.oneof(
  { weight: 4, arbitrary: kill },
  { weight: 1, arbitrary: fc.record({ staleRead: fc.nat(200) }) },
  { weight: 1, arbitrary: fc.record({ call: fc.nat(200), holdUp: fc.constantFrom(60_000, 300_000, 1_500_000) }) },
);

/** `undefined` mostly, so that what is drawn shows by itself, not behind other troubles. */
function once<Value>(inHowMany: number, arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> {
  const nothing = { weight: inHowMany - 1, arbitrary: fc.constant(undefined) };
  return fc.oneof(nothing, { weight: 1, arbitrary });
}

/** Stories of all kinds; `strategy` left out: of all strategies. */
function scenarios(strategy?: StrategyName): fc.Arbitrary<Scenario> {
  return fc
    .record({
      seed: fc.nat(1_000_000),
      strategy: strategy ? fc.constant(strategy) : fc.constantFrom(...loopNames),
      machines: fc.integer({ min: 1, max: 9 }),
      headroom: fc.nat(4),
      minimum: fc.integer({ min: 1, max: 9 }),
      profile: fc.constantFrom('fast' as const, 'realistic' as const, 'realistic' as const, 'nasty' as const),
      image: fc.constantFrom('good' as const, 'good' as const, 'broken at start' as const),
      hidesImages: fc.boolean(),
      spot: fc.boolean(),
      maxSurge: fc.oneof(
        fc.record({ machines: fc.integer({ min: 1, max: 4 }) }),
        fc.record({ percent: fc.integer({ min: 1, max: 100 }) }),
      ),
      // Many looks take long to play and show little more, so they are rare; unless told, fast-check likes the smallest best.
      poll: fc.oneof(
        { weight: 9, arbitrary: fc.noBias(fc.integer({ min: 10, max: 60 })) },
        { weight: 1, arbitrary: fc.noBias(fc.integer({ min: 2, max: 9 })) },
      ),
      trouble: once(2, trouble),
      secondKill: once(3, kill),
      restart: fc.constantFrom('at once' as const, 'after the lease' as const, 'never' as const),
      faults: once(3, fc.array(fault, { minLength: 1, maxLength: 2 })),
      world: once(3, fc.record({ likelihood: fc.constantFrom(0.05, 0.15, 0.3) })),
      scaling: once(
        3,
        fc.array(fc.record({ after: fc.nat(900), by: fc.integer({ min: -2, max: 3 }) }), {
          minLength: 1,
          maxLength: 3,
        }),
      ),
      rivalAfter: once(8, fc.nat(1_500)),
      cancelAfter: once(8, fc.nat(600)),
      kind: once(6, fc.constantFrom(...kindNames)),
      releaseCommand: once(6, fc.constant('migrate')),
    })
    .map(toScenario);
}

const likelihoods = [0.1, 0.3, 0.6];
const ages = [2, 5, 15];

/** In a quarter of the stories. By numbers of their own, so that what else is drawn from a seed stays what it was. */
export function lateReadsOf(seed: number, inHowMany = 4): LateReads | undefined {
  const random = new SeededRandom(seed).fork('late reads');
  const oneOf = (choices: readonly number[]) => choices[Math.floor(random.next() * choices.length)] ?? 0;
  const lateReads = { likelihood: oneOf(likelihoods), upTo: oneOf(ages) };
  return random.next() * inHowMany < 1 ? lateReads : undefined;
}

/**
 * In every eighth story of a loop in one group that keeps nothing the maximum is not raised, and a machine may be missing instead.
 * By numbers of their own, as well.
 */
function boundsOf({ seed, strategy }: Pick<Drawn, 'seed' | 'strategy'>, machines: number): Partial<Plan> {
  const isBound = new SeededRandom(seed).fork('a maximum that stays').next() < 1 / 8;
  if (!isBound || /^two-group|kept$/.test(strategy) || machines < 2) return {};
  return { raiseMax: false, maxUnavailable: { machines: 1 } };
}

/** What is drawn, before it is a scenario. */
interface Drawn {
  readonly seed: number;
  readonly strategy: StrategyName;
  readonly machines: number;
  readonly headroom: number;
  readonly minimum: number;
  readonly maxSurge: Plan['maxSurge'];
  readonly poll: number;
  readonly kind?: KindName | undefined;
  readonly releaseCommand?: string | undefined;
}

/** Whose requests no single listener rule shares out, or whose machines differ in weight, is refused there (rule 8). */
const notBetweenTwo: readonly (KindName | undefined)[] = [
  'a Classic Load Balancer as well',
  'instance types with weights',
];

function toScenario({ headroom, minimum, maxSurge, poll, releaseCommand, ...drawn }: Drawn): Scenario {
  const { strategy } = drawn;
  // Whoever allows the only machine to be unavailable has none that serves.
  const machines = strategy === 'rolling without surge' ? Math.max(2, drawn.machines) : drawn.machines;
  const drawsSurge = !/^(rolling without surge|blue-green|two-group)/.test(strategy);
  const isRefused = strategy.startsWith('two-group') && notBetweenTwo.includes(drawn.kind);
  const scenario = {
    ...drawn,
    kind: isRefused ? undefined : drawn.kind,
    machines,
    minSize: Math.min(machines, minimum),
    maxSize: machines + headroom,
    plan: {
      ...{ pollInterval: poll * 1_000, progressDeadline: 1_200_000 },
      ...(drawsSurge && { maxSurge }),
      ...boundsOf(drawn, machines),
      ...(releaseCommand !== undefined && { releaseCommand }),
    },
    healAfter: 2_400,
    lateReads: lateReadsOf(drawn.seed),
  };
  // What did not come up is not there: so the scenario, printed, is what was played.
  return Object.fromEntries(Object.entries(scenario).filter(([, value]) => value !== undefined)) as unknown as Scenario;
}

/** Scenario `number` of a campaign: a pure function of both numbers. */
export function scenarioOf(campaign: number, number: number, strategy?: StrategyName): Scenario {
  const [scenario] = fc.sample(scenarios(strategy), { seed: seedOf(campaign, number), numRuns: 1 });
  return scenario as Scenario;
}

/** The smallest story that still goes wrong in this invariant, as far as fast-check gets in the given time. */
export async function shrink(
  campaign: number,
  number: number,
  broken: InvariantName,
  milliseconds: number,
): Promise<Scenario> {
  const original = scenarioOf(campaign, number);
  const property = fc.asyncProperty(scenarios(), async (scenario) => {
    const { violations } = await play(scenario);
    return !violations.some(({ invariant }) => invariant === broken);
  });
  const seed = seedOf(campaign, number);
  const { counterexample } = await fc.check(property, { seed, numRuns: 1, interruptAfterTimeLimit: milliseconds });
  return counterexample?.[0] ?? original;
}

function seedOf(campaign: number, number: number): number {
  return Math.imul(campaign, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b);
}
