import { describe, expect, it } from '@jest/globals';
import { codeOf, starter } from '../starter.js';

/** One machine outside of the starter's target group, with ways to act on that. */
function oneMachine(settings: Parameters<typeof starter>[0] = {}) {
  const world = starter({ machines: 0, minSize: 0, maxSize: 4, ...settings });
  const { call, here, names } = world;
  const launch = () => here.ec2.launch({ ImageId: names.imageId, InstanceType: 't3.micro' });
  const balance = (operation: string, input: object) =>
    call('elasticloadbalancing', operation, { TargetGroupArn: names.targetGroupArn, ...input });
  const register = (id: string) => balance('RegisterTargets', { Targets: [{ Id: id }] });
  const deregister = (id: string) => balance('DeregisterTargets', { Targets: [{ Id: id }] });
  return { ...world, launch, balance, register, deregister };
}

describe('a target', () => {
  it('must run before it can be registered', () => {
    const { launch, register, seconds } = oneMachine();
    const { id } = launch();
    expect(codeOf(() => register(id))).toBe('InvalidTarget');
    seconds(1);
    register(id);
    expect(codeOf(() => register('i-0'))).toBe('InvalidTarget');
  });

  it('is healthy after one success when it is new', () => {
    const { launch, register, seconds, target } = oneMachine();
    const { id } = launch();
    seconds(5);
    register(id);
    expect(target(id)?.Reason).toBe('Elb.RegistrationInProgress');
    seconds(2);
    expect(target(id)).toEqual({ State: 'healthy' });
  });

  it('becomes unhealthy after two failures, and healthy again after two successes, an interval apart', () => {
    const { launch, machines, register, seconds, target } = oneMachine();
    const { id } = launch();
    seconds(5);
    register(id);
    seconds(20);
    machines.setAnswering(id, false);
    seconds(5);
    expect(target(id)?.State).toBe('healthy');
    seconds(5);
    expect(target(id)).toEqual({
      State: 'unhealthy',
      Reason: 'Target.FailedHealthChecks',
      Description: 'Health checks failed',
    });
    machines.setAnswering(id, true);
    seconds(5);
    expect(target(id)?.State).toBe('unhealthy');
    seconds(5);
    expect(target(id)).toEqual({ State: 'healthy' });
  });

  it('stays healthy through one failed check', () => {
    const { launch, machines, register, seconds, target } = oneMachine();
    const { id } = launch();
    seconds(5);
    register(id);
    seconds(20);
    machines.setAnswering(id, false);
    seconds(5);
    machines.setAnswering(id, true);
    seconds(60);
    expect(target(id)).toEqual({ State: 'healthy' });
  });

  it('is in its initial state while the first checks fail, and unhealthy after that', () => {
    const { launch, machines, names, register, seconds, target } = oneMachine();
    machines.behave(names.imageId, { answers: 'never' });
    const { id } = launch();
    seconds(5);
    register(id);
    seconds(2);
    expect(target(id)).toMatchObject({ State: 'initial', Reason: 'Elb.InitialHealthChecking' });
    seconds(10);
    expect(target(id)?.State).toBe('unhealthy');
  });

  it('shows as draining until the delay is over, then as unused, though nothing is in flight', () => {
    const { deregister, launch, register, seconds, target } = oneMachine({ deregistrationDelay: 30 });
    const { id } = launch();
    seconds(5);
    register(id);
    seconds(5);
    deregister(id);
    expect(target(id)).toMatchObject({ State: 'draining', Reason: 'Target.DeregistrationInProgress' });
    seconds(29);
    expect(target(id)?.State).toBe('draining');
    seconds(1);
    expect(target(id)).toMatchObject({ State: 'unused', Reason: 'Target.NotRegistered' });
  });

  it('begins anew when it is registered while it drains', () => {
    const { deregister, launch, register, seconds, target } = oneMachine({ deregistrationDelay: 30 });
    const { id } = launch();
    seconds(5);
    register(id);
    seconds(5);
    deregister(id);
    register(id);
    seconds(60);
    expect(target(id)).toEqual({ State: 'healthy' });
  });

  it('may be unknown when it is deregistered', () => {
    expect(codeOf(() => oneMachine().deregister('i-0'))).toBe('no error');
  });

  it('is unused while no listener forwards to its group', () => {
    const { call, launch, names, register, seconds, target } = oneMachine();
    call('elasticloadbalancing', 'DeleteListener', { ListenerArn: names.listenerArn });
    const { id } = launch();
    seconds(5);
    register(id);
    seconds(60);
    expect(target(id)).toMatchObject({ State: 'unused', Reason: 'Target.NotInUse' });
    call('elasticloadbalancing', 'CreateListener', {
      LoadBalancerArn: names.loadBalancerArn,
      Port: 81,
      Protocol: 'HTTP',
      DefaultActions: [{ Type: 'forward', TargetGroupArn: names.targetGroupArn }],
    });
    seconds(2);
    expect(target(id)?.State).toBe('healthy');
  });

  it('is unused when its machine is stopped, and not registered once it is terminated', () => {
    const { here, launch, register, seconds, target } = oneMachine();
    const { id } = launch();
    seconds(5);
    register(id);
    seconds(5);
    here.ec2.stop(id);
    seconds(1);
    expect(target(id)).toEqual({
      State: 'unused',
      Reason: 'Target.InvalidState',
      Description: 'Target is in the stopped state',
    });
    here.ec2.start(id);
    seconds(10);
    expect(target(id)?.State).toBe('healthy');
    here.ec2.terminate(id);
    seconds(1);
    expect(target(id)?.Reason).toBe('Target.NotRegistered');
  });
});

describe('a target group', () => {
  it('has the health check that the API documents when none is given', () => {
    const { call, names } = oneMachine();
    const output = call('elasticloadbalancing', 'CreateTargetGroup', { Name: 'plain', Port: 80, VpcId: names.vpcId });
    expect(output).toMatchObject({
      TargetGroups: [
        {
          HealthCheckProtocol: 'HTTP',
          HealthCheckPort: 'traffic-port',
          HealthCheckPath: '/',
          HealthCheckIntervalSeconds: 30,
          HealthCheckTimeoutSeconds: 5,
          HealthyThresholdCount: 5,
          UnhealthyThresholdCount: 2,
          Matcher: { HttpCode: '200' },
          LoadBalancerArns: [],
        },
      ],
    });
  });

  it('refuses what AWS refuses, and what the sandbox would not act on', () => {
    const { balance, call, names } = oneMachine();
    const settings = { Name: 'shop-targets', Port: 80, VpcId: names.vpcId };
    expect(codeOf(() => call('elasticloadbalancing', 'CreateTargetGroup', settings))).toBe('DuplicateTargetGroupName');
    expect(codeOf(() => balance('DeleteTargetGroup', {}))).toBe('ResourceInUse');
    expect(codeOf(() => balance('ModifyTargetGroup', { HealthCheckIntervalSeconds: 4 }))).toBe('ValidationError');
    const attribute = (Key: string, Value: string) => () =>
      balance('ModifyTargetGroupAttributes', { Attributes: [{ Key, Value }] });
    expect(codeOf(attribute('deregistration_delay.timeout_seconds', '3601'))).toBe('ValidationError');
    expect(codeOf(attribute('load_balancing.algorithm.type', 'round_robin'))).toBe('no error');
    expect(codeOf(attribute('load_balancing.algorithm.type', 'weighted_random'))).toBe('ValidationError');
  });
});
