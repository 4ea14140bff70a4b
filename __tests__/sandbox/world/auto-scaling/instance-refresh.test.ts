import type { DescribeInstanceRefreshesCommandOutput, RefreshPreferences } from '@aws-sdk/client-auto-scaling';
import { describe, expect, it } from '@jest/globals';
import { Traffic } from '../../../../sandbox/world/traffic.js';
import { codeOf, starter } from '../starter.js';

/** A group in service with users, whose template has a version 2 with another image. */
function refreshable(settings: Parameters<typeof starter>[0] = {}) {
  const world = starter({ machines: 4, minSize: 1, maxSize: 8, gracePeriod: 20, ...settings });
  const { launchTemplateId: LaunchTemplateId, listenerArn } = world.names;
  const newImageId = world.here.ec2.addImage({ name: 'next' }).id;
  const LaunchTemplateData = { ImageId: newImageId };
  world.call('ec2', 'CreateLaunchTemplateVersion', { LaunchTemplateId, SourceVersion: '1', LaunchTemplateData });
  world.seconds(60);
  const traffic = new Traffic(world.here, world.machines, { listenerArn, rate: 100 });
  const start = (Preferences: RefreshPreferences = {}, version: string | undefined = '2') =>
    world.autoscaling<{ InstanceRefreshId: string }>('StartInstanceRefresh', {
      Preferences,
      ...(version && { DesiredConfiguration: { LaunchTemplate: { LaunchTemplateId, Version: version } } }),
    }).InstanceRefreshId;
  const refresh = () =>
    world.autoscaling<DescribeInstanceRefreshesCommandOutput>('DescribeInstanceRefreshes', {}).InstanceRefreshes?.[0];
  const versions = () =>
    world
      .instances('InService')
      .map(({ LaunchTemplate }) => LaunchTemplate?.Version)
      .sort()
      .join('');
  /** The fewest and the most machines in service in the time that passes, and what the refresh was meanwhile. */
  const watch = (seconds: number) => {
    let fewest = Number.POSITIVE_INFINITY;
    let most = 0;
    const seen = new Set<string>();
    for (let time = 0; time < seconds; time += 0.1) {
      world.seconds(0.1);
      const count = world.ids('InService').length;
      fewest = Math.min(fewest, count);
      most = Math.max(most, count);
      seen.add(refresh()?.Status ?? '');
    }
    return { fewest, most, seen: [...seen] };
  };
  return { ...world, newImageId, traffic, start, refresh, versions, watch };
}

const launchFirst = { MinHealthyPercentage: 100, MaxHealthyPercentage: 125 };
const version = (world: ReturnType<typeof refreshable>) => world.group().LaunchTemplate?.Version;

describe('an instance refresh', () => {
  it('with the defaults replaces one machine of four at a time, terminating before it launches', () => {
    const world = refreshable();
    world.start();
    expect(version(world)).toBe('1');
    expect(world.watch(300)).toMatchObject({ fewest: 3, most: 4, seen: ['Pending', 'InProgress', 'Successful'] });
    expect(world.versions()).toBe('2222');
    expect(version(world)).toBe('2');
    expect(world.refresh()).toMatchObject({ PercentageComplete: 100, InstancesToUpdate: 0, Strategy: 'Rolling' });
    expect(world.traffic.failed).toBe(0);
  });

  it('launches first where MaxHealthyPercentage is above 100, and never has fewer than desired', () => {
    const world = refreshable();
    world.start(launchFirst);
    expect(world.watch(300)).toMatchObject({ fewest: 4, most: 5 });
    expect(world.versions()).toBe('2222');
    expect(world.ids()).toHaveLength(4);
    expect(world.group().DesiredCapacity).toBe(4);
  });

  it('of a single machine is an outage with the defaults, and none if it launches first', () => {
    const out = refreshable({ machines: 1 });
    out.start();
    expect(out.watch(120).fewest).toBe(0);
    expect(out.traffic.failed).toBeGreaterThan(0);
    const fine = refreshable({ machines: 1 });
    fine.start({ MinHealthyPercentage: 100, MaxHealthyPercentage: 200 });
    expect(fine.watch(120).fewest).toBe(1);
    expect(fine.versions()).toBe('2');
    expect(fine.traffic.failed).toBe(0);
  });

  it('replaces up to what MinHealthyPercentage leaves', () => {
    const world = refreshable();
    world.start({ MinHealthyPercentage: 50 });
    expect(world.watch(300).fewest).toBe(2);
    expect(world.versions()).toBe('2222');
  });

  it('waits for the warm-up of each machine', () => {
    const world = refreshable();
    world.start({ InstanceWarmup: 100 });
    world.seconds(390);
    expect(world.refresh()?.Status).toBe('InProgress');
    world.seconds(60);
    expect(world.refresh()?.Status).toBe('Successful');
  });

  it('gives machines of a scale-out in its course the desired configuration', () => {
    const world = refreshable();
    world.start({ InstanceWarmup: 100 });
    world.seconds(20);
    world.autoscaling('SetDesiredCapacity', { DesiredCapacity: 6 });
    world.seconds(20);
    expect(world.versions()).toBe('111222');
    world.seconds(800);
    expect(world.versions()).toBe('222222');
    expect(world.refresh()?.Status).toBe('Successful');
  });

  it('rests at checkpoints, and ends at the last one', () => {
    const world = refreshable();
    world.start({ CheckpointPercentages: [25, 50], CheckpointDelay: 300 });
    world.seconds(250);
    expect(world.versions()).toBe('1112');
    expect(world.refresh()?.PercentageComplete).toBe(25);
    world.seconds(400);
    expect(world.refresh()?.Status).toBe('Successful');
    expect(world.versions()).toBe('1122');
  });

  it('bakes', () => {
    const world = refreshable();
    world.start({ BakeTime: 600 });
    world.seconds(400);
    expect(world.refresh()?.Status).toBe('Baking');
    expect(version(world)).toBe('1');
    world.seconds(600);
    expect(world.refresh()?.Status).toBe('Successful');
  });

  it('passes over what matches, if asked to; without a desired configuration replaces all alike', () => {
    const same = refreshable();
    const before = same.ids();
    same.start({ SkipMatching: true }, '1');
    same.seconds(60);
    expect(same.refresh()?.Status).toBe('Successful');
    expect(same.ids()).toEqual(before);
    same.start({}, '');
    same.seconds(400);
    expect(same.ids().filter((id) => before.includes(id))).toEqual([]);
    expect(same.versions()).toBe('1111');
  });

  it('stalls without a word while Launch, Terminate or InstanceRefresh is suspended', () => {
    const world = refreshable();
    world.autoscaling('SuspendProcesses', { ScalingProcesses: ['InstanceRefresh'] });
    world.start();
    world.seconds(7200);
    expect(world.refresh()).toMatchObject({ Status: 'InProgress', PercentageComplete: 0 });
    world.autoscaling('ResumeProcesses', {});
    world.seconds(300);
    expect(world.refresh()?.Status).toBe('Successful');
  });

  it.each([
    ['Wait', 'InProgress', '1222'],
    ['Ignore', 'Successful', '1222'],
    ['Refresh', 'Successful', '2222'],
  ] as const)('protected machines: %s', (ScaleInProtectedInstances, status, versions) => {
    const world = refreshable();
    world.autoscaling('SetInstanceProtection', { InstanceIds: [world.ids()[0]], ProtectedFromScaleIn: true });
    world.start({ ScaleInProtectedInstances });
    world.seconds(600);
    expect([world.refresh()?.Status, world.versions()]).toEqual([status, versions]);
    if (status === 'InProgress') {
      world.seconds(3600);
      expect(world.refresh()).toMatchObject({ Status: 'Failed', StatusReason: expect.stringContaining('hour') });
    }
  });

  it.each(['Wait', 'Ignore', 'Terminate'] as const)('standby machines: %s', (StandbyInstances) => {
    const world = refreshable();
    const [standby = ''] = world.ids();
    world.autoscaling('EnterStandby', { InstanceIds: [standby], ShouldDecrementDesiredCapacity: true });
    world.seconds(20);
    world.start({ StandbyInstances });
    world.seconds(600);
    expect(world.refresh()?.Status).toBe(StandbyInstances === 'Wait' ? 'InProgress' : 'Successful');
    expect(world.ids().includes(standby)).toBe(StandbyInstances !== 'Terminate');
  });
});

describe('a refresh to a bad image', () => {
  const bad = (preferences: RefreshPreferences, settings = {}) => {
    const world = refreshable(settings);
    world.machines.behave(world.newImageId, { answers: 'never' });
    world.start(preferences);
    return world;
  };

  it('gives up after an hour, and leaves the group as mixed as it is', () => {
    const world = bad({});
    world.seconds(3500);
    expect(world.refresh()?.Status).toBe('InProgress');
    world.seconds(200);
    expect(world.refresh()?.Status).toBe('Failed');
    expect(world.refresh()?.PercentageComplete).toBeUndefined();
    expect(version(world)).toBe('1');
    expect(world.here.autoScaling.group('shop').launching).toBeUndefined();
  });

  it('rolls back after that hour with AutoRollback', () => {
    const world = bad({ AutoRollback: true });
    world.seconds(4200);
    expect(world.refresh()).toMatchObject({
      Status: 'RollbackSuccessful',
      RollbackDetails: { RollbackReason: expect.stringContaining('hour'), InstancesToUpdateOnRollback: 4 },
    });
    expect([world.versions(), version(world)]).toEqual(['1111', '1']);
  });

  it('counts down while it is rolled back', () => {
    const world = refreshable();
    world.start({ CheckpointPercentages: [50, 100], CheckpointDelay: 3600 });
    world.seconds(600);
    expect(world.refresh()?.PercentageComplete).toBe(50);
    world.autoscaling('RollbackInstanceRefresh', {});
    const seen: number[] = [];
    for (let at = 0; at < 60; at++) {
      world.seconds(10);
      const { Status, PercentageComplete = 0 } = world.refresh() ?? {};
      if (Status === 'RollbackInProgress') seen.push(PercentageComplete);
    }
    expect([...new Set(seen)]).toEqual([50, 25]);
  });

  it('rolls back on request, and on an alarm', () => {
    const asked = bad(launchFirst);
    asked.seconds(60);
    asked.autoscaling('RollbackInstanceRefresh', {});
    expect(asked.refresh()?.Status).toBe('RollbackInProgress');
    asked.seconds(120);
    expect([asked.refresh()?.Status, asked.versions()]).toEqual(['RollbackSuccessful', '1111']);

    const tooMany = { Alarms: Array.from({ length: 11 }, (_, index) => `errors-${index}`) };
    expect(() => bad({ AlarmSpecification: tooMany })).toThrow('at most 10 alarms');
    const AlarmSpecification = { Alarms: ['errors'] };
    const alarmed = bad({ ...launchFirst, AutoRollback: true, AlarmSpecification });
    const alarm = { AlarmName: 'errors', EvaluationPeriods: 1, ComparisonOperator: 'GreaterThanThreshold' };
    alarmed.call('monitoring', 'PutMetricAlarm', alarm);
    alarmed.seconds(30);
    const state = { AlarmName: 'errors', StateValue: 'ALARM', StateReason: 'test' };
    alarmed.call('monitoring', 'SetAlarmState', state);
    alarmed.seconds(120);
    expect([alarmed.refresh()?.Status, alarmed.versions()]).toEqual(['RollbackSuccessful', '1111']);
    expect(alarmed.refresh()?.StatusReason).toContain('errors');
  });
});

describe('an active refresh', () => {
  it('is a lock, on itself and on the template', () => {
    const world = refreshable();
    world.start();
    expect(codeOf(() => world.start())).toBe('InstanceRefreshInProgress');
    const LaunchTemplate = { LaunchTemplateId: world.names.launchTemplateId, Version: '1' };
    expect(() => world.autoscaling('UpdateAutoScalingGroup', { LaunchTemplate })).toThrow('active instance refresh');
    world.autoscaling('UpdateAutoScalingGroup', { MaxSize: 9 });
    world.seconds(300);
    expect(codeOf(() => world.start())).toBe('no error');
  });

  it('can be cancelled, which reverts nothing', () => {
    const world = refreshable();
    expect(codeOf(() => world.autoscaling('CancelInstanceRefresh', {}))).toBe('ActiveInstanceRefreshNotFound');
    world.start({ InstanceWarmup: 60 });
    world.seconds(100);
    world.autoscaling('CancelInstanceRefresh', {});
    expect(world.refresh()?.Status).toBe('Cancelling');
    world.seconds(100);
    expect(world.refresh()?.Status).toBe('Cancelled');
    expect([world.versions(), version(world)]).toEqual(['1122', '1']);
  });

  it.each(['$Latest', '$Default'])('cannot be rolled back to or from %s, nor without a desired configuration', (of) => {
    const world = refreshable();
    expect(() => world.start({ AutoRollback: true }, of)).toThrow(of);
    expect(() => world.start({ AutoRollback: true }, '')).toThrow('no desired configuration');
    world.start({}, of);
    expect(codeOf(() => world.autoscaling('RollbackInstanceRefresh', {}))).toBe('IrreversibleInstanceRefresh');
  });

  it.each([
    [{ MinHealthyPercentage: 0, MaxHealthyPercentage: 150 }, 'difference'],
    [{ MaxHealthyPercentage: 120 }, 'along with'],
    [{ CheckpointPercentages: [50, 20] }, 'ascending'],
  ])('must have preferences that go together: %j', (preferences, message) => {
    expect(() => refreshable().start(preferences)).toThrow(message);
  });
});
