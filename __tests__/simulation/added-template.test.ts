import { describe, expect, it } from '@jest/globals';
import type { Plan } from '../../src/rollout/heart/plan.js';
import type { GroupInput } from './kinds.js';
import { SimulatedRollout } from './simulated-rollout.js';

const minute = 60_000;
const nobodyAsks = () => undefined;

const canary: Partial<Plan> = { waves: [{ machines: 1 }, { percent: 100 }], soak: minute };

const mixed: GroupInput = ({ launchTemplateId: LaunchTemplateId }) => ({
  LaunchTemplate: undefined,
  MixedInstancesPolicy: {
    LaunchTemplate: {
      LaunchTemplateSpecification: { LaunchTemplateId, Version: '1' },
      Overrides: [{ InstanceType: 't3.micro' }],
    },
  },
});

function begin(): SimulatedRollout {
  return new SimulatedRollout({ seed: 3, machines: 4, groupInput: mixed, plan: canary });
}

function command(rollout: SimulatedRollout, name: 'abort' | 'undo' | 'repair') {
  return rollout.clock.run<unknown>(rollout.runner().deployment[name](nobodyAsks));
}

function deploy(rollout: SimulatedRollout, plan: Partial<Plan> = {}) {
  const deployment = rollout.deploymentOf(rollout.runner().step, 'deploy', undefined, { plan });
  return rollout.clock.run(deployment.run({ imageId: rollout.newImageId }, nobodyAsks));
}

/** The overrides of the group's policy from now on; the versions that it launches stay. */
function override(rollout: SimulatedRollout, Overrides: readonly object[]): void {
  const { LaunchTemplate } = rollout.group().MixedInstancesPolicy ?? {};
  const { LaunchTemplateName: _, ...LaunchTemplateSpecification } = LaunchTemplate?.LaunchTemplateSpecification ?? {};
  rollout.askTruth('UpdateAutoScalingGroup', {
    AutoScalingGroupName: rollout.starter.groupName,
    MixedInstancesPolicy: { LaunchTemplate: { LaunchTemplateSpecification, Overrides } },
  });
}

const own = { InstanceType: 't3.micro' };

/** An override with a template of its own, with the old image; the group launches the first one while it has capacity. */
function addTemplate(rollout: SimulatedRollout, where: 'first' | 'last'): string {
  const LaunchTemplateData = { ImageId: rollout.starter.imageId, InstanceType: 't3.small' };
  const { LaunchTemplate } = rollout.world.call({
    ...{ service: 'ec2', operation: 'CreateLaunchTemplate', region: rollout.region.name },
    input: { LaunchTemplateName: 'small', LaunchTemplateData },
  }) as { LaunchTemplate: { LaunchTemplateId: string } };
  const { LaunchTemplateId } = LaunchTemplate;
  const added = { InstanceType: 't3.small', LaunchTemplateSpecification: { LaunchTemplateId, Version: '1' } };
  override(rollout, where === 'first' ? [added, own] : [own, added]);
  return LaunchTemplateId;
}

function terminations(rollout: SimulatedRollout): number {
  return rollout.calls.filter(({ operation }) => operation === 'TerminateInstanceInAutoScalingGroup').length;
}

describe('an override with a template of its own that somebody adds in mid-rollout', () => {
  /** A rollout that is on hold for it. */
  async function held() {
    const rollout = begin();
    let added = '';
    rollout.clock.schedule(100_000, () => {
      added = addTemplate(rollout, 'first');
    });
    const end = await deploy(rollout);
    const reason = expect.stringContaining(`a launch template of its own meanwhile, ${added}, and machines come from`);
    expect(end).toMatchObject({ outcome: 'needs-attention', reason });
    return { rollout, reason };
  }

  it('is left to a person, as soon as a machine comes from it, and none of those is retired', async () => {
    const { rollout, reason } = await held();
    expect(terminations(rollout)).toBe(1);
    expect(await command(rollout, 'abort')).toMatchObject({ outcome: 'needs-attention', reason });
    expect(terminations(rollout)).toBe(1);
    // On the way back the group launches what works, whatever has proven itself before.
    expect(rollout.group().MixedInstancesPolicy?.LaunchTemplate?.LaunchTemplateSpecification?.Version).toBe('1');
    expect(rollout.traffic.failed).toBe(0);
  });

  it('is taken back with all else once the override is out', async () => {
    const { rollout } = await held();
    override(rollout, [own]);
    expect(await command(rollout, 'abort')).toMatchObject({ outcome: 'aborted' });
    expect(rollout.imagesInService()).toEqual([rollout.starter.imageId]);
    expect(rollout.auditor.violations).toEqual([]);
    expect(rollout.traffic.failed).toBe(0);
  });

  it('is taken in by the next rollout', async () => {
    const { rollout } = await held();
    expect(await deploy(rollout)).toMatchObject({ outcome: 'succeeded' });
    expect(rollout.imagesInService()).toEqual([rollout.newImageId]);
    expect(rollout.traffic.failed).toBe(0);
  });

  it('and that no machine comes from, hinders nothing; the next rollout of the image takes it in', async () => {
    const rollout = begin();
    rollout.clock.schedule(100_000, () => addTemplate(rollout, 'last'));
    expect(await deploy(rollout)).toMatchObject({ outcome: 'succeeded' });
    expect(await deploy(rollout)).toMatchObject({ outcome: 'succeeded' });
    const [, added] = rollout.group().MixedInstancesPolicy?.LaunchTemplate?.Overrides ?? [];
    expect(added?.LaunchTemplateSpecification?.Version).toBe('2');
    expect(await deploy(rollout)).toMatchObject({ outcome: 'unchanged' });
    expect(rollout.traffic.failed).toBe(0);
  });
});

it('an undo to kept machines, in a group that has machines of a template added since, is a rollout', async () => {
  const rollout = begin();
  expect(await deploy(rollout, { keepPrevious: 60 * minute })).toMatchObject({ outcome: 'succeeded' });
  addTemplate(rollout, 'first');
  rollout.scaleTo(5);
  rollout.clock.advance(5 * minute);
  expect(await command(rollout, 'undo')).toMatchObject({ outcome: 'succeeded' });
  expect(rollout.imagesInService()).toEqual([rollout.starter.imageId]);
  expect(rollout.traffic.failed).toBe(0);
});
