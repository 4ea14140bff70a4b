import { describe, expect, it } from '@jest/globals';
import type { Call } from '../../sandbox/world/world.js';
import type { DeploymentEnd } from '../../src/rollout/deployment.js';
import { dryRunOf } from './dry-run-stage.js';
import { type KindName, kindOf } from './kinds.js';
import { SimulatedRollout } from './simulated-rollout.js';
import type { Trouble } from './troubles.js';

/** The machines of a group that nobody has rolled anything out to yet run what they were launched with. */
function groupOf(kind?: KindName): SimulatedRollout {
  const { groupInput } = kind === undefined ? { groupInput: undefined } : kindOf(kind);
  return new SimulatedRollout({ seed: 8, machines: 3, ...(groupInput && { groupInput }) });
}

function call(rollout: SimulatedRollout, service: Call['service'], operation: string, input: object): void {
  rollout.world.call({ service, operation, input, region: rollout.region.name });
}

function addVersion(rollout: SimulatedRollout, data: object): void {
  const { launchTemplateId: LaunchTemplateId } = rollout.starter;
  const version = { LaunchTemplateId, SourceVersion: '1', LaunchTemplateData: data };
  call(rollout, 'ec2', 'CreateLaunchTemplateVersion', version);
}

function pointAt(rollout: SimulatedRollout, pointer: object): void {
  rollout.askTruth('UpdateAutoScalingGroup', { AutoScalingGroupName: 'shop', ...pointer });
}

function pointAtVersion(rollout: SimulatedRollout, Version: string): void {
  pointAt(rollout, { LaunchTemplate: { LaunchTemplateId: rollout.starter.launchTemplateId, Version } });
}

/** How somebody has a group launch another image than its machines run. */
const detours: readonly [string, KindName | undefined, (rollout: SimulatedRollout, other: string) => void][] = [
  [
    'another version by its number',
    undefined,
    (rollout, other) => {
      addVersion(rollout, { ImageId: other });
      pointAtVersion(rollout, '2');
    },
  ],
  [
    'a newer version of a template that its policy follows',
    'a mixed instances policy',
    (rollout, other) => addVersion(rollout, { ImageId: other }),
  ],
  [
    'another value of a parameter that its template names',
    'a template that follows a parameter',
    (rollout, other) =>
      call(rollout, 'ssm', 'PutParameter', { Name: '/images/shop', Type: 'String', Value: other, Overwrite: true }),
  ],
  [
    'another launch configuration',
    'a launch configuration',
    (rollout, other) => {
      const LaunchConfigurationName = 'other-by-hand';
      const made = { LaunchConfigurationName, ImageId: other, InstanceType: 't3.micro' };
      call(rollout, 'autoscaling', 'CreateLaunchConfiguration', made);
      pointAt(rollout, { LaunchConfigurationName });
    },
  ],
];

const idsIn = (rollout: SimulatedRollout) =>
  (rollout.group().Instances ?? []).map(({ InstanceId }) => InstanceId).sort();

function deploy(rollout: SimulatedRollout, imageId: string, trouble?: Trouble) {
  const { deployment, step } = rollout.runner(trouble);
  const end = rollout.clock.run(deployment.run({ imageId }, () => undefined));
  return { end, step };
}

/** What the group launches where a machine is lost. */
function nextImageOf(rollout: SimulatedRollout): string | undefined {
  const before = idsIn(rollout);
  rollout.region.ec2.terminate(before[0] ?? '', { code: 'Client.X', message: 'gone' });
  rollout.clock.advance(600_000);
  const fresh = idsIn(rollout).find((id) => !before.includes(id));
  return rollout.region.ec2.instances.get(fresh ?? '')?.imageId;
}

describe('a group whose machines run the image, but which launches another one', () => {
  it.each(detours)('is pointed at what they run, and none is replaced: %s', async (_, kind, detour) => {
    const rollout = groupOf(kind);
    const { imageId } = rollout.starter;
    const other = rollout.addImage('other');
    detour(rollout, other);
    const before = idsIn(rollout);
    const { end, step } = deploy(rollout, imageId);
    expect(await end).toMatchObject({
      outcome: 'succeeded',
      reason: `Every machine of "shop" ran ${imageId} already; the group launches it again, too.`,
    });
    expect(step.linesAt('info').join('\n')).toContain(
      `Every machine of "shop" runs ${imageId}, but the group launches ${other} (`,
    );
    expect(idsIn(rollout)).toEqual(before);
    expect(rollout.traffic.failed).toBe(0);
    expect(nextImageOf(rollout)).toBe(imageId);
    expect(await deploy(rollout, imageId).end).toMatchObject({ outcome: 'unchanged' });
  });

  const strayed = () => {
    const rollout = groupOf();
    addVersion(rollout, { ImageId: rollout.addImage('other') });
    pointAtVersion(rollout, '2');
    return rollout;
  };

  it('is told so by a dry run, which replaces none', async () => {
    const rollout = strayed();
    const { imageId, launchTemplateId } = rollout.starter;
    const found = await dryRunOf(rollout, {}, { imageId });
    const told = expect.stringContaining(
      `only the group would be pointed at version 1 of ${launchTemplateId}, which they run`,
    );
    expect(found).toEqual({ kind: 'pointed', imageId, told });
  });

  it('is told which machines are replaced all the same, for they run another version', async () => {
    const rollout = groupOf();
    const { imageId } = rollout.starter;
    addVersion(rollout, { InstanceType: 'm5.large' });
    pointAtVersion(rollout, '2');
    rollout.scaleTo(4);
    rollout.clock.advance(600_000);
    const other = rollout.addImage('other');
    addVersion(rollout, { ImageId: other });
    pointAtVersion(rollout, '3');
    const [, odd] =
      rollout
        .group()
        .Instances?.map(({ InstanceId, LaunchTemplate }) => [LaunchTemplate?.Version, InstanceId])
        .find(([version]) => version === '2') ?? [];
    const too = `; replaced are those that run another version: ${odd}`;
    expect((await dryRunOf(rollout, {}, { imageId })) as object).toMatchObject({ told: expect.stringContaining(too) });
    const { end, step } = deploy(rollout, imageId);
    expect(await end).toMatchObject({ outcome: 'succeeded' });
    expect(step.linesAt('info').join('\n')).toContain(`version 3)${too}`);
    rollout.clock.advance(600_000);
    expect(idsIn(rollout)).not.toContain(odd);
    expect(rollout.traffic.failed).toBe(0);
  });

  it('is whole, whenever the runner is killed', async () => {
    const whole = strayed();
    await deploy(whole, whole.starter.imageId).end;
    for (const when of ['before', 'after'] as const) {
      for (let at = 0; at < whole.calls.length; at++) {
        const rollout = strayed();
        const { imageId } = rollout.starter;
        const before = idsIn(rollout);
        const first = deploy(rollout, imageId, { call: at, when });
        const killed = await first.end.then(
          () => false,
          () => true,
        );
        if (killed) rollout.clock.advance(3_600_000);
        const ended: DeploymentEnd = await deploy(rollout, imageId).end;
        expect(['succeeded', 'unchanged']).toContain(ended.outcome);
        expect(rollout.group().LaunchTemplate?.Version).toBe('1');
        expect(idsIn(rollout)).toEqual(before);
      }
    }
  });

  it('is undone to what was healthy before, not to what it launched', async () => {
    const rollout = groupOf();
    await deploy(rollout, rollout.newImageId).end;
    pointAtVersion(rollout, '1');
    await deploy(rollout, rollout.newImageId).end;
    const undo = rollout.runner().deployment.undo(() => undefined);
    expect(await rollout.clock.run(undo)).toMatchObject({ outcome: 'succeeded', imageId: rollout.starter.imageId });
  });
});

/** How the image that machines run may be in nothing that their group could launch. */
const strays: readonly [string, KindName | undefined, (rollout: SimulatedRollout, other: string) => void][] = [
  [
    'another template',
    undefined,
    (rollout, ImageId) => {
      const LaunchTemplateName = 'made-by-hand';
      const LaunchTemplateData = { ImageId, InstanceType: 't3.micro' };
      call(rollout, 'ec2', 'CreateLaunchTemplate', { LaunchTemplateName, LaunchTemplateData });
      pointAt(rollout, { LaunchTemplate: { LaunchTemplateName, Version: '1' } });
    },
  ],
  [
    'a template in place of a launch configuration',
    'a launch configuration',
    (rollout, ImageId) => {
      const LaunchTemplateName = 'made-by-hand';
      const LaunchTemplateData = { ImageId, InstanceType: 't3.micro' };
      call(rollout, 'ec2', 'CreateLaunchTemplate', { LaunchTemplateName, LaunchTemplateData });
      pointAt(rollout, { LaunchTemplate: { LaunchTemplateName, Version: '1' } });
    },
  ],
  [
    'another version, for that of its machines was deleted',
    undefined,
    (rollout, ImageId) => {
      const { launchTemplateId: LaunchTemplateId } = rollout.starter;
      addVersion(rollout, { ImageId });
      call(rollout, 'ec2', 'ModifyLaunchTemplate', { LaunchTemplateId, DefaultVersion: '2' });
      pointAtVersion(rollout, '2');
      call(rollout, 'ec2', 'DeleteLaunchTemplateVersions', { LaunchTemplateId, Versions: ['1'] });
    },
  ],
  [
    'another launch configuration, for that of its machines was deleted',
    'a launch configuration',
    (rollout, ImageId) => {
      const { LaunchConfigurationName: before } = rollout.group();
      const LaunchConfigurationName = 'made-by-hand';
      const made = { LaunchConfigurationName, ImageId, InstanceType: 't3.micro' };
      call(rollout, 'autoscaling', 'CreateLaunchConfiguration', made);
      pointAt(rollout, { LaunchConfigurationName });
      call(rollout, 'autoscaling', 'DeleteLaunchConfiguration', { LaunchConfigurationName: before });
    },
  ],
];

describe.each(strays)('a group that launches another image from %s', (_what, kind, stray) => {
  const begin = (isGood: boolean) => {
    const rollout = groupOf(kind);
    const never = { answers: 'never' } as const;
    const launched = rollout.addImage('launched', never);
    stray(rollout, launched);
    const imageId = isGood ? rollout.newImageId : rollout.addImage('bad', never);
    return { rollout, launched, running: rollout.starter.imageId, ...deploy(rollout, imageId) };
  };

  it('is taken back to the image that its machines run, and is told so', async () => {
    const { rollout, launched, running, end, step } = begin(false);
    expect(await end).toMatchObject({ outcome: 'rolled-back', previousImageId: running });
    expect(step.linesAt('warning')).toContainEqual(
      expect.stringMatching(`launches ${launched} .*, but its machines run ${running}, from another template or`),
    );
    expect(rollout.imagesInService()).toEqual([running]);
    expect(rollout.traffic.failed).toBe(0);
    expect(nextImageOf(rollout)).toBe(running);
  });

  it('is undone to it, too', async () => {
    const { rollout, running, end } = begin(true);
    expect(await end).toMatchObject({ outcome: 'succeeded', previousImageId: running });
    rollout.clock.advance(3_600_000);
    const undo = rollout.runner().deployment.undo(() => undefined);
    expect(await rollout.clock.run(undo)).toMatchObject({ outcome: 'succeeded', imageId: running });
    expect(rollout.imagesInService()).toEqual([running]);
  });
});

it.each<[string, (rollout: SimulatedRollout) => void]>([
  [
    'another version with the same image',
    (rollout) => {
      addVersion(rollout, { InstanceType: 'm5.large' });
      pointAtVersion(rollout, '2');
    },
  ],
  ['the latest version, which is the one that they run', (rollout) => pointAtVersion(rollout, '$Latest')],
])('a group that launches %s is unchanged', async (_, detour) => {
  const rollout = groupOf();
  detour(rollout);
  expect(await deploy(rollout, rollout.starter.imageId).end).toMatchObject({ outcome: 'unchanged' });
});

describe('a group that launches another version of the image than its machines run', () => {
  const changed = (pointer: '2' | '$Latest' | undefined) => {
    const rollout = groupOf();
    addVersion(rollout, { InstanceType: 'm5.large' });
    if (pointer) pointAtVersion(rollout, pointer);
    return rollout;
  };

  it.each(['2', '$Latest'] as const)('is told that what is new in it is left out, by %s', async (pointer) => {
    const rollout = changed(pointer);
    const { launchTemplateId } = rollout.starter;
    const words = `launches version 2 of ${launchTemplateId}, but its machines run version 1 of ${launchTemplateId}`;
    const foreseen = (await dryRunOf(rollout, {}, { imageId: rollout.newImageId })) as object;
    expect(foreseen).toMatchObject({ headline: { remarks: [expect.stringContaining(words)] } });
    const { end, step } = deploy(rollout, rollout.newImageId);
    expect(await end).toMatchObject({ outcome: 'succeeded' });
    expect(step.linesAt('warning')).toEqual([expect.stringContaining(words)]);
  });

  it('is told nothing where it launches what they run, nor by an undo', async () => {
    const rollout = changed(undefined);
    const { end, step } = deploy(rollout, rollout.newImageId);
    expect(await end).toMatchObject({ outcome: 'succeeded' });
    expect(step.linesAt('warning')).toEqual([]);
    pointAtVersion(rollout, '2');
    const { deployment, step: undoing } = rollout.runner();
    expect(await rollout.clock.run(deployment.undo(() => undefined))).toMatchObject({ outcome: 'succeeded' });
    expect(undoing.linesAt('warning').filter((line) => line.includes('left out'))).toEqual([]);
  });
});
