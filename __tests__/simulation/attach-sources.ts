import { addLatticeTargetGroup } from '../../sandbox/world/lattice/target-group.js';
import type { ServiceName } from '../../sandbox/world/world.js';
import type { SimulatedRollout } from './simulated-rollout.js';

/** Puts a group behind a Classic Load Balancer as well, which takes long to find a machine well; gives its name. */
export function attachClassic(rollout: SimulatedRollout): string {
  const LoadBalancerName = 'old-shop';
  const classic = (operation: string, input: object) =>
    call(rollout, 'elasticloadbalancing-classic', operation, { LoadBalancerName, ...input });
  const Listeners = [{ Protocol: 'HTTP', LoadBalancerPort: 80, InstancePort: 8080 }];
  classic('CreateLoadBalancer', { Listeners, Subnets: rollout.starter.subnetIds });
  const check = { Interval: 10, Timeout: 2, UnhealthyThreshold: 2, HealthyThreshold: 8 };
  classic('ConfigureHealthCheck', { HealthCheck: { Target: 'HTTP:8080/health', ...check } });
  const ConnectionDraining = { Enabled: true, Timeout: 20 };
  classic('ModifyLoadBalancerAttributes', { LoadBalancerAttributes: { ConnectionDraining } });
  attach(rollout, LoadBalancerName, 'elb');
  return LoadBalancerName;
}

/** The same with a second target group, which asks on a port of its own; a listener of the same load balancer forwards to it. */
export function attachTargetGroup(rollout: SimulatedRollout, port: number): void {
  const { vpcId, listenerArn } = rollout.starter;
  const balancing = <Output>(operation: string, input: object) =>
    call(rollout, 'elasticloadbalancing', operation, input) as Output;
  const check = { HealthCheckPath: '/health', HealthCheckIntervalSeconds: 5, HealthCheckTimeoutSeconds: 2 };
  const {
    TargetGroups: [{ TargetGroupArn }],
  } = balancing<{ TargetGroups: [{ TargetGroupArn: string }] }>('CreateTargetGroup', {
    Name: 'admin',
    Port: port,
    Protocol: 'HTTP',
    VpcId: vpcId,
    TargetType: 'instance',
    ...check,
  });
  const LoadBalancerArn = listenerArn.replace(':listener/', ':loadbalancer/').replace(/\/[^/]+$/, '');
  const DefaultActions = [{ Type: 'forward', TargetGroupArn }];
  balancing('CreateListener', { LoadBalancerArn, Port: port, Protocol: 'HTTP', DefaultActions });
  attach(rollout, TargetGroupArn, 'elbv2');
}

/** The same with a target group of VPC Lattice, which a service forwards to or not; gives its ARN. */
export function attachLattice(rollout: SimulatedRollout, isUsed = true): string {
  const { region, starter } = rollout;
  const healthCheck = { path: '/health', interval: 10, healthyThreshold: 8 };
  const settings = { name: 'mesh', port: 8080, vpcId: starter.vpcId, healthCheck, isUsed };
  const { arn } = addLatticeTargetGroup(region, settings);
  attach(rollout, arn, 'vpc-lattice');
  return arn;
}

function attach(rollout: SimulatedRollout, Identifier: string, Type: string): void {
  const TrafficSources = [{ Identifier, Type }];
  const { groupName } = rollout.starter;
  call(rollout, 'autoscaling', 'AttachTrafficSources', { AutoScalingGroupName: groupName, TrafficSources });
  rollout.clock.advance(600_000);
}

function call({ world, region }: SimulatedRollout, service: ServiceName, operation: string, input: object): unknown {
  return world.call({ service, operation, input, region: region.name });
}
