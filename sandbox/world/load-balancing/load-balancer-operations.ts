import type {
  CreateLoadBalancerCommandInput,
  DeleteLoadBalancerCommandInput,
  DescribeLoadBalancerAttributesCommandInput,
  DescribeLoadBalancersCommandInput,
  LoadBalancer as LoadBalancerDescription,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { AwsError, validationError } from '../aws-error.js';
import { type Operations, operation } from '../operation.js';
import { draw } from '../profile.js';
import type { Region } from '../region.js';
import type { LoadBalancer } from './listener.js';
import { loadBalancerTypeNamed, loadBalancerTypes } from './load-balancer-types.js';
import { pageOf } from './pages.js';
import { tagMap } from './tags.js';

/** ELBv2 API, LoadBalancerAttribute: the defaults that tools read. */
const defaultAttributes: readonly (readonly [string, string])[] = [
  ['deletion_protection.enabled', 'false'],
  ['idle_timeout.timeout_seconds', '60'],
  ['routing.http2.enabled', 'true'],
  ['routing.http.drop_invalid_header_fields.enabled', 'false'],
  ['load_balancing.cross_zone.enabled', 'true'],
];

export const loadBalancerOperations: Operations = {
  CreateLoadBalancer: operation(
    ['Name', 'Subnets', 'SubnetMappings.SubnetId', 'SecurityGroups', 'Scheme', 'Tags.*', 'Type', 'IpAddressType'],
    (input: CreateLoadBalancerCommandInput, region) => ({ LoadBalancers: [describe(create(input, region), region)] }),
  ),

  DescribeLoadBalancers: operation(
    ['LoadBalancerArns', 'Names', 'Marker', 'PageSize'],
    (input: DescribeLoadBalancersCommandInput, region) => {
      const { items, nextToken } = pageOf(select(input, region), input);
      return { LoadBalancers: items.map((loadBalancer) => describe(loadBalancer, region)), NextMarker: nextToken };
    },
  ),

  DescribeLoadBalancerAttributes: operation(
    ['LoadBalancerArn'],
    (input: DescribeLoadBalancerAttributesCommandInput, region) => {
      const { attributes } = findLoadBalancer(region, input.LoadBalancerArn);
      return { Attributes: [...attributes].map(([Key, Value]) => ({ Key, Value })) };
    },
  ),

  /** Its listeners go with it; one that does not exist is no error (ELBv2 API, DeleteLoadBalancer). */
  DeleteLoadBalancer: operation(['LoadBalancerArn'], (input: DeleteLoadBalancerCommandInput, { loadBalancing }) => {
    const { LoadBalancerArn: arn = '' } = input;
    for (const listener of [...loadBalancing.listeners.values()].filter(
      ({ loadBalancerArn }) => loadBalancerArn === arn,
    )) {
      loadBalancing.listeners.delete(listener.arn);
      loadBalancing.listenerChanged(listener, 'deleted');
    }
    loadBalancing.loadBalancers.delete(arn);
    return {};
  }),
};

/** @throws {AwsError} LoadBalancerNotFound */
export function findLoadBalancer({ loadBalancing }: Region, arn: string | undefined): LoadBalancer {
  const found = loadBalancing.loadBalancers.get(arn ?? '');
  if (!found) throw new AwsError('LoadBalancerNotFound', `One or more load balancers not found: '${arn}'`);
  return found;
}

function create(input: CreateLoadBalancerCommandInput, region: Region): LoadBalancer {
  const { Name: name = '', Scheme: scheme = 'internet-facing' } = input;
  const { loadBalancing, ec2, world } = region;
  const type = loadBalancerTypeNamed(input.Type ?? 'application');
  if (!/^(?!-|internal-)[A-Za-z0-9-]{1,32}(?<!-)$/.test(name)) {
    throw validationError(`Load balancer name '${name}' must have at most 32 letters, digits and hyphens`);
  }
  if ([...loadBalancing.loadBalancers.values()].some((existing) => existing.name === name)) {
    throw new AwsError(
      'DuplicateLoadBalancerName',
      `A load balancer with the same name '${name}' exists, but with different settings`,
    );
  }
  const subnetIds = input.Subnets ?? input.SubnetMappings?.map(({ SubnetId = '' }) => SubnetId) ?? [];
  const subnets = subnetIds.map((id) => {
    const subnet = ec2.subnets.get(id);
    if (!subnet) throw new AwsError('SubnetNotFound', `The subnet ID '${id}' does not exist`);
    return subnet;
  });
  const [first] = subnets;
  if (!first) throw validationError('At least two subnets in two different Availability Zones must be specified');
  const id = loadBalancing.random.hex(16);
  const arn = region.arn('elasticloadbalancing', `loadbalancer/${loadBalancerTypes[type].letters}/${name}/${id}`);
  const invented = `${scheme === 'internal' ? 'internal-' : ''}${name}-${id.slice(0, 9)}.${region.name}.elb.amazonaws.com`;
  const loadBalancer: LoadBalancer = {
    arn,
    name,
    type,
    dnsName: world.machines.addressForLoadBalancer?.(name) ?? invented,
    scheme,
    vpcId: first.vpcId,
    subnetIds,
    securityGroupIds: input.SecurityGroups ?? [],
    ipAddressType: input.IpAddressType ?? 'ipv4',
    attributes: new Map(defaultAttributes),
    tags: tagMap(input.Tags),
    created: world.clock.now(),
    state: 'provisioning',
  };
  loadBalancing.loadBalancers.set(arn, loadBalancer);
  region.record('load-balancer', name, 'provisioning');
  world.clock.schedule(draw(world.profile.start, loadBalancing.random), () => {
    loadBalancer.state = 'active';
    region.record('load-balancer', name, 'active');
  });
  return loadBalancer;
}

function select(input: DescribeLoadBalancersCommandInput, region: Region): LoadBalancer[] {
  const all = [...region.loadBalancing.loadBalancers.values()];
  if (input.LoadBalancerArns?.length) return input.LoadBalancerArns.map((arn) => findLoadBalancer(region, arn));
  if (!input.Names?.length) return all;
  return input.Names.map((name) => findLoadBalancer(region, all.find((one) => one.name === name)?.arn ?? name));
}

function describe(loadBalancer: LoadBalancer, { ec2 }: Region): LoadBalancerDescription {
  return {
    LoadBalancerArn: loadBalancer.arn,
    LoadBalancerName: loadBalancer.name,
    DNSName: loadBalancer.dnsName,
    CanonicalHostedZoneId: 'Z32O12XQLNTSW2',
    CreatedTime: new Date(loadBalancer.created),
    Scheme: loadBalancer.scheme as NonNullable<LoadBalancerDescription['Scheme']>,
    VpcId: loadBalancer.vpcId,
    State: { Code: loadBalancer.state },
    Type: loadBalancer.type,
    AvailabilityZones: loadBalancer.subnetIds.map((id) => ({ SubnetId: id, ZoneName: ec2.availabilityZoneOf(id) })),
    SecurityGroups: [...loadBalancer.securityGroupIds],
    IpAddressType: loadBalancer.ipAddressType as NonNullable<LoadBalancerDescription['IpAddressType']>,
  };
}
