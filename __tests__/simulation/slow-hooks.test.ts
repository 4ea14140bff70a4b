import { describe, expect, it } from '@jest/globals';
import type { Plan } from '../../src/rollout/heart/plan.js';
import { SimulatedRollout } from './simulated-rollout.js';

const second = 1_000;
const minute = 60 * second;

/** A group whose own launch hook holds each machine while it is set up, so that its grace period is short. */
function begin(plan: Partial<Plan>): SimulatedRollout {
  const rollout = new SimulatedRollout({ seed: 3, machines: 3, gracePeriod: 60, plan });
  const { groupName: AutoScalingGroupName } = rollout.starter;
  rollout.askTruth('PutLifecycleHook', {
    ...{ AutoScalingGroupName, LifecycleHookName: 'set-up', DefaultResult: 'CONTINUE' },
    ...{ LifecycleTransition: 'autoscaling:EC2_INSTANCE_LAUNCHING', HeartbeatTimeout: 420 },
  });
  return rollout;
}

describe('a group whose own launch hook holds machines for longer than its grace period', () => {
  it.each<[string, Partial<Plan>]>([
    ['with surge', {}],
    ['as a canary', { waves: [{ machines: 1 }, { percent: 100 }], soak: minute }],
    ['behind our gate as well', { gate: { kind: 'command', command: 'true', timeout: minute } }],
  ])('keeps a good image, %s', async (_how, plan) => {
    const rollout = begin(plan);
    const end = await rollout.rollOut();
    expect([end.outcome, end.reason]).toEqual(['succeeded', expect.anything()]);
    expect(rollout.imagesInService()).toEqual([rollout.newImageId]);
    expect(rollout.auditor.violations).toEqual([]);
  });
});
