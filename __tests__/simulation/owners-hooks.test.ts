import { describe, expect, it } from '@jest/globals';
import type { Plan } from '../../src/rollout/heart/plan.js';
import { SimulatedRollout } from './simulated-rollout.js';

const second = 1_000;
const hour = 3_600;

/** A group whose machines say in a launch hook of its owner that they are up; those of the new image never do. */
function begin(plan: Partial<Plan>, heartbeat: number, maxSize = 8): SimulatedRollout {
  const rollout = new SimulatedRollout({ seed: 3, machines: 3, maxSize, plan });
  const { groupName: AutoScalingGroupName, imageId } = rollout.starter;
  const own = { AutoScalingGroupName, LifecycleHookName: 'boot' };
  rollout.askTruth('PutLifecycleHook', {
    ...own,
    LifecycleTransition: 'autoscaling:EC2_INSTANCE_LAUNCHING',
    HeartbeatTimeout: heartbeat,
  });
  const { members } = rollout.region.autoScaling.group(AutoScalingGroupName);
  const sayUp = () => {
    for (const { instance, state } of members.values()) {
      if (state !== 'Pending:Wait' || instance.imageId !== imageId) continue;
      rollout.askTruth('CompleteLifecycleAction', {
        ...own,
        InstanceId: instance.id,
        LifecycleActionResult: 'CONTINUE',
      });
    }
    rollout.clock.schedule(20 * second, sayUp);
  };
  sayUp();
  return rollout;
}

describe('an image whose machines never complete a launch hook of the owner', () => {
  it.each<[string, Partial<Plan>]>([
    ['with surge', {}],
    ['as a canary', { waves: [{ machines: 1 }, { percent: 100 }], soak: 60 * second }],
    ['without surge', { maxSurge: { machines: 0 }, maxUnavailable: { machines: 1 } }],
    ['behind our gate as well', { gate: { kind: 'command', command: 'true', timeout: 60 * second } }],
  ])('is taken back %s, however long the hook lets them wait', async (_how, plan) => {
    const rollout = begin(plan, hour);
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'rolled-back' });
    rollout.clock.advance(2 * hour * second);
    expect(rollout.imagesInService()).toEqual([rollout.starter.imageId]);
    expect(rollout.group()).toMatchObject({ DesiredCapacity: 3, MaxSize: 8, Instances: { length: 3 } });
    expect(rollout.traffic.failed).toBe(0);
    expect(rollout.auditor.violations).toEqual([]);
  });

  it('leaves the maximum as it was', async () => {
    const rollout = begin({}, hour, 4);
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'rolled-back' });
    expect(rollout.group()).toMatchObject({ DesiredCapacity: 3, MaxSize: 4 });
    expect(rollout.auditor.violations).toEqual([]);
  });
});
