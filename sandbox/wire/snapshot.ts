import type { Operations } from '../world/operation.js';
import type { Region } from '../world/region.js';
import { type ServiceName, services, type World } from '../world/world.js';

/** What a region holds, as its describe calls show it. */
export type Snapshot = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** What is shown of each region: a name, and the call that lists it. Pages are put together. */
const listings = [
  ['groups', 'autoscaling', 'DescribeAutoScalingGroups', 'AutoScalingGroups', {}],
  ['instances', 'ec2', 'DescribeInstances', 'Reservations', {}],
  ['images', 'ec2', 'DescribeImages', 'Images', { Owners: ['self'] }],
  ['launchTemplates', 'ec2', 'DescribeLaunchTemplates', 'LaunchTemplates', {}],
  ['loadBalancers', 'elasticloadbalancing', 'DescribeLoadBalancers', 'LoadBalancers', {}],
  ['targetGroups', 'elasticloadbalancing', 'DescribeTargetGroups', 'TargetGroups', {}],
  ['alarms', 'monitoring', 'DescribeAlarms', 'MetricAlarms', {}],
] as const;

/**
 * The whole world in one piece, for people and tests that look at it from outside. Reads past the interceptors: looking
 * strikes no fault and counts as no call.
 */
export function snapshotOf(world: World): Snapshot {
  return Object.fromEntries([...world.regions].map(([name, region]) => [name, snapshotOfRegion(region)]));
}

function snapshotOfRegion(region: Region): Readonly<Record<string, unknown>> {
  const snapshot: Record<string, unknown> = {};
  for (const [name, service, operation, member, input] of listings) {
    snapshot[name] = everyPage(region, service, operation, member, input);
  }
  const reservations = snapshot.instances as readonly { readonly Instances?: readonly unknown[] }[];
  snapshot.instances = reservations.flatMap(({ Instances }) => Instances ?? []);
  const targetGroups = snapshot.targetGroups as readonly { readonly TargetGroupArn: string }[];
  snapshot.targetGroups = targetGroups.map((group) => ({ ...group, Targets: targetsOf(region, group.TargetGroupArn) }));
  return snapshot;
}

function targetsOf(region: Region, targetGroupArn: string): unknown {
  const input = { TargetGroupArn: targetGroupArn };
  return everyPage(region, 'elasticloadbalancing', 'DescribeTargetHealth', 'TargetHealthDescriptions', input);
}

function everyPage(
  region: Region,
  service: ServiceName,
  name: string,
  member: string,
  input: object,
): readonly unknown[] {
  const operation = (services[service] as Operations)[name];
  const items: unknown[] = [];
  let token: string | undefined;
  do {
    const page = { ...input, ...tokenParameter(service, token) };
    const output = (operation?.run(page as never, region) ?? {}) as Readonly<Record<string, unknown>>;
    items.push(...((output[member] as readonly unknown[] | undefined) ?? []));
    token = (output.NextToken ?? output.NextMarker) as string | undefined;
  } while (token !== undefined && token !== '');
  return items;
}

function tokenParameter(service: ServiceName, token: string | undefined): object {
  if (token === undefined) return {};
  return service === 'elasticloadbalancing' ? { Marker: token } : { NextToken: token };
}
