import { describe, expect, it } from '@jest/globals';
import { codeOf, starter } from '../starter.js';

/** What happened to one machine, in order: kinds and changes from the log. */
function story(events: readonly { kind: string; subject: string; change: string }[], id: string): string[] {
  return events.filter(({ subject }) => subject.includes(id)).map(({ kind, change }) => `${kind} ${change}`);
}

describe('a machine on its way in and out of a group', () => {
  it('is registered before it is in service, and drained before EC2 terminates it', () => {
    const { call, ids, seconds, world } = starter();
    seconds(10);
    const [id = ''] = ids();
    call('autoscaling', 'TerminateInstanceInAutoScalingGroup', {
      InstanceId: id,
      ShouldDecrementDesiredCapacity: false,
    });
    seconds(30);
    expect(story(world.log.events, id)).toEqual([
      'instance pending',
      'member Pending',
      'instance running',
      'target initial Elb.RegistrationInProgress',
      'member InService',
      'target healthy',
      'member Terminating',
      'target draining Target.DeregistrationInProgress',
      'target unused Target.NotRegistered',
      'instance shutting-down',
      'instance terminated',
      'member gone',
    ]);
  });

  it('is replaced when it is terminated without decrement, while it still drains', () => {
    const { call, ids, instances, seconds } = starter();
    seconds(10);
    const [id = ''] = ids();
    call('autoscaling', 'TerminateInstanceInAutoScalingGroup', {
      InstanceId: id,
      ShouldDecrementDesiredCapacity: false,
    });
    seconds(2);
    expect(instances('Terminating').map(({ InstanceId }) => InstanceId)).toEqual([id]);
    expect(instances('InService')).toHaveLength(4);
  });

  it('is not replaced when desired is decremented with it', () => {
    const { call, group, ids, instances, seconds } = starter({ minSize: 2 });
    seconds(10);
    const [id = ''] = ids();
    const output = call('autoscaling', 'TerminateInstanceInAutoScalingGroup', {
      InstanceId: id,
      ShouldDecrementDesiredCapacity: true,
    });
    expect(output).toMatchObject({
      Activity: { AutoScalingGroupName: 'shop', StatusCode: 'WaitingForELBConnectionDraining' },
    });
    seconds(60);
    expect(group().DesiredCapacity).toBe(3);
    expect(instances()).toHaveLength(3);
  });

  it('cannot be terminated with decrement at the minimum size, twice, or from outside the group', () => {
    const { call, ids, seconds } = starter();
    seconds(10);
    const terminate = (id: string, decrement: boolean) => () =>
      call('autoscaling', 'TerminateInstanceInAutoScalingGroup', {
        InstanceId: id,
        ShouldDecrementDesiredCapacity: decrement,
      });
    const [id = ''] = ids();
    expect(terminate(id, true)).toThrow(
      "Currently, desiredSize equals minSize (4). Terminating instance without replacement will violate group's min size constraint.",
    );
    terminate(id, false)();
    expect(codeOf(terminate(id, false))).toBe('ScalingActivityInProgress');
    expect(codeOf(terminate('i-0', false))).toBe('ValidationError');
  });

  it('is replaced when EC2 no longer runs it', () => {
    const { here, ids, instances, seconds } = starter();
    seconds(10);
    const [id = ''] = ids();
    here.ec2.terminate(id);
    seconds(20);
    expect(ids()).not.toContain(id);
    expect(instances('InService')).toHaveLength(4);
  });

  it('is replaced when its load balancer finds it unhealthy, after the grace period', () => {
    const { ids, instances, machines, seconds } = starter({ gracePeriod: 60 });
    seconds(10);
    const [id = ''] = ids();
    machines.setAnswering(id, false);
    seconds(30);
    expect(ids('InService')).toContain(id);
    seconds(60);
    expect(ids()).not.toContain(id);
    expect(instances('InService')).toHaveLength(4);
  });

  it('stays when its group looks at EC2 alone', () => {
    const { ids, machines, seconds } = starter({ healthCheckType: 'EC2', gracePeriod: 0 });
    seconds(10);
    const [id = ''] = ids();
    machines.setAnswering(id, false);
    seconds(300);
    expect(ids('InService')).toContain(id);
  });

  it('is not blamed for a target group in which nobody was healthy yet', () => {
    const { ids, machines, names, seconds, target } = starter({ gracePeriod: 0 });
    machines.behave(names.imageId, { answers: 'never' });
    seconds(10);
    const before = ids();
    seconds(300);
    expect(ids()).toEqual(before);
    expect(target(before[0] ?? '')?.State).toBe('unhealthy');
  });

  it('is replaced when a person calls it unhealthy, unless the grace period is respected', () => {
    const { call, ids, seconds } = starter({ gracePeriod: 1000 });
    seconds(10);
    const [id = ''] = ids();
    call('autoscaling', 'SetInstanceHealth', { InstanceId: id, HealthStatus: 'Unhealthy' });
    seconds(30);
    expect(ids()).toContain(id);
    call('autoscaling', 'SetInstanceHealth', {
      InstanceId: id,
      HealthStatus: 'Unhealthy',
      ShouldRespectGracePeriod: false,
    });
    seconds(30);
    expect(ids()).not.toContain(id);
  });

  it('evens out the zones again, launching before terminating, and for that one beyond the maximum', () => {
    const { autoscaling, call, group, instances, seconds, world } = starter({ machines: 4, minSize: 1, zones: 2 });
    seconds(10);
    const inZone = (letter: string) => instances('InService').filter((one) => one.AvailabilityZone?.endsWith(letter));
    for (const { InstanceId } of inZone('a')) {
      call('autoscaling', 'TerminateInstanceInAutoScalingGroup', { InstanceId, ShouldDecrementDesiredCapacity: true });
    }
    autoscaling('SuspendProcesses', { ScalingProcesses: ['AZRebalance'] });
    seconds(60);
    expect(inZone('b')).toHaveLength(2);
    const before = world.log.events.length;
    autoscaling('UpdateAutoScalingGroup', { MaxSize: 2 });
    autoscaling('ResumeProcesses', { ScalingProcesses: ['AZRebalance'] });
    seconds(60);
    expect([inZone('a').length, inZone('b').length, group().DesiredCapacity]).toEqual([1, 1, 2]);
    const changes = world.log.events
      .slice(before)
      .filter(({ kind }) => kind === 'member')
      .map(({ change }) => change);
    expect(changes).toEqual(['Pending', 'InService', 'Terminating', 'gone']);
  });
});
