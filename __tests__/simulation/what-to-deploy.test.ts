import { describe, expect, it } from '@jest/globals';
import type { ImageSource } from '../../src/rollout/image/image.js';
import { SimulatedRollout, type SimulationSettings } from './simulated-rollout.js';

const begin = (settings: Partial<SimulationSettings> = {}) =>
  new SimulatedRollout({ seed: 2, machines: 2, ...settings });

function deploy(rollout: SimulatedRollout, source: ImageSource) {
  const { deployment, step } = rollout.runner();
  return { step, end: rollout.clock.run(deployment.run(source, () => undefined)) };
}

function putParameter(rollout: SimulatedRollout, Value: string): void {
  const input = { Name: '/images/shop', Type: 'String', Value, Overwrite: true };
  rollout.world.call({ service: 'ssm', operation: 'PutParameter', input, region: rollout.region.name });
}

function tag(rollout: SimulatedRollout, imageId: string, tags: Record<string, string>): void {
  const image = rollout.region.ec2.images.get(imageId);
  for (const [name, value] of Object.entries(tags)) image?.tags.set(name, value);
}

const refusals: [string, ImageSource, RegExp][] = [
  ['a parameter that does not exist', { parameter: '/images/none' }, /There is no SSM parameter "\/images\/none"/],
  ['tags that no image has', { tags: { app: 'shop' } }, /no available image with app=shop in eu-west-1/],
  ['previous, before anything has succeeded', { previous: true }, /no previous image/],
  ['an image that does not exist', { imageId: 'ami-00000000000000000' }, /does not exist/],
];

describe('what to deploy', () => {
  it('a parameter is resolved once, said in the log, and pinned', async () => {
    const rollout = begin();
    putParameter(rollout, rollout.newImageId);
    rollout.clock.schedule(60_000, () => putParameter(rollout, rollout.starter.imageId));
    const { step, end } = deploy(rollout, { parameter: '/images/shop' });
    expect(await end).toMatchObject({ outcome: 'succeeded', imageId: rollout.newImageId });
    expect(step.linesAt('info')).toContain(`Image ${rollout.newImageId}: SSM parameter "/images/shop" says so now.`);
    expect(rollout.calls.filter(({ operation }) => operation === 'GetParameter')).toHaveLength(1);
  });

  it('a parameter that holds no image is refused with what it holds', async () => {
    const rollout = begin();
    putParameter(rollout, 'latest');
    await expect(deploy(rollout, { parameter: '/images/shop' }).end).rejects.toThrow('holds "latest"');
  });

  it('tags mean the newest available image of the account that has all of them', async () => {
    const rollout = begin();
    const wanted = { app: 'shop', branch: 'main' };
    const older = rollout.addImage('older');
    rollout.clock.advance(60_000);
    const newer = rollout.addImage('newer');
    rollout.clock.advance(60_000);
    const other = rollout.addImage('other branch');
    tag(rollout, older, wanted);
    tag(rollout, newer, wanted);
    tag(rollout, other, { ...wanted, branch: 'trial' });
    const { id: foreign } = rollout.region.ec2.addImage({ name: 'foreign', owner: '999999999999' });
    tag(rollout, foreign, wanted);
    expect(await deploy(rollout, { tags: wanted }).end).toMatchObject({ outcome: 'succeeded', imageId: newer });
  });

  it('a tag is meant as it is written: what stands for others in a filter does not', async () => {
    const rollout = begin();
    const named = rollout.addImage('named');
    rollout.clock.advance(60_000);
    const other = rollout.addImage('other');
    tag(rollout, named, { branch: 'v1.*' });
    tag(rollout, other, { branch: 'v1.2' });
    expect(await deploy(rollout, { tags: { branch: 'v1.*' } }).end).toMatchObject({ imageId: named });
  });

  it('an image that its owner has deprecated is rolled out by its id, but is no newest one by tags', async () => {
    const rollout = begin();
    const own = rollout.addImage('own');
    const shared = rollout.addImage('shared');
    for (const id of [own, shared]) tag(rollout, id, { app: 'shop' });
    const { images } = rollout.region.ec2;
    for (const id of [own, shared]) Object.assign(images.get(id) ?? {}, { deprecatedFrom: rollout.clock.now() - 1 });
    Object.assign(images.get(shared) ?? {}, { owner: '999999999999' });
    expect(await deploy(rollout, { imageId: shared }).end).toMatchObject({ outcome: 'succeeded', imageId: shared });
    expect(await deploy(rollout, { tags: { app: 'shop' } }).end).toMatchObject({ outcome: 'succeeded', imageId: own });
  });

  it('previous means what ran before the last release that was healthy under traffic', async () => {
    const rollout = begin();
    await deploy(rollout, { imageId: rollout.newImageId }).end;
    const bad = rollout.addImage('bad', { answers: 'never' });
    expect(await deploy(rollout, { imageId: bad }).end).toMatchObject({ outcome: 'rolled-back' });
    const { end } = deploy(rollout, { previous: true });
    expect(await end).toMatchObject({ outcome: 'succeeded', imageId: rollout.starter.imageId });
  });

  it.each(refusals)('%s is refused before anything is changed', async (_, source, words) => {
    const rollout = begin();
    await expect(deploy(rollout, source).end).rejects.toThrow(words);
    expect(rollout.calls.filter(({ operation }) => !/^(Describe|Get|List)/.test(operation))).toEqual([]);
  });

  it('an image for another architecture than any type that the group may launch is refused', async () => {
    const rollout = begin({
      groupInput: ({ launchTemplateId }) => ({
        LaunchTemplate: undefined,
        MixedInstancesPolicy: {
          LaunchTemplate: {
            LaunchTemplateSpecification: { LaunchTemplateId: launchTemplateId, Version: '1' },
            Overrides: [{ InstanceType: 'm5.large' }, { InstanceType: 'm7g.large' }],
          },
        },
      }),
    });
    const { end } = deploy(rollout, { imageId: rollout.newImageId });
    await expect(end).rejects.toThrow('is made for x86_64, and the group may launch m7g.large (arm64)');
    expect(rollout.calls.filter(({ operation }) => !/^(Describe|Get|List)/.test(operation))).toEqual([]);
  });
});
