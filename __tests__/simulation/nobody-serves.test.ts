import { describe, expect, it } from '@jest/globals';
import type { Behaviour } from '../../sandbox/world/machines/simulated-machines.js';
import type { Plan } from '../../src/rollout/heart/plan.js';
import { SimulatedRollout } from './simulated-rollout.js';

const second = 1_000;
const minute = 60 * second;
const one = { machines: 1 } as const;
const none = { machines: 0 } as const;

/** Plans that bring no machine before one has gone: the second one in a group that has its maximum. */
const withoutSurge: Readonly<Record<string, { readonly plan: Partial<Plan>; readonly headroom: number }>> = {
  'without surge': { plan: { maxSurge: none, maxUnavailable: one }, headroom: 3 },
  'at a maximum that stays': { plan: { raiseMax: false, maxUnavailable: one }, headroom: 0 },
};

/** A group that AWS does not mend by itself: its load balancer is not asked (the default of Auto Scaling). */
function begin(kind: string, machines: number, newImage: Behaviour = {}): SimulatedRollout {
  const { plan, headroom = 0 } = withoutSurge[kind] ?? {};
  const maxSize = machines + headroom;
  const own = { ...plan, soak: 5 * minute };
  return new SimulatedRollout({ seed: 3, machines, maxSize, healthCheckType: 'EC2', newImage, plan: own });
}

/** Nothing that runs answers any more. */
function fallSick(rollout: SimulatedRollout): void {
  for (const { InstanceId = '' } of rollout.group().Instances ?? []) rollout.machines.setAnswering(InstanceId, false);
}

function expectWhole(rollout: SimulatedRollout, imageId: string, machines: number): void {
  expect(rollout.imagesInService()).toEqual([imageId]);
  expect(rollout.group()).toMatchObject({ DesiredCapacity: machines, SuspendedProcesses: [] });
  expect(rollout.auditor.violations).toEqual([]);
}

describe.each(Object.keys(withoutSurge))('a group where nobody serves, %s', (kind) => {
  it.each([1, 3])('of %d gets an image that works', async (machines) => {
    const rollout = begin(kind, machines);
    fallSick(rollout);
    rollout.clock.advance(minute);
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
    expectWhole(rollout, rollout.newImageId, machines);
  });

  it('of one gets its predecessor back, after an image that never answers', async () => {
    const rollout = begin(kind, 1, { answers: 'never' });
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'rolled-back' });
    expectWhole(rollout, rollout.starter.imageId, 1);
  });

  it('of three gets its predecessor back, after an image that breaks once it is everywhere', async () => {
    const rollout = begin(kind, 3);
    const look = () => {
      const { members } = rollout.region.autoScaling.group(rollout.starter.groupName);
      const isEverywhere = [...members.values()].every(
        ({ state, instance }) => state === 'InService' && instance.imageId === rollout.newImageId,
      );
      return rollout.clock.schedule(isEverywhere ? 2 * minute : second, isEverywhere ? () => fallSick(rollout) : look);
    };
    rollout.clock.schedule(minute, look);
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'rolled-back' });
    expectWhole(rollout, rollout.starter.imageId, 3);
  });
});
