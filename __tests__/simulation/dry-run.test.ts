import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRead } from '../../src/platform/aws-call.js';
import { messageOf } from '../../src/platform/failure.js';
import { rehearsed } from '../../src/rollout/rehearsal/forecast.js';
import { dryRunOf, forecastOf, idleTwinOf } from './dry-run-stage.js';
import { SimulatedRollout } from './simulated-rollout.js';
import { strategies } from './strategies.js';

const groups = fc.record({
  seed: fc.nat(),
  machines: fc.integer({ min: 0, max: 6 }),
  zones: fc.integer({ min: 1, max: 3 }),
  healthCheckType: fc.constantFrom('EC2' as const, 'ELB' as const),
  hidesImages: fc.boolean(),
  templateVersion: fc.constantFrom('1', '$Latest', '$Default'),
  maxSurge: fc.oneof(fc.record({ machines: fc.integer({ min: 0, max: 3 }) }), fc.record({ percent: fc.nat(100) })),
  maxUnavailable: fc.record({ percent: fc.nat(50) }),
  raiseMax: fc.boolean(),
  hasRoom: fc.boolean(),
});

/** What a rollout would change: everything in the world but time. */
function settingsOf(rollout: SimulatedRollout): object {
  const { Instances = [], ...group } = rollout.group();
  const versions = [...rollout.region.ec2.launchTemplates.all.values()].map(({ versions }) => [...versions.keys()]);
  const { parameters } = rollout.region.systemsManager;
  return { group, machines: Instances.map(({ InstanceId }) => InstanceId), versions, ledger: parameters };
}

async function refusal(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'none',
    (error: unknown) => messageOf(error),
  );
}

describe('a dry run', () => {
  it('changes nothing, whatever the group', async () => {
    await fc.assert(
      fc.asyncProperty(groups, async ({ maxSurge, maxUnavailable, raiseMax, hasRoom, machines, ...group }) => {
        const sizes = { machines, ...(!hasRoom && { maxSize: Math.max(1, machines) }) };
        const rollout = new SimulatedRollout({ ...group, ...sizes });
        const before = structuredClone(settingsOf(rollout));
        await dryRunOf(rollout, { maxSurge, maxUnavailable, raiseMax }).catch(() => undefined);
        expect(rollout.calls.filter(({ operation }) => !isRead(operation))).toEqual([]);
        expect(settingsOf(rollout)).toEqual(before);
      }),
      { numRuns: 15 },
    );
  });

  it('finds that there is nothing to do', async () => {
    const rollout = new SimulatedRollout({ seed: 1 });
    const found = await dryRunOf(rollout, {}, { imageId: rollout.starter.imageId });
    expect(found).toMatchObject({ kind: 'ended', end: { outcome: 'unchanged' } });
  });

  it.each([
    ['an image that does not exist', () => ({ imageId: 'ami-0123456789abcdef0' })],
    ['a group that does not exist', () => ({ fromGroup: 'nowhere' })],
    [
      'an image that is not available',
      (rollout: SimulatedRollout) => {
        const image = rollout.region.ec2.imageRegistry.all.get(rollout.newImageId);
        if (image) image.state = 'failed';
        return { imageId: rollout.newImageId };
      },
    ],
    [
      'a group that another run rolls out to',
      (rollout: SimulatedRollout) => {
        const { deployment } = rollout.runner();
        deployment.run({ imageId: rollout.newImageId }, () => undefined).catch(() => undefined);
        return { imageId: rollout.addImage('other') };
      },
    ],
  ])('refuses %s in the words of a real run', async (_, prepare) => {
    const real = new SimulatedRollout({ seed: 2 });
    const dry = new SimulatedRollout({ seed: 2 });
    const [realSource, drySource] = [prepare(real), prepare(dry)];
    await real.clock.run(real.clock.sleep(60_000));
    await dry.clock.run(dry.clock.sleep(60_000));
    const said = await refusal(real.clock.run(real.runner().deployment.run(realSource, () => undefined)));
    expect(said).not.toBe('none');
    expect(await refusal(dryRunOf(dry, {}, drySource))).toBe(said);
  });

  it('says that it would carry on, or first take back, what a dead run left', async () => {
    const rollout = new SimulatedRollout({ seed: 3, machines: 4 });
    await rollout.clock
      .run(
        rollout.runner({ call: 40, when: 'before' }).deployment.run({ imageId: rollout.newImageId }, () => undefined),
      )
      .catch(() => undefined);
    await rollout.clock.run(rollout.clock.sleep(3_600_000));
    const same = await dryRunOf(rollout);
    expect(same).toMatchObject({ headline: { remarks: ['It carries on release 1, which was left unfinished.'] } });
    const other = await dryRunOf(rollout, {}, { imageId: rollout.addImage('other') });
    expect(other).toMatchObject({
      headline: {
        to: expect.stringMatching(/^ami-/),
        remarks: [expect.stringMatching(/^First of all it takes back release 1/)],
      },
    });
  });
});

describe('a rehearsal', () => {
  it.each([10, 30])(
    'foresees how long %s machines take within 25 %%, once a release has told how long they boot',
    async (machines) => {
      const plan = { maxSurge: { percent: 25 }, waves: [{ percent: 25 }, { percent: 100 }], soak: 60_000 };
      const slow = { boot: [120_000, 220_000] } as const;
      for (const seed of [1, 2]) {
        const rollout = new SimulatedRollout({ seed, machines, newImage: slow, plan });
        await rollout.rollOut();
        rollout.clock.advance(900_000);
        const imageId = rollout.addImage('next', slow);
        const { duration } = await forecastOf(rollout, plan, imageId);
        const ended = await rollout.clock.run(rollout.runner().deployment.run({ imageId }, () => undefined));
        expect(ended.duration / duration.typical).toBeGreaterThan(0.75);
        expect(ended.duration / duration.typical).toBeLessThan(1.25);
      }
    },
    30_000,
  );

  it('foresees small groups between half and twice as long, for a single slow machine counts there', async () => {
    for (const seed of [1, 2, 3]) {
      const rollout = new SimulatedRollout({ seed, machines: 3 });
      const { duration } = await forecastOf(rollout);
      const ended = await rollout.rollOut();
      expect(ended.duration / duration.typical).toBeGreaterThan(0.5);
      expect(ended.duration / duration.typical).toBeLessThan(2);
    }
  });

  it('foresees the machines beyond size, the fewest that serve and the waves', async () => {
    const rollout = new SimulatedRollout({ seed: 1, machines: 8 });
    const foreseen = await forecastOf(rollout, {
      waves: [{ machines: 1 }, { percent: 50 }, { percent: 100 }],
      maxSurge: { machines: 2 },
      suspend: ['AZRebalance'],
      soak: 60_000,
    });
    expect(foreseen.outcomes).toMatchObject([{ outcome: 'succeeded', times: 3 }]);
    expect(foreseen.waves.map(({ machines }) => machines)).toEqual([1, 3, 4]);
    expect(foreseen.waves.every(({ begins, serves = 0, ends = 0 }) => begins < serves && serves + 60_000 <= ends)).toBe(
      true,
    );
    expect(foreseen.leastServing).toBeGreaterThanOrEqual(foreseen.floor);
    expect(foreseen.peak).toBeGreaterThanOrEqual(10);
    expect(foreseen.timeline[0]).toEqual({ at: 0, machines: 8, serving: 8 });
    expect(foreseen.extraMachineMinutes).toBeGreaterThan(0);
  });

  const others = {
    refresh: { strategy: 'instance-refresh' },
    'a release command': { releaseCommand: 'migrate' },
  } as const;

  it.each(Object.entries({ ...strategies, ...others }))('foresees a good end of %s', async (_, plan) => {
    const rollout = new SimulatedRollout({ seed: 1, machines: 5 });
    const foreseen = await forecastOf(rollout, { ...plan, suspend: ['AZRebalance'] }, rollout.newImageId, 1);
    expect(foreseen.outcomes).toMatchObject([{ outcome: 'succeeded' }]);
    expect(foreseen.waves.reduce((sum, { machines }) => sum + machines, 0)).toBe(5);
    expect(foreseen.waves.every(({ ends }) => ends !== undefined)).toBe(true);
    expect(foreseen.leastServing).toBeGreaterThanOrEqual(foreseen.floor);
  });

  it('foresees how requests are shifted to the idle one of two groups', async () => {
    const plan = { strategy: 'two-group', waves: [{ percent: 10 }, { percent: 100 }], soak: 60_000 } as const;
    const rollout = new SimulatedRollout({ seed: 1, machines: 4, plan });
    const pair = idleTwinOf(rollout);
    const foreseen = await forecastOf(rollout, plan, rollout.newImageId, 3, pair);
    expect(foreseen.outcomes).toMatchObject([{ outcome: 'succeeded' }]);
    expect(foreseen.waves.map(({ machines }) => machines)).toEqual([0.4, 3.6]);
    expect([foreseen.size, foreseen.peak, foreseen.leastServing]).toEqual([4, 8, 4]);
    const { step } = rollout.runner();
    const deployment = rollout.deploymentOf(step, 'somebody', undefined, { pair });
    const ended = await rollout.clock.run(deployment.run({ imageId: rollout.newImageId }, () => undefined));
    expect(ended.outcome).toBe('succeeded');
    expect(ended.duration / foreseen.duration.typical).toBeGreaterThan(0.75);
    expect(ended.duration / foreseen.duration.typical).toBeLessThan(1.25);
  });

  it('names what serves as the predecessor of a rollout between two groups, as the rollout itself does', async () => {
    const plan = { strategy: 'two-group', soak: 0 } as const;
    const rollout = new SimulatedRollout({ seed: 1, machines: 3, plan, hasTwin: true });
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
    const imageId = rollout.addImage('later');
    const found = await dryRunOf(rollout, plan, { imageId }, rollout.pair);
    expect(found).toMatchObject({ headline: { from: rollout.newImageId, to: imageId } });
    const ended = await rollout.clock.run(rollout.runner().deployment.run({ imageId }, () => undefined));
    expect(ended).toMatchObject({ previousImageId: rollout.newImageId });
  });

  it('says of a rollout of many days that there is no forecast of it', async () => {
    const slow = { strategy: 'canary', soak: 12 * 3_600_000, pollInterval: 60_000 } as const;
    const rollout = new SimulatedRollout({ seed: 1, plan: slow });
    const found = await dryRunOf(rollout, slow);
    if (found.kind !== 'begun') throw new Error(`the dry run ${found.kind}`);
    const { portrait, plan, headline } = found;
    await expect(rehearsed({ portrait, plan, imageId: headline.to, days: 1 }, 1, 100)).rejects.toThrow(
      'This rollout takes more than 1 day, so there is no forecast of it.',
    );
  });

  it.each([
    [0, 'It is emptied then: it gets the sizes that "twin" has now (minimum 0, desired 0, maximum 0), and'],
    [1_800_000, 'Its machines stay for 30 min for an undo; after that the group gets the sizes that "twin" has now'],
  ])(
    'says which of two groups is emptied and which gets the requests (kept for %i ms)',
    async (keepPrevious, words) => {
      const rollout = new SimulatedRollout({ seed: 1, machines: 4, minSize: 2, maxSize: 6 });
      const pair = idleTwinOf(rollout);
      const [one, other] = pair.groups;
      const plan = { strategy: 'two-group', keepPrevious } as const;
      const found = await dryRunOf(rollout, plan, undefined, { ...pair, groups: [other, one] });
      const remarks = found.kind === 'begun' ? found.headline.remarks : [];
      expect(remarks).toEqual([
        `Group "twin" gets the new image, the sizes of "shop" (minimum 2, desired 4, maximum 6) and, by listener rule ${pair.rule}, all requests.`,
        expect.stringContaining(`Group "shop" serves now, and gets no requests after that. ${words}`),
      ]);
    },
  );

  it('foresees that a deadline is too short for the group', async () => {
    const slow = { boot: [300_000, 320_000] } as const;
    const rollout = new SimulatedRollout({ seed: 1, machines: 3, newImage: slow });
    await rollout.rollOut();
    const imageId = rollout.addImage('next', slow);
    const { outcomes } = await forecastOf(rollout, { progressDeadline: 120_000 }, imageId);
    expect(outcomes).toMatchObject([{ outcome: 'rolled-back', times: 3 }]);
  });

  it('says that machines which serve nobody now are taken to serve', async () => {
    const rollout = new SimulatedRollout({ seed: 1, machines: 4, healthCheckType: 'EC2' });
    const { Instances = [] } = rollout.group();
    const told = 'machines do not serve now; in this rehearsal all do.';
    expect((await forecastOf(rollout, {}, undefined, 1)).notes.join()).not.toContain('not serve now');
    for (const { InstanceId = '' } of Instances.slice(0, 2)) rollout.machines.setAnswering(InstanceId, false);
    rollout.clock.advance(60_000);
    expect((await forecastOf(rollout, {}, undefined, 1)).notes).toContain(`2 of 4 ${told}`);
  });

  it('does what a schedule will do meanwhile', async () => {
    const rollout = new SimulatedRollout({ seed: 1, machines: 4 });
    const StartTime = new Date(rollout.clock.now() + 120_000);
    const AutoScalingGroupName = rollout.starter.groupName;
    const input = { AutoScalingGroupName, ScheduledActionName: 'rush hour', StartTime, DesiredCapacity: 7 };
    rollout.askTruth('PutScheduledUpdateGroupAction', input);
    const { timeline, notes } = await forecastOf(rollout);
    expect(timeline.at(-1)?.serving).toBeGreaterThan(4);
    expect(notes.some((note) => note.includes('"rush hour" comes due'))).toBe(true);
  });

  it('does what two schedules do that come due at once', async () => {
    const rollout = new SimulatedRollout({ seed: 1, machines: 4 });
    const put = (ScheduledActionName: string, Recurrence: string, DesiredCapacity: number) =>
      rollout.askTruth('PutScheduledUpdateGroupAction', {
        ...{ AutoScalingGroupName: rollout.starter.groupName, ScheduledActionName, Recurrence, DesiredCapacity },
      });
    put('each hour', '0 * * * *', 5);
    put('each day', '0 0 * * *', 6);
    rollout.clock.advance(86_400_000 - (rollout.clock.now() % 86_400_000) - 120_000);
    const { outcomes, notes } = await forecastOf(rollout, {}, undefined, 1);
    expect(outcomes).toMatchObject([{ outcome: 'succeeded' }]);
    expect(notes.filter((note) => note.includes('comes due meanwhile'))).toHaveLength(2);
  });

  it('puts bounds on its own time, whatever the machine: for a hundred machines it makes no more calls than a rollout of them needs', async () => {
    const rollout = new SimulatedRollout({ seed: 1, machines: 100 });
    const { calls } = await forecastOf(rollout, { maxSurge: { percent: 25 } }, rollout.newImageId, 1);
    expect(calls.reads + calls.changes).toBeLessThan(1_000);
  });
});
