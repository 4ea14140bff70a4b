import { describe, expect, it } from '@jest/globals';
import { codeOf, starter } from '../starter.js';

/** A group of three of which one can go, whose launches wait for a hook. */
function hooked() {
  const world = starter({ machines: 3, minSize: 2, maxSize: 6 });
  world.seconds(30);
  world.autoscaling('PutLifecycleHook', {
    LifecycleHookName: 'gate',
    LifecycleTransition: 'autoscaling:EC2_INSTANCE_LAUNCHING',
  });
  const terminate = (InstanceId: string | undefined, ShouldDecrementDesiredCapacity: boolean) =>
    world.call('autoscaling', 'TerminateInstanceInAutoScalingGroup', { InstanceId, ShouldDecrementDesiredCapacity });
  const state = (id: string) => world.instances().find(({ InstanceId }) => InstanceId === id)?.LifecycleState;
  return { ...world, terminate, state };
}

/** One more machine of {@link hooked}, in the state that it is asked in. */
function launched(until: 'Pending' | 'Pending:Wait') {
  const world = hooked();
  world.autoscaling('SetDesiredCapacity', { DesiredCapacity: 4 });
  for (let at = 0; at < 100 && world.ids(until).length === 0; at++) world.clock.advance(20);
  const [id = ''] = world.ids(until);
  expect(id).not.toBe('');
  return { ...world, id };
}

describe('TerminateInstanceInAutoScalingGroup', () => {
  it('takes a machine that is Pending, and desired with it if asked', () => {
    const { id, terminate, group, ids, seconds, here } = launched('Pending');
    terminate(id, true);
    expect(group().DesiredCapacity).toBe(3);
    seconds(30);
    expect(ids()).not.toContain(id);
    expect(here.ec2.instances.get(id)?.state).toBe('terminated');
    expect(ids()).toHaveLength(3);
  });

  it('has a machine that is Pending replaced otherwise', () => {
    const { id, terminate, group, ids, seconds } = launched('Pending');
    terminate(id, false);
    seconds(30);
    expect(group().DesiredCapacity).toBe(4);
    expect(ids('Pending:Wait')).toHaveLength(1);
    expect(ids('Pending:Wait')).not.toContain(id);
  });

  it('refuses a machine that waits for a launch hook: that has to be abandoned, and then another one comes', () => {
    const { id, terminate, autoscaling, group, ids, seconds } = launched('Pending:Wait');
    expect(codeOf(() => terminate(id, true))).toBe('ScalingActivityInProgress');
    expect(group().DesiredCapacity).toBe(4);
    const input = { LifecycleHookName: 'gate', InstanceId: id, LifecycleActionResult: 'ABANDON' };
    autoscaling('CompleteLifecycleAction', input);
    expect(() => autoscaling('CompleteLifecycleAction', input)).toThrow('No active Lifecycle Action found');
    seconds(60);
    expect(ids('Pending:Wait')).toHaveLength(1);
    expect(ids('Pending:Wait')).not.toContain(id);
  });

  it('refuses a machine that is on its way out, and one that is gone', () => {
    const { ids, terminate, seconds, state } = hooked();
    const [id = ''] = ids();
    terminate(id, false);
    expect(state(id)).toBe('Terminating');
    expect(codeOf(() => terminate(id, false))).toBe('ScalingActivityInProgress');
    seconds(30);
    expect(codeOf(() => terminate(id, false))).toBe('ValidationError');
  });

  it('takes a machine in standby without another one coming for it, for it did not count', () => {
    const { autoscaling, group, ids, seconds, terminate } = hooked();
    const [id = ''] = ids();
    autoscaling('EnterStandby', { InstanceIds: [id], ShouldDecrementDesiredCapacity: true });
    seconds(30);
    terminate(id, false);
    seconds(60);
    expect([ids('InService').length, ids().length, group().DesiredCapacity]).toEqual([2, 2, 2]);
  });

  it('takes a machine that serves as well, when one in standby goes with decrement', () => {
    const { autoscaling, group, ids, seconds, terminate } = hooked();
    const [id = ''] = ids();
    autoscaling('DeleteLifecycleHook', { LifecycleHookName: 'gate' });
    autoscaling('EnterStandby', { InstanceIds: [id], ShouldDecrementDesiredCapacity: false });
    seconds(30);
    expect([ids('InService').length, group().DesiredCapacity]).toEqual([3, 3]);
    terminate(id, true);
    seconds(60);
    expect([ids().length, group().DesiredCapacity]).toEqual([2, 2]);
  });

  it('keeps to the minimum, for a machine in standby too', () => {
    const { autoscaling, ids, seconds, terminate } = hooked();
    const [id = ''] = ids();
    autoscaling('EnterStandby', { InstanceIds: [id], ShouldDecrementDesiredCapacity: true });
    seconds(30);
    for (const one of ids()) expect(() => terminate(one, true)).toThrow('desiredSize equals minSize (2)');
  });

  it('takes a machine that enters standby', () => {
    const { autoscaling, here, ids, seconds, state, terminate } = hooked();
    const [id = ''] = ids();
    autoscaling('EnterStandby', { InstanceIds: [id], ShouldDecrementDesiredCapacity: true });
    terminate(id, false);
    expect(state(id)).toBe('Terminating');
    seconds(30);
    expect(state(id)).toBeUndefined();
    expect(here.ec2.instances.get(id)?.state).toBe('terminated');
  });

  it('does not put off what the group is about to do, however many such calls come', () => {
    const { call, ids, clock, seconds } = starter({ machines: 30, minSize: 1, maxSize: 30 });
    seconds(30);
    const before = ids();
    for (const [at, InstanceId] of before.slice(0, 20).entries()) {
      const input = { InstanceId, ShouldDecrementDesiredCapacity: at > 0 };
      call('autoscaling', 'TerminateInstanceInAutoScalingGroup', input);
      // The group looks at itself 200 to 400 ms after a change.
      clock.advance(100);
    }
    expect(ids().filter((id) => !before.includes(id))).toHaveLength(1);
  });
});
