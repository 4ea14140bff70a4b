import type { CreateLaunchTemplateVersionResult } from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import { kindOf } from './kinds.js';
import { SimulatedRollout, type SimulationSettings } from './simulated-rollout.js';

const second = 1_000;
const minute = 60 * second;

function begin(settings: Partial<SimulationSettings> = {}): SimulatedRollout {
  const plan = { waves: [{ machines: 1 }, { percent: 100 }], soak: minute, maxSurge: { percent: 50 } };
  return new SimulatedRollout({ seed: 7, machines: 6, maxSize: 6, plan, ...settings });
}

/** The version that somebody's refresh goes to; none: what the group launches then. */
const goals: Readonly<Record<string, (rollout: SimulatedRollout) => string | undefined>> = {
  'what the group launches then': () => undefined,
  'the version from before': () => '1',
  'the new version': () => '2',
  'a version of their own': (rollout) => {
    const LaunchTemplateData = { ImageId: rollout.addImage('theirs') };
    const input = { LaunchTemplateId: rollout.starter.launchTemplateId, SourceVersion: '1', LaunchTemplateData };
    const order = { service: 'ec2', operation: 'CreateLaunchTemplateVersion', input } as const;
    const made = rollout.world.call({ ...order, region: rollout.region.name }) as CreateLaunchTemplateVersionResult;
    return String(made.LaunchTemplateVersion?.VersionNumber);
  },
};

/** Somebody has AWS's own engine replace machines. */
function refresh(rollout: SimulatedRollout, goal: string): void {
  const { launchTemplateId: LaunchTemplateId, groupName: AutoScalingGroupName } = rollout.starter;
  const Preferences = { SkipMatching: true, MinHealthyPercentage: 100, MaxHealthyPercentage: 110 };
  const Version = goals[goal]?.(rollout);
  const desired = Version && { DesiredConfiguration: { LaunchTemplate: { LaunchTemplateId, Version } } };
  rollout.askTruth('StartInstanceRefresh', { AutoScalingGroupName, Preferences, ...desired });
}

/** The same from a moment on. @returns when it was started, for whoever asks later. */
function refreshAfter(rollout: SimulatedRollout, time: number, goal: string): () => number {
  let started = 0;
  rollout.clock.schedule(time, () => {
    refresh(rollout, goal);
    started = rollout.clock.now();
  });
  return () => started;
}

const reason = expect.stringMatching(/Somebody else has started instance refresh \S+ of "shop" meanwhile/);

describe("AWS's own engine, started by somebody in the middle of a loop of ours", () => {
  const cases = Object.keys(goals).flatMap((goal) => [30, 200, 300].map((time) => [goal, time] as const));

  it.each(cases)('is left the group within two minutes: to %s, after %d s', async (goal, time) => {
    const rollout = begin();
    const started = refreshAfter(rollout, time * second, goal);
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'needs-attention', reason });
    expect(rollout.clock.now() - started()).toBeLessThan(2 * minute);
    await expect(rollout.rollOut()).rejects.toThrow('is being changed by somebody else: instance refresh');
    rollout.clock.advance(240 * minute);
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
    expect(rollout.imagesInService()).toEqual([rollout.newImageId]);
    expect(rollout.group()).toMatchObject({ MaxSize: 6, SuspendedProcesses: [] });
    expect(rollout.traffic.failed).toBe(0);
  });

  it('is left the idle one of two groups, and every request stays with the other', async () => {
    const plan = { strategy: 'two-group', waves: [{ percent: 10 }, { percent: 100 }], soak: minute } as const;
    const rollout = begin({ plan, hasTwin: true });
    rollout.clock.schedule(50 * second, () => {
      rollout.askTruth('StartInstanceRefresh', { AutoScalingGroupName: 'green' });
    });
    const end = await rollout.rollOut();
    expect(end).toMatchObject({ outcome: 'needs-attention' });
    expect(end.reason).toMatch(/Somebody else has started instance refresh \S+ of "green" meanwhile/);
    expect(rollout.traffic.failed).toBe(0);
    rollout.clock.advance(240 * minute);
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
    expect(rollout.traffic.failed).toBe(0);
  });

  it('stops the way back as well, with why that was gone', async () => {
    const plan = { waves: [{ percent: 100 }], soak: 10 * second, maxSurge: { machines: 1 } };
    const rollout = begin({ plan });
    const { step, deployment, post } = rollout.runner();
    rollout.clock.schedule(400 * second, () => step.cancel());
    await rollout.clock.run(deployment.run({ imageId: rollout.newImageId }, () => undefined));
    await rollout.clock.run(post().cleanUp(1));
    const started = refreshAfter(rollout, 30 * second, 'the new version');
    const aborted = rollout.clock.run(rollout.runner().deployment.abort(() => undefined));
    const why = expect.stringMatching(/aborted it .* Somebody else has started instance refresh/);
    expect(await aborted).toMatchObject({ outcome: 'needs-attention', reason: why });
    expect(rollout.clock.now() - started()).toBeLessThan(2 * minute);
    expect(rollout.traffic.failed).toBe(0);
  });

  it('keeps what it lets nobody change: that is said, and the group is not left in the middle', async () => {
    const rollout = begin(kindOf('a warm pool'));
    let isStarted = false;
    rollout.world.log.onEvent(({ kind }) => {
      if (kind !== 'group' || isStarted || rollout.group().LaunchTemplate?.Version !== '2') return;
      isStarted = true;
      refresh(rollout, 'the version from before');
    });
    const end = await rollout.rollOut();
    expect(end).toMatchObject({ outcome: 'needs-attention', reason });
    expect(end.reason).toContain('It stays on what it launches now: deploy what is right.');
    expect(rollout.group().SuspendedProcesses).toEqual([]);
    rollout.clock.advance(240 * minute);
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
    expect(rollout.imagesInService()).toEqual([rollout.newImageId]);
  });
});
