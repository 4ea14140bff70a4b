import type { HealthCheck as HealthCheckDescription, Listener } from '@aws-sdk/client-elastic-load-balancing';
import { AwsError, validationError } from '../aws-error.js';
import { type HealthCheck, newTargetGroup, type TargetGroup } from '../load-balancing/target-group.js';
import type { Region } from '../region.js';

/** What a classic load balancer is besides its instances, which are a target group of its name. */
export interface ClassicLoadBalancer {
  readonly name: string;
  readonly dnsName: string;
  readonly scheme: string;
  readonly subnetIds: readonly string[];
  readonly securityGroupIds: readonly string[];
  readonly listeners: readonly Listener[];
  /** Milliseconds since the Unix epoch. */
  readonly created: number;
  readonly instances: TargetGroup;
  draining: { readonly Enabled: boolean; readonly Timeout: number };
}

export interface NewClassicLoadBalancer
  extends Pick<ClassicLoadBalancer, 'name' | 'scheme' | 'subnetIds' | 'securityGroupIds' | 'listeners'> {}

/** The classic load balancers of one region, by name. */
export class ClassicLoadBalancing {
  readonly all = new Map<string, ClassicLoadBalancer>();
  readonly #region: Region;

  constructor(region: Region) {
    this.#region = region;
  }

  /** @throws {AwsError} LoadBalancerNotFound */
  find(name: string | undefined): ClassicLoadBalancer {
    const found = this.all.get(name ?? '');
    if (!found) throw new AwsError('LoadBalancerNotFound', `There is no ACTIVE Load Balancer named '${name}'`);
    return found;
  }

  /** Checks its instances by a TCP connection until it is told otherwise, and does not drain them. */
  create(settings: NewClassicLoadBalancer): ClassicLoadBalancer {
    const { loadBalancing, ec2, world, name: region } = this.#region;
    const { name, scheme } = settings;
    const port = settings.listeners[0]?.InstancePort ?? 80;
    const instances = newTargetGroup({
      ...{ arn: name, name, type: 'elb', protocol: 'HTTP', protocolVersion: 'HTTP1', port },
      vpcId: ec2.subnets.get(settings.subnetIds[0] ?? '')?.vpcId ?? '',
      healthCheck: readHealthCheck({
        ...{ Target: `TCP:${port}`, Interval: 30, Timeout: 5, UnhealthyThreshold: 2, HealthyThreshold: 10 },
      }),
      attributes: new Map(),
      tags: new Map(),
    });
    instances.loadBalancerArns.add(name);
    const prefix = scheme === 'internal' ? 'internal-' : '';
    const dnsName = `${prefix}${name}-${loadBalancing.random.hex(9)}.${region}.elb.amazonaws.com`;
    const draining = { Enabled: false, Timeout: 300 };
    const balancer = { ...settings, dnsName, created: world.clock.now(), instances, draining };
    this.all.set(name, balancer);
    loadBalancing.targetGroups.set(name, instances);
    this.setDraining(balancer, draining);
    this.#region.record('classic-load-balancer', name, 'created');
    return balancer;
  }

  setDraining(balancer: ClassicLoadBalancer, draining: ClassicLoadBalancer['draining']): void {
    balancer.draining = draining;
    const seconds = draining.Enabled ? draining.Timeout : 0;
    balancer.instances.attributes.set('deregistration_delay.timeout_seconds', String(seconds));
  }

  delete(balancer: ClassicLoadBalancer): void {
    const { loadBalancing } = this.#region;
    this.setDraining(balancer, { Enabled: false, Timeout: 0 });
    for (const { id } of [...balancer.instances.targets.values()]) loadBalancing.deregister(balancer.name, { id });
    loadBalancing.targetGroups.delete(balancer.name);
    this.all.delete(balancer.name);
    this.#region.record('classic-load-balancer', balancer.name, 'deleted');
  }
}

/** `HTTP:8080/health` or `TCP:8080` (Elastic Load Balancing API, HealthCheck). @throws {AwsError} ValidationError */
export function readHealthCheck(given: HealthCheckDescription): HealthCheck {
  const [, protocol, port, path = ''] = /^(HTTPS?|TCP|SSL):(\d+)(\/.*)?$/.exec(given.Target ?? '') ?? [];
  const isHttp = protocol?.startsWith('HTTP') ?? false;
  if (!protocol || !port || isHttp !== path.startsWith('/'))
    throw validationError(`HealthCheck Target '${given.Target}' must be like HTTP:80/path or TCP:80`);
  const { Interval: interval = 0, Timeout: timeout = 0 } = given;
  if (timeout >= interval) throw validationError('HealthCheck timeout must be less than interval');
  const { HealthyThreshold: healthyThreshold = 0, UnhealthyThreshold: unhealthyThreshold = 0 } = given;
  return { protocol, port, path, interval, timeout, healthyThreshold, unhealthyThreshold, matcher: '200' };
}

export function describeHealthCheck(check: HealthCheck): HealthCheckDescription {
  return {
    Target: `${check.protocol}:${check.port}${check.path}`,
    Interval: check.interval,
    Timeout: check.timeout,
    UnhealthyThreshold: check.unhealthyThreshold,
    HealthyThreshold: check.healthyThreshold,
  };
}
