import { isDeepStrictEqual } from 'node:util';
import type {
  CreateTargetGroupCommandInput,
  DeleteTargetGroupCommandInput,
  DescribeTargetGroupAttributesCommandInput,
  DescribeTargetGroupsCommandInput,
  ModifyTargetGroupAttributesCommandInput,
  ModifyTargetGroupCommandInput,
  TargetGroup as TargetGroupDescription,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { AwsError, validationError } from '../aws-error.js';
import { type Operations, operation } from '../operation.js';
import type { Region } from '../region.js';
import { loadBalancerTypeFor } from './load-balancer-types.js';
import { pageOf } from './pages.js';
import { tagMap } from './tags.js';
import { type HealthCheck, newTargetGroup, type TargetGroup } from './target-group.js';

const healthCheckParameters = [
  'HealthCheckProtocol',
  'HealthCheckPort',
  'HealthCheckEnabled',
  'HealthCheckPath',
  'HealthCheckIntervalSeconds',
  'HealthCheckTimeoutSeconds',
  'HealthyThresholdCount',
  'UnhealthyThresholdCount',
  'Matcher.HttpCode',
];

export const targetGroupOperations: Operations = {
  CreateTargetGroup: operation(
    [
      'Name',
      'Protocol',
      'ProtocolVersion',
      'Port',
      'VpcId',
      'TargetType',
      'IpAddressType',
      'Tags.*',
      ...healthCheckParameters,
    ],
    (input: CreateTargetGroupCommandInput, region) => ({ TargetGroups: [describe(create(input, region))] }),
  ),

  DescribeTargetGroups: operation(
    ['LoadBalancerArn', 'TargetGroupArns', 'Names', 'Marker', 'PageSize'],
    (input: DescribeTargetGroupsCommandInput, region) => {
      const { items, nextToken } = pageOf(select(input, region), input);
      return { TargetGroups: items.map(describe), NextMarker: nextToken };
    },
  ),

  ModifyTargetGroup: operation(
    ['TargetGroupArn', ...healthCheckParameters],
    (input: ModifyTargetGroupCommandInput, { loadBalancing }) => {
      const group = loadBalancing.targetGroup(input.TargetGroupArn);
      Object.assign(group.healthCheck, healthCheckOf(input, group.healthCheck));
      loadBalancing.healthCheckChanged(group);
      return { TargetGroups: [describe(group)] };
    },
  ),

  DeleteTargetGroup: operation(['TargetGroupArn'], (input: DeleteTargetGroupCommandInput, { loadBalancing }) => {
    const group = loadBalancing.ofType('elbv2').find(({ arn }) => arn === input.TargetGroupArn);
    if (!group) return {};
    if (group.loadBalancerArns.size > 0) {
      throw new AwsError('ResourceInUse', `Target group '${group.arn}' is currently in use by a listener or a rule`);
    }
    for (const { id, port } of [...group.targets.values()]) loadBalancing.deregister(group.arn, { id, port });
    loadBalancing.targetGroups.delete(group.arn);
    return {};
  }),

  DescribeTargetGroupAttributes: operation(
    ['TargetGroupArn'],
    (input: DescribeTargetGroupAttributesCommandInput, { loadBalancing }) => ({
      Attributes: attributesOf(loadBalancing.targetGroup(input.TargetGroupArn)),
    }),
  ),

  ModifyTargetGroupAttributes: operation(
    ['TargetGroupArn', 'Attributes.*'],
    (input: ModifyTargetGroupAttributesCommandInput, { loadBalancing }) => {
      const group = loadBalancing.targetGroup(input.TargetGroupArn);
      const changes = (input.Attributes ?? []).map(({ Key = '', Value = '' }) => [Key, Value] as const);
      for (const [key, value] of changes) refuseAttribute(group, key, value);
      for (const [key, value] of changes) group.attributes.set(key, value);
      return { Attributes: attributesOf(group) };
    },
  ),
};

function create(input: CreateTargetGroupCommandInput, region: Region): TargetGroup {
  const { Name: name = '', Protocol: protocol = 'HTTP', VpcId: vpcId } = input;
  const port = input.Port ?? (protocol === 'GENEVE' ? 6081 : undefined);
  const { loadBalancing } = region;
  if (!/^(?!-)[A-Za-z0-9-]{1,32}(?<!-)$/.test(name)) {
    throw validationError(
      `Target group name '${name}' must have at most 32 letters, digits and hyphens, and no hyphen at either end`,
    );
  }
  if ((input.TargetType ?? 'instance') !== 'instance') {
    throw validationError(`The sandbox has targets of type instance only, not '${input.TargetType}'`);
  }
  if (port === undefined || !vpcId) throw validationError('A port and a VPC must be specified');
  const type = loadBalancerTypeFor(protocol);
  const healthCheck = healthCheckOf(input, type.healthCheck);
  const settings = { protocol, protocolVersion: input.ProtocolVersion ?? 'HTTP1', port, vpcId, healthCheck };
  const existing = loadBalancing.ofType('elbv2').find((group) => group.name === name);
  if (existing) return sameOrRefused(existing, settings);
  const arn = region.arn('elasticloadbalancing', `targetgroup/${name}/${loadBalancing.random.hex(16)}`);
  const attributes = new Map<string, string>(type.targetGroupAttributes);
  const group = newTargetGroup({ arn, name, type: 'elbv2', ...settings, attributes, tags: tagMap(input.Tags) });
  loadBalancing.targetGroups.set(arn, group);
  return group;
}

type Settings = Pick<TargetGroup, 'protocol' | 'protocolVersion' | 'port' | 'vpcId' | 'healthCheck'>;

/** Creating the same again gives what is there; only other settings are refused (ELBv2 API, CreateTargetGroup). */
function sameOrRefused(existing: TargetGroup, settings: Settings): TargetGroup {
  const { protocol, protocolVersion, port, vpcId, healthCheck } = existing;
  if (isDeepStrictEqual({ protocol, protocolVersion, port, vpcId, healthCheck }, settings)) return existing;
  throw new AwsError(
    'DuplicateTargetGroupName',
    `A target group with the same name '${existing.name}' exists, but with different settings`,
  );
}

function healthCheckOf(input: Omit<ModifyTargetGroupCommandInput, 'TargetGroupArn'>, before: HealthCheck): HealthCheck {
  if (input.HealthCheckEnabled === false) {
    throw validationError("Health check enabled must be true for target groups with target type 'instance'");
  }
  const check: HealthCheck = {
    protocol: input.HealthCheckProtocol ?? before.protocol,
    port: input.HealthCheckPort ?? before.port,
    path: input.HealthCheckPath ?? before.path,
    interval: input.HealthCheckIntervalSeconds ?? before.interval,
    timeout: input.HealthCheckTimeoutSeconds ?? before.timeout,
    healthyThreshold: input.HealthyThresholdCount ?? before.healthyThreshold,
    unhealthyThreshold: input.UnhealthyThresholdCount ?? before.unhealthyThreshold,
    matcher: input.Matcher?.HttpCode ?? before.matcher,
  };
  // ELBv2 API, CreateTargetGroup: the ranges of the health check's numbers.
  requireRange('Health check interval', check.interval, 5, 300);
  requireRange('Health check timeout', check.timeout, 2, 120);
  requireRange('Healthy threshold count', check.healthyThreshold, 2, 10);
  requireRange('Unhealthy threshold count', check.unhealthyThreshold, 2, 10);
  if (check.timeout >= check.interval) {
    throw validationError(
      `Health check interval must be greater than the timeout (${check.interval} <= ${check.timeout})`,
    );
  }
  return check;
}

function requireRange(what: string, value: number, lowest: number, highest: number): void {
  if (value < lowest || value > highest)
    throw validationError(`${what} '${value}' must be between ${lowest} and ${highest}`);
}

function select(input: DescribeTargetGroupsCommandInput, { loadBalancing }: Region): TargetGroup[] {
  const groups = loadBalancing.ofType('elbv2');
  if (input.TargetGroupArns?.length) return input.TargetGroupArns.map((arn) => loadBalancing.targetGroup(arn));
  if (input.Names?.length) {
    return input.Names.map((name) =>
      loadBalancing.targetGroup(groups.find((group) => group.name === name)?.arn ?? name),
    );
  }
  const { LoadBalancerArn: arn } = input;
  return arn ? groups.filter(({ loadBalancerArns }) => loadBalancerArns.has(arn)) : groups;
}

function describe(group: TargetGroup): TargetGroupDescription {
  const { healthCheck } = group;
  return {
    TargetGroupArn: group.arn,
    TargetGroupName: group.name,
    Protocol: group.protocol as NonNullable<TargetGroupDescription['Protocol']>,
    ...(group.protocol.startsWith('HTTP') && { ProtocolVersion: group.protocolVersion }),
    Port: group.port,
    VpcId: group.vpcId,
    TargetType: 'instance',
    IpAddressType: 'ipv4',
    LoadBalancerArns: [...group.loadBalancerArns],
    HealthCheckEnabled: true,
    HealthCheckProtocol: healthCheck.protocol as NonNullable<TargetGroupDescription['Protocol']>,
    HealthCheckPort: healthCheck.port,
    HealthCheckIntervalSeconds: healthCheck.interval,
    HealthCheckTimeoutSeconds: healthCheck.timeout,
    HealthyThresholdCount: healthCheck.healthyThreshold,
    UnhealthyThresholdCount: healthCheck.unhealthyThreshold,
    ...(healthCheck.protocol !== 'TCP' && {
      HealthCheckPath: healthCheck.path,
      Matcher: { HttpCode: healthCheck.matcher },
    }),
  };
}

function attributesOf({ attributes }: TargetGroup): { Key: string; Value: string }[] {
  return [...attributes].map(([Key, Value]) => ({ Key, Value }));
}

function refuseAttribute(group: TargetGroup, key: string, value: string): void {
  const now = group.attributes.get(key);
  if (now === undefined) throw validationError(`Target group attribute key '${key}' is not recognized`);
  if (key === 'deregistration_delay.timeout_seconds') requireRange('Deregistration delay', Number(value), 0, 3600);
  else if (now !== value) {
    throw validationError(
      `The sandbox (stricter than AWS here) keeps ${key} at '${now}' and does not honour '${value}'`,
    );
  }
}
