import type { DescribeLaunchTemplateVersionsResult } from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import type { Plan } from '../../src/rollout/heart/plan.js';
import { kindOf } from './kinds.js';
import { SimulatedRollout, type SimulationSettings } from './simulated-rollout.js';

const minute = 60_000;
const nobodyAsks = () => undefined;

const canary: Partial<Plan> = {
  waves: [{ machines: 1 }, { percent: 100 }],
  soak: minute,
  suspend: ['AZRebalance'],
};
const keeping: Partial<Plan> = { keepPrevious: 30 * minute };
const pausing: Partial<Plan> = { pauseAfter: 1 };

function begin(plan: Partial<Plan>, settings: Partial<SimulationSettings> = {}): SimulatedRollout {
  return new SimulatedRollout({ seed: 3, machines: 4, ...settings, plan });
}

function command(rollout: SimulatedRollout, name: 'resume' | 'abort' | 'repair' | 'undo') {
  return rollout.clock.run<unknown>(rollout.runner().deployment[name](nobodyAsks));
}

function deploy(rollout: SimulatedRollout, plan: Partial<Plan> = {}) {
  const deployment = rollout.deploymentOf(rollout.runner().step, 'deploy', undefined, { plan });
  return rollout.clock.run(deployment.run({ imageId: rollout.newImageId }, nobodyAsks));
}

function ask<Output>(rollout: SimulatedRollout, operation: string, input: object): Output {
  return rollout.world.call({ service: 'ec2', operation, input, region: rollout.region.name }) as Output;
}

function launchFrom(rollout: SimulatedRollout, LaunchTemplateId: string, Version: string): void {
  const LaunchTemplate = { LaunchTemplateId, Version };
  for (const AutoScalingGroupName of rollout.pair?.groups ?? [rollout.starter.groupName]) {
    rollout.askTruth('UpdateAutoScalingGroup', { AutoScalingGroupName, LaunchTemplate });
  }
}

/** As Terraform does it where a change of a template forces another one: the group launches that, and ours is gone. */
function replaceTemplate(rollout: SimulatedRollout, ImageId = rollout.starter.imageId): void {
  const LaunchTemplateData = { ImageId, InstanceType: 't3.micro' };
  const made = ask<{ readonly LaunchTemplate: { readonly LaunchTemplateId: string } }>(
    rollout,
    'CreateLaunchTemplate',
    {
      ...{ LaunchTemplateName: 'again', LaunchTemplateData },
    },
  );
  launchFrom(rollout, made.LaunchTemplate.LaunchTemplateId, '1');
  ask(rollout, 'DeleteLaunchTemplate', { LaunchTemplateId: rollout.starter.launchTemplateId });
}

/** A third version is the group's, and the only one. */
function replaceVersions(rollout: SimulatedRollout): void {
  const LaunchTemplateId = rollout.starter.launchTemplateId;
  ask(rollout, 'CreateLaunchTemplateVersion', { LaunchTemplateId, SourceVersion: '1', LaunchTemplateData: {} });
  launchFrom(rollout, LaunchTemplateId, '3');
  ask(rollout, 'ModifyLaunchTemplate', { LaunchTemplateId, DefaultVersion: '3' });
  ask(rollout, 'DeleteLaunchTemplateVersions', { LaunchTemplateId, Versions: ['1', '2'] });
}

/** The group launches from another one with the same image; `both`: the copy for the new image is gone as well. */
function replaceConfiguration(rollout: SimulatedRollout, both: boolean): void {
  const names = [...rollout.region.autoScaling.launchConfigurations.keys()];
  const another = { LaunchConfigurationName: 'another', ImageId: rollout.starter.imageId, InstanceType: 't3.micro' };
  rollout.askTruth('CreateLaunchConfiguration', another);
  const AutoScalingGroupName = rollout.starter.groupName;
  rollout.askTruth('UpdateAutoScalingGroup', { AutoScalingGroupName, LaunchConfigurationName: 'another' });
  for (const LaunchConfigurationName of both ? names : names.slice(0, 1)) {
    rollout.askTruth('DeleteLaunchConfiguration', { LaunchConfigurationName });
  }
}

const replaced: Readonly<
  Record<string, { replace: (rollout: SimulatedRollout) => void; kind?: 'a launch configuration' }>
> = {
  'its launch template': { replace: replaceTemplate },
  'both versions of its launch template': { replace: replaceVersions },
  'both launch configurations': {
    replace: (rollout) => replaceConfiguration(rollout, true),
    kind: 'a launch configuration',
  },
};

/** It is over, has given back what it had borrowed, and the next one begins anew. */
async function expectLeftToPerson(
  rollout: SimulatedRollout,
  end: unknown,
  before: ReturnType<SimulatedRollout['group']>,
) {
  const reason = expect.stringMatching(/Somebody has deleted .* is gone as well: "shop" stays on what it launches\./);
  expect(end).toMatchObject({ outcome: 'needs-attention', reason });
  expect(rollout.group()).toMatchObject({ MaxSize: before.MaxSize, SuspendedProcesses: [] });
  expect(await command(rollout, 'repair')).toMatchObject({ outcome: 'needs-attention', endedBefore: true });
  expect(await command(rollout, 'abort')).toMatchObject({ outcome: 'needs-attention', reason });
  expect(await deploy(rollout)).toMatchObject({ outcome: 'succeeded' });
  expect(rollout.imagesInService()).toEqual([rollout.newImageId]);
  expect(rollout.auditor.violations).toEqual([]);
  expect(rollout.traffic.failed).toBe(0);
}

describe('a rollout whose way there and back somebody has deleted ends, and is left to a person', () => {
  const commands = ['resume', 'abort', 'repair', 'undo'] as const;
  const cases = Object.keys(replaced).flatMap((what) => commands.map((name) => [what, name] as const));
  it.each(cases)('%s, by %s after a pause', async (what, name) => {
    const { replace, kind } = replaced[what] ?? { replace: replaceTemplate };
    const rollout = begin(canary, kind && kindOf(kind));
    const before = rollout.group();
    expect(await deploy(rollout, pausing)).toMatchObject({ outcome: 'paused' });
    replace(rollout);
    rollout.clock.advance(name === 'repair' ? 25 * 60 * minute : minute);
    await expectLeftToPerson(rollout, await command(rollout, name), before);
  });

  it.each([3, 100, 200])('its launch template, %d seconds after its beginning', async (seconds) => {
    const rollout = begin(canary);
    const before = rollout.group();
    rollout.clock.schedule(seconds * 1_000, () => replaceTemplate(rollout));
    await expectLeftToPerson(rollout, await rollout.rollOut(), before);
  });

  it.each([20, 130])('its launch template, %d seconds after its beginning, with a cancel', async (seconds) => {
    const rollout = begin(canary);
    const before = rollout.group();
    const { step, deployment, post } = rollout.runner();
    rollout.clock.schedule(seconds * 1_000, () => {
      replaceTemplate(rollout);
      step.cancel();
    });
    await rollout.clock.run(deployment.run({ imageId: rollout.newImageId }, nobodyAsks));
    await rollout.clock.run(post().cleanUp(1));
    expect(rollout.group()).toMatchObject({ SuspendedProcesses: [] });
    await expectLeftToPerson(rollout, await command(rollout, 'repair'), before);
  });
});

it.each([20, 60, 200])(
  'of two groups the one that serves gets every request again, though the idle one can launch nothing of before: %d s',
  async (seconds) => {
    const plan = { ...canary, strategy: 'two-group', waves: [{ percent: 10 }, { percent: 100 }], suspend: [] } as const;
    const rollout = begin(plan, { hasTwin: true });
    rollout.clock.schedule(seconds * 1_000, () => replaceTemplate(rollout));
    const reason = expect.stringContaining('"green" stays on what it launches.');
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'rolled-back', reason });
    expect(rollout.group('green')).toMatchObject({ DesiredCapacity: 0 });
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
    expect(rollout.auditor.violations).toEqual([]);
    expect(rollout.traffic.failed).toBe(0);
  },
);

it.each(['abort', 'repair'] as const)(
  'a launch configuration that somebody has deleted is made anew for the way back: %s',
  async (name) => {
    const rollout = begin(canary, kindOf('a launch configuration'));
    const { LaunchConfigurationName } = rollout.group();
    expect(await deploy(rollout, pausing)).toMatchObject({ outcome: 'paused' });
    replaceConfiguration(rollout, false);
    rollout.clock.advance(25 * 60 * minute);
    expect(await command(rollout, name)).toMatchObject({ outcome: 'aborted' });
    expect(rollout.group()).toMatchObject({ LaunchConfigurationName, SuspendedProcesses: [] });
    expect(rollout.imagesInService()).toEqual([rollout.starter.imageId]);
    expect(rollout.auditor.violations).toEqual([]);
  },
);

describe('an undo to machines that are kept', () => {
  const idsIn = (rollout: SimulatedRollout, state: 'InService' | 'Standby') => {
    const inState = (rollout.group().Instances ?? []).filter(({ LifecycleState }) => LifecycleState === state);
    return inState.map(({ InstanceId }) => InstanceId).sort();
  };

  /** A rollout that keeps what ran before. */
  async function kept(settings: Partial<SimulationSettings> = {}) {
    const rollout = begin(canary, settings);
    expect(await deploy(rollout, keeping)).toMatchObject({ outcome: 'succeeded' });
    const ids = idsIn(rollout, 'Standby');
    expect(ids).toHaveLength(4);
    return { rollout, ids };
  }

  it.each<[string, Partial<SimulationSettings>, (rollout: SimulatedRollout) => void]>([
    [
      'whose version somebody has deleted',
      {},
      (rollout) => {
        const LaunchTemplateId = rollout.starter.launchTemplateId;
        ask(rollout, 'ModifyLaunchTemplate', { LaunchTemplateId, DefaultVersion: '2' });
        ask(rollout, 'DeleteLaunchTemplateVersions', { LaunchTemplateId, Versions: ['1'] });
      },
    ],
    [
      'whose launch configuration somebody has deleted',
      kindOf('a launch configuration'),
      (rollout) => rollout.askTruth('DeleteLaunchConfiguration', { LaunchConfigurationName: 'shop-by-hand' }),
    ],
  ])('%s has them serve again: that is made anew', async (_, settings, remove) => {
    const { rollout, ids } = await kept(settings);
    remove(rollout);
    const began = rollout.clock.now();
    expect(await command(rollout, 'undo')).toMatchObject({ outcome: 'succeeded' });
    expect(rollout.clock.now() - began).toBeLessThan(15_000);
    expect(idsIn(rollout, 'InService')).toEqual(ids);
    rollout.clock.advance(30 * minute);
    // The next machine is one of them, too.
    rollout.scaleTo(5);
    rollout.clock.advance(5 * minute);
    expect(idsIn(rollout, 'InService')).toHaveLength(5);
    expect(rollout.imagesInService()).toEqual([rollout.starter.imageId]);
    expect(rollout.auditor.violations).toEqual([]);
    expect(rollout.traffic.failed).toBe(0);
  });

  it('whose version somebody has deleted, and twice what was made in its place, has them serve again', async () => {
    const { rollout, ids } = await kept();
    const LaunchTemplateId = rollout.starter.launchTemplateId;
    ask(rollout, 'ModifyLaunchTemplate', { LaunchTemplateId, DefaultVersion: '2' });
    let left = 3;
    const before = rollout.clock.now();
    const look = () => {
      const { LaunchTemplateVersions: there = [] } = ask<DescribeLaunchTemplateVersionsResult>(
        rollout,
        'DescribeLaunchTemplateVersions',
        { LaunchTemplateId },
      );
      const [one] = there.filter(({ VersionNumber }) => VersionNumber !== 2);
      if (one)
        ask(rollout, 'DeleteLaunchTemplateVersions', { LaunchTemplateId, Versions: [String(one.VersionNumber)] });
      if (one) left--;
      if (left > 0) rollout.clock.schedule(10, look);
    };
    look();
    expect(await command(rollout, 'undo')).toMatchObject({ outcome: 'succeeded' });
    expect(left).toBe(0);
    expect(rollout.clock.now() - before).toBeLessThan(30_000);
    expect(idsIn(rollout, 'InService')).toEqual(ids);
    expect(rollout.group().LaunchTemplate?.Version).toBe('5');
    expect(rollout.auditor.violations).toEqual([]);
    expect(rollout.traffic.failed).toBe(0);
  });

  it('whose template is gone is rolled out, from the one that the group launches now', async () => {
    const { rollout } = await kept();
    replaceTemplate(rollout, rollout.newImageId);
    expect(await command(rollout, 'undo')).toMatchObject({ outcome: 'succeeded' });
    expect(rollout.imagesInService()).toEqual([rollout.starter.imageId]);
    expect(rollout.auditor.violations).toEqual([]);
    expect(rollout.traffic.failed).toBe(0);
  });

  it('whose template goes meanwhile leaves them where they are, to a person', async () => {
    const { rollout, ids } = await kept();
    const before = rollout.calls.length;
    const look = () => {
      // The undo is in the ledger, and has pointed the group nowhere yet.
      const isClaimed = rollout.calls.slice(before).some(({ operation }) => operation === 'PutParameter');
      if (isClaimed) replaceTemplate(rollout, rollout.newImageId);
      else rollout.clock.schedule(10, look);
    };
    look();
    const reason = expect.stringContaining('"shop" stays on what it launches.');
    expect(await command(rollout, 'undo')).toMatchObject({ outcome: 'needs-attention', reason });
    expect(idsIn(rollout, 'Standby')).toEqual(ids);
    expect(rollout.imagesInService()).toEqual([rollout.newImageId]);
    expect(await command(rollout, 'abort')).toMatchObject({ outcome: 'needs-attention', reason });
    expect(idsIn(rollout, 'Standby')).toEqual(ids);
    expect(await command(rollout, 'undo')).toMatchObject({ outcome: 'succeeded' });
    expect(rollout.imagesInService()).toEqual([rollout.starter.imageId]);
    expect(rollout.traffic.failed).toBe(0);
  });
});
