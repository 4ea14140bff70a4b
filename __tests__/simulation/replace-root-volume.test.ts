import type { CreateLaunchTemplateResult } from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import type { StarterSettings } from '../../sandbox/world/starter-world.js';
import type { Plan } from '../../src/rollout/heart/plan.js';
import { forecast } from '../../src/rollout/rehearsal/forecast.js';
import { dryRunOf } from './dry-run-stage.js';
import { isRead } from './invariants/invariants.js';
import { type Runner, SimulatedRollout } from './simulated-rollout.js';
import { ordinaryPlan } from './strategies.js';
import { type Kill, Killed } from './troubles.js';

type GroupInput = NonNullable<StarterSettings['groupInput']>;

const plan: Partial<Plan> = {
  strategy: 'replace-root-volume',
  maxUnavailable: { machines: 1 },
  bootAllowance: 120_000,
};

/** Once AWS is done, our loop goes on until the machines have been healthy for so long. */
const lasting: Partial<Plan> = { ...plan, minReady: 120_000 };

/** A group whose mixed instances policy names the image in each override, as AWS wants it. */
const withImages: GroupInput = ({ launchTemplateId, imageId }) => ({
  LaunchTemplate: undefined,
  ...withPolicy(launchTemplateId, imageId),
});

function withPolicy(LaunchTemplateId: string, ImageId: string) {
  const LaunchTemplateSpecification = { LaunchTemplateId, Version: '1' };
  const Overrides = [{ InstanceType: 'm5.large', ImageId }];
  return { MixedInstancesPolicy: { LaunchTemplate: { LaunchTemplateSpecification, Overrides } } };
}

function begin(answers: 'well' | 'never' = 'well', groupInput: GroupInput = withImages) {
  const rollout = new SimulatedRollout({ seed: 9, machines: 4, minSize: 1, groupInput, newImage: { answers }, plan });
  const ids = () => (rollout.group().Instances ?? []).map(({ InstanceId }) => InstanceId).sort();
  return { rollout, ids };
}

describe('a rollout that replaces root volumes', () => {
  it('leaves every machine where it is, with another image', async () => {
    const { rollout, ids } = begin();
    const before = ids();
    const end = await rollout.rollOut();
    expect(end).toMatchObject({ outcome: 'succeeded' });
    expect(ids()).toEqual(before);
    expect(new Set(rollout.group().Instances?.map(({ ImageId }) => ImageId))).toEqual(new Set([rollout.newImageId]));
    expect(rollout.traffic.failed).toBe(0);
  });

  it.each([
    ['nobody is named', false],
    ['somebody is named who sets the image of the overrides back', true],
  ])('with the version as it was, %s', async (_what, isSetBack) => {
    const rollout = new SimulatedRollout({ seed: 2, machines: 3, minSize: 1, groupInput: withImages, plan: lasting });
    const { step, deployment } = rollout.runner();
    const AutoScalingGroupName = rollout.starter.groupName;
    const { launchTemplateId, imageId } = rollout.starter;
    const before = { AutoScalingGroupName, ...withPolicy(launchTemplateId, imageId) };
    rollout.world.log.onEvent(({ kind, change }) => {
      if (!isSetBack || kind !== 'instance-refresh' || change !== 'Successful') return;
      rollout.clock.schedule(60_000, () => rollout.askTruth('UpdateAutoScalingGroup', before));
    });
    const ended = deployment.run({ imageId: rollout.newImageId }, () => undefined);
    expect(await rollout.clock.run(ended)).toMatchObject({ outcome: 'succeeded' });
    const named = isSetBack ? [expect.stringContaining('was set to version 1 of')] : [];
    expect(step.linesAt('warning')).toEqual(named);
    const overrides = rollout.group().MixedInstancesPolicy?.LaunchTemplate?.Overrides;
    expect(overrides).toMatchObject([{ ImageId: rollout.newImageId }]);
  });

  it('asks for the image in an override with a template of its own as well', async () => {
    const { rollout } = begin('well', ({ launchTemplateId, imageId: ImageId, call }) => {
      const { LaunchTemplate } = call<CreateLaunchTemplateResult>('ec2', 'CreateLaunchTemplate', {
        LaunchTemplateName: 'shop-large',
        LaunchTemplateData: { ImageId, InstanceType: 'm5.large' },
      });
      const own = { LaunchTemplateId: LaunchTemplate?.LaunchTemplateId, Version: '1' };
      const LaunchTemplateSpecification = { LaunchTemplateId: launchTemplateId, Version: '1' };
      const Overrides = [{ InstanceType: 'm5.large', ImageId, LaunchTemplateSpecification: own }];
      const MixedInstancesPolicy = { LaunchTemplate: { LaunchTemplateSpecification, Overrides } };
      return { LaunchTemplate: undefined, MixedInstancesPolicy };
    });
    await rollout.rollOut();
    const { newImageId } = rollout;
    const [newest] = await rollout.clock.run(rollout.runner().deployment.releases());
    expect(newest?.to).toMatchObject({ imageId: newImageId, others: [{ imageId: newImageId }] });
  });

  it('takes a bad image back, and ends on the image that ran', async () => {
    const { rollout } = begin('never');
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'rolled-back' });
    expect(rollout.imagesInService()).toEqual([rollout.starter.imageId]);
    expect(rollout.group()).toMatchObject({ DesiredCapacity: 4, MinSize: 1 });
  });

  it('is refused before anything is changed where machines come from another version than most', async () => {
    const { rollout, ids } = begin();
    const { launchTemplateId: LaunchTemplateId, imageId, groupName: AutoScalingGroupName } = rollout.starter;
    const LaunchTemplateData = { UserData: 'eA==' };
    const version = { LaunchTemplateId, SourceVersion: '1', LaunchTemplateData };
    rollout.world.call({
      service: 'ec2',
      operation: 'CreateLaunchTemplateVersion',
      input: version,
      region: 'eu-west-1',
    });
    const { MixedInstancesPolicy: policy } = withPolicy(LaunchTemplateId, imageId);
    const LaunchTemplateSpecification = { LaunchTemplateId, Version: '2' };
    const LaunchTemplate = { ...policy.LaunchTemplate, LaunchTemplateSpecification };
    rollout.askTruth('UpdateAutoScalingGroup', { AutoScalingGroupName, MixedInstancesPolicy: { LaunchTemplate } });
    rollout.region.ec2.terminate(ids()[0] ?? '', { code: 'x', message: 'y' });
    rollout.clock.advance(600_000);
    await expect(rollout.rollOut()).rejects.toThrow('did not come from version 1 of');
    expect(rollout.calls.filter((call) => !isRead(call))).toEqual([]);
  });

  it.each([
    ['is over where AWS refuses to begin', 0, 'rolled-back'],
    ['is left to a person where AWS refuses to begin, and machines ran something else before', 1, 'needs-attention'],
  ])('%s: none is replaced', async (_what, odd, outcome) => {
    const refresh = { ...plan, strategy: 'instance-refresh', maxSurge: { machines: 1 } } as const;
    const rollout = new SimulatedRollout({ seed: 9, machines: 4, minSize: 1, plan: refresh });
    const { launchTemplateId: LaunchTemplateId, groupName: AutoScalingGroupName } = rollout.starter;
    const version = { LaunchTemplateId, SourceVersion: '1', LaunchTemplateData: { UserData: 'eA==' } };
    rollout.world.call({
      service: 'ec2',
      operation: 'CreateLaunchTemplateVersion',
      input: version,
      region: 'eu-west-1',
    });
    const LaunchTemplate = { LaunchTemplateId, Version: '2' };
    rollout.askTruth('UpdateAutoScalingGroup', { AutoScalingGroupName, LaunchTemplate });
    const ids = () => (rollout.group().Instances ?? []).map(({ InstanceId = '' }) => InstanceId);
    for (const id of ids().slice(0, odd)) rollout.region.ec2.terminate(id, { code: 'x', message: 'y' });
    rollout.clock.advance(600_000);
    const before = ids();
    rollout.strike([{ operation: 'StartInstanceRefresh', error: 'ValidationError', status: 400 }]);
    const end = await rollout.rollOut();
    expect(end).toMatchObject({ outcome, reason: expect.stringContaining('no machine was touched') });
    rollout.clock.advance(1_200_000);
    expect(ids()).toEqual(before);
    expect(rollout.group().SuspendedProcesses).toEqual([]);
  });

  describe('to the image that runs, by force', () => {
    /** Each takes a minute and a half: together they take longer than the progress deadline. */
    function beginForced() {
      const eight = new SimulatedRollout({ seed: 2, machines: 8, minSize: 1, groupInput: withImages, plan: lasting });
      const force = (trouble?: Kill, after?: Runner) => {
        const runner = eight.runner(undefined, after);
        const deployment = eight.deploymentOf(runner.step, runner.name, trouble, { force: true });
        const source = { imageId: eight.starter.imageId };
        return { runner, end: () => eight.clock.run(deployment.run(source, () => undefined)) };
      };
      const replaced = () => eight.world.log.events.filter(({ change }) => change === 'RootVolumeReplaced').length;
      const started = () => eight.calls.filter(({ operation }) => operation === 'StartInstanceRefresh').length;
      return { eight, force, replaced, started };
    }

    it('replaces every root volume, and warns of nobody', async () => {
      const { force, replaced, started, eight } = beginForced();
      const { runner, end } = force();
      const { outcome, duration } = await end();
      expect({ outcome, replaced: replaced(), started: started() }).toEqual({
        outcome: 'succeeded',
        replaced: 8,
        started: 1,
      });
      expect(duration).toBeGreaterThan(600_000);
      expect(runner.step.linesAt('warning')).toEqual([]);
      expect(eight.traffic.failed).toBe(0);
    });

    it.each(['before', 'after'] as const)(
      'is carried on %s a call at which its runner dies, and not begun anew',
      async (when) => {
        const { calls } = await (async () => {
          const { force, eight } = beginForced();
          await force().end();
          return eight;
        })();
        const start = calls.findIndex(({ operation }) => operation === 'StartInstanceRefresh');
        for (const call of [start, start + 1, start + 12]) {
          const { force, replaced, started } = beginForced();
          const first = force({ call, when });
          await expect(first.end()).rejects.toThrow(Killed);
          const second = force(undefined, first.runner);
          expect(await second.end()).toMatchObject({ outcome: 'succeeded' });
          expect({ replaced: replaced(), started: started() }).toEqual({ replaced: 8, started: 1 });
          expect(second.runner.step.linesAt('warning')).toEqual([]);
        }
      },
    );

    it('is taken back where the first machine does not come up again, and warns of nobody', async () => {
      const { force, eight } = beginForced();
      const { imageId } = eight.starter;
      eight.machines.behave(imageId, { version: 'old', answers: 'never' });
      eight.clock.schedule(600_000, () => eight.machines.behave(imageId, { version: 'old' }));
      const { runner, end } = force();
      expect(await end()).toMatchObject({ outcome: 'rolled-back' });
      expect(runner.step.linesAt('warning')).toEqual([]);
    });
  });

  it('is not taken back by a repair once AWS has done it all, for that would replace the machines', async () => {
    const { rollout, ids } = begin();
    const before = ids();
    const { deployment } = rollout.runner({ call: 30, when: 'before' });
    const died = rollout.clock.run(deployment.run({ imageId: rollout.newImageId }, () => undefined));
    await expect(died).rejects.toThrow(Killed);
    rollout.clock.advance(60 * 60_000);
    const repaired = rollout.runner().deployment.repair(() => undefined);
    expect(await rollout.clock.run(repaired)).toMatchObject({ outcome: 'succeeded' });
    expect(ids()).toEqual(before);
    expect(new Set(rollout.group().Instances?.map(({ ImageId }) => ImageId))).toEqual(new Set([rollout.newImageId]));
  });

  it.each([
    ['leaves every machine where it is', false],
    ['replaces the machines where the step says how', true],
  ])('is undone by a step that names nothing else, which %s', async (_what, hasOwnPlan) => {
    const { rollout, ids } = begin();
    const before = ids();
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
    const { step, name } = rollout.runner();
    const rolling = { ...ordinaryPlan, strategy: 'rolling' as const };
    const undone = rollout.deploymentOf(step, name, undefined, { plan: rolling, hasOwnPlan }).undo(() => undefined);
    expect(await rollout.clock.run(undone)).toMatchObject({ outcome: 'succeeded' });
    expect(rollout.imagesInService()).toEqual([rollout.starter.imageId]);
    expect(String(ids()) === String(before)).toBe(!hasOwnPlan);
    expect(rollout.traffic.failed).toBe(0);
    const overrides = rollout.group().MixedInstancesPolicy?.LaunchTemplate?.Overrides;
    expect(overrides).toMatchObject([{ ImageId: rollout.starter.imageId }]);
  });

  it('is rehearsed by a dry run', async () => {
    const { rollout } = begin();
    const found = await dryRunOf(rollout, plan);
    if (found.kind !== 'begun') throw new Error(JSON.stringify(found));
    const foreseen = await forecast(found.portrait, found.plan, found.headline.to, 1);
    expect(foreseen.outcomes).toMatchObject([{ outcome: 'succeeded' }]);
    expect(foreseen).toMatchObject({ size: 4, peak: 4 });
    expect(foreseen.leastServing).toBe(3);
  });

  it('is refused before anything is changed where AWS does not allow it, with the reason', async () => {
    const { rollout } = begin('well', () => ({}));
    await expect(rollout.rollOut()).rejects.toThrow('it has no mixed instances policy');
    expect(rollout.calls.filter((call) => !isRead(call))).toEqual([]);
  });
});
