import { describe, expect, it } from '@jest/globals';
import type { Call } from '../../sandbox/world/world.js';
import { lease } from '../../src/rollout/ledger/lease.js';
import { SimulatedRollout, type SimulationSettings } from './simulated-rollout.js';
import { Killed } from './troubles.js';

// The rules of docs/rules.md that a whole rollout shows best.

interface Named {
  readonly DesiredCapacity?: number;
  readonly MinSize?: number;
  readonly ScalingProcesses?: readonly string[];
  readonly InstanceId?: string;
}

/** A rollout whose calls are kept with what they say and the size that the group had then. */
function begin(settings: Partial<SimulationSettings> = {}) {
  const rollout = new SimulatedRollout({ seed: 131, machines: 4, ...settings });
  const calls: { readonly operation: string; readonly input: Named; readonly desired: number }[] = [];
  const group = rollout.region.autoScaling.group(rollout.starter.groupName);
  rollout.world.interceptors.push({
    before: ({ operation, input, caller }: Call) => {
      if (caller !== undefined) calls.push({ operation, input: input as Named, desired: group.desired });
    },
  });
  const named = (operation: string) => calls.filter((call) => call.operation === operation).map(({ input }) => input);
  return { rollout, group, calls, named };
}

const bad = { answers: 'never' } as const;
const images = [
  ['good', {}],
  ['bad', { newImage: bad }],
] as const;

async function repairAfterLease(rollout: SimulatedRollout) {
  rollout.clock.advance(lease.staleAfter);
  return rollout.clock.run(rollout.runner().deployment.repair(() => undefined));
}

async function killed(rollout: SimulatedRollout, call: number): Promise<void> {
  const { deployment } = rollout.runner({ call, when: 'after' });
  const run = deployment.run({ imageId: rollout.newImageId }, () => undefined);
  await expect(rollout.clock.run(run)).rejects.toThrow(Killed);
}

describe.each(images)('with a %s image', (_, settings) => {
  it('rule 1: desired is never lowered by number; machines go by name', async () => {
    const { rollout, calls, named } = begin(settings);
    await rollout.rollOut();
    const lowered = calls.filter(({ input, desired }) => (input.DesiredCapacity ?? desired) < desired);
    expect(lowered).toEqual([]);
    expect(named('TerminateInstanceInAutoScalingGroup').length).toBeGreaterThan(0);
    expect(named('TerminateInstanceInAutoScalingGroup').every(({ InstanceId }) => InstanceId?.startsWith('i-'))).toBe(
      true,
    );
  });

  it('rule 4: the minimum is the owners business: no call names it', async () => {
    const { rollout, calls } = begin(settings);
    await rollout.rollOut();
    expect(calls.filter(({ input }) => input.MinSize !== undefined)).toEqual([]);
  });

  it('rule 10: only what was not suspended is suspended, exactly that is resumed, and no list is empty', async () => {
    const { rollout, named } = begin({ ...settings, plan: { suspend: ['AZRebalance', 'ReplaceUnhealthy'] } });
    const AutoScalingGroupName = rollout.starter.groupName;
    rollout.askTruth('SuspendProcesses', { AutoScalingGroupName, ScalingProcesses: ['ReplaceUnhealthy'] });
    await rollout.rollOut();
    expect(named('SuspendProcesses')).toMatchObject([{ ScalingProcesses: ['AZRebalance'] }]);
    expect(named('ResumeProcesses')).toMatchObject([{ ScalingProcesses: ['AZRebalance'] }]);
    expect(rollout.group().SuspendedProcesses).toMatchObject([{ ProcessName: 'ReplaceUnhealthy' }]);
  });

  it('rule 10: where all of them are suspended already, neither call is made', async () => {
    const { rollout, named } = begin({ ...settings, plan: { suspend: ['AZRebalance'] } });
    const AutoScalingGroupName = rollout.starter.groupName;
    rollout.askTruth('SuspendProcesses', { AutoScalingGroupName, ScalingProcesses: ['AZRebalance'] });
    await rollout.rollOut();
    expect([...named('SuspendProcesses'), ...named('ResumeProcesses')]).toEqual([]);
  });

  it.each(['well', 'never'] as const)(
    'rule 10: the actions of alarms, and whatever else may rest, are back at the end of an image that answers %s',
    async (answers) => {
      const suspend = ['AZRebalance', 'AlarmNotification', 'ScheduledActions', 'ReplaceUnhealthy', 'InstanceRefresh'];
      const { rollout, named } = begin({
        ...settings,
        newImage: { answers },
        plan: { suspend, bootAllowance: 120_000 },
      });
      const { outcome } = await rollout.rollOut();
      expect(outcome).toBe(answers === 'well' ? 'succeeded' : 'rolled-back');
      expect(named('SuspendProcesses')).toMatchObject([{ ScalingProcesses: suspend }]);
      expect(named('ResumeProcesses')).toMatchObject([{ ScalingProcesses: suspend }]);
      expect(rollout.group().SuspendedProcesses).toEqual([]);
    },
  );

  it('rule 13: what rests wakes only when the group is whole, so that it finds nothing to act on', async () => {
    const { rollout, group, named } = begin({ ...settings, plan: { suspend: ['AZRebalance', 'ReplaceUnhealthy'] } });
    let health: readonly string[] = [];
    rollout.world.interceptors.push({
      before: ({ operation }: Call) => {
        if (operation !== 'ResumeProcesses') return;
        const there = [...group.members.values()].filter(({ state }) => !state.startsWith('Terminat'));
        health = there.map(({ instance }) => String(rollout.machines.isAnswering(instance.id)));
      },
    });
    await rollout.rollOut();
    expect(named('ResumeProcesses')).toHaveLength(1);
    expect(health).toEqual(Array(4).fill('true'));
  });

  it('rule 19: no image and no template version is taken away', async () => {
    const { rollout, calls } = begin(settings);
    await rollout.rollOut();
    const gone = /^(DeregisterImage|DeleteSnapshot|DeleteLaunchTemplate)/;
    expect(calls.filter(({ operation }) => gone.test(operation))).toEqual([]);
  });
});

it.each(Array.from({ length: 12 }, (_, at) => 20 + at * 30))(
  'rule 2: a change of size after %i s is kept, whatever the rollout was about to write',
  async (seconds) => {
    const { rollout } = begin({ seed: 132, maxSize: 12 });
    rollout.clock.schedule(seconds * 1000, () => rollout.scaleBy(3));
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
    rollout.clock.advance(300_000);
    expect(rollout.group()).toMatchObject({ DesiredCapacity: 7, MaxSize: 12 });
  },
);

it('rule 6: a group of one is never without its machine', async () => {
  const { rollout } = begin({ machines: 1, maxSize: 1 });
  expect(await rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
  expect(rollout.traffic.failed).toBe(0);
  expect(rollout.group()).toMatchObject({ DesiredCapacity: 1, MaxSize: 1 });
});

it('rule 14: what a dead run has suspended, the next one resumes, and nothing else', async () => {
  const { rollout } = begin({ plan: { suspend: ['AZRebalance'] } });
  const AutoScalingGroupName = rollout.starter.groupName;
  rollout.askTruth('SuspendProcesses', { AutoScalingGroupName, ScalingProcesses: ['AlarmNotification'] });
  await killed(rollout, 45);
  expect(await repairAfterLease(rollout)).toMatchObject({ outcome: 'aborted' });
  expect(rollout.group().SuspendedProcesses).toMatchObject([{ ProcessName: 'AlarmNotification' }]);
});

it('rule 15: a dead run leaves a group that can scale, with the alarms at work', async () => {
  const { rollout } = begin({ maxSize: 8, plan: { suspend: ['AZRebalance'] } });
  await killed(rollout, 45);
  const { SuspendedProcesses = [] } = rollout.group();
  expect(SuspendedProcesses.map(({ ProcessName }) => ProcessName)).toEqual(['AZRebalance']);
  expect(rollout.scaleBy(1)).toBe(true);
  rollout.clock.advance(10 * 60_000);
  expect(
    (rollout.group().Instances ?? []).filter(({ LifecycleState }) => LifecycleState === 'InService').length,
  ).toBeGreaterThanOrEqual(5);
  expect(rollout.traffic.failed).toBe(0);
});

it('rule 40: at its minimum a group is not asked to shrink', async () => {
  const { rollout, calls } = begin({ minSize: 4, maxSize: 4 });
  expect(await rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
  expect(rollout.calls.filter(({ error }) => error !== undefined)).toEqual([]);
  expect(calls.length).toBeGreaterThan(0);
  expect(rollout.traffic.failed).toBe(0);
});

it('rule 41: the same image again is unchanged, and with force it is rolled out as a new version', async () => {
  const { rollout } = begin();
  const { imageId } = rollout.starter;
  const before = new Set((rollout.group().Instances ?? []).map(({ InstanceId }) => InstanceId));
  const run = (force: boolean) => {
    const deployment = rollout.deploymentOf(rollout.runner().step, 'again', undefined, { force });
    return rollout.clock.run(deployment.run({ imageId }, () => undefined));
  };
  expect(await run(false)).toMatchObject({ outcome: 'unchanged' });
  expect(await run(true)).toMatchObject({ outcome: 'succeeded', imageId, previousImageId: imageId });
  const after = (rollout.group().Instances ?? []).filter(({ LifecycleState }) => LifecycleState === 'InService');
  expect(after).toHaveLength(4);
  expect(after.filter(({ InstanceId }) => before.has(InstanceId))).toEqual([]);
  expect(rollout.group().LaunchTemplate?.Version).toBe('2');
  expect(rollout.traffic.failed).toBe(0);
});
