import { describe, expect, it } from '@jest/globals';
import type { StarterSettings } from '../../sandbox/world/starter-world.js';
import type { Plan } from '../../src/rollout/heart/plan.js';
import { forecast } from '../../src/rollout/rehearsal/forecast.js';
import { dryRunOf } from './dry-run-stage.js';
import { isRead } from './invariants/invariants.js';
import { SimulatedRollout } from './simulated-rollout.js';

type GroupInput = NonNullable<StarterSettings['groupInput']>;

const plan: Partial<Plan> = {
  strategy: 'replace-root-volume',
  maxUnavailable: { machines: 1 },
  bootAllowance: 120_000,
};

/** A group whose mixed instances policy names the image in each override, as AWS wants it. */
const withImages: GroupInput = ({ launchTemplateId, imageId }) => ({
  LaunchTemplate: undefined,
  MixedInstancesPolicy: {
    LaunchTemplate: {
      LaunchTemplateSpecification: { LaunchTemplateId: launchTemplateId, Version: '1' },
      Overrides: [{ InstanceType: 'm5.large', ImageId: imageId }],
    },
  },
});

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

  it('takes a bad image back, and ends on the image that ran', async () => {
    const { rollout } = begin('never');
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'rolled-back' });
    expect(rollout.imagesInService()).toEqual([rollout.starter.imageId]);
    expect(rollout.group()).toMatchObject({ DesiredCapacity: 4, MinSize: 1 });
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
