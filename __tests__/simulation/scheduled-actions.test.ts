import { describe, expect, it } from '@jest/globals';
import { SimulatedRollout, type SimulationSettings } from './simulated-rollout.js';
import { Killed } from './troubles.js';

const minute = 60_000;

/** A group whose scheduled actions rest while it is rolled out. */
function begin(settings: Partial<SimulationSettings> = {}) {
  const suspend = ['AZRebalance', 'ScheduledActions'];
  const base = { seed: 121, machines: 4, minSize: 2, maxSize: 12, ...settings };
  const rollout = new SimulatedRollout({ ...base, plan: { suspend, soak: 2 * minute, ...settings.plan } });
  rollout.auditor.serving.isAllOurs = false;
  return rollout;
}

interface Action {
  readonly after?: number;
  readonly recurrence?: string;
  readonly min?: number;
  readonly max?: number;
  readonly desired?: number;
}

function schedule(rollout: SimulatedRollout, name: string, { after, recurrence, min, max, desired }: Action): void {
  rollout.askTruth('PutScheduledUpdateGroupAction', {
    AutoScalingGroupName: rollout.starter.groupName,
    ScheduledActionName: name,
    ...(after !== undefined && { StartTime: new Date(rollout.clock.now() + after) }),
    ...(recurrence !== undefined && { Recurrence: recurrence }),
    ...{ MinSize: min, MaxSize: max, DesiredCapacity: desired },
  });
}

function sizes(rollout: SimulatedRollout) {
  const { MinSize, DesiredCapacity, MaxSize, SuspendedProcesses } = rollout.group();
  return { sizes: [MinSize, DesiredCapacity, MaxSize], suspended: SuspendedProcesses };
}

describe('rule 9: scheduled actions that were missed because we had them suspended', () => {
  it('are made up for at the end: min, max and desired', async () => {
    const rollout = begin();
    schedule(rollout, 'morning', { after: 2 * minute, min: 3, max: 20, desired: 6 });
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
    expect(sizes(rollout)).toEqual({ sizes: [3, 6, 20], suspended: [] });
  });

  it('are made up for in their order, the last of each', async () => {
    const rollout = begin();
    schedule(rollout, 'more', { after: 2 * minute, desired: 9 });
    schedule(rollout, 'less', { after: 3 * minute, desired: 5 });
    schedule(rollout, 'later', { after: 300 * minute, desired: 11 });
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
    expect(sizes(rollout)).toEqual({ sizes: [2, 5, 12], suspended: [] });
  });

  it('are made up for from the size as it stands then, and without a number that nobody has named', async () => {
    let isScaled = false;
    const onLine = (line: string) => {
      if (line.includes('Making up for') && !isScaled) isScaled = rollout.scaleBy(3);
    };
    const rollout = begin({ onLine });
    schedule(rollout, 'morning', { after: 2 * minute, min: 3 });
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
    expect(isScaled).toBe(true);
    expect(sizes(rollout)).toEqual({ sizes: [3, 7, 12], suspended: [] });
  });

  it('of which nobody can read when they recur are named, and the group is made whole all the same', async () => {
    const rollout = begin();
    schedule(rollout, 'odd', { recurrence: '0 0 1 1 *', desired: 7 });
    const odd = rollout.region.autoScaling.groups.get(rollout.starter.groupName)?.scheduledActions.get('odd');
    Object.assign(odd ?? {}, { recurrence: '0 0 W * *' });
    const { step, deployment } = rollout.runner();
    const end = await rollout.clock.run(deployment.run({ imageId: rollout.newImageId }, () => undefined));
    expect(end).toMatchObject({ outcome: 'succeeded' });
    expect(step.linesAt('warning').filter((line) => line.includes('"odd" recurs at "0 0 W * *" (UTC)'))).toHaveLength(
      1,
    );
    expect(sizes(rollout)).toEqual({ sizes: [2, 4, 12], suspended: [] });
  });

  it('that recur count as well', async () => {
    const rollout = begin();
    schedule(rollout, 'often', { recurrence: '*/2 * * * *', desired: 7 });
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
    expect(sizes(rollout)).toEqual({ sizes: [2, 7, 12], suspended: [] });
    const made = rollout.calls.filter(({ operation }) => operation === 'DescribeScheduledActions');
    expect(made.length).toBeGreaterThan(1);
  });

  it('are made up for after the way back, too', async () => {
    const rollout = begin({ newImage: { answers: 'never' } });
    schedule(rollout, 'morning', { after: 2 * minute, max: 20, desired: 6 });
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'rolled-back' });
    expect(sizes(rollout)).toEqual({ sizes: [2, 6, 20], suspended: [] });
  });

  it('are made up for when the job is cancelled, and what surge is left goes by the next repair', async () => {
    const rollout = begin({ maxSize: 4 });
    schedule(rollout, 'morning', { after: minute, max: 8, desired: 6 });
    const { step, deployment, post } = rollout.runner();
    rollout.clock.schedule(100_000, () => step.cancel());
    await rollout.clock.run(deployment.run({ imageId: rollout.newImageId }, () => undefined));
    await rollout.clock.run(post().cleanUp(1));
    expect(sizes(rollout).suspended).toEqual([]);
    await rollout.clock.run(rollout.runner().deployment.repair(() => undefined));
    expect(sizes(rollout)).toEqual({ sizes: [2, 6, 8], suspended: [] });
  });

  it('are made up for by whoever carries on after a crash', async () => {
    const rollout = begin();
    schedule(rollout, 'morning', { after: 2 * minute, desired: 6 });
    expect(await rollout.rollOut({ call: 120, when: 'after' })).toMatchObject({ outcome: 'succeeded' });
    expect(sizes(rollout)).toEqual({ sizes: [2, 6, 12], suspended: [] });
  });

  describe('are made up for by the scheduled repair, though they came due while nobody lived to see it', () => {
    const hour = 60 * minute;

    /** The first run dies after the nth call of an operation; the repair comes an hour later. */
    async function repairAfter(operation: string, nth: number, arrange: (rollout: SimulatedRollout) => void) {
      const spared = begin();
      arrange(spared);
      await spared.rollOut();
      let seen = 0;
      const call = spared.calls.findIndex((one) => one.operation === operation && ++seen === nth);
      const rollout = begin();
      arrange(rollout);
      const run = rollout
        .runner({ call, when: 'after' })
        .deployment.run({ imageId: rollout.newImageId }, () => undefined);
      await expect(rollout.clock.run(run)).rejects.toThrow(Killed);
      expect(rollout.calls.at(-1)?.operation).toBe(operation);
      rollout.clock.advance(hour);
      const repaired = await rollout.clock.run(rollout.runner().deployment.repair(() => undefined));
      expect(repaired).toMatchObject({ outcome: 'aborted' });
      return rollout;
    }

    it.each([
      ['SuspendProcesses', 1],
      ['LaunchInstances', 1],
      ['TerminateInstanceInAutoScalingGroup', 2],
    ])('dead after %s (%i)', async (operation, nth) => {
      const rollout = await repairAfter(operation, nth, (scene) => {
        schedule(scene, 'evening', { after: 30 * minute, desired: 9 });
        schedule(scene, 'night', { after: 40 * minute, min: 3, max: 20, desired: 6 });
        schedule(scene, 'tomorrow', { after: 20 * hour, desired: 11 });
      });
      expect(sizes(rollout)).toEqual({ sizes: [3, 6, 20], suspended: [] });
      rollout.clock.advance(20 * hour);
      expect(sizes(rollout).sizes).toEqual([3, 11, 20]);
    });

    it('that recur as well, even if no run has ever seen one come due', async () => {
      const rollout = await repairAfter('LaunchInstances', 1, (scene) => {
        const half = new Date(scene.clock.now() + 30 * minute);
        const recurrence = `${half.getUTCMinutes()} ${half.getUTCHours()} * * *`;
        schedule(scene, 'daily', { recurrence, desired: 7 });
      });
      expect(sizes(rollout)).toEqual({ sizes: [2, 7, 12], suspended: [] });
    });

    it('but not one that somebody has deleted before its time, as the run has seen', async () => {
      const rollout = await repairAfter('TerminateInstanceInAutoScalingGroup', 2, (scene) => {
        schedule(scene, 'evening', { after: 30 * minute, desired: 9 });
        const name = { AutoScalingGroupName: scene.starter.groupName, ScheduledActionName: 'evening' };
        scene.clock.schedule(20_000, () => scene.askTruth('DeleteScheduledAction', name));
      });
      expect(sizes(rollout)).toEqual({ sizes: [2, 4, 12], suspended: [] });
    });
  });

  it('that ran by themselves while the rollout was paused are not done again', async () => {
    const waves = [{ machines: 1 }, { percent: 100 }];
    const rollout = begin({ plan: { waves, pauseAfter: 1 } });
    schedule(rollout, 'in the pause', { after: 30 * minute, desired: 6 });
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'paused' });
    rollout.clock.advance(60 * minute);
    expect(sizes(rollout)).toEqual({ sizes: [2, 6, 12], suspended: [] });
    rollout.scaleBy(2);
    const { deployment } = rollout.runner();
    expect(await rollout.clock.run(deployment.resume(() => undefined))).toMatchObject({ outcome: 'succeeded' });
    expect(sizes(rollout)).toEqual({ sizes: [2, 8, 12], suspended: [] });
  });

  it('that nobody suspended run by themselves, and stand', async () => {
    const rollout = begin({ plan: { suspend: ['AZRebalance'] } });
    schedule(rollout, 'morning', { after: 2 * minute, max: 20 });
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
    expect(sizes(rollout)).toEqual({ sizes: [2, 4, 20], suspended: [] });
  });

  it('that somebody else had suspended before stay skipped, and suspended', async () => {
    const rollout = begin();
    const AutoScalingGroupName = rollout.starter.groupName;
    rollout.askTruth('SuspendProcesses', { AutoScalingGroupName, ScalingProcesses: ['ScheduledActions'] });
    schedule(rollout, 'morning', { after: 2 * minute, desired: 6 });
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
    expect(sizes(rollout)).toMatchObject({ sizes: [2, 4, 12], suspended: [{ ProcessName: 'ScheduledActions' }] });
  });
});
