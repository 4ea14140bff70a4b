import { describe, expect, it } from '@jest/globals';
import { auditEnd } from './invariants/ends.js';
import { SimulatedRollout, type SimulationSettings } from './simulated-rollout.js';

const waves = { waves: [{ machines: 1 }, { percent: 100 }], soak: 60_000 };

const begin = (settings: Partial<SimulationSettings> = {}) =>
  new SimulatedRollout({
    seed: 4,
    plan: waves,
    ...settings,
  });

async function expectWhole(rollout: SimulatedRollout, outcome: 'succeeded' | 'rolled-back') {
  const { deployment, step } = rollout.runner();
  const end = await rollout.clock.run(deployment.run({ imageId: rollout.newImageId }, () => undefined));
  expect(end).toMatchObject({ outcome });
  auditEnd(rollout.auditor, end);
  expect(rollout.auditor.violations).toEqual([]);
  expect(rollout.imagesInService()).toEqual([outcome === 'succeeded' ? rollout.newImageId : rollout.starter.imageId]);
  return step;
}

const machinesOf = (rollout: SimulatedRollout) => rollout.group().Instances ?? [];

describe('machines that are protected from scale-in', () => {
  const protectedGroup = { groupInput: () => ({ NewInstancesProtectedFromScaleIn: true }) };

  it.each(['rolling', 'kept'] as const)(
    'are replaced like any other (%s), and the new ones inherit it',
    async (how) => {
      const kept = how === 'kept' ? { keepPrevious: 600_000 } : {};
      const rollout = begin({ ...protectedGroup, plan: { ...waves, ...kept } });
      await expectWhole(rollout, 'succeeded');
      expect(rollout.traffic.failed).toBe(0);
      const inService = machinesOf(rollout).filter(({ LifecycleState }) => LifecycleState === 'InService');
      expect(inService.every(({ ProtectedFromScaleIn }) => ProtectedFromScaleIn)).toBe(true);
    },
  );
});

describe('machines that a person has put in standby', () => {
  it.each([
    ['well', 'succeeded'],
    ['never', 'rolled-back'],
  ] as const)('are left alone, not counted, and named in the log: %s', async (answers, outcome) => {
    const rollout = begin({ newImage: { answers }, minSize: 2 });
    const id = machinesOf(rollout)[0]?.InstanceId ?? '';
    const AutoScalingGroupName = rollout.starter.groupName;
    rollout.askTruth('EnterStandby', { AutoScalingGroupName, InstanceIds: [id], ShouldDecrementDesiredCapacity: true });
    rollout.clock.advance(60_000);
    rollout.auditor.wishes.low = 3;
    rollout.auditor.wishes.high = 3;
    const step = await expectWhole(rollout, outcome);
    const standby = machinesOf(rollout).filter(({ LifecycleState }) => LifecycleState === 'Standby');
    expect(standby.map(({ InstanceId }) => InstanceId)).toEqual([id]);
    expect(rollout.group().DesiredCapacity).toBe(3);
    expect(step.linesAt('info').filter((line) => line.includes('in standby'))).toEqual([
      `Left alone, for somebody has put them in standby: ${id}`,
    ]);
  });
});

describe('machines that their group has given up, and may not replace', () => {
  it.each(['rolling', 'kept'] as const)('go no sooner than others, for they serve users still: %s', async (how) => {
    const rollout = begin({ machines: 5, plan: { ...waves, ...(how === 'kept' && { keepPrevious: 600_000 }) } });
    const AutoScalingGroupName = rollout.starter.groupName;
    rollout.askTruth('SuspendProcesses', { AutoScalingGroupName, ScalingProcesses: ['ReplaceUnhealthy'] });
    const givenUp = machinesOf(rollout).slice(0, 3);
    for (const { InstanceId } of givenUp) {
      const order = { InstanceId, HealthStatus: 'Unhealthy', ShouldRespectGracePeriod: false };
      rollout.askTruth('SetInstanceHealth', order);
    }
    await expectWhole(rollout, 'succeeded');
    expect(rollout.traffic.failed).toBe(0);
    const kept = machinesOf(rollout).filter(({ LifecycleState }) => LifecycleState === 'Standby');
    expect(kept).toHaveLength(how === 'kept' ? 2 : 0);
  });
});

it('new machines that die before they are in service turn a rollout back at once', async () => {
  const rollout = begin();
  const boot = rollout.machines.boot.bind(rollout.machines);
  rollout.machines.boot = (instance, report) => {
    if (instance.imageId !== rollout.newImageId) return boot(instance, report);
    const code = 'Client.InternalError';
    const reason = { code, message: `${code}: Client error on launch` };
    rollout.clock.schedule(1_000, () => rollout.region.ec2.terminate(instance.id, reason));
  };
  const began = rollout.clock.now();
  const step = await expectWhole(rollout, 'rolled-back');
  expect(rollout.clock.now() - began).toBeLessThan(120_000);
  expect(step.lines.map(({ line }) => line).join()).toContain('Client error on launch');
});

describe('new machines that EC2 reclaims', () => {
  const reclaim = (rollout: SimulatedRollout, machines: number) => {
    const { ec2 } = rollout.region;
    const fresh = [...ec2.instances.values()].filter(
      ({ imageId, state }) => imageId === rollout.newImageId && state === 'running',
    );
    const code = 'Server.SpotInstanceTermination';
    rollout.auditor.serving.isAllOurs = false;
    for (const { id } of fresh.slice(0, machines)) {
      ec2.terminate(id, { code, message: `${code}: Spot instance termination` });
    }
    return Math.min(machines, fresh.length);
  };

  it.each([100, 160, 200, 260, 320])('say nothing of the image: the wave completes, after %i s', async (after) => {
    const rollout = begin({ spot: true, machines: 5 });
    rollout.clock.schedule(after * 1000, () => reclaim(rollout, 1));
    await expectWhole(rollout, 'succeeded');
  });

  it('again and again', async () => {
    const rollout = begin({ spot: true, machines: 5 });
    let reclaimed = 0;
    for (const after of [120, 180, 240, 300, 360, 420]) {
      rollout.clock.schedule(after * 1000, () => {
        reclaimed += reclaim(rollout, 1);
      });
    }
    await expectWhole(rollout, 'succeeded');
    expect(reclaimed).toBeGreaterThan(2);
  });
});
