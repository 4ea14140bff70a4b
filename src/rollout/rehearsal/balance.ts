import type {
  CreateListenerCommandOutput,
  CreateLoadBalancerCommandOutput,
  CreateTargetGroupCommandOutput,
  DescribeRulesCommandOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import type { HealthWatch } from './portrait.js';
import type { Caller } from './set-up.js';

/** Makes a target group that watches its targets as a real one does. @returns its ARN. */
export function createTargetGroup(call: Caller, vpcId: string, watch: HealthWatch, name: string): string {
  const { TargetGroups } = call<CreateTargetGroupCommandOutput>('elasticloadbalancing', 'CreateTargetGroup', {
    Name: name,
    Protocol: 'HTTP',
    Port: 80,
    VpcId: vpcId,
    HealthCheckIntervalSeconds: watch.interval,
    // A Network Load Balancer's time-out may be as long as its interval; here it must be shorter.
    HealthCheckTimeoutSeconds: Math.min(watch.timeout, watch.interval - 1),
    HealthyThresholdCount: watch.healthyThreshold,
    UnhealthyThresholdCount: watch.unhealthyThreshold,
  });
  const arn = TargetGroups?.[0]?.TargetGroupArn ?? '';
  const delay = { Key: 'deregistration_delay.timeout_seconds', Value: String(watch.deregistrationDelay) };
  call('elasticloadbalancing', 'ModifyTargetGroupAttributes', { TargetGroupArn: arn, Attributes: [delay] });
  return arn;
}

/**
 * Puts target groups behind a load balancer, each behind a listener of its own, for only what a listener forwards to is
 * asked for its health (ELBv2 API, TargetHealth: Target.NotInUse). The idle one is in the first listener's rule, and gets
 * no request yet.
 * @returns the ARN of that rule.
 */
export function forwardTo(
  call: Caller,
  subnetIds: readonly string[],
  serving: readonly string[],
  idle: string | undefined,
): string {
  if (serving.length === 0) return '';
  const { LoadBalancers } = call<CreateLoadBalancerCommandOutput>('elasticloadbalancing', 'CreateLoadBalancer', {
    Name: 'users',
    Subnets: subnetIds,
  });
  const LoadBalancerArn = LoadBalancers?.[0]?.LoadBalancerArn;
  const listeners = serving.map((arn, index) => {
    const weights = [{ TargetGroupArn: arn, Weight: 100 }];
    if (index === 0 && idle !== undefined) weights.push({ TargetGroupArn: idle, Weight: 0 });
    const listener = { LoadBalancerArn, Protocol: 'HTTP', Port: 80 + index };
    const DefaultActions = [{ Type: 'forward', ForwardConfig: { TargetGroups: weights } }];
    const made = call<CreateListenerCommandOutput>('elasticloadbalancing', 'CreateListener', {
      ...listener,
      DefaultActions,
    });
    return made.Listeners?.[0]?.ListenerArn;
  });
  const { Rules } = call<DescribeRulesCommandOutput>('elasticloadbalancing', 'DescribeRules', {
    ListenerArn: listeners[0],
  });
  return Rules?.[0]?.RuleArn ?? '';
}
