import { describe, expect, it } from '@jest/globals';
import { Fence } from '../../src/platform/fence.js';
import type { DeploymentSettings } from '../../src/rollout/deployment.js';
import { lease } from '../../src/rollout/ledger/lease.js';
import { holdUps, smallest } from './enumerate.js';
import { play } from './play.js';
import { type Runner, SimulatedRollout, type SimulationSettings } from './simulated-rollout.js';
import { Killed } from './troubles.js';

const bad = { answers: 'never' } as const;

/** A rollout whose runner dies after so many calls. */
async function abandoned(
  call: number,
  settings: SimulationSettings,
): Promise<{ rollout: SimulatedRollout; dead: Runner }> {
  const rollout = new SimulatedRollout(settings);
  const dead = rollout.runner({ call, when: 'after' });
  const run = dead.deployment.run({ imageId: rollout.newImageId }, () => undefined);
  await expect(rollout.clock.run(run)).rejects.toThrow(Killed);
  return { rollout, dead };
}

function deploy(rollout: SimulatedRollout, imageId: string, runner: Runner = rollout.runner()) {
  return rollout.clock.run(runner.deployment.run({ imageId }, () => undefined));
}

/** A run of its own that knows, or not, what became of earlier ones. */
function asking(rollout: SimulatedRollout, hasEnded: NonNullable<DeploymentSettings['hasEnded']>): Runner {
  const runner = rollout.runner();
  return { ...runner, deployment: rollout.deploymentOf(runner.step, 'the asking run', undefined, { hasEnded }) };
}

async function outcomes(rollout: SimulatedRollout): Promise<readonly (string | undefined)[]> {
  const releases = await rollout.clock.run(rollout.runner().deployment.history());
  return releases.map(({ outcome }) => outcome);
}

describe('rule 36: a live claim', () => {
  it('refuses the same image as well, and says who, since when and where', async () => {
    const { rollout } = await abandoned(40, { seed: 61 });
    const message = /ben since 20.*Z \(https:.*runs\/42\).*sign of life/s;
    await expect(deploy(rollout, rollout.newImageId)).rejects.toThrow(message);
    expect(await outcomes(rollout)).toEqual([undefined]);
  });

  it('is stale five minutes after its lease, and not before', async () => {
    const { rollout } = await abandoned(40, { seed: 62 });
    rollout.clock.advance(lease.lasts);
    await expect(deploy(rollout, rollout.newImageId)).rejects.toThrow('is being rolled out');
    rollout.clock.advance(5 * 60_000);
    expect(await deploy(rollout, rollout.newImageId)).toMatchObject({ outcome: 'succeeded' });
  });

  it('ends at once with an earlier step of the same job on the same machine', async () => {
    const { rollout, dead } = await abandoned(40, { seed: 63 });
    const next = rollout.runner(undefined, dead);
    expect(await deploy(rollout, rollout.newImageId, next)).toMatchObject({ outcome: 'succeeded' });
  });

  it('ends at once when its run is known to be over, and not when nobody knows', async () => {
    const { rollout } = await abandoned(40, { seed: 64 });
    const asked: string[] = [];
    const knows = (isOver: boolean) =>
      asking(rollout, async ({ runId, runnerName }) => {
        asked.push(`${runId} on ${runnerName}`);
        return isOver;
      });
    await expect(deploy(rollout, rollout.newImageId, knows(false))).rejects.toThrow('is being rolled out');
    expect(await deploy(rollout, rollout.newImageId, knows(true))).toMatchObject({ outcome: 'succeeded' });
    expect(asked).toEqual(['42 on machine 42', '42 on machine 42']);
  });

  it('ends at once with a cancelled run that has put back its settings', async () => {
    const rollout = new SimulatedRollout({ seed: 65 });
    const cancelled = rollout.runner();
    rollout.clock.schedule(90_000, () => cancelled.step.cancel());
    await deploy(rollout, rollout.newImageId, cancelled);
    await rollout.clock.run(cancelled.post().cleanUp(1));
    expect(await deploy(rollout, rollout.newImageId)).toMatchObject({ outcome: 'succeeded' });
    expect(rollout.traffic.failed).toBe(0);
  });
});

describe('rule 35: an abandoned rollout', () => {
  it('refuses others, while somebody takes it back, with who does so and since when', async () => {
    const { rollout, dead } = await abandoned(60, { seed: 60, newImage: bad });
    rollout.clock.advance(60_000);
    const takenAt = new Date(rollout.clock.now()).toISOString().slice(0, 16);
    const rescue = rollout.runner(undefined, dead).deployment.repair(() => undefined);
    const other = rollout.clock.sleep(10_000).then(() => {
      return rollout.runner().deployment.run({ imageId: rollout.newImageId }, () => undefined);
    });
    const message = `is being taken back: ben has been at it since ${takenAt}`;
    const [ended, refused] = await rollout.clock.run(Promise.allSettled([rescue, other]));
    expect(refused).toMatchObject({ reason: { message: expect.stringContaining(message) } });
    expect(ended).toMatchObject({ value: { outcome: 'aborted' } });
  });

  it('is carried on with what its first run found, when the goal is the same', async () => {
    const { rollout, dead } = await abandoned(60, { seed: 66 });
    await deploy(rollout, rollout.newImageId, rollout.runner(undefined, dead));
    const [second, first] = await rollout.clock.run(dead.post().history());
    expect(second).toMatchObject({ number: 2, continues: 1, outcome: 'succeeded', baseline: first?.baseline ?? {} });
    expect(second?.from).toEqual(first?.from);
    expect(second?.plan).toEqual(first?.plan);
  });

  it('is taken back first when the goal is another image', async () => {
    const { rollout, dead } = await abandoned(60, { seed: 67 });
    const other = rollout.addImage('other');
    const end = await deploy(rollout, other, rollout.runner(undefined, dead));
    expect(end).toMatchObject({ outcome: 'succeeded', imageId: other, previousImageId: rollout.starter.imageId });
    expect(await outcomes(rollout)).toEqual(['succeeded', 'aborted', undefined]);
    expect(rollout.traffic.failed).toBe(0);
  });

  it('that was turning back is ended first, then the own one begins', async () => {
    const rollout = new SimulatedRollout({ seed: 68, newImage: bad });
    await deploy(rollout, rollout.newImageId);
    const calls = rollout.calls.length;
    const back = await abandoned(calls - 4, { seed: 68, newImage: bad });
    const good = back.rollout.addImage('good');
    const end = await deploy(back.rollout, good, back.rollout.runner(undefined, back.dead));
    expect(end).toMatchObject({ outcome: 'succeeded', previousImageId: back.rollout.starter.imageId });
    expect(await outcomes(back.rollout)).toEqual(['succeeded', 'rolled-back', undefined]);
  });
});

describe('a run that stood still for longer than its lease', () => {
  it('writes down nothing of what it saw before, whichever of its last reads it was', async () => {
    const base = { ...smallest('rolling'), machines: 6, plan: { pollInterval: 40_000 } };
    const { calls } = await play(base);
    let stories = 0;
    for await (const scenario of holdUps(base)) {
      const { call = 0 } = scenario.trouble as { readonly call?: number };
      // Read last in a look, once the time is known by which a sign of life is due.
      if (calls[call]?.operation !== 'DescribeScheduledActions') continue;
      expect([call, (await play(scenario)).violations]).toEqual([call, []]);
      stories++;
    }
    expect(stories).toBeGreaterThan(3);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('changes nothing in its post either, held up before its call %i', async (call) => {
    const rollout = new SimulatedRollout({ seed: 69, plan: { suspend: ['AZRebalance'] } });
    const cancelled = rollout.runner();
    rollout.clock.schedule(60_000, () => cancelled.step.cancel());
    await deploy(rollout, rollout.newImageId, cancelled);
    const fence = new Fence(rollout.clock, lease.lasts / 2);
    const aws = rollout.aws({ call, holdUp: 40 * 60_000 }, cancelled.name, fence);
    const post = rollout.deploymentOf(cancelled.step.post(), cancelled.name, undefined, { aws, fence });
    const settling = post.cleanUp(1);
    const other = rollout.clock.sleep(25 * 60_000).then(() => {
      return rollout.runner().deployment.run({ imageId: rollout.newImageId }, () => undefined);
    });
    const [settled, deployed] = await rollout.clock.run(Promise.allSettled([settling, other]));
    // What it would have put back is the other run's by now.
    expect(settled).toEqual({ status: 'fulfilled', value: undefined });
    expect(deployed).toMatchObject({ value: { outcome: 'succeeded' } });
    expect(rollout.auditor.violations).toEqual([]);
  });
});
