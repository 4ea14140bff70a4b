import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Plan } from '../../src/rollout/heart/plan.js';
import { auditEnd } from './invariants/ends.js';
import { play } from './play.js';
import type { Scenario } from './scenario.js';
import { SimulatedRollout, type SimulationSettings } from './simulated-rollout.js';
import { Killed } from './troubles.js';

const second = 1_000;

/** Six machines, or what their number is set to, by one of three strategies. */
const plans = {
  rolling: { maxSurge: { machines: 2 }, soak: 60 * second },
  canary: { waves: [{ machines: 1 }, { percent: 50 }, { percent: 100 }], maxSurge: { machines: 2 }, soak: 60 * second },
  'blue-green': { strategy: 'blue-green', maxSurge: { percent: 100 }, soak: 60 * second, keepPrevious: 3_600 * second },
} as const satisfies Readonly<Record<string, Partial<Plan>>>;

type PlanName = keyof typeof plans;

const planNames = Object.keys(plans) as PlanName[];

function begin(plan: PlanName, settings: Partial<SimulationSettings> = {}) {
  const rollout = new SimulatedRollout({
    ...{ seed: 7, machines: 6, minSize: 2, maxSize: 10, ...settings },
    plan: { ...plans[plan], pollInterval: 20 * second, ...settings.plan },
  });
  const AutoScalingGroupName = rollout.starter.groupName;
  return { rollout, AutoScalingGroupName };
}

type Scene = ReturnType<typeof begin>;

/** Who sets a size, and by which call. */
const setters = {
  person({ rollout, AutoScalingGroupName }: Scene, after: number, to: number) {
    const input = { AutoScalingGroupName, DesiredCapacity: to };
    rollout.clock.schedule(after * second, () => rollout.askTruth('SetDesiredCapacity', input));
  },
  'person with bounds'({ rollout, AutoScalingGroupName }: Scene, after: number, to: number) {
    const input = { AutoScalingGroupName, MinSize: 3, DesiredCapacity: to };
    rollout.clock.schedule(after * second, () => rollout.askTruth('UpdateAutoScalingGroup', input));
  },
  'scheduled action'({ rollout, AutoScalingGroupName }: Scene, after: number, to: number) {
    rollout.askTruth('PutScheduledUpdateGroupAction', {
      ...{ AutoScalingGroupName, ScheduledActionName: `at-${after}`, DesiredCapacity: to },
      StartTime: new Date(rollout.clock.now() + after * second),
    });
  },
};

type Setter = keyof typeof setters;

function expectSize({ rollout }: Scene, size: number): void {
  expect(rollout.group()).toMatchObject({ MaxSize: 10, DesiredCapacity: size });
  if (rollout.auditor.serving.isAllOurs) expect(rollout.traffic.failed).toBe(0);
  expect(rollout.auditor.violations).toEqual([]);
}

/** Desired as it stands, right before a size is set; undefined if the rollout has ended by then. */
function watch({ rollout }: Scene, after: number): () => number | undefined {
  let stood: number | undefined;
  rollout.clock.schedule(after * second - 1, () => {
    stood = rollout.group().DesiredCapacity ?? 0;
  });
  return () => stood;
}

/**
 * A scheduled action is known of beforehand; a person only by an activity that comes of it. There is none where desired
 * or the number of machines is just that already.
 */
function leavesTrace({ rollout }: Scene, setter: Setter, to: number, stood: number | undefined): boolean {
  if (stood === undefined || setter === 'scheduled action') return stood !== undefined;
  const { activities } = rollout.region.autoScaling.group(rollout.starter.groupName);
  return activities.some(({ cause }) => cause.includes(`changing the desired capacity from ${stood} to ${to}.`));
}

/** A scale-in by as many as serve takes those first that run the oldest version; it is AWS that chooses. */
function takesAllOld(plan: PlanName, to: number): boolean {
  return plan === 'blue-green' && to < 6;
}

describe.each(planNames)('a size that is set in the midst of a rollout (%s) is the size at its end', (plan) => {
  describe.each(Object.keys(setters) as Setter[])('by a %s', (setter) => {
    it.each([4, 7, 9])(
      '%i, whenever',
      async (to) => {
        // Each size at moments of its own.
        for (let after = 5 + 20 * to; after < 700; after += 230) {
          const scene = begin(plan, { seed: after });
          const stood = watch(scene, after);
          setters[setter](scene, after, to);
          if (takesAllOld(plan, to)) scene.rollout.auditor.serving.isAllOurs = false;
          const { outcome } = await scene.rollout.rollOut();
          expect([after, outcome]).toEqual([after, 'succeeded']);
          if (leavesTrace(scene, setter, to, stood())) expectSize(scene, to);
          else expect(scene.rollout.auditor.violations).toEqual([]);
        }
      },
      60_000,
    );
  });
});

describe.each(planNames)('on the way back (%s)', (plan) => {
  it.each(Object.keys(setters) as Setter[])(
    'a size that is set by a %s is kept',
    async (setter) => {
      for (let after = 200; after < 900; after += 190) {
        const scene = begin(plan, { seed: after, newImage: { answers: { badAfter: 150 * second } } });
        scene.rollout.auditor.serving.isAllOurs = false;
        const stood = watch(scene, after);
        setters[setter](scene, after, 9);
        const { outcome } = await scene.rollout.rollOut();
        expect([after, outcome]).toEqual([after, 'rolled-back']);
        if (leavesTrace(scene, setter, 9, stood()))
          expect([after, scene.rollout.group().DesiredCapacity]).toEqual([after, 9]);
        expect(scene.rollout.auditor.violations).toEqual([]);
      }
    },
    60_000,
  );
});

describe.each(planNames)('around a death of the runner (%s)', (plan) => {
  it.each(Object.keys(setters) as Setter[])(
    'a size that is set by a %s is kept',
    async (setter) => {
      for (let call = 50; call < 250; call += 75) {
        const after = call % 50 === 0 ? 100 : 220;
        const scene = begin(plan, { seed: call });
        const { rollout } = scene;
        const stood = watch(scene, after);
        setters[setter](scene, after, 9);
        const source = { imageId: rollout.newImageId };
        const first = rollout.runner({ call, when: 'after' });
        const isDead = await rollout.clock
          .run(first.deployment.run(source, () => undefined))
          .then(() => false)
          .catch((error: unknown) => error instanceof Killed);
        await rollout.clock.run(rollout.clock.sleep(300 * second));
        if (isDead) await rollout.clock.run(rollout.runner(undefined, first).deployment.run(source, () => undefined));
        if (leavesTrace(scene, setter, 9, stood())) {
          expect([call, after, rollout.group().DesiredCapacity]).toEqual([call, after, 9]);
        }
        expect(rollout.auditor.violations).toEqual([]);
        expect(rollout.traffic.failed).toBe(0);
      }
    },
    60_000,
  );
});

it.each(planNames)(
  'takes nobody from the users where the newest machines go first, though a person takes as many as serve: %s',
  async (plan) => {
    const scene = begin(plan, { newImage: { answers: 'never' } });
    const { rollout, AutoScalingGroupName } = scene;
    rollout.askTruth('UpdateAutoScalingGroup', { AutoScalingGroupName, TerminationPolicies: ['NewestInstance'] });
    setters.person(scene, 100, 2);
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'rolled-back' });
    expectSize(scene, 2);
    expect(rollout.traffic.failed).toBe(0);
  },
);

const change = fc.record({
  after: fc.integer({ min: 1, max: 700 }),
  how: fc.constantFrom('person', 'person with bounds', 'scheduled action', 'policy' as const),
  to: fc.integer({ min: 3, max: 10 }),
});

const story = fc.record({
  plan: fc.constantFrom(...planNames),
  seed: fc.nat(1_000_000),
  profile: fc.constantFrom('realistic' as const, 'nasty' as const),
  pollInterval: fc.integer({ min: 2, max: 30 }),
  isBad: fc.boolean(),
  changes: fc.array(change, { minLength: 1, maxLength: 4 }),
  kill: fc.option(fc.record({ call: fc.integer({ min: 20, max: 250 }), when: fc.constant('after' as const) })),
});

it('whoever changes the size, how often and in whichever way: it ends as they have left it', async () => {
  const property = fc.asyncProperty(story, async ({ plan, isBad, changes, kill, pollInterval, ...settings }) => {
    const newImage = isBad ? ({ answers: 'never' } as const) : {};
    const scene = begin(plan, { ...settings, newImage, plan: { pollInterval: pollInterval * second } });
    const { rollout } = scene;
    // A scale-in chooses its own victims: what it takes from users is not ours.
    rollout.auditor.serving.isAllOurs = false;
    for (const { after, how, to } of changes) {
      if (how === 'policy') rollout.clock.schedule(after * second, () => rollout.scaleBy(to - 6));
      else setters[how](scene, after, to);
    }
    const { outcome } = await rollout.rollOut(kill ?? undefined);
    auditEnd(rollout.auditor, undefined);
    expect(rollout.auditor.violations).toEqual([]);
    expect(outcome === 'succeeded' || outcome === 'unchanged').toBe(!isBad);
  });
  await fc.assert(property, { numRuns: Number(process.env.STEADFLEET_SEEDS ?? 10), seed: 20_261_121 });
}, 600_000);

describe('a maximum that is raised', () => {
  const canary = {
    strategy: 'canary',
    profile: 'realistic',
    image: 'good',
    hidesImages: false,
    healAfter: 2_400,
  } as const;

  it('for a launch that a dead run never made is put back to what its owner wants, not to what was raised before', async () => {
    const scenario: Scenario = {
      ...{
        ...canary,
        seed: 589_201,
        strategy: 'canary behind a gate',
        machines: 6,
        minSize: 1,
        maxSize: 6,
        spot: false,
      },
      ...{ trouble: { call: 194, when: 'after' }, restart: 'never' },
      plan: { pollInterval: 25_000, progressDeadline: 1_200_000, maxSurge: { machines: 2 } },
    };
    expect((await play(scenario)).violations).toEqual([]);
  });

  it('or lowered in the very moment in which a scheduled action sets another: theirs comes back, and their size', async () => {
    const scenario: Scenario = {
      ...{ ...canary, seed: 607_391, machines: 2, minSize: 1, maxSize: 3, spot: true, trouble: { staleRead: 0 } },
      faults: [{ probability: 0.1, status: 500, error: 'reset', when: 'before' }],
      ...{ restart: 'at once', world: { likelihood: 0.15 } },
      plan: { pollInterval: 5_000, progressDeadline: 1_200_000, maxSurge: { percent: 51 } },
    };
    expect(await play(scenario)).toMatchObject({ violations: [], desired: 5 });
  });

  it('over the one that a person has just set with a size: theirs comes back, and their size', async () => {
    const scenario: Scenario = {
      ...{
        seed: 767_709,
        strategy: 'blue-green',
        machines: 2,
        minSize: 1,
        maxSize: 3,
        profile: 'nasty',
        image: 'good',
      },
      ...{
        hidesImages: false,
        spot: false,
        trouble: { call: 1, when: 'after' },
        secondKill: { call: 5, when: 'after' },
      },
      faults: [{ probability: 0.02, status: 500, error: 'reset', when: 'before' }],
      ...{ restart: 'at once', world: { likelihood: 0.3 }, rivalAfter: 4, healAfter: 2_400 },
      plan: { pollInterval: 50_000, progressDeadline: 1_200_000 },
    };
    expect(await play(scenario)).toMatchObject({ violations: [], desired: 7 });
  });
});
