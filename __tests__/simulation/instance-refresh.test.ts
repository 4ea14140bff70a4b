import { describe, expect, it } from '@jest/globals';
import type { Plan } from '../../src/rollout/heart/plan.js';
import { lease } from '../../src/rollout/ledger/lease.js';
import { isRead } from './invariants/invariants.js';
import { SimulatedRollout, type SimulationSettings } from './simulated-rollout.js';
import { Killed } from './troubles.js';

const plan = { strategy: 'instance-refresh' as const, maxSurge: { percent: 50 } };

function begin(settings: Partial<SimulationSettings> = {}) {
  const rollout = new SimulatedRollout({
    seed: 7,
    machines: 4,
    minSize: 1,
    maxSize: 4,
    ...settings,
    plan: { ...plan, ...settings.plan },
  });
  const { DesiredCapacity, MinSize, MaxSize } = rollout.group();
  return { rollout, before: { DesiredCapacity, MinSize, MaxSize } };
}

/** A version of the template by its number, which names a parameter in place of an image. */
const atParameter: NonNullable<SimulationSettings['groupInput']> = (starter) => {
  const { launchTemplateId: LaunchTemplateId, imageId, call } = starter;
  call('ssm', 'PutParameter', { Name: '/images/shop', Type: 'String', Value: imageId });
  const LaunchTemplateData = { ImageId: 'resolve:ssm:/images/shop' };
  call('ec2', 'CreateLaunchTemplateVersion', { LaunchTemplateId, SourceVersion: '1', LaunchTemplateData });
  return { LaunchTemplate: { LaunchTemplateId, Version: '2' } };
};

function expectWhole(rollout: SimulatedRollout, imageId: string, before: object) {
  expect(rollout.imagesInService()).toEqual([imageId]);
  expect(rollout.group()).toMatchObject(before);
  expect(rollout.traffic.failed).toBe(0);
}

/** The runner dies while AWS replaces the machines, which it does all the same. */
async function succeedUnseen(rollout: SimulatedRollout) {
  const { deployment } = rollout.runner({ call: 40, when: 'before' });
  const died = rollout.clock.run(deployment.run({ imageId: rollout.newImageId }, () => undefined));
  await expect(died).rejects.toThrow(Killed);
  rollout.clock.advance(90 * 60_000);
  expect(rollout.imagesInService()).toEqual([rollout.newImageId]);
}

describe("a rollout by AWS's own engine", () => {
  it.each([undefined, { kind: 'path', path: '/health', port: 80, timeout: 300_000 } as const])(
    'is refused where the group does not listen to its load balancer: AWS would go on while nobody serves',
    async (gate) => {
      const { rollout } = begin({ healthCheckType: 'EC2', plan: { ...plan, ...(gate && { gate }) } });
      await expect(rollout.rollOut()).rejects.toThrow(
        "Set the group's health check type to ELB, or use strategy: rolling",
      );
      expect(rollout.calls.filter((call) => !isRead(call))).toEqual([]);
    },
  );

  it('succeeds once its own refresh has and every machine runs the image; the group is not updated first', async () => {
    const { rollout, before } = begin();
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
    expectWhole(rollout, rollout.newImageId, before);
    const changes = rollout.calls
      .map(({ operation }) => operation)
      .filter((name) => /^(Start|Update|Set|Term)/.test(name));
    expect(changes).toEqual(['StartInstanceRefresh']);
    expect(rollout.group().LaunchTemplate?.Version).toBe('2');
  });

  it('is rolled back by AWS on our word, long before AWS would give up', async () => {
    const { rollout, before } = begin({ newImage: { answers: 'never' }, plan: { ...plan, bootAllowance: 120_000 } });
    const end = await rollout.rollOut();
    expect(end).toMatchObject({ outcome: 'rolled-back', reason: expect.stringContaining('did not become healthy') });
    expect(end.duration).toBeLessThan(400_000);
    expect(rollout.calls.map(({ operation }) => operation)).toContain('RollbackInstanceRefresh');
    expectWhole(rollout, rollout.starter.imageId, before);
    expect(rollout.group().LaunchTemplate?.Version).toBe('1');
  });

  it('begins from a version that names its image, where the group names a parameter: AWS goes back to nothing else', async () => {
    const slow = { ...plan, bootAllowance: 120_000 };
    const { rollout, before } = begin({ newImage: { answers: 'never' }, plan: slow, groupInput: atParameter });
    const floating = rollout.group().LaunchTemplate?.Version;
    const end = await rollout.rollOut();
    expect(end).toMatchObject({ outcome: 'rolled-back', reason: expect.stringContaining('did not become healthy') });
    const changes = rollout.calls.map(({ operation }) => operation).filter((name) => /^(Start|Update)/.test(name));
    expect(changes).toEqual(['UpdateAutoScalingGroup', 'StartInstanceRefresh']);
    expectWhole(rollout, rollout.starter.imageId, before);
    expect(rollout.group().LaunchTemplate?.Version).not.toBe(floating);
  });

  it('that was cancelled, and taken back by AWS on our word, begins anew when the same step is run again', async () => {
    const { rollout, before } = begin();
    const { clock, newImageId } = rollout;
    const cancelled = rollout.runner();
    const main = cancelled.deployment.run({ imageId: newImageId }, () => undefined);
    const cancel = clock.sleep(90_000).then(() => cancelled.step.cancel());
    expect(await clock.run(main)).toMatchObject({ outcome: 'interrupted' });
    await clock.run(cancel);
    await clock.run(cancelled.post().cleanUp(1));
    clock.advance(900_000);
    const again = rollout.runner().deployment.run({ imageId: newImageId }, () => undefined);
    expect(await clock.run(again)).toMatchObject({ outcome: 'succeeded' });
    expectWhole(rollout, newImageId, before);
  });

  it('is not taken for one that an earlier release has started to the same image', async () => {
    const { rollout } = begin();
    const deploy = (imageId: string) =>
      rollout.clock.run(
        rollout
          .deploymentOf(rollout.runner().step, 'again', undefined, { force: true })
          .run({ imageId }, () => undefined),
      );
    const started = () => rollout.calls.filter(({ operation }) => operation === 'StartInstanceRefresh').length;
    expect(await deploy(rollout.newImageId)).toMatchObject({ outcome: 'succeeded' });
    expect(await deploy(rollout.newImageId)).toMatchObject({ outcome: 'succeeded' });
    expect(started()).toBe(2);
  });

  it.each(['empty', 'reset'])('is found by what it was asked for when the answer to asking is %s', async (error) => {
    const { rollout, before } = begin();
    rollout.strike([{ operation: 'StartInstanceRefresh', nth: 1, error, when: 'after' }]);
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
    expect(rollout.calls.filter(({ operation }) => operation === 'StartInstanceRefresh')).toHaveLength(1);
    expectWhole(rollout, rollout.newImageId, before);
  });

  it('replaces by our own loop what AWS has left out', async () => {
    const { rollout } = begin({ maxSize: 5 });
    const [first] = rollout.group().Instances ?? [];
    const standby = { AutoScalingGroupName: rollout.starter.groupName, InstanceIds: [first?.InstanceId] };
    rollout.askTruth('EnterStandby', { ...standby, ShouldDecrementDesiredCapacity: false });
    rollout.clock.advance(600_000);
    rollout.clock.schedule(200_000, () => rollout.askTruth('ExitStandby', standby));
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
    expect(rollout.imagesInService()).toEqual([rollout.newImageId]);
    expect(rollout.group()).toMatchObject({ MinSize: 1, MaxSize: 5, DesiredCapacity: 5 });
  });

  describe('that gets no further', () => {
    const second = 1_000;
    const suspended = (rollout: SimulatedRollout) => {
      const AutoScalingGroupName = rollout.starter.groupName;
      const process = { AutoScalingGroupName, ScalingProcesses: ['Launch'] };
      rollout.askTruth('SuspendProcesses', process);
      return process;
    };
    const withoutCapacity = (rollout: SimulatedRollout) => rollout.region.ec2.shortages.add({});

    /** Something happens once so many new machines serve. */
    function beginUntil(fresh: number, happens: (rollout: SimulatedRollout) => unknown, own: Partial<Plan> = {}) {
      const { rollout } = begin({ machines: 6, maxSize: 8, plan: { ...plan, maxSurge: { machines: 1 }, ...own } });
      const { clock, newImageId } = rollout;
      const isNew = (id = '') => rollout.region.ec2.instances.get(id)?.imageId === newImageId;
      const look = () => {
        const serving = (rollout.group().Instances ?? []).filter(
          ({ LifecycleState }) => LifecycleState === 'InService',
        );
        const isDue = serving.filter(({ InstanceId }) => isNew(InstanceId)).length >= fresh;
        if (isDue) happens(rollout);
        else clock.schedule(5 * second, look);
      };
      clock.schedule(10 * second, look);
      return rollout;
    }

    it.each([
      ['for want of capacity, after some machines', 2, withoutCapacity],
      ['as somebody has suspended Launch, after some machines', 2, suspended],
      ['as somebody has suspended Launch, before the first', 0, suspended],
    ])(
      '%s, is taken back by the deadline, and waits for AWS no longer than that again',
      async (_why, fresh, happens) => {
        const rollout = beginUntil(fresh, happens);
        const end = await rollout.rollOut();
        expect(end).toMatchObject({ outcome: 'needs-attention', reason: expect.stringContaining('progress-deadline') });
        expect(end.reason).toContain('AWS took its instance refresh no further back for 600 s (RollbackInProgress');
        expect(end.duration).toBeLessThan(1_500 * second);
      },
    );

    it('says what is suspended, and is taken back once that goes on again', async () => {
      const rollout = beginUntil(2, suspended);
      const { clock, starter } = rollout;
      expect((await rollout.rollOut()).reason).toContain('Suspended: Launch.');
      rollout.askTruth('ResumeProcesses', suspended(rollout));
      const aborted = rollout.runner().deployment.abort(() => undefined);
      expect(await clock.run(aborted)).toMatchObject({ outcome: 'rolled-back' });
      expect(rollout.imagesInService()).toEqual([starter.imageId]);
    });

    it('is not one whose machines take their time to leave', async () => {
      const rollout = beginUntil(0, () => undefined);
      rollout.askTruth('PutLifecycleHook', {
        AutoScalingGroupName: rollout.starter.groupName,
        LifecycleHookName: 'drain',
        LifecycleTransition: 'autoscaling:EC2_INSTANCE_TERMINATING',
        HeartbeatTimeout: 1_500,
        DefaultResult: 'CONTINUE',
      });
      expect(await rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
      expect(rollout.imagesInService()).toEqual([rollout.newImageId]);
    });

    it('is not one that AWS rests in for a soak at its checkpoints', async () => {
      const waves = [{ machines: 1 }, { machines: 2 }, { percent: 50 }, { percent: 100 }];
      const rollout = beginUntil(0, () => undefined, { waves, soak: 1_800 * second });
      expect(await rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
    });
  });

  it('turns back as soon as AWS does, and says why', async () => {
    const { rollout } = begin();
    const { clock, starter } = rollout;
    const group = { AutoScalingGroupName: starter.groupName };
    clock.schedule(120_000, () => rollout.askTruth('RollbackInstanceRefresh', group));
    const end = await rollout.rollOut();
    expect(end).toMatchObject({ outcome: 'rolled-back', reason: expect.stringContaining('AWS takes the instance') });
    expect(rollout.imagesInService()).toEqual([starter.imageId]);
  });

  it('is left to a person who has put a refresh of their own in its place: it and our loop would fight over each machine', async () => {
    const { rollout } = begin();
    const { clock, starter, newImageId } = rollout;
    const group = { AutoScalingGroupName: starter.groupName };
    clock.schedule(120_000, () => rollout.askTruth('CancelInstanceRefresh', group));
    const LaunchTemplate = { LaunchTemplateId: starter.launchTemplateId, Version: '2' };
    const Preferences = { SkipMatching: true, MinHealthyPercentage: 100, MaxHealthyPercentage: 110 };
    const theirs = { ...group, DesiredConfiguration: { LaunchTemplate }, Preferences };
    clock.schedule(130_000, () => rollout.askTruth('StartInstanceRefresh', theirs));
    const end = await rollout.rollOut();
    const reason = expect.stringMatching(/Somebody else has started instance refresh \S+ of "shop" meanwhile/);
    expect(end).toMatchObject({ outcome: 'needs-attention', reason });
    const retired = rollout.calls.filter(({ operation }) => operation === 'TerminateInstanceInAutoScalingGroup');
    expect(retired.length).toBeLessThan(2);
    await expect(rollout.rollOut()).rejects.toThrow('is being changed by somebody else: instance refresh');
    clock.advance(30 * 60_000);
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
    expect(rollout.imagesInService()).toEqual([newImageId]);
    expect(rollout.traffic.failed).toBe(0);
  });

  it('is left to a person where somebody else has started one since the group was claimed', async () => {
    const { rollout } = begin();
    const { starter, world } = rollout;
    let isStarted = false;
    world.log.onEvent(({ kind }) => {
      if (kind !== 'parameter' || isStarted) return;
      isStarted = true;
      rollout.askTruth('StartInstanceRefresh', { AutoScalingGroupName: starter.groupName });
    });
    const reason = expect.stringMatching(/Somebody else has started instance refresh \S+ of "shop" meanwhile/);
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'needs-attention', reason });
    expect(rollout.calls.filter(({ operation }) => operation === 'StartInstanceRefresh')).toEqual([]);
    expect(rollout.traffic.failed).toBe(0);
  });

  it.each([
    ['a fourth more', { maxSurge: { percent: 25 } }, 15],
    ['no more', { maxSurge: { machines: 0 }, maxUnavailable: { machines: 3 } }, 12],
  ])('is taken back, once AWS has succeeded, with %s machines at a time', async (_what, own, most) => {
    const { rollout, before } = begin({ machines: 12, maxSize: 12, plan: { ...plan, ...own } });
    const { starter, clock, world } = rollout;
    await succeedUnseen(rollout);
    let peak = 0;
    world.log.onEvent(() => {
      peak = Math.max(peak, rollout.group().DesiredCapacity ?? 0);
    });
    const aborted = rollout.runner().deployment.abort(() => undefined);
    expect(await clock.run(aborted)).toMatchObject({ outcome: 'aborted' });
    expectWhole(rollout, starter.imageId, before);
    expect(peak).toBe(most);
  });

  it('is not taken back by a repair, once AWS has succeeded and every machine is healthy', async () => {
    const { rollout, before } = begin();
    await succeedUnseen(rollout);
    const repaired = rollout.runner().deployment.repair(() => undefined);
    expect(await rollout.clock.run(repaired)).toMatchObject({ outcome: 'succeeded' });
    expectWhole(rollout, rollout.newImageId, before);
  });

  it('is taken back by a repair, where AWS has succeeded and a machine is sick', async () => {
    const { rollout } = begin();
    await succeedUnseen(rollout);
    rollout.machines.setAnswering(rollout.group().Instances?.[0]?.InstanceId ?? '', false);
    rollout.clock.advance(60_000);
    const repaired = rollout.runner().deployment.repair(() => undefined);
    expect(await rollout.clock.run(repaired)).toMatchObject({ outcome: 'aborted' });
    expect(rollout.imagesInService()).toEqual([rollout.starter.imageId]);
  });

  it('is taken back without surge where AWS has succeeded, and nobody serves any more', async () => {
    const own = { ...plan, maxSurge: { machines: 0 }, maxUnavailable: { machines: 1 } };
    const { rollout } = begin({ plan: own });
    const { starter, newImageId, clock, machines } = rollout;
    await succeedUnseen(rollout);
    machines.behave(newImageId, { answers: 'never' });
    for (const { InstanceId = '' } of rollout.group().Instances ?? []) machines.setAnswering(InstanceId, false);
    clock.advance(120_000);
    const aborted = rollout.runner().deployment.abort(() => undefined);
    expect(await clock.run(aborted)).toMatchObject({ outcome: 'aborted' });
    expect(rollout.imagesInService()).toEqual([starter.imageId]);
    expect(rollout.group()).toMatchObject({ DesiredCapacity: 4, MaxSize: 4 });
  });

  it.each(['before', 'after'] as const)(
    'ends whole from a call %s which its runner dies',
    async (when) => {
      const { rollout: whole } = begin();
      await whole.rollOut();
      // The campaign strikes each of them; here it is a sample.
      for (let call = 0; call < whole.calls.length; call += 4) {
        const { rollout, before } = begin();
        const { deployment } = rollout.runner({ call, when });
        const died = rollout.clock.run(deployment.run({ imageId: rollout.newImageId }, () => undefined));
        await expect(died).rejects.toThrow(Killed);
        rollout.clock.advance(lease.staleAfter);
        const repaired = await rollout.clock.run(rollout.runner().deployment.repair(() => undefined));
        const isBack = repaired !== undefined && repaired.outcome !== 'succeeded';
        const image = isBack ? rollout.starter.imageId : rollout.imagesInService()[0];
        expectWhole(rollout, image ?? '', before);
      }
    },
    60_000,
  );
});
