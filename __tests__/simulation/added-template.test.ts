import { describe, expect, it } from '@jest/globals';
import type { Observation } from '../../src/rollout/heart/observation.js';
import type { Plan } from '../../src/rollout/heart/plan.js';
import type { Release } from '../../src/rollout/heart/release.js';
import { nextMove } from '../../src/rollout/strategies.js';
import { at, begun, machine, newOnes, planned, see } from '../src/rollout/seen.js';
import type { GroupInput } from './kinds.js';
import { SimulatedRollout } from './simulated-rollout.js';
import { TwoGroups } from './two-groups.js';

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

/** The overrides of a group's policy from now on; the versions that it launches stay. */
function override(rollout: SimulatedRollout, Overrides: readonly object[], name = rollout.starter.groupName): void {
  const { LaunchTemplate: own, MixedInstancesPolicy: policy } = rollout.group(name);
  const { LaunchTemplateName: _, ...LaunchTemplateSpecification } =
    policy?.LaunchTemplate?.LaunchTemplateSpecification ?? own ?? {};
  rollout.askTruth('UpdateAutoScalingGroup', {
    AutoScalingGroupName: name,
    MixedInstancesPolicy: { LaunchTemplate: { LaunchTemplateSpecification, Overrides } },
  });
}

const own = { InstanceType: 't3.micro' };

/** An override with a template of its own, with the old image; the group launches the first one while it has capacity. */
function addTemplate(rollout: SimulatedRollout, where: 'first' | 'last', name?: string): string {
  const LaunchTemplateData = { ImageId: rollout.starter.imageId, InstanceType: 't3.small' };
  const { LaunchTemplate } = rollout.world.call({
    ...{ service: 'ec2', operation: 'CreateLaunchTemplate', region: rollout.region.name },
    input: { LaunchTemplateName: 'small', LaunchTemplateData },
  }) as { LaunchTemplate: { LaunchTemplateId: string } };
  const { LaunchTemplateId } = LaunchTemplate;
  const added = { InstanceType: 't3.small', LaunchTemplateSpecification: { LaunchTemplateId, Version: '1' } };
  override(rollout, where === 'first' ? [added, own] : [own, added], name);
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

describe('an override with a template of its own that somebody gives the idle one of two groups in mid-rollout', () => {
  const reason = expect.stringContaining('Somebody has given an override of "green" a launch template of its own');

  /** A rollout that is on hold for it, before any user has reached the idle one, which has so many machines otherwise. */
  async function held(idle = 0) {
    const groups = new TwoGroups({ seed: 3 });
    const { rollout } = groups;
    override(rollout, [own], 'green');
    const sizes = { MinSize: idle, MaxSize: 8, DesiredCapacity: idle };
    rollout.askTruth('UpdateAutoScalingGroup', { AutoScalingGroupName: 'green', ...sizes });
    rollout.clock.advance(5 * minute);
    rollout.clock.schedule(20_000, () => {
      addTemplate(rollout, 'first', 'green');
      rollout.scaleBy(1);
    });
    expect(await groups.deploy()).toMatchObject({ outcome: 'needs-attention', reason });
    return { groups, rollout };
  }

  it.each([0, 1])(
    'is left to a person, and taken back: nobody ends the machines of it, with %i others',
    async (idle) => {
      const { groups, rollout } = await held(idle);
      expect(terminations(rollout)).toBe(idle);
      expect(groups.weights()).toMatchObject({ green: 0 });
      const aborting = groups.do((deployment) => deployment.abort(nobodyAsks));
      expect(await aborting).toMatchObject({ outcome: 'aborted' });
      // One of the new image may be there still, and goes.
      expect(terminations(rollout)).toBeLessThanOrEqual(2 * idle);
      expect(groups.weights()).not.toHaveProperty('green');
      expect(groups.sizes('green')).toEqual([idle, idle, 8]);
      expect(rollout.traffic.failed).toBe(0);
    },
  );

  it('is taken in by the next rollout', async () => {
    const { groups, rollout } = await held(1);
    expect(await groups.deploy()).toMatchObject({ outcome: 'succeeded' });
    const [added] = rollout.group('green').MixedInstancesPolicy?.LaunchTemplate?.Overrides ?? [];
    expect(added?.LaunchTemplateSpecification?.Version).toBe('2');
    expect(rollout.traffic.failed).toBe(0);
  });
});

describe("and where AWS's own engine replaces machines", () => {
  const aws = planned(begun, { strategy: 'instance-refresh' });
  const refresh = { id: 'r', status: 'Successful', percent: 100 } as const;
  const added = machine('i-9', 1, { templateId: 'lt-2' });
  const LaunchTemplateSpecification = { LaunchTemplateId: 'lt-1', Version: '2' };
  const theirs = { LaunchTemplateSpecification: { LaunchTemplateId: 'lt-2', Version: '1' } };
  const policy = { LaunchTemplate: { LaunchTemplateSpecification, Overrides: [theirs] } };
  const known = { id: 'r', kind: 'ours' } as const;
  const ended = (changes: Partial<Release>, version: '1' | '2', machines = [added]) =>
    see({ ...aws, refresh: known, ...changes }, machines, { policy, ...at(version) }, { refresh });

  it.each<[string, Observation, object]>([
    [
      'forward, once AWS is through',
      ended({ wavesDone: 1 }, '2', [...newOnes.slice(1), added]),
      { kind: 'note', changes: { direction: 'hold' } },
    ],
    [
      'back, whatever AWS has left',
      ended({ direction: 'back' }, '1'),
      { kind: 'end', changes: { outcome: 'needs-attention' } },
    ],
  ])('no machine of it is ended by us: %s', (_way, seen, move) => expect(nextMove(seen)).toMatchObject(move));
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
