import type { TrafficSourceIdentifier } from '@aws-sdk/client-auto-scaling';
import { validationError } from '../aws-error.js';
import type { TrafficSourceType } from '../load-balancing/target-group.js';
import type { Region } from '../region.js';
import type { Group } from './group.js';

/** The kind of traffic source that an identifier is of: ARNs say so, names are of classic load balancers. */
export function sourceType(identifier: string): TrafficSourceType {
  const [, service] = /^arn:[^:]+:([^:]+):/.exec(identifier) ?? [];
  if (service === 'vpc-lattice') return 'vpc-lattice';
  return service === 'elasticloadbalancing' ? 'elbv2' : 'elb';
}

/** Whether the group heeds what a traffic source finds of its machines (Auto Scaling user guide, "Health checks"). */
export function healthCounts({ healthChecks }: Group, identifier: string): boolean {
  return healthChecks.has(sourceType(identifier) === 'vpc-lattice' ? 'VPC_LATTICE' : 'ELB');
}

interface Given {
  readonly TargetGroupARNs?: readonly string[] | undefined;
  readonly LoadBalancerNames?: readonly string[] | undefined;
  readonly TrafficSources?: readonly TrafficSourceIdentifier[] | undefined;
}

/** The traffic sources that a request names, in all the ways there are to name them. */
export function sourcesOf({ TargetGroupARNs, LoadBalancerNames, TrafficSources }: Given): TrafficSourceIdentifier[] {
  return [
    ...(TargetGroupARNs ?? []).map((Identifier) => ({ Identifier, Type: 'elbv2' })),
    ...(LoadBalancerNames ?? []).map((Identifier) => ({ Identifier, Type: 'elb' })),
    ...(TrafficSources ?? []),
  ];
}

/**
 * The type is needed for the name of a classic load balancer (Auto Scaling API, TrafficSourceIdentifier).
 * @throws {AwsError} ValidationError for a source that there is not, or of another type.
 */
export function knownSource({ Identifier = '', Type }: TrafficSourceIdentifier, { loadBalancing }: Region): string {
  const type = sourceType(Identifier);
  if (Type ? Type !== type : type === 'elb')
    throw validationError(`The traffic source ${Identifier} is not of type ${Type ?? 'elbv2'}`);
  if (loadBalancing.targetGroups.get(Identifier)?.type === type) return Identifier;
  const kind = type === 'elb' ? 'load balancers' : 'target groups';
  throw validationError(`Provided ${kind} may not be valid. Please ensure they exist and try again: ${Identifier}`);
}
