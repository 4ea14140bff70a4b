import { describe, expect, it } from '@jest/globals';
import type { DeploymentEnd } from '../../src/rollout/deployment.js';
import type { Plan } from '../../src/rollout/heart/plan.js';
import { lease } from '../../src/rollout/ledger/lease.js';
import { SimulatedRollout, type SimulationSettings } from './simulated-rollout.js';

const minute = 60_000;
const hour = 60 * minute;
const nobodyAsks = () => undefined;

const canary: Partial<Plan> = {
  strategy: 'canary',
  waves: [{ machines: 1 }, { percent: 50 }, { percent: 100 }],
  soak: 2 * minute,
  suspend: ['AZRebalance'],
  pauseAfter: 1,
};

/** A rollout that has paused. */
async function paused(settings: Partial<SimulationSettings> = {}) {
  const rollout = new SimulatedRollout({ seed: 91, machines: 6, ...settings, plan: { ...canary, ...settings.plan } });
  const before = rollout.group();
  const { step, deployment, post } = rollout.runner();
  const end = await rollout.clock.run(deployment.run({ imageId: rollout.newImageId }, nobodyAsks));
  return { rollout, before, step, post, end };
}

type Command = 'resume' | 'abort' | 'repair';

function command<Name extends Command>(rollout: SimulatedRollout, name: Name, expedite = false) {
  const { step } = rollout.runner();
  const deployment = rollout.deploymentOf(step, `the ${name}`, undefined, { expedite });
  return rollout.clock.run(deployment[name](nobodyAsks) as Promise<DeploymentEnd | undefined>);
}

function newOnes(rollout: SimulatedRollout): number {
  const { instances } = rollout.region.ec2;
  const inService = (rollout.group().Instances ?? []).filter(({ LifecycleState }) => LifecycleState === 'InService');
  return inService.filter(({ InstanceId = '' }) => instances.get(InstanceId)?.imageId === rollout.newImageId).length;
}

describe('pause-after', () => {
  it('hands over with the settings put back, the new version proven, and what to do next', async () => {
    const { rollout, before, end } = await paused();
    expect(end.outcome).toBe('paused');
    expect(end.reason).toMatch(/wave 1 of 3.*command: resume.*command: abort.*repair/s);
    const { DesiredCapacity, MinSize, MaxSize } = before;
    expect(rollout.group()).toMatchObject({ DesiredCapacity, MinSize, MaxSize, SuspendedProcesses: [] });
    expect(newOnes(rollout)).toBe(1);
    expect(rollout.group().LaunchTemplate?.Version).toBe('2');
    expect(rollout.traffic.failed).toBe(0);
  });

  it('leaves nothing for its post to do', async () => {
    const { rollout, post } = await paused();
    expect(await rollout.clock.run(post().cleanUp(1))).toBeUndefined();
  });

  it('counts waves that nothing else tells apart', async () => {
    const { rollout, end } = await paused({ plan: { soak: 0, pauseAfter: 2 } });
    expect(end.outcome).toBe('paused');
    expect(newOnes(rollout)).toBe(3);
  });

  it('refuses a deployment meanwhile, of the same image too, and says what to do', async () => {
    const { rollout } = await paused();
    for (const imageId of [rollout.newImageId, rollout.addImage('other')]) {
      const deployment = rollout.runner().deployment.run({ imageId }, nobodyAsks);
      await expect(rollout.clock.run(deployment)).rejects.toThrow(/paused until .*command: resume.*command: abort/s);
    }
  });

  it('is not stale before its day is over; then repair takes it back', async () => {
    const { rollout, before } = await paused();
    rollout.clock.advance(lease.staleAfter);
    expect(await command(rollout, 'repair')).toBeUndefined();
    rollout.clock.advance(23 * hour);
    expect(await command(rollout, 'repair')).toBeUndefined();
    rollout.clock.advance(hour);
    await expect(command(rollout, 'resume')).rejects.toThrow('too late');
    const end = await command(rollout, 'repair');
    expect(end).toMatchObject({ outcome: 'aborted', reason: expect.stringContaining('Nobody resumed it') });
    expect(rollout.imagesInService()).toEqual([rollout.starter.imageId]);
    expect(rollout.group().LaunchTemplate?.Version).toBe('1');
    expect(rollout.group().DesiredCapacity).toBe(before.DesiredCapacity);
  });
});

it('a pause expires when its plan says so, and the end says when', async () => {
  const { rollout, end } = await paused({ plan: { pauseExpiry: 2 * hour } });
  const [release] = await rollout.clock.run(rollout.runner().deployment.history());
  const until = release?.rests?.kind === 'paused' ? release.rests.until : 0;
  expect(Math.abs(until - rollout.clock.now() - 2 * hour)).toBeLessThan(minute);
  expect(end.reason).toContain(new Date(until).toISOString().slice(0, 16));
  rollout.clock.advance(hour);
  expect(await command(rollout, 'repair')).toBeUndefined();
  rollout.clock.advance(hour);
  expect(await command(rollout, 'repair')).toMatchObject({ outcome: 'aborted' });
});

describe('resume', () => {
  it('goes on from where it paused, with the plan it began with', async () => {
    const { rollout, before } = await paused();
    rollout.clock.advance(2 * hour);
    expect(await command(rollout, 'resume')).toMatchObject({ outcome: 'succeeded', imageId: rollout.newImageId });
    expect(rollout.imagesInService()).toEqual([rollout.newImageId]);
    expect(rollout.group()).toMatchObject({ DesiredCapacity: before.DesiredCapacity, SuspendedProcesses: [] });
    expect(rollout.traffic.failed).toBe(0);
    const [second] = await rollout.clock.run(rollout.runner().deployment.history());
    expect(second).toMatchObject({ number: 2, continues: 1, outcome: 'succeeded' });
  });

  it('can be run again: what has succeeded is unchanged', async () => {
    const { rollout } = await paused();
    await command(rollout, 'resume');
    expect(await command(rollout, 'resume')).toMatchObject({ outcome: 'unchanged' });
  });

  it('of what was cut off before its pause pauses there: nobody has approved more', async () => {
    const rollout = new SimulatedRollout({ seed: 91, machines: 6, plan: canary });
    const { step, deployment, post } = rollout.runner();
    rollout.clock.schedule(30_000, () => step.cancel());
    await rollout.clock.run(deployment.run({ imageId: rollout.newImageId }, nobodyAsks));
    await rollout.clock.run(post().cleanUp(1));
    expect(await command(rollout, 'resume')).toMatchObject({ outcome: 'paused' });
    expect(newOnes(rollout)).toBe(1);
    expect(await command(rollout, 'resume')).toMatchObject({ outcome: 'succeeded' });
  });

  it('expedited skips the soaks, and still waits for machines to be ready', async () => {
    const durations: number[] = [];
    for (const expedite of [false, true]) {
      const { rollout } = await paused({ plan: { soak: 20 * minute } });
      durations.push((await command(rollout, 'resume', expedite))?.duration ?? 0);
      expect(rollout.traffic.failed).toBe(0);
    }
    expect((durations[0] ?? 0) - (durations[1] ?? 0)).toBeGreaterThan(35 * minute);
    expect(durations[1]).toBeGreaterThan(2 * 15_000);
  });

  it('expedited takes a bad image back all the same', async () => {
    const settings = { newImage: { answers: { badAfter: 5.5 * minute } }, plan: { minReady: 15_000 } };
    const { rollout } = await paused(settings);
    const end = await command(rollout, 'resume', true);
    expect(end?.outcome).toBe('rolled-back');
    expect(rollout.imagesInService()).toEqual([rollout.starter.imageId]);
  });

  it('finds nothing where nothing was begun, or all has ended', async () => {
    const rollout = new SimulatedRollout({ seed: 93, newImage: { answers: 'never' } });
    await expect(command(rollout, 'resume')).rejects.toThrow('there was none yet');
    await rollout.rollOut();
    await expect(command(rollout, 'resume')).rejects.toThrow('release 1) ended rolled-back');
  });
});

describe('abort', () => {
  it('takes a paused rollout back', async () => {
    const { rollout, before } = await paused();
    const end = await command(rollout, 'abort');
    expect(end).toMatchObject({ outcome: 'aborted', reason: expect.stringContaining('ben aborted it') });
    expect(rollout.imagesInService()).toEqual([rollout.starter.imageId]);
    expect(rollout.group()).toMatchObject({ DesiredCapacity: before.DesiredCapacity, MaxSize: before.MaxSize });
    expect(rollout.traffic.failed).toBe(0);
  });

  it('changes nothing where there is nothing to abort', async () => {
    const rollout = new SimulatedRollout({ seed: 94 });
    expect(await command(rollout, 'abort')).toMatchObject({ outcome: 'unchanged' });
    await rollout.rollOut();
    expect(await command(rollout, 'abort')).toMatchObject({ outcome: 'unchanged' });
    expect(rollout.imagesInService()).toEqual([rollout.newImageId]);
  });

  it('leaves a living rollout to its run', async () => {
    const rollout = new SimulatedRollout({ seed: 95 });
    const main = rollout.runner().deployment.run({ imageId: rollout.newImageId }, nobodyAsks);
    const attempt = rollout.clock.sleep(minute).then(() => rollout.runner().deployment.abort(nobodyAsks));
    await expect(rollout.clock.run(attempt)).rejects.toThrow('is being rolled out');
    expect(await rollout.clock.run(main)).toMatchObject({ outcome: 'succeeded' });
  });

  it('takes back what is on hold for a person', async () => {
    const plan = { onFailure: 'hold', pauseAfter: 1, soak: 5 * minute } as const;
    const rollout = new SimulatedRollout({ seed: 96, machines: 4, newImage: { answers: 'never' }, plan });
    const before = rollout.group();
    const held = await rollout.rollOut();
    expect(held).toMatchObject({ outcome: 'needs-attention', reason: expect.stringContaining('command: abort') });
    expect(await command(rollout, 'repair')).toMatchObject({ outcome: 'needs-attention', endedBefore: true });
    expect(await command(rollout, 'abort')).toMatchObject({ outcome: 'aborted' });
    expect(rollout.imagesInService()).toEqual([rollout.starter.imageId]);
    const { DesiredCapacity, MaxSize } = before;
    expect(rollout.group()).toMatchObject({ DesiredCapacity, MaxSize });
    expect(rollout.traffic.failed).toBe(0);
  });

  it('or the next deployment of what every machine runs gives up what surge is left', async () => {
    const plan = { progressDeadline: 8 * minute, onFailure: 'hold' } as const;
    const rollout = new SimulatedRollout({ seed: 98, machines: 4, plan });
    const { AvailabilityZones = [], DesiredCapacity, MaxSize } = rollout.group();
    const shortages = AvailabilityZones.map((availabilityZone) => ({ availabilityZone }));
    for (const shortage of shortages) rollout.region.ec2.shortages.add(shortage);
    rollout.strike([{ operation: 'LaunchInstances', error: 'UnsupportedOperation', status: 400 }]);
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'needs-attention' });
    const imageId = rollout.starter.imageId;
    expect(rollout.imagesInService()).toEqual([imageId]);
    for (const shortage of shortages) rollout.region.ec2.shortages.delete(shortage);
    const end = await rollout.clock.run(rollout.runner().deployment.run({ imageId }, nobodyAsks));
    expect(end).toMatchObject({ outcome: 'succeeded' });
    expect(rollout.group()).toMatchObject({ DesiredCapacity, MaxSize });
    expect(rollout.traffic.failed).toBe(0);
  });

  it('or the next deployment mends it, with the sizes that were there before', async () => {
    const plan = { onFailure: 'hold' } as const;
    const rollout = new SimulatedRollout({ seed: 97, machines: 4, maxSize: 4, newImage: { answers: 'never' }, plan });
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'needs-attention' });
    const mended = rollout.addImage('mended');
    const end = await rollout.clock.run(rollout.runner().deployment.run({ imageId: mended }, nobodyAsks));
    expect(end).toMatchObject({ outcome: 'succeeded' });
    expect(rollout.imagesInService()).toEqual([mended]);
    expect(rollout.group()).toMatchObject({ DesiredCapacity: 4, MaxSize: 4 });
    expect(rollout.traffic.failed).toBe(0);
  });
});

describe.each(['repair', 'abort'] as const)('%s', (command) => {
  it('of a group that is not there is refused, or a schedule would be green for ever', async () => {
    const rollout = new SimulatedRollout({ seed: 99 });
    const { step } = rollout.runner();
    const deployment = rollout.deploymentOf(step, 'somebody', undefined, { group: 'shopp' });
    const run = deployment[command](nobodyAsks);
    await expect(rollout.clock.run(run)).rejects.toThrow('There is no Auto Scaling group "shopp"');
  });
});
