import type { Cancel } from '../clock.js';

/** How a target group asks its targets whether they are well. Times in seconds. */
export interface HealthCheck {
  protocol: string;
  /** `traffic-port`, or a number. */
  port: string;
  path: string;
  interval: number;
  timeout: number;
  healthyThreshold: number;
  unhealthyThreshold: number;
  /** Good HTTP statuses: `200`, `200,202`, `200-299`. */
  matcher: string;
}

/** ELBv2 API, CreateTargetGroup: the defaults for HTTP target groups of instances. */
export const defaultHealthCheck: HealthCheck = {
  protocol: 'HTTP',
  port: 'traffic-port',
  path: '/',
  interval: 30,
  timeout: 5,
  healthyThreshold: 5,
  unhealthyThreshold: 2,
  matcher: '200',
};

export type TargetState = 'initial' | 'healthy' | 'unhealthy' | 'unused' | 'draining';

/** What DescribeTargetHealth says of one target; no reason when it is healthy (ELBv2 API, TargetHealth). */
export interface TargetHealth {
  readonly state: TargetState;
  readonly reason?: string;
  readonly description?: string;
}

/** One instance, on one port, in one target group. */
export interface Target {
  readonly id: string;
  readonly port: number;
  readonly group: TargetGroup;
  health: TargetHealth;
  /** How many checks in a row ended like the last one. */
  streak: { readonly healthy: boolean; readonly length: number };
  /** When the last check began, in milliseconds since the Unix epoch. */
  lastCheck: number;
  /** Takes back what is planned next: a check, or the end of draining. */
  next: Cancel | undefined;
  /** Nothing can change until the machine's answer does, so no check is planned. */
  resting: boolean;
  /** Counts the times this target was begun anew: a probe of an earlier time is not listened to. */
  epoch: number;
  /** Who waits for the end of draining. */
  readonly drained: (() => void)[];
}

/** What sends traffic to a group of machines (Auto Scaling API, TrafficSourceIdentifier: Type). */
export type TrafficSourceType = 'elbv2' | 'elb' | 'vpc-lattice';

/**
 * Machines that get traffic together: a target group; or a classic load balancer with its instances, or a target group of
 * VPC Lattice, whose machines are checked and drained in much the same way.
 */
export interface TargetGroup {
  /** A classic load balancer's name, in its case. */
  readonly arn: string;
  readonly name: string;
  readonly type: TrafficSourceType;
  readonly protocol: string;
  readonly protocolVersion: string;
  readonly port: number;
  readonly vpcId: string;
  readonly healthCheck: HealthCheck;
  readonly attributes: Map<string, string>;
  readonly tags: Map<string, string>;
  /** By {@link targetKey}. */
  readonly targets: Map<string, Target>;
  /** What sends it traffic: load balancers whose listeners forward to it, services of VPC Lattice; else itself. */
  readonly loadBalancerArns: Set<string>;
  /** The load balancer cannot reach any target to ask it, though requests get through. */
  isBlind: boolean;
  /** Whose turn it is in the round robin. */
  turn: number;
}

export type NewTargetGroup = Omit<TargetGroup, 'targets' | 'loadBalancerArns' | 'isBlind' | 'turn'>;

export function newTargetGroup(settings: NewTargetGroup): TargetGroup {
  return { ...settings, targets: new Map(), loadBalancerArns: new Set(), isBlind: false, turn: 0 };
}

export function newTarget(group: TargetGroup, id: string, port: number): Target {
  return {
    id,
    port,
    group,
    health: { state: 'initial' },
    streak: { healthy: false, length: 0 },
    lastCheck: 0,
    next: undefined,
    resting: false,
    epoch: 0,
    drained: [],
  };
}

export function targetKey(id: string, port: number): string {
  return `${id}:${port}`;
}

/** With no healthy instance a classic load balancer sends requests to none (Classic Load Balancers guide, "HTTP 503"). */
export function failsOpen({ type }: TargetGroup): boolean {
  return type !== 'elb';
}

/**
 * The targets that get requests: the healthy ones; all of them when none is healthy (Application Load Balancers guide,
 * "Target group health": fail-open); never one that is draining, or that is not in use.
 */
export function routableTargets(group: TargetGroup): Target[] {
  const registered = [...group.targets.values()];
  const healthy = registered.filter(({ health }) => health.state === 'healthy');
  if (healthy.length > 0 || !failsOpen(group)) return healthy;
  return registered.filter(({ health }) => health.state === 'initial' || health.state === 'unhealthy');
}
