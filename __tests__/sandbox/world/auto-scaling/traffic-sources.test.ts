import type {
  DescribeLoadBalancersCommandOutput,
  DescribeTrafficSourcesCommandOutput,
} from '@aws-sdk/client-auto-scaling';
import type { DescribeInstanceHealthCommandOutput } from '@aws-sdk/client-elastic-load-balancing';
import type { ListTargetsCommandOutput } from '@aws-sdk/client-vpc-lattice';
import { describe, expect, it } from '@jest/globals';
import { addLatticeTargetGroup } from '../../../../sandbox/world/lattice/target-group.js';
import { Traffic } from '../../../../sandbox/world/traffic.js';
import { codeOf, starter } from '../starter.js';

/** The small world's group, with its machines in service. */
function group(settings: Parameters<typeof starter>[0] = {}) {
  const world = starter({ gracePeriod: 1, ...settings });
  world.seconds(10);
  const sources = (input: object = {}) =>
    world.autoscaling<DescribeTrafficSourcesCommandOutput>('DescribeTrafficSources', input).TrafficSources ?? [];
  return { ...world, sources };
}

/** A classic load balancer that asks every five seconds, and the group behind it. */
function classic(name = 'old-shop') {
  const world = group();
  const balance = <Output = unknown>(operation: string, input: object = {}) =>
    world.call<Output>('elasticloadbalancing-classic', operation, { LoadBalancerName: name, ...input });
  balance('CreateLoadBalancer', {
    Listeners: [{ Protocol: 'HTTP', LoadBalancerPort: 80, InstancePort: 8080 }],
    Subnets: world.names.subnetIds,
  });
  balance('ConfigureHealthCheck', {
    HealthCheck: { Target: 'HTTP:8080/health', Interval: 5, Timeout: 2, UnhealthyThreshold: 2, HealthyThreshold: 3 },
  });
  world.autoscaling('AttachLoadBalancers', { LoadBalancerNames: [name] });
  const health = (...ids: readonly string[]) =>
    balance<DescribeInstanceHealthCommandOutput>('DescribeInstanceHealth', {
      Instances: ids.map((InstanceId) => ({ InstanceId })),
    }).InstanceStates ?? [];
  const { here, machines } = world;
  const users = (rate: number) => new Traffic(here, machines, { listenerArn: name, rate });
  return { ...world, name, balance, health, users };
}

describe('a classic load balancer', () => {
  it('has the machines of its groups, in service after so many good checks, and the group shows it', () => {
    const { autoscaling, group: described, health, ids, name, seconds, sources } = classic();
    const states = () => health().map(({ State }) => State);
    expect(health().map(({ InstanceId }) => InstanceId)).toEqual(ids());
    expect(health()[0]).toMatchObject({ State: 'OutOfService', ReasonCode: 'ELB' });
    seconds(9);
    expect(states()).toEqual(Array(4).fill('OutOfService'));
    seconds(6);
    expect(health()[0]).toMatchObject({ State: 'InService', ReasonCode: 'N/A', Description: 'N/A' });
    expect(described()).toMatchObject({ LoadBalancerNames: [name] });
    expect(sources({ TrafficSourceType: 'elb' })).toMatchObject([
      { Identifier: name, Type: 'elb', State: 'InService' },
    ]);
    const { LoadBalancers } = autoscaling<DescribeLoadBalancersCommandOutput>('DescribeLoadBalancers', {});
    expect(LoadBalancers).toEqual([{ LoadBalancerName: name, State: 'InService' }]);
  });

  it('finds machines that do not answer, which the group replaces', () => {
    const { health, ids, machines, seconds } = classic();
    seconds(30);
    const [id = ''] = ids();
    machines.setAnswering(id, false);
    seconds(11);
    expect(health(id)[0]?.State).toBe('OutOfService');
    seconds(40);
    expect(ids()).not.toContain(id);
    expect(health().map(({ State }) => State)).toEqual(Array(4).fill('InService'));
  });

  it('drains only if it shall, and says so in words', () => {
    const { balance, health, ids, seconds } = classic();
    seconds(30);
    const [first = '', second = ''] = ids();
    const leave = (InstanceId: string) =>
      balance('DeregisterInstancesFromLoadBalancer', { Instances: [{ InstanceId }] });
    leave(first);
    expect(health(first)[0]).toMatchObject({
      State: 'OutOfService',
      Description: 'Instance is not currently registered with the LoadBalancer.',
    });
    const ConnectionDraining = { Enabled: true, Timeout: 20 };
    balance('ModifyLoadBalancerAttributes', { LoadBalancerAttributes: { ConnectionDraining } });
    leave(second);
    expect(health(second)[0]).toMatchObject({
      State: 'InService',
      Description: 'Instance deregistration currently in progress.',
    });
    seconds(21);
    expect(health(second)[0]?.State).toBe('OutOfService');
  });

  it('sends requests to healthy machines, and none to anybody when there is none', () => {
    const { ids, machines, seconds, users } = classic();
    seconds(30);
    const traffic = users(10);
    seconds(10);
    expect([Math.round(traffic.served), traffic.failed]).toEqual([100, 0]);
    for (const id of ids()) machines.setAnswering(id, false);
    seconds(15);
    expect(traffic.utilizationOf(ids()[0] ?? '')).toBe(0);
    expect(traffic.failed).toBeGreaterThan(100);
  });

  it('is waited for when a machine of its group goes', () => {
    const { autoscaling, balance, ids, instances, seconds } = classic();
    const ConnectionDraining = { Enabled: true, Timeout: 60 };
    balance('ModifyLoadBalancerAttributes', { LoadBalancerAttributes: { ConnectionDraining } });
    seconds(30);
    const [id = ''] = ids();
    autoscaling('UpdateAutoScalingGroup', { MinSize: 1 });
    autoscaling('EnterStandby', { InstanceIds: [id], ShouldDecrementDesiredCapacity: true });
    seconds(50);
    expect(instances('EnteringStandby')).toHaveLength(1);
    seconds(20);
    expect(instances('Standby')).toHaveLength(1);
  });

  it('is created with its group, detached by its name, and not taken for a target group', () => {
    const { autoscaling, call, balance, health, name, names, seconds } = classic();
    const create = (input: object) =>
      call('autoscaling', 'CreateAutoScalingGroup', {
        LaunchTemplate: { LaunchTemplateId: names.launchTemplateId },
        ...{ MinSize: 0, MaxSize: 1, DesiredCapacity: 1, VPCZoneIdentifier: names.subnetIds.join() },
        ...input,
      });
    expect(() => create({ AutoScalingGroupName: 'wrong', LoadBalancerNames: ['none'] })).toThrow('load balancers');
    create({ AutoScalingGroupName: 'second', LoadBalancerNames: [name] });
    seconds(30);
    expect(health()).toHaveLength(5);
    autoscaling('DetachLoadBalancers', { LoadBalancerNames: [name] });
    seconds(5);
    expect(health()).toHaveLength(1);
    const asTargetGroup = () => call('elasticloadbalancing', 'DescribeTargetHealth', { TargetGroupArn: name });
    expect(codeOf(asTargetGroup)).toBe('TargetGroupNotFound');
    expect(codeOf(() => balance('DescribeInstanceHealth', { LoadBalancerName: 'none' }))).toBe('LoadBalancerNotFound');
    expect(codeOf(() => balance('DescribeInstanceHealth', { Instances: [{ InstanceId: 'i-0' }] }))).toBe(
      'InvalidInstance',
    );
  });
});

describe('a target group of VPC Lattice', () => {
  const withLattice = (settings: Partial<Parameters<typeof addLatticeTargetGroup>[1]> = {}) => {
    const world = group({ healthCheckType: 'EC2' });
    const { here, names } = world;
    const healthCheck = { interval: 5, timeout: 2, healthyThreshold: 2 };
    const { arn } = addLatticeTargetGroup(here, { name: 'mesh', vpcId: names.vpcId, healthCheck, ...settings });
    const TrafficSources = [{ Identifier: arn, Type: 'vpc-lattice' }];
    world.autoscaling('AttachTrafficSources', { TrafficSources });
    const statuses = () =>
      (
        world.call<ListTargetsCommandOutput>('vpc-lattice', 'ListTargets', { targetGroupIdentifier: arn }).items ?? []
      ).map(({ status }) => status);
    return { ...world, arn, statuses };
  };

  it('has the machines of its groups, with their status', () => {
    const { arn, call, group: described, ids, machines, seconds, sources, statuses } = withLattice();
    expect(statuses()).toEqual(Array(4).fill('INITIAL'));
    seconds(10);
    expect(statuses()).toEqual(Array(4).fill('HEALTHY'));
    expect(described().TrafficSources).toContainEqual({ Identifier: arn, Type: 'vpc-lattice' });
    expect(described().TargetGroupARNs).not.toContain(arn);
    expect(sources({ TrafficSourceType: 'vpc-lattice' })).toMatchObject([{ Identifier: arn, State: 'InService' }]);
    machines.setAnswering(ids()[0] ?? '', false);
    seconds(11);
    expect(statuses()[0]).toBe('UNHEALTHY');
    const found = call('vpc-lattice', 'GetTargetGroup', { targetGroupIdentifier: arn.split('/').at(-1) });
    expect(found).toMatchObject({ arn, name: 'mesh', type: 'INSTANCE' });
    const none = () => call('vpc-lattice', 'ListTargets', { targetGroupIdentifier: 'tg-none' });
    expect(codeOf(none)).toBe('ResourceNotFoundException');
  });

  it('drains for a minute', () => {
    const { autoscaling, seconds, statuses, arn } = withLattice();
    seconds(10);
    autoscaling('DetachTrafficSources', { TrafficSources: [{ Identifier: arn, Type: 'vpc-lattice' }] });
    expect(statuses()).toEqual(Array(4).fill('DRAINING'));
    seconds(61);
    expect(statuses()).toEqual([]);
  });

  it('asks nobody while no service uses it', () => {
    const { seconds, statuses } = withLattice({ isUsed: false });
    seconds(10);
    expect(statuses()).toEqual(Array(4).fill('UNUSED'));
  });

  it('has machines replaced only where the group heeds it', () => {
    const { autoscaling, here, ids, seconds, group: described } = withLattice();
    const lattice = here.loadBalancing.ofType('vpc-lattice')[0];
    seconds(20);
    const before = ids();
    if (lattice) here.loadBalancing.setBlind(lattice, true);
    seconds(60);
    expect(ids()).toEqual(before);
    autoscaling('UpdateAutoScalingGroup', { HealthCheckType: 'ELB,VPC_LATTICE' });
    expect(described().HealthCheckType).toBe('ELB,VPC_LATTICE');
    seconds(60);
    expect(ids()).not.toEqual(before);
  });
});

describe('network and gateway load balancers', () => {
  it.each([
    ['network', 'TCP', { Protocol: 'TCP', Port: 443 }],
    ['gateway', 'GENEVE', {}],
  ])('of type %s check the machines of a group by TCP', (Type, Protocol, listener) => {
    const { autoscaling, call, ids, names, seconds } = group();
    const balance = <Output>(operation: string, input: object) =>
      call<Output>('elasticloadbalancing', operation, input);
    const { TargetGroups } = balance<{ TargetGroups: { TargetGroupArn: string; HealthCheckProtocol: string }[] }>(
      'CreateTargetGroup',
      {
        Name: Type,
        Protocol,
        Port: Protocol === 'TCP' ? 8443 : 6081,
        VpcId: names.vpcId,
        HealthCheckIntervalSeconds: 12,
      },
    );
    const [{ TargetGroupArn, HealthCheckProtocol } = { TargetGroupArn: '', HealthCheckProtocol: '' }] = TargetGroups;
    expect(HealthCheckProtocol).toBe('TCP');
    const input = { Name: `${Type}-front`, Type, Subnets: names.subnetIds };
    const { LoadBalancers } = balance<{ LoadBalancers: { LoadBalancerArn: string; Type: string }[] }>(
      'CreateLoadBalancer',
      input,
    );
    const LoadBalancerArn = LoadBalancers[0]?.LoadBalancerArn;
    expect(LoadBalancers[0]?.Type).toBe(Type);
    autoscaling('AttachTrafficSources', { TrafficSources: [{ Identifier: TargetGroupArn }] });
    const states = () =>
      balance<{ TargetHealthDescriptions: { TargetHealth: { State: string } }[] }>('DescribeTargetHealth', {
        TargetGroupArn,
      }).TargetHealthDescriptions.map(({ TargetHealth }) => TargetHealth.State);
    expect(states()).toEqual(ids().map(() => 'unused'));
    balance('CreateListener', { LoadBalancerArn, DefaultActions: [{ Type: 'forward', TargetGroupArn }], ...listener });
    seconds(15);
    expect(states()).toEqual(ids().map(() => 'healthy'));
  });

  it('do not mix with target groups of other load balancers', () => {
    const { call, names } = group();
    const { TargetGroups } = call<{ TargetGroups: { TargetGroupArn: string }[] }>(
      'elasticloadbalancing',
      'CreateTargetGroup',
      { Name: 'tcp', Protocol: 'TCP', Port: 8443, VpcId: names.vpcId },
    );
    const DefaultActions = [{ Type: 'forward', TargetGroupArn: TargetGroups[0]?.TargetGroupArn }];
    const modify = () =>
      call('elasticloadbalancing', 'ModifyListener', { ListenerArn: names.listenerArn, DefaultActions });
    expect(codeOf(modify)).toBe('InvalidConfigurationRequest');
  });
});

describe('a traffic source', () => {
  it.each([
    [{ Identifier: 'old-shop' }, 'not of type'],
    [{ Identifier: 'old-shop', Type: 'elb' }, 'load balancers'],
    [{ Identifier: 'arn:aws:vpc-lattice:eu-west-1:000000000000:targetgroup/tg-0', Type: 'elbv2' }, 'not of type'],
    [{ Identifier: 'arn:aws:elasticloadbalancing:eu-west-1:000000000000:targetgroup/a/b' }, 'target groups'],
  ])('is refused when it is not what it is said to be: %j', (source, message) => {
    const { autoscaling } = group();
    expect(() => autoscaling('AttachTrafficSources', { TrafficSources: [source] })).toThrow(message);
  });
});
