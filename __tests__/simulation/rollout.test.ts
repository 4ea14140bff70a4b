import { describe, expect, it } from '@jest/globals';
import { lease } from '../../src/rollout/ledger/lease.js';
import { Ledger } from '../../src/rollout/ledger/ledger.js';
import { SimulatedRollout, type SimulationSettings } from './simulated-rollout.js';
import { type Kill, Killed } from './troubles.js';

/** What must hold at every end: one version, every setting as it was found, and no user who noticed. */
function expectWhole(rollout: SimulatedRollout, imageId: string, before: ReturnType<SimulatedRollout['group']>): void {
  const { DesiredCapacity, MinSize, MaxSize } = before;
  expect(rollout.traffic.failed).toBe(0);
  expect(rollout.imagesInService()).toEqual([imageId]);
  expect(rollout.group()).toMatchObject({ DesiredCapacity, MinSize, MaxSize });
  expect(rollout.group().LaunchTemplate?.Version).toMatch(/^\d+$/);
}

function begin(settings: SimulationSettings) {
  const rollout = new SimulatedRollout(settings);
  return { rollout, before: rollout.group() };
}

const bad = { answers: 'never' } as const;

describe('a rollout', () => {
  it.each([1, 2, 3, 4, 6, 10])('of a good image ends whole in a group of %i', async (machines) => {
    const { rollout, before } = begin({ seed: machines, machines });
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'succeeded', previousImageId: rollout.starter.imageId });
    expectWhole(rollout, rollout.newImageId, before);
  });

  it.each(['$Latest', '$Default'])('of a group on %s ends on a number', async (templateVersion) => {
    const { rollout, before } = begin({ seed: 7, templateVersion });
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
    expectWhole(rollout, rollout.newImageId, before);
  });

  it.each(['realistic', 'nasty'] as const)('of a bad image is taken back on a %s day', async (profile) => {
    const { rollout, before } = begin({ seed: 3, profile, newImage: bad });
    const end = await rollout.rollOut();
    expect(end.outcome).toBe('rolled-back');
    expect(end.reason).toContain(rollout.starter.imageId);
    expect(end.reason).toMatch(/i-[0-9a-f]{17}/);
    expectWhole(rollout, rollout.starter.imageId, before);
  });

  it('of the image that runs already changes nothing', async () => {
    const { rollout } = begin({ seed: 4 });
    const { deployment } = rollout.runner();
    const events = rollout.world.log.events.length;
    const end = await rollout.clock.run(deployment.run({ imageId: rollout.starter.imageId }, () => undefined));
    expect(end.outcome).toBe('unchanged');
    expect(rollout.calls.filter(({ operation }) => !/^(Describe|Get)/.test(operation))).toEqual([]);
    expect(rollout.world.log.events.slice(events)).toEqual([]);
  });

  it('of an empty group points it at the image and is unproven', async () => {
    const { rollout } = begin({ seed: 5, machines: 0 });
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'unproven' });
  });

  it('without surge replaces machines within max-unavailable', async () => {
    const plan = { maxSurge: { machines: 0 }, maxUnavailable: { machines: 1 } };
    const { rollout, before } = begin({ seed: 6, plan });
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
    expectWhole(rollout, rollout.newImageId, before);
    expect(rollout.calls.filter(({ operation }) => operation === 'SetDesiredCapacity')).toEqual([]);
  });

  it('keeps a scale-out that happens meanwhile', async () => {
    const { rollout } = begin({ seed: 8, machines: 4, maxSize: 12 });
    rollout.clock.schedule(120_000, () => rollout.scaleBy(3));
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
    expect(rollout.group()).toMatchObject({ DesiredCapacity: 7, MaxSize: 12 });
  });

  it('gives the same history for the same seed, and another for another', async () => {
    const hashes = [];
    for (const seed of [11, 11, 12]) {
      const { rollout } = begin({ seed });
      await rollout.rollOut();
      hashes.push(rollout.world.log.hash());
    }
    expect(hashes[0]).toBe(hashes[1]);
    expect(hashes[0]).not.toBe(hashes[2]);
  });
});

describe('a killed runner', () => {
  // Few calls a rollout, so that a kill around each of them takes seconds.
  const small = { machines: 2, plan: { maxSurge: { machines: 1 }, pollInterval: 60_000 } };
  const cases: [string, SimulationSettings, 'succeeded' | 'rolled-back'][] = [
    ['rolls out a good image', { seed: 21, ...small }, 'succeeded'],
    ['takes back a bad one', { seed: 22, newImage: bad, ...small }, 'rolled-back'],
  ];
  it.each(cases)(
    'that %s: the same command again ends whole, from calls all along',
    async (_case, settings, outcome) => {
      const calls = await callsOf(settings);
      expect(calls).toBeGreaterThan(40);
      // At every fifth: the proof has them all (proof-first-half.test.ts), and here each has its one right end.
      for (let call = 0; call < calls; call += 5) {
        for (const when of ['before', 'after'] as const) await expectWholeAfter({ call, when }, settings, outcome);
      }
    },
    60_000,
  );

  async function callsOf(settings: SimulationSettings): Promise<number> {
    const { rollout } = begin(settings);
    await rollout.rollOut();
    return rollout.calls.length;
  }

  async function expectWholeAfter(kill: Kill, settings: SimulationSettings, outcome: string): Promise<void> {
    const { rollout, before } = begin(settings);
    const end = await rollout.rollOut(kill);
    const where = `killed ${kill.when} call ${kill.call}`;
    // A kill after the last word is written finds the work done: a good image is unchanged then.
    const ended = end.outcome === 'unchanged' ? 'succeeded' : end.outcome;
    expect([where, ended]).toEqual([where, outcome]);
    expectWhole(rollout, outcome === 'succeeded' ? rollout.newImageId : rollout.starter.imageId, before);
  }
});

describe('a cancelled job', () => {
  it.each([60, 150, 300])(
    'leaves settings and template as they were, cancelled after %i s; repair does the rest',
    async (seconds) => {
      const { rollout, before } = begin({ seed: 31 });
      const { step, deployment } = rollout.runner();
      let number = 0;
      rollout.clock.schedule(seconds * 1000, () => step.cancel());
      const main = deployment.run({ imageId: rollout.newImageId }, (claimed) => {
        number = claimed;
      });
      expect(await rollout.clock.run(main)).toMatchObject({ outcome: 'interrupted' });
      const post = rollout.deploymentOf(step.post());
      const cancelledAt = rollout.clock.now();
      const cleaned = await rollout.clock.run(post.cleanUp(number));
      expect(cleaned).toMatchObject({ end: { outcome: 'interrupted' }, isClean: true });
      expect(rollout.clock.now() - cancelledAt).toBeLessThan(50_000);
      expect(rollout.group()).toMatchObject({ SuspendedProcesses: [] });
      expect(await rollout.clock.run(post.cleanUp(number))).toBeUndefined();
      const repaired = await rollout.clock.run(rollout.runner().deployment.repair(() => undefined));
      expect(repaired).toMatchObject({ outcome: 'aborted', reason: expect.stringContaining('again') });
      expectWhole(rollout, rollout.starter.imageId, before);
    },
  );
});

/** Rolls out and dies after so many calls. */
async function killed(rollout: SimulatedRollout, call: number): Promise<void> {
  const { deployment } = rollout.runner({ call, when: 'after' });
  const run = deployment.run({ imageId: rollout.newImageId }, () => undefined);
  await expect(rollout.clock.run(run)).rejects.toThrow(Killed);
}

describe('repair', () => {
  it.each([20, 45, 70])('makes a group whole whose runner died after %i calls', async (call) => {
    const { rollout, before } = begin({ seed: 51 });
    await killed(rollout, call);
    rollout.clock.advance(lease.staleAfter);
    const end = await rollout.clock.run(rollout.runner().deployment.repair(() => undefined));
    expect(end).toMatchObject({ outcome: 'aborted', previousImageId: rollout.starter.imageId });
    expectWhole(rollout, rollout.starter.imageId, before);
  });

  it('leaves a living rollout alone, and a whole group as well', async () => {
    const { rollout } = begin({ seed: 52 });
    const repairOnce = () => rollout.clock.run(rollout.runner().deployment.repair(() => undefined));
    expect(await repairOnce()).toBeUndefined();
    await killed(rollout, 45);
    expect(await repairOnce()).toBeUndefined();
    expect((await rollout.clock.run(rollout.runner().deployment.history())).length).toBe(1);
  });
});

describe('the claim on a group', () => {
  it('refuses another image while a rollout is unfinished, and says by whom and where', async () => {
    const { rollout } = begin({ seed: 41 });
    await killed(rollout, 30);
    const other = rollout.addImage('other');
    const attempt = rollout.clock.run(rollout.runner().deployment.run({ imageId: other }, () => undefined));
    await expect(attempt).rejects.toThrow(/ben.*actions\/runs\/42.*sign of life/s);
  });

  it('takes back what a dead run left, then rolls out the other image', async () => {
    const { rollout, before } = begin({ seed: 44 });
    await killed(rollout, 45);
    rollout.clock.advance(lease.staleAfter);
    const other = rollout.addImage('other');
    const end = await rollout.clock.run(rollout.runner().deployment.run({ imageId: other }, () => undefined));
    expect(end).toMatchObject({ outcome: 'succeeded', imageId: other, previousImageId: rollout.starter.imageId });
    expectWhole(rollout, other, before);
    const outcomes = (await rollout.clock.run(rollout.runner().deployment.history())).map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['succeeded', 'aborted', undefined]);
  });

  it('is kept by signs of life for as long as a rollout takes', async () => {
    const { rollout } = begin({ seed: 45, machines: 10, plan: { maxSurge: { machines: 1 }, minReady: 120_000 } });
    const other = rollout.addImage('other');
    const refused: string[] = [];
    for (let minutes = 5; minutes <= 40; minutes += 5) {
      rollout.clock.schedule(minutes * 60_000, () => {
        const late = rollout.runner().deployment.run({ imageId: other }, () => undefined);
        late.catch((error: Error) => refused.push(error.message));
      });
    }
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
    expect(refused.length).toBeGreaterThan(3);
  });

  it('stops a run whose group another run has claimed since', async () => {
    const { rollout, before } = begin({ seed: 42 });
    const held = rollout.runner();
    const first = held.deployment.run({ imageId: rollout.newImageId }, () => undefined);
    const refused = first.catch((error: Error) => error.message);
    const second = rollout.clock
      .sleep(60_000)
      .then(() => rollout.runner(undefined, held).deployment.run({ imageId: rollout.newImageId }, () => undefined));
    expect((await rollout.clock.run(second)).outcome).toBe('succeeded');
    expect(await rollout.clock.run(refused)).toContain('Another run has claimed');
    expectWhole(rollout, rollout.newImageId, before);
  });

  it('is told by the number under which the history has it', async () => {
    const { rollout } = begin({ seed: 46, machines: 2 });
    const { step, deployment } = rollout.runner();
    await rollout.clock.run(deployment.run({ imageId: rollout.newImageId }, () => undefined));
    const { imageId } = rollout.starter;
    expect(step.linesAt('info')[0]).toBe(`Release 1: ${imageId} (template version 1) -> ${rollout.newImageId}`);
  });

  it('keeps the history of the group, newest last', async () => {
    const { rollout } = begin({ seed: 43 });
    await rollout.rollOut();
    const ledger = new Ledger(rollout.aws(), rollout.starter.groupName);
    const newest = await rollout.clock.run(ledger.newest());
    expect(newest).toMatchObject({ number: 1, outcome: 'succeeded', claimant: { actor: 'ben' } });
    expect(Buffer.byteLength(JSON.stringify(newest))).toBeLessThan(4096);
  });
});
