import type { DescribeWarmPoolCommandOutput } from '@aws-sdk/client-auto-scaling';
import { describe, expect, it } from '@jest/globals';
import { starter } from '../starter.js';

/** Two machines in service, at most four, and a warm pool. */
function pooled(pool: object = {}, settings: Parameters<typeof starter>[0] = {}) {
  const world = starter({ machines: 2, minSize: 1, maxSize: 4, ...settings });
  world.seconds(30);
  world.autoscaling('PutWarmPool', pool);
  const warm = () => world.autoscaling<DescribeWarmPoolCommandOutput>('DescribeWarmPool', {}).Instances ?? [];
  const states = () => warm().map(({ LifecycleState }) => LifecycleState);
  return { ...world, warm, states };
}

const hook = { LifecycleHookName: 'gate', LifecycleTransition: 'autoscaling:EC2_INSTANCE_LAUNCHING' };

describe('a warm pool', () => {
  it('holds stopped machines up to the maximum of the group, which are no members and get no requests', () => {
    const world = pooled();
    world.seconds(30);
    expect(world.states()).toEqual(['Warmed:Stopped', 'Warmed:Stopped']);
    expect(world.ids()).toHaveLength(2);
    expect(world.group()).toMatchObject({ WarmPoolSize: 2, WarmPoolConfiguration: { PoolState: 'Stopped' } });
    const [id = ''] = world.warm().map(({ InstanceId }) => InstanceId);
    expect(world.here.ec2.instances.get(id)?.state).toBe('stopped');
    expect(world.target(id)?.Reason).toBe('Target.NotRegistered');
  });

  it.each([
    [{ MinSize: 3 }, 3],
    [{ MaxGroupPreparedCapacity: 3 }, 1],
    [{ MaxGroupPreparedCapacity: 2 }, 0],
  ])('has the size that %j asks for', (pool, size) => {
    const world = pooled(pool);
    world.seconds(30);
    expect(world.warm()).toHaveLength(size);
  });

  it('serves a scale-out, and is filled up again as far as the maximum goes', () => {
    const world = pooled({ MinSize: 1 });
    world.seconds(30);
    const before = world.warm().map(({ InstanceId }) => InstanceId);
    world.autoscaling('SetDesiredCapacity', { DesiredCapacity: 4 });
    world.seconds(30);
    expect(world.ids('InService')).toEqual(expect.arrayContaining(before));
    expect(world.ids('InService')).toHaveLength(4);
    expect(world.states()).toEqual(['Warmed:Stopped']);
    const activities = JSON.stringify(world.autoscaling('DescribeScalingActivities', {}));
    expect(activities).toContain(`Launching a new EC2 instance from warm pool: ${before[0]}`);
  });

  it('may keep its machines running', () => {
    const world = pooled({ PoolState: 'Running' });
    world.seconds(30);
    expect(world.states()).toEqual(['Warmed:Running', 'Warmed:Running']);
    world.autoscaling('SetDesiredCapacity', { DesiredCapacity: 3 });
    world.seconds(10);
    expect(world.ids('InService')).toHaveLength(3);
  });

  it('makes launch hooks fire twice: into the pool, and out of it', () => {
    const world = pooled({ MaxGroupPreparedCapacity: 2 });
    world.autoscaling('PutLifecycleHook', hook);
    world.autoscaling('PutWarmPool', { MaxGroupPreparedCapacity: 3 });
    world.seconds(10);
    expect(world.states()).toEqual(['Warmed:Pending:Wait']);
    const InstanceId = world.warm()[0]?.InstanceId ?? '';
    const complete = () =>
      world.autoscaling('CompleteLifecycleAction', {
        LifecycleHookName: 'gate',
        InstanceId,
        LifecycleActionResult: 'CONTINUE',
      });
    complete();
    world.seconds(10);
    expect(world.states()).toEqual(['Warmed:Stopped']);
    world.autoscaling('SetDesiredCapacity', { DesiredCapacity: 3 });
    world.seconds(10);
    expect(world.ids('Pending:Wait')).toEqual([InstanceId]);
    complete();
    world.seconds(10);
    expect(world.ids('InService')).toHaveLength(3);
  });

  it('gives out stale machines: those of the version that they were launched from', () => {
    const world = pooled();
    world.seconds(30);
    const LaunchTemplateId = world.names.launchTemplateId;
    world.call('ec2', 'CreateLaunchTemplateVersion', { LaunchTemplateId, SourceVersion: '1', LaunchTemplateData: {} });
    world.autoscaling('UpdateAutoScalingGroup', { LaunchTemplate: { LaunchTemplateId, Version: '2' } });
    world.autoscaling('SetDesiredCapacity', { DesiredCapacity: 3 });
    world.seconds(30);
    expect(world.instances().map(({ LaunchTemplate }) => LaunchTemplate?.Version)).toEqual(['1', '1', '1']);
  });

  it('is renewed by an instance refresh', () => {
    const world = pooled({}, { gracePeriod: 5 });
    world.seconds(30);
    const LaunchTemplateId = world.names.launchTemplateId;
    world.call('ec2', 'CreateLaunchTemplateVersion', { LaunchTemplateId, SourceVersion: '1', LaunchTemplateData: {} });
    world.autoscaling('StartInstanceRefresh', {
      DesiredConfiguration: { LaunchTemplate: { LaunchTemplateId, Version: '2' } },
    });
    world.seconds(300);
    const all = [...world.instances(), ...world.warm()];
    expect(all.map(({ LaunchTemplate }) => LaunchTemplate?.Version)).toEqual(['2', '2', '2', '2']);
  });

  it('keeps its machines from TerminateInstanceInAutoScalingGroup; EC2 terminates them, and others come', () => {
    const world = pooled();
    world.seconds(30);
    const [InstanceId = ''] = world.warm().map((one) => one.InstanceId ?? '');
    const input = { InstanceId, ShouldDecrementDesiredCapacity: false };
    expect(() => world.call('autoscaling', 'TerminateInstanceInAutoScalingGroup', input)).toThrow('warm pool');
    world.call('ec2', 'TerminateInstances', { InstanceIds: [InstanceId] });
    world.seconds(30);
    expect(world.states()).toEqual(['Warmed:Stopped', 'Warmed:Stopped']);
    expect(world.warm().map((one) => one.InstanceId)).not.toContain(InstanceId);
  });

  it('goes with its machines when it is deleted, and when its group is', () => {
    const world = pooled();
    world.seconds(30);
    world.autoscaling('DeleteWarmPool', {});
    expect(world.group().WarmPoolConfiguration?.Status).toBe('PendingDelete');
    world.seconds(30);
    expect(world.group().WarmPoolConfiguration).toBeUndefined();
    expect(world.warm()).toEqual([]);
    const other = pooled();
    other.seconds(30);
    const ids = other.warm().map(({ InstanceId = '' }) => InstanceId);
    other.autoscaling('DeleteAutoScalingGroup', { ForceDelete: true });
    other.seconds(30);
    expect(ids.map((id) => other.here.ec2.instances.get(id)?.state)).toEqual(['terminated', 'terminated']);
    expect(other.here.autoScaling.groups.size).toBe(0);
  });
});
