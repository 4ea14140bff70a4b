import { validationError } from '../aws-error.js';
import { defaultHealthCheck, type HealthCheck } from './target-group.js';

/** What a load balancer of one type can do, and what holds for the target groups behind it. */
export interface LoadBalancerType {
  /** As it stands in ARNs. */
  readonly letters: 'app' | 'net' | 'gwy';
  /** Protocols of its listeners and target groups. */
  readonly protocols: readonly string[];
  readonly healthCheck: HealthCheck;
  readonly targetGroupAttributes: readonly (readonly [string, string])[];
}

const tcpCheck: HealthCheck = { ...defaultHealthCheck, protocol: 'TCP', timeout: 10 };
const delay = ['deregistration_delay.timeout_seconds', '300'] as const;

/** ELBv2 API, CreateTargetGroup and TargetGroupAttribute. The sandbox acts on the first attribute alone, so the others stay as they are. */
export const loadBalancerTypes = {
  application: {
    letters: 'app',
    protocols: ['HTTP', 'HTTPS'],
    healthCheck: defaultHealthCheck,
    targetGroupAttributes: [
      delay,
      ['stickiness.enabled', 'false'],
      ['stickiness.type', 'lb_cookie'],
      ['stickiness.lb_cookie.duration_seconds', '86400'],
      ['stickiness.app_cookie.cookie_name', ''],
      ['stickiness.app_cookie.duration_seconds', '86400'],
      ['slow_start.duration_seconds', '0'],
      ['load_balancing.algorithm.type', 'round_robin'],
      ['load_balancing.algorithm.anomaly_mitigation', 'off'],
      ['load_balancing.cross_zone.enabled', 'use_load_balancer_configuration'],
      ['target_group_health.dns_failover.minimum_healthy_targets.count', '1'],
      ['target_group_health.dns_failover.minimum_healthy_targets.percentage', 'off'],
      ['target_group_health.unhealthy_state_routing.minimum_healthy_targets.count', '1'],
      ['target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage', 'off'],
    ],
  },
  network: {
    letters: 'net',
    protocols: ['TCP', 'TLS', 'UDP', 'TCP_UDP'],
    healthCheck: tcpCheck,
    targetGroupAttributes: [
      delay,
      ['deregistration_delay.connection_termination.enabled', 'false'],
      ['stickiness.enabled', 'false'],
      ['stickiness.type', 'source_ip'],
      ['preserve_client_ip.enabled', 'true'],
      ['proxy_protocol_v2.enabled', 'false'],
      ['load_balancing.cross_zone.enabled', 'use_load_balancer_configuration'],
    ],
  },
  gateway: {
    letters: 'gwy',
    protocols: ['GENEVE'],
    healthCheck: { ...tcpCheck, port: '80', interval: 10, timeout: 5 },
    targetGroupAttributes: [
      delay,
      ['stickiness.enabled', 'false'],
      ['stickiness.type', 'source_ip_dest_ip_proto'],
      ['target_failover.on_deregistration', 'no_rebalance'],
      ['target_failover.on_unhealthy', 'no_rebalance'],
    ],
  },
} as const satisfies Record<string, LoadBalancerType>;

export type LoadBalancerTypeName = keyof typeof loadBalancerTypes;

/** @throws {AwsError} ValidationError for a type that there is not. */
export function loadBalancerTypeNamed(name: string): LoadBalancerTypeName {
  if (Object.hasOwn(loadBalancerTypes, name)) return name as LoadBalancerTypeName;
  throw validationError(`Load balancer type '${name}' must be one of ${Object.keys(loadBalancerTypes).join(', ')}`);
}

/** The type of load balancer that speaks a protocol. @throws {AwsError} ValidationError when none does. */
export function loadBalancerTypeFor(protocol: string): LoadBalancerType {
  const found = Object.values<LoadBalancerType>(loadBalancerTypes).find(({ protocols }) =>
    protocols.includes(protocol),
  );
  if (!found) throw validationError(`The sandbox has no target groups of protocol '${protocol}'`);
  return found;
}
