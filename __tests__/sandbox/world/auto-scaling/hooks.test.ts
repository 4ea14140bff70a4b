import type { SendCommandResult } from '@aws-sdk/client-ssm';
import { describe, expect, it } from '@jest/globals';
import { Traffic } from '../../../../sandbox/world/traffic.js';
import { starter } from '../starter.js';

const launching = 'autoscaling:EC2_INSTANCE_LAUNCHING';
const terminating = 'autoscaling:EC2_INSTANCE_TERMINATING';

/** A group of one in which the next launch or termination waits for a hook. */
function withHook(LifecycleTransition: string, settings: object = {}) {
  const world = starter({ machines: 1, minSize: 1, maxSize: 3 });
  world.seconds(10);
  world.autoscaling('PutLifecycleHook', { LifecycleHookName: 'gate', LifecycleTransition, ...settings });
  const complete = (InstanceId: string | undefined, LifecycleActionResult: string) =>
    world.autoscaling('CompleteLifecycleAction', { LifecycleHookName: 'gate', InstanceId, LifecycleActionResult });
  return { ...world, complete };
}

/** {@link withHook} for launches, with a user's request a second. */
function withUsers() {
  const world = withHook(launching);
  const { listenerArn } = world.names;
  return { ...world, traffic: new Traffic(world.here, world.machines, { listenerArn, rate: 1 }) };
}

describe('a launch hook', () => {
  it('holds a machine before any load balancer knows it, until it is told to continue', () => {
    const { autoscaling, complete, ids, seconds, target } = withHook(launching);
    autoscaling('SetDesiredCapacity', { DesiredCapacity: 2 });
    seconds(20);
    const [id = ''] = ids('Pending:Wait');
    expect(target(id)?.Reason).toBe('Target.NotRegistered');
    complete(id, 'CONTINUE');
    seconds(5);
    expect(ids('InService')).toContain(id);
    expect(target(id)?.State).toBe('healthy');
  });

  it('has a machine terminated and replaced when it is abandoned', () => {
    const { autoscaling, call, complete, ids, seconds } = withHook(launching);
    autoscaling('SetDesiredCapacity', { DesiredCapacity: 2 });
    seconds(20);
    const [id = ''] = ids('Pending:Wait');
    complete(id, 'ABANDON');
    seconds(20);
    const [next] = ids('Pending:Wait');
    expect(ids()).not.toContain(id);
    expect(next).toBeDefined();
    const activities = call('autoscaling', 'DescribeScalingActivities', { AutoScalingGroupName: 'shop' });
    expect(activities).toMatchObject({
      Activities: expect.arrayContaining([
        expect.objectContaining({
          Description: `Launching a new EC2 instance: ${id}`,
          StatusCode: 'Cancelled',
          StatusMessage: expect.stringContaining("Instance failed to complete user's Lifecycle Action"),
        }),
      ]),
    });
  });

  it('ends with its default result when its heartbeat times out', () => {
    const { autoscaling, ids, seconds } = withHook(launching, { HeartbeatTimeout: 30, DefaultResult: 'CONTINUE' });
    autoscaling('SetDesiredCapacity', { DesiredCapacity: 2 });
    seconds(20);
    expect(ids('Pending:Wait')).toHaveLength(1);
    seconds(30);
    expect(ids('InService')).toHaveLength(2);
  });

  it('waits longer with each heartbeat, but not for ever', () => {
    const { autoscaling, ids, seconds } = withHook(launching, { HeartbeatTimeout: 30, DefaultResult: 'CONTINUE' });
    autoscaling('SetDesiredCapacity', { DesiredCapacity: 2 });
    seconds(2);
    const [InstanceId] = ids('Pending:Wait');
    const beat = () => autoscaling('RecordLifecycleActionHeartbeat', { LifecycleHookName: 'gate', InstanceId });
    for (let at = 0; at < 140; at++) {
      beat();
      seconds(20);
    }
    expect(ids('Pending:Wait')).toEqual([InstanceId]);
    expect(() => {
      for (let at = 0; at < 20; at++) {
        beat();
        seconds(20);
      }
    }).toThrow('No active Lifecycle Action found');
    expect(ids('InService')).toContain(InstanceId);
  });

  it('abandons what waits for it when it is deleted', () => {
    const { autoscaling, ids, seconds } = withHook(launching);
    autoscaling('SetDesiredCapacity', { DesiredCapacity: 2 });
    seconds(20);
    const [id = ''] = ids('Pending:Wait');
    autoscaling('DeleteLifecycleHook', { LifecycleHookName: 'gate' });
    seconds(30);
    expect(ids()).not.toContain(id);
    expect(ids('InService')).toHaveLength(2);
  });
});

describe('a machine in Pending:Wait', () => {
  it('runs, can be sent commands, and serves nobody', () => {
    const { autoscaling, call, here, ids, machines, seconds, target, traffic } = withUsers();
    autoscaling('SetDesiredCapacity', { DesiredCapacity: 2 });
    seconds(30);
    const [id = ''] = ids('Pending:Wait');
    expect([here.ec2.instances.get(id)?.state, machines.isAnswering(id)]).toEqual(['running', true]);
    expect(target(id)?.Reason).toBe('Target.NotRegistered');
    expect(traffic.utilizationOf(id)).toBe(0);
    const parameters = { DocumentName: 'AWS-RunShellScript', Parameters: { commands: ['true'] } };
    const sent = call<SendCommandResult>('ssm', 'SendCommand', { ...parameters, InstanceIds: [id] });
    seconds(5);
    const found = call('ssm', 'GetCommandInvocation', { CommandId: sent.Command?.CommandId, InstanceId: id });
    expect(found).toMatchObject({ Status: 'Success', ResponseCode: 0 });
  });

  it('fails when EC2 takes it away, and another one comes', () => {
    const { autoscaling, here, ids, seconds } = withHook(launching);
    autoscaling('SetDesiredCapacity', { DesiredCapacity: 2 });
    seconds(20);
    const [id = ''] = ids('Pending:Wait');
    here.ec2.terminate(id);
    seconds(30);
    expect(ids('Pending:Wait')).toHaveLength(1);
    expect(ids()).not.toContain(id);
  });
});

describe('a termination hook', () => {
  it.each(['CONTINUE', 'ABANDON'])('holds a drained machine, and lets it go on %s', (result) => {
    const { call, complete, here, ids, seconds, target } = withHook(terminating);
    const [id = ''] = ids();
    call('autoscaling', 'TerminateInstanceInAutoScalingGroup', {
      InstanceId: id,
      ShouldDecrementDesiredCapacity: false,
    });
    seconds(2);
    expect([ids('Terminating'), target(id)?.State]).toEqual([[id], 'draining']);
    seconds(20);
    expect([ids('Terminating:Wait'), target(id)?.State]).toEqual([[id], 'unused']);
    expect(here.ec2.instances.get(id)?.state).toBe('running');
    complete(id, result);
    seconds(5);
    expect(ids()).not.toContain(id);
    expect(here.ec2.instances.get(id)?.state).toBe('terminated');
  });
});

describe('hooks', () => {
  it('do not hold machines that come back from standby', () => {
    const { autoscaling, ids, seconds } = withHook(launching);
    const [id = ''] = ids();
    autoscaling('UpdateAutoScalingGroup', { MinSize: 0 });
    autoscaling('EnterStandby', { InstanceIds: [id], ShouldDecrementDesiredCapacity: true });
    seconds(20);
    autoscaling('ExitStandby', { InstanceIds: [id] });
    seconds(1);
    expect(ids('InService')).toEqual([id]);
  });

  it('keep what a change does not name; a wait goes on as it began', () => {
    const { autoscaling, ids, seconds } = withHook(launching, { HeartbeatTimeout: 60, DefaultResult: 'CONTINUE' });
    autoscaling('SetDesiredCapacity', { DesiredCapacity: 2 });
    seconds(5);
    autoscaling('PutLifecycleHook', { LifecycleHookName: 'gate', HeartbeatTimeout: 600 });
    expect(autoscaling('DescribeLifecycleHooks', {})).toMatchObject({
      LifecycleHooks: [{ LifecycleTransition: launching, HeartbeatTimeout: 600, DefaultResult: 'CONTINUE' }],
    });
    autoscaling('PutLifecycleHook', { LifecycleHookName: 'gate', DefaultResult: 'ABANDON' });
    expect(ids('Pending:Wait')).toHaveLength(1);
    seconds(60);
    expect(ids('InService')).toHaveLength(2);
  });

  it('are shown with their time-outs and defaults', () => {
    const { autoscaling } = withHook(launching);
    expect(autoscaling('DescribeLifecycleHooks', {})).toEqual({
      LifecycleHooks: [
        {
          LifecycleHookName: 'gate',
          AutoScalingGroupName: 'shop',
          LifecycleTransition: launching,
          HeartbeatTimeout: 3600,
          GlobalTimeout: 172_800,
          DefaultResult: 'ABANDON',
        },
      ],
    });
  });

  it('must all be done before a machine goes on', () => {
    const { autoscaling, complete, ids, seconds } = withHook(launching);
    autoscaling('PutLifecycleHook', { LifecycleHookName: 'second', LifecycleTransition: launching });
    autoscaling('SetDesiredCapacity', { DesiredCapacity: 2 });
    seconds(20);
    const [id = ''] = ids('Pending:Wait');
    complete(id, 'CONTINUE');
    seconds(5);
    expect(ids('Pending:Wait')).toEqual([id]);
    autoscaling('CompleteLifecycleAction', {
      LifecycleHookName: 'second',
      InstanceId: id,
      LifecycleActionResult: 'CONTINUE',
    });
    seconds(5);
    expect(ids('InService')).toContain(id);
  });
});
