import type { AutoScalingGroup } from '@aws-sdk/client-auto-scaling';
import { DescribeTargetGroupsCommand, DescribeTargetHealthCommand } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { TargetSummary } from '@aws-sdk/client-vpc-lattice';
import type { Aws } from '../../platform/aws.js';
import type { Group, TrafficSource } from '../heart/observation.js';

/** By machine: empty where it is healthy, else why it is not, in AWS's words. Those that are not named are no targets. */
export type SourceHealth = ReadonlyMap<string, string>;

/** All that a group is attached to; new ways of attaching are listed beside the old ones (Auto Scaling API, AutoScalingGroup). */
export function trafficSourcesOf(group: AutoScalingGroup): readonly TrafficSource[] {
  const sources = new Map<string, TrafficSource>();
  const add = (type: TrafficSource['type'], id = '') => sources.set(id, { type, id });
  for (const arn of group.TargetGroupARNs ?? []) add('elbv2', arn);
  for (const name of group.LoadBalancerNames ?? []) add('elb', name);
  for (const { Identifier = '', Type } of group.TrafficSources ?? []) add(typeOf(Identifier, Type), Identifier);
  return [...sources.values()];
}

function typeOf(identifier: string, type: string | undefined): TrafficSource['type'] {
  if (type === 'elb' || type === 'elbv2' || type === 'vpc-lattice') return type;
  return identifier.startsWith('arn:') && identifier.includes(':vpc-lattice:') ? 'vpc-lattice' : 'elbv2';
}

/**
 * What each source that is in use says of its targets. They are matched by id, never by count: a target group may be
 * shared. A source that nothing forwards to asks nobody for health, and sends no requests either.
 */
export async function readHealth(aws: Aws, sources: readonly TrafficSource[]): Promise<readonly SourceHealth[]> {
  const healths = await Promise.all(sources.map((source) => readers[source.type](aws, source.id)));
  return healths.flatMap((health) => health ?? []);
}

/** What is said of a machine that a source does not know. */
export const notATarget = 'not a target of the load balancer yet';

/** What is launched meanwhile is never added to a load balancer, not even later (Auto Scaling user guide, "Suspend processes"). */
export function addsNoTargets({ trafficSources, suspended }: Pick<Group, 'trafficSources' | 'suspended'>): boolean {
  return trafficSources.length > 0 && suspended.includes('AddToLoadBalancer');
}

/** Why no source that is in use sends requests to this machine; undefined when all do. */
export function troubleIn(healths: readonly SourceHealth[], id: string): string | undefined {
  for (const health of healths) {
    const trouble = health.get(id);
    if (trouble === undefined) return notATarget;
    if (trouble !== '') return trouble;
  }
  return undefined;
}

/**
 * The sources of which it is known whom they send requests: to those that they find healthy. While one finds nobody so,
 * it sends them to all alike, and nothing is known (Elastic Load Balancing user guide, "fail open").
 */
export function sendersAmong(healths: readonly SourceHealth[]): readonly SourceHealth[] {
  const isBlind = (health: SourceHealth) => ![...health.values()].includes('');
  return healths.some(isBlind) ? [] : healths;
}

/** Whether any of these sources sends this machine requests, whatever others say of it. */
export function getsRequests(senders: readonly SourceHealth[], id: string): boolean {
  return senders.some((health) => health.get(id) === '');
}

type Reader = (aws: Aws, id: string) => Promise<SourceHealth | undefined>;

const readers: Readonly<Record<TrafficSource['type'], Reader>> = {
  elbv2: readTargetGroup,
  elb: readClassic,
  'vpc-lattice': readLattice,
};

/** For Application, Network and Gateway Load Balancers. All targets come in one answer (ELBv2 API, DescribeTargetHealth). */
async function readTargetGroup({ elasticLoadBalancing }: Aws, arn: string): Promise<SourceHealth | undefined> {
  const answer = await elasticLoadBalancing.send(new DescribeTargetHealthCommand({ TargetGroupArn: arn }));
  const targets = answer.TargetHealthDescriptions ?? [];
  const isUnused = targets.every(({ TargetHealth }) => TargetHealth?.Reason === 'Target.NotInUse');
  if (targets.length > 0 && isUnused) return undefined;
  return worstOf(
    targets.map(({ Target, TargetHealth: { State = 'unknown', Reason, Description } = {} }) => {
      const trouble = State === 'healthy' ? '' : [State, Description ?? Reason].filter(Boolean).join(', ');
      return [Target?.Id ?? '', trouble];
    }),
  );
}

/** Without a list of instances it answers for all that are registered (Elastic Load Balancing API, DescribeInstanceHealth). */
async function readClassic(aws: Aws, name: string): Promise<SourceHealth> {
  const { DescribeInstanceHealthCommand } = await import('@aws-sdk/client-elastic-load-balancing');
  const client = await aws.classicLoadBalancing();
  const answer = await client.send(new DescribeInstanceHealthCommand({ LoadBalancerName: name }));
  return worstOf(
    (answer.InstanceStates ?? []).map(({ InstanceId = '', State, Description = '' }) => {
      const isServing = State === 'InService' && !/deregistration/i.test(Description);
      return [InstanceId, isServing ? '' : [State, Description].filter(Boolean).join(', ')];
    }),
  );
}

async function readLattice(aws: Aws, arn: string): Promise<SourceHealth | undefined> {
  const { ListTargetsCommand } = await import('@aws-sdk/client-vpc-lattice');
  const client = await aws.lattice();
  const targets: TargetSummary[] = [];
  let page: string | undefined;
  do {
    const order = { targetGroupIdentifier: arn, maxResults: 100, ...(page && { nextToken: page }) };
    const answer = await client.send(new ListTargetsCommand(order));
    targets.push(...(answer.items ?? []));
    page = answer.nextToken;
  } while (page);
  if (targets.length > 0 && targets.every(({ status }) => status === 'UNUSED')) return undefined;
  return worstOf(
    targets.map(({ id = '', status = 'unknown', reasonCode }) => {
      // UNAVAILABLE: nobody checks its health, and it gets requests (VPC Lattice API, TargetSummary).
      const isServing = status === 'HEALTHY' || status === 'UNAVAILABLE';
      return [id, isServing ? '' : [status.toLowerCase(), reasonCode].filter(Boolean).join(', ')];
    }),
  );
}

/** A machine that is a target on several ports is as well as the worst of them. */
function worstOf(targets: readonly (readonly [id: string, trouble: string])[]): SourceHealth {
  const worst = new Map<string, string>();
  for (const [id, trouble] of targets) worst.set(id, worst.get(id) || trouble);
  return worst;
}

/** How often the slowest source asks a target for its health, in milliseconds; 0 without any. */
export async function longestCheckInterval(aws: Aws, sources: readonly TrafficSource[]): Promise<number> {
  const of = (type: TrafficSource['type']) => sources.filter((one) => one.type === type).map(({ id }) => id);
  const [arns, names, lattice] = [of('elbv2'), of('elb'), of('vpc-lattice')];
  const seconds = await Promise.all([
    ...(arns.length > 0 ? [targetGroupInterval(aws, arns)] : []),
    ...(names.length > 0 ? [classicInterval(aws, names)] : []),
    ...lattice.map((arn) => latticeInterval(aws, arn)),
  ]);
  return 1000 * Math.max(0, ...seconds);
}

async function targetGroupInterval({ elasticLoadBalancing }: Aws, arns: string[]): Promise<number> {
  const answer = await elasticLoadBalancing.send(new DescribeTargetGroupsCommand({ TargetGroupArns: arns }));
  return Math.max(
    ...(answer.TargetGroups ?? []).map(({ HealthCheckIntervalSeconds = 30 }) => HealthCheckIntervalSeconds),
  );
}

async function classicInterval(aws: Aws, names: string[]): Promise<number> {
  const { DescribeLoadBalancersCommand } = await import('@aws-sdk/client-elastic-load-balancing');
  const client = await aws.classicLoadBalancing();
  const answer = await client.send(new DescribeLoadBalancersCommand({ LoadBalancerNames: names }));
  return Math.max(...(answer.LoadBalancerDescriptions ?? []).map(({ HealthCheck }) => HealthCheck?.Interval ?? 30));
}

async function latticeInterval(aws: Aws, arn: string): Promise<number> {
  const { GetTargetGroupCommand } = await import('@aws-sdk/client-vpc-lattice');
  const client = await aws.lattice();
  const { config } = await client.send(new GetTargetGroupCommand({ targetGroupIdentifier: arn }));
  return config?.healthCheck?.healthCheckIntervalSeconds ?? 30;
}
