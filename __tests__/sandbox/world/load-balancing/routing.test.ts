import { describe, expect, it } from '@jest/globals';
import { codeOf, starter } from '../starter.js';

const request = { host: 'shop.example.com', path: '/', method: 'GET' };

function routed(settings: Parameters<typeof starter>[0] = {}) {
  const world = starter(settings);
  world.seconds(10);
  const { call, here, names } = world;
  const route = (change: Partial<typeof request> = {}) =>
    here.loadBalancing.route(names.listenerArn, { ...request, ...change });
  /** The machines that a round of requests reaches. */
  const reached = () => {
    const found = Array.from({ length: 12 }, () => route());
    return new Set(found.map((one) => (one.kind === 'forward' ? one.instanceId : one.kind)));
  };
  const balance = <Output = unknown>(operation: string, input: object) =>
    call<Output>('elasticloadbalancing', operation, input);
  const rule = (Priority: number, Conditions: object[], Actions: object[] = [fixed(String(Priority))]) =>
    balance<{ Rules: { RuleArn: string }[] }>('CreateRule', {
      ListenerArn: names.listenerArn,
      Priority,
      Conditions,
      Actions,
    }).Rules[0]?.RuleArn;
  return { ...world, route, reached, balance, rule };
}

function fixed(MessageBody: string) {
  return { Type: 'fixed-response', FixedResponseConfig: { StatusCode: '200', ContentType: 'text/plain', MessageBody } };
}

describe('requests', () => {
  it('take turns over the healthy targets', () => {
    const { ids, route } = routed();
    const turns = [1, 2, 3, 4].map(() => route());
    expect(new Set(turns.map((one) => one.kind === 'forward' && one.instanceId))).toEqual(new Set(ids()));
  });

  it('go to no target that is unhealthy or drains', () => {
    const { balance, ids, machines, names, reached, seconds } = routed({ gracePeriod: 1000 });
    const [sick = '', leaving = '', ...others] = ids();
    machines.setAnswering(sick, false);
    seconds(15);
    balance('DeregisterTargets', { TargetGroupArn: names.targetGroupArn, Targets: [{ Id: leaving }] });
    expect(reached()).toEqual(new Set(others));
  });

  it('go to all targets when none is healthy, but still to none that drains', () => {
    const { balance, ids, machines, names, reached, seconds } = routed({ gracePeriod: 1000 });
    for (const id of ids()) machines.setAnswering(id, false);
    seconds(15);
    expect(reached()).toEqual(new Set(ids()));
    const [leaving = '', ...others] = ids();
    balance('DeregisterTargets', { TargetGroupArn: names.targetGroupArn, Targets: [{ Id: leaving }] });
    expect(reached()).toEqual(new Set(others));
  });

  it('are answered 503 when there is no target at all', () => {
    expect(routed({ machines: 0, maxSize: 1 }).route()).toEqual({ kind: 'none', status: 503 });
  });
});

describe('rules', () => {
  it('are asked by priority, the default last', () => {
    const { route, rule } = routed();
    rule(20, [{ Field: 'path-pattern', Values: ['/a*'] }]);
    rule(10, [{ Field: 'path-pattern', PathPatternConfig: { Values: ['/ab?'] } }]);
    expect(route({ path: '/abc' })).toMatchObject({ kind: 'fixed', body: '10' });
    expect(route({ path: '/abcd?x=1' })).toMatchObject({ kind: 'fixed', body: '20' });
    expect(route({ path: '/A' }).kind).toBe('forward');
  });

  it('match hosts without regard to case or port, with wildcards that are no regular expressions', () => {
    const { route, rule } = routed();
    rule(1, [{ Field: 'host-header', HostHeaderConfig: { Values: ['*.ben.example.com'] } }]);
    expect(route({ host: 'A.Ben.example.com:8080' }).kind).toBe('fixed');
    expect(route({ host: 'a.benXexample.com' }).kind).toBe('forward');
  });

  it('hold only if all their conditions do', () => {
    const { route, rule } = routed();
    rule(1, [
      { Field: 'host-header', Values: ['shop.example.com'] },
      { Field: 'http-request-method', HttpRequestMethodConfig: { Values: ['POST'] } },
    ]);
    expect([route().kind, route({ method: 'POST' }).kind]).toEqual(['forward', 'fixed']);
  });

  it('cannot share a priority, and can swap theirs', () => {
    const { balance, route, rule } = routed();
    const one = rule(1, [{ Field: 'path-pattern', Values: ['/x'] }]);
    const two = rule(2, [{ Field: 'path-pattern', Values: ['/x'] }]);
    expect(codeOf(() => rule(1, [{ Field: 'path-pattern', Values: ['/y'] }]))).toBe('PriorityInUse');
    balance('SetRulePriorities', {
      RulePriorities: [
        { RuleArn: one, Priority: 2 },
        { RuleArn: two, Priority: 1 },
      ],
    });
    expect(route({ path: '/x' })).toMatchObject({ body: '2' });
  });

  it('can be changed and deleted, but not the default one', () => {
    const { balance, names, route, rule } = routed();
    const arn = rule(1, [{ Field: 'path-pattern', Values: ['/x'] }]);
    balance('ModifyRule', { RuleArn: arn, Actions: [fixed('new')] });
    expect(route({ path: '/x' })).toMatchObject({ body: 'new' });
    balance('DeleteRule', { RuleArn: arn });
    expect(route({ path: '/x' }).kind).toBe('forward');
    const output = balance<{ Rules: { RuleArn: string; Priority: string }[] }>('DescribeRules', {
      ListenerArn: names.listenerArn,
    });
    expect(output.Rules.map(({ Priority }) => Priority)).toEqual(['default']);
    expect(codeOf(() => balance('DeleteRule', { RuleArn: output.Rules[0]?.RuleArn }))).toBe('OperationNotPermitted');
  });

  it('spread requests by weight', () => {
    const { balance, here, names, rule } = routed();
    const made = balance<{ TargetGroups: { TargetGroupArn: string }[] }>('CreateTargetGroup', {
      Name: 'green',
      Port: 80,
      VpcId: names.vpcId,
    });
    const green = made.TargetGroups[0]?.TargetGroupArn ?? '';
    const TargetGroups = [
      { TargetGroupArn: names.targetGroupArn, Weight: 3 },
      { TargetGroupArn: green, Weight: 1 },
    ];
    rule(1, [{ Field: 'path-pattern', Values: ['/w'] }], [{ Type: 'forward', ForwardConfig: { TargetGroups } }]);
    const kinds = Array.from(
      { length: 4000 },
      () => here.loadBalancing.route(names.listenerArn, { ...request, path: '/w' }).kind,
    );
    const share = kinds.filter((kind) => kind === 'forward').length / kinds.length;
    expect(share).toBeGreaterThan(0.72);
    expect(share).toBeLessThan(0.78);
  });

  it('redirect', () => {
    const { route, rule } = routed();
    rule(
      1,
      [{ Field: 'path-pattern', Values: ['/old'] }],
      [{ Type: 'redirect', RedirectConfig: { Host: 'new.example.com', Path: '/new', StatusCode: 'HTTP_301' } }],
    );
    expect(route({ path: '/old' })).toEqual({ kind: 'redirect', status: 301, location: 'http://new.example.com/new' });
  });
});

describe('load balancers and listeners', () => {
  it('are found by name, carry tags, and go together', () => {
    const { balance, names, here } = routed();
    balance('AddTags', { ResourceArns: [names.listenerArn], Tags: [{ Key: 'team', Value: 'blue' }] });
    expect(balance('DescribeTags', { ResourceArns: [names.listenerArn] })).toMatchObject({
      TagDescriptions: [{ Tags: [{ Key: 'team', Value: 'blue' }] }],
    });
    expect(balance('DescribeLoadBalancers', { Names: ['shop'] })).toMatchObject({
      LoadBalancers: [{ LoadBalancerArn: names.loadBalancerArn, State: { Code: 'active' } }],
    });
    balance('DeleteLoadBalancer', { LoadBalancerArn: names.loadBalancerArn });
    expect(here.loadBalancing.listeners.size).toBe(0);
    expect(codeOf(() => balance('DescribeListeners', { ListenerArns: [names.listenerArn] }))).toBe('ListenerNotFound');
  });

  it('have one listener a port', () => {
    const { balance, names } = routed();
    const listener = {
      LoadBalancerArn: names.loadBalancerArn,
      Port: 80,
      Protocol: 'HTTP',
      DefaultActions: [fixed('x')],
    };
    expect(codeOf(() => balance('CreateListener', listener))).toBe('DuplicateListener');
  });
});
