import type { DescribeInstanceRefreshesCommandOutput, RefreshPreferences } from '@aws-sdk/client-auto-scaling';
import { describe, expect, it } from '@jest/globals';
import { Traffic } from '../../../../sandbox/world/traffic.js';
import { codeOf, starter } from '../starter.js';

/** A group of four with a mixed instances policy whose override has an image, with users; and a next image. */
function replaceable() {
  const world = starter({ machines: 4, minSize: 1, maxSize: 8, gracePeriod: 20 });
  const { here, names } = world;
  const images = { old: here.ec2.addImage({ name: 'old' }).id, next: here.ec2.addImage({ name: 'next' }).id };
  const specification = { LaunchTemplateId: names.launchTemplateId, Version: '1' };
  const policy = (ImageId: string | undefined, change: object = {}) => ({
    LaunchTemplate: {
      LaunchTemplateSpecification: { ...specification, ...change },
      Overrides: [{ InstanceType: 't3.micro', ...(ImageId && { ImageId }) }],
    },
  });
  world.autoscaling('UpdateAutoScalingGroup', { MixedInstancesPolicy: policy(images.old), DesiredCapacity: 1 });
  world.seconds(60);
  for (const id of world.ids()) here.ec2.terminate(id);
  world.autoscaling('SetDesiredCapacity', { DesiredCapacity: 4 });
  world.seconds(60);
  const traffic = new Traffic(here, world.machines, { listenerArn: names.listenerArn, rate: 100 });
  const start = (Preferences: RefreshPreferences = {}, MixedInstancesPolicy: object = policy(images.next)) =>
    world.autoscaling('StartInstanceRefresh', {
      Strategy: 'ReplaceRootVolume',
      DesiredConfiguration: { MixedInstancesPolicy },
      Preferences: { InstanceWarmup: 5, ...Preferences },
    });
  const refresh = () =>
    world.autoscaling<DescribeInstanceRefreshesCommandOutput>('DescribeInstanceRefreshes', {}).InstanceRefreshes?.[0];
  const shown = () => world.instances().map(({ ImageId }) => ImageId);
  return { ...world, images, policy, traffic, start, refresh, shown };
}

describe('an instance refresh by ReplaceRootVolume', () => {
  it('gives every machine the new image in its place: the same machines, none launched, no request lost', () => {
    const { group, here, ids, images, machines, refresh, seconds, shown, start, traffic } = replaceable();
    const before = ids();
    const instances = here.ec2.instances.size;
    start();
    seconds(300);
    expect(refresh()).toMatchObject({ Status: 'Successful', Strategy: 'ReplaceRootVolume', PercentageComplete: 100 });
    expect(ids().sort()).toEqual(before.sort());
    expect(here.ec2.instances.size).toBe(instances);
    expect(shown()).toEqual(Array(4).fill(images.next));
    expect(before.map((id) => machines.versionOf({ id, imageId: images.old }))).toEqual(Array(4).fill(images.next));
    expect(group().MixedInstancesPolicy?.LaunchTemplate?.Overrides?.[0]?.ImageId).toBe(images.next);
    expect([traffic.failed, group().DesiredCapacity]).toEqual([0, 4]);
  });

  it('keeps to the healthy percentage, and shows the states that machines go through', () => {
    const { clock, ids, instances, start } = replaceable();
    start({ MinHealthyPercentage: 75 });
    const seen = new Set<string>();
    let fewest = 4;
    for (let at = 0; at < 2_000; at++) {
      clock.advance(100);
      for (const { LifecycleState = '' } of instances()) seen.add(LifecycleState);
      fewest = Math.min(fewest, ids('InService').length);
    }
    expect(fewest).toBe(3);
    expect([...seen].sort()).toEqual(['InService', 'ReplacingRootVolume', 'ReplacingRootVolume:Proceed']);
  });

  it('is still what EC2 says the machine was launched from', () => {
    const { call, ids, images, seconds, start } = replaceable();
    start();
    seconds(300);
    const found = call('ec2', 'DescribeInstances', { InstanceIds: ids().slice(0, 1) });
    expect(found).toMatchObject({ Reservations: [{ Instances: [{ ImageId: images.old }] }] });
  });

  it('lets termination hooks hold a machine before', () => {
    const { autoscaling, ids, seconds, start } = replaceable();
    autoscaling('PutLifecycleHook', {
      LifecycleHookName: 'drain',
      LifecycleTransition: 'autoscaling:EC2_INSTANCE_TERMINATING',
    });
    start();
    seconds(30);
    const [InstanceId = ''] = ids('ReplacingRootVolume:Wait');
    expect(InstanceId).not.toBe('');
    autoscaling('CompleteLifecycleAction', {
      ...{ LifecycleHookName: 'drain', InstanceId, LifecycleActionResult: 'CONTINUE' },
    });
    seconds(10);
    expect(ids('InService')).toContain(InstanceId);
  });

  it('terminates a machine whose volume cannot be replaced, and another comes with the new image', () => {
    const { autoscaling, call, here, ids, images, seconds, shown, start } = replaceable();
    autoscaling('PutLifecycleHook', {
      LifecycleHookName: 'drain',
      LifecycleTransition: 'autoscaling:EC2_INSTANCE_TERMINATING',
    });
    start();
    seconds(30);
    const [id = ''] = ids('ReplacingRootVolume:Wait');
    here.ec2.images.delete(images.next);
    autoscaling('DeleteLifecycleHook', { LifecycleHookName: 'drain' });
    seconds(5);
    expect(ids()).not.toContain(id);
    const activities = call('autoscaling', 'DescribeScalingActivities', { AutoScalingGroupName: 'shop' });
    expect(activities).toMatchObject({
      Activities: expect.arrayContaining([
        expect.objectContaining({
          Description: `Replacing root volume of EC2 instance: ${id}`,
          StatusCode: 'Failed',
          StatusMessage: `The image ${images.next} is not available`,
        }),
      ]),
    });
    expect(shown()).not.toContain(images.next);
  });

  it('is taken back in place, too', () => {
    const { autoscaling, ids, images, machines, refresh, seconds, shown, start } = replaceable();
    machines.behave(images.next, { answers: 'never' });
    const before = ids();
    start({ MinHealthyPercentage: 75 });
    seconds(40);
    expect(shown()).toContain(images.next);
    autoscaling('RollbackInstanceRefresh', {});
    expect(refresh()?.Status).toBe('RollbackInProgress');
    seconds(300);
    expect(refresh()?.Status).toBe('RollbackSuccessful');
    expect(shown()).toEqual(Array(4).fill(images.old));
    expect(ids('InService').length).toBe(4);
    expect(before.filter((id) => ids().includes(id)).length).toBeGreaterThanOrEqual(3);
  });

  it('skips machines that have the image already, where it shall', () => {
    const { images, policy, refresh, seconds, start } = replaceable();
    start({ SkipMatching: true }, policy(images.old));
    seconds(10);
    expect(refresh()).toMatchObject({ Status: 'Successful', PercentageComplete: 100 });
  });

  it.each([
    ['overrides without an image', () => undefined, {}, 'must specify an ImageId'],
    ['a version that moves', (images: { next: string }) => images.next, { Version: '$Latest' }, 'version is $Latest'],
  ] as const)('is refused with %s', (_what, imageOf, change, message) => {
    const { images, policy, start } = replaceable();
    expect(() => start({}, policy(imageOf(images), change))).toThrow(message);
  });

  it('is refused without a policy, with a warm pool, and where a machine is of another version', () => {
    const { autoscaling, call, names, policy, images, start } = replaceable();
    const { launchTemplateId: LaunchTemplateId } = names;
    call('ec2', 'CreateLaunchTemplateVersion', { LaunchTemplateId, SourceVersion: '1', LaunchTemplateData: {} });
    expect(() => start({}, policy(images.next, { Version: '2' }))).toThrow('does not match');
    autoscaling('PutWarmPool', {});
    expect(() => start()).toThrow('warm pool');
    autoscaling('UpdateAutoScalingGroup', { LaunchTemplate: { LaunchTemplateId, Version: '1' } });
    expect(codeOf(() => start())).toBe('ValidationError');
    expect(() => start()).toThrow('must use a mixed instances policy');
  });
});
