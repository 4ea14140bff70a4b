import type {
  ConfigureHealthCheckCommandInput,
  CreateLoadBalancerCommandInput,
  DeleteLoadBalancerCommandInput,
  DescribeLoadBalancerAttributesCommandInput,
  DescribeLoadBalancersCommandInput,
  ModifyLoadBalancerAttributesCommandInput,
} from '@aws-sdk/client-elastic-load-balancing';
import { AwsError, validationError } from '../aws-error.js';
import { type Operations, operation } from '../operation.js';
import { page } from '../pagination.js';
import type { Region } from '../region.js';
import { type ClassicLoadBalancer, describeHealthCheck, readHealthCheck } from './classic-load-balancer.js';
import { instanceOperations } from './instance-operations.js';

/** Elastic Load Balancing's older API, of 2012-06-01: classic load balancers. */
export const classicLoadBalancingOperations: Operations = {
  ...instanceOperations,

  CreateLoadBalancer: operation(
    ['LoadBalancerName', 'Listeners.*', 'AvailabilityZones', 'Subnets', 'SecurityGroups', 'Scheme'],
    (input: CreateLoadBalancerCommandInput, region) => ({ DNSName: create(input, region).dnsName }),
  ),

  DescribeLoadBalancers: operation(
    ['LoadBalancerNames', 'Marker', 'PageSize'],
    (input: DescribeLoadBalancersCommandInput, region) => {
      const { classicLoadBalancing } = region;
      const { LoadBalancerNames: names } = input;
      const asked = names?.length
        ? names.map((name) => classicLoadBalancing.find(name))
        : [...classicLoadBalancing.all.values()];
      const request = { maxResults: input.PageSize, nextToken: input.Marker };
      const { items, nextToken } = page(asked, request, 400, 'ValidationError');
      return { LoadBalancerDescriptions: items.map((one) => describe(one, region)), NextMarker: nextToken };
    },
  ),

  DeleteLoadBalancer: operation(
    ['LoadBalancerName'],
    ({ LoadBalancerName: name }: DeleteLoadBalancerCommandInput, { classicLoadBalancing }) => {
      const found = classicLoadBalancing.all.get(name ?? '');
      // One that does not exist is no error (Elastic Load Balancing API, DeleteLoadBalancer).
      if (found) classicLoadBalancing.delete(found);
      return {};
    },
  ),

  ConfigureHealthCheck: operation(
    ['LoadBalancerName', 'HealthCheck.*'],
    (input: ConfigureHealthCheckCommandInput, { classicLoadBalancing, loadBalancing }) => {
      const { instances } = classicLoadBalancing.find(input.LoadBalancerName);
      Object.assign(instances.healthCheck, readHealthCheck(input.HealthCheck ?? ({} as never)));
      loadBalancing.healthCheckChanged(instances);
      return { HealthCheck: describeHealthCheck(instances.healthCheck) };
    },
  ),

  DescribeLoadBalancerAttributes: operation(
    ['LoadBalancerName'],
    (input: DescribeLoadBalancerAttributesCommandInput, { classicLoadBalancing }) => ({
      LoadBalancerAttributes: attributesOf(classicLoadBalancing.find(input.LoadBalancerName)),
    }),
  ),

  ModifyLoadBalancerAttributes: operation(
    ['LoadBalancerName', 'LoadBalancerAttributes.ConnectionDraining.*'],
    (input: ModifyLoadBalancerAttributesCommandInput, { classicLoadBalancing }) => {
      const balancer = classicLoadBalancing.find(input.LoadBalancerName);
      const { ConnectionDraining: given } = input.LoadBalancerAttributes ?? {};
      if (given) {
        const { Enabled = false, Timeout = balancer.draining.Timeout } = given;
        classicLoadBalancing.setDraining(balancer, { Enabled, Timeout });
      }
      return { LoadBalancerName: balancer.name, LoadBalancerAttributes: attributesOf(balancer) };
    },
  ),
};

function create(input: CreateLoadBalancerCommandInput, { classicLoadBalancing, ec2 }: Region): ClassicLoadBalancer {
  const { LoadBalancerName: name = '', Listeners: listeners = [], Subnets, AvailabilityZones } = input;
  if (!/^(?!-)[A-Za-z0-9-]{1,32}(?<!-)$/.test(name))
    throw validationError(`LoadBalancer name '${name}' must have at most 32 letters, digits and hyphens`);
  if (classicLoadBalancing.all.has(name)) {
    const message = `Load Balancer named '${name}' already exists and it is configured with different parameters.`;
    throw new AwsError('DuplicateLoadBalancerName', message);
  }
  if (listeners.length === 0) throw validationError('At least one listener must be specified');
  const subnetIds = Subnets ?? (AvailabilityZones ?? []).map((zone) => ec2.network.defaultSubnet(zone)?.id ?? zone);
  const unknown = subnetIds.find((id) => !ec2.subnets.has(id));
  if (unknown !== undefined) throw new AwsError('SubnetNotFound', `The subnet ID '${unknown}' does not exist`);
  if (subnetIds.length === 0) throw validationError('Either AvailabilityZones or SubnetIds must be specified');
  return classicLoadBalancing.create({
    ...{ name, listeners: structuredClone(listeners), subnetIds },
    securityGroupIds: input.SecurityGroups ?? [],
    scheme: input.Scheme ?? 'internet-facing',
  });
}

function describe(balancer: ClassicLoadBalancer, { ec2 }: Region) {
  const { instances } = balancer;
  return {
    LoadBalancerName: balancer.name,
    DNSName: balancer.dnsName,
    ListenerDescriptions: balancer.listeners.map((listener) => ({ Listener: { ...listener }, PolicyNames: [] })),
    AvailabilityZones: balancer.subnetIds.map((id) => ec2.availabilityZoneOf(id)),
    Subnets: [...balancer.subnetIds],
    VPCId: instances.vpcId,
    // One that drains is no longer among them.
    Instances: [...instances.targets.values()]
      .filter(({ health }) => health.state !== 'draining')
      .map(({ id }) => ({ InstanceId: id })),
    HealthCheck: describeHealthCheck(instances.healthCheck),
    SecurityGroups: [...balancer.securityGroupIds],
    CreatedTime: new Date(balancer.created),
    Scheme: balancer.scheme,
  };
}

function attributesOf({ draining }: ClassicLoadBalancer) {
  return {
    CrossZoneLoadBalancing: { Enabled: true },
    AccessLog: { Enabled: false },
    ConnectionDraining: { ...draining },
    ConnectionSettings: { IdleTimeout: 60 },
  };
}
