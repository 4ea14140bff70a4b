import type {
  Action,
  CreateListenerCommandInput,
  DeleteListenerCommandInput,
  DescribeListenersCommandInput,
  Listener as ListenerDescription,
  ModifyListenerCommandInput,
  TargetGroupStickinessConfig,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { AwsError, validationError } from '../aws-error.js';
import { type Operations, operation } from '../operation.js';
import type { Region } from '../region.js';
import { defaultRule, forwardsTo, type Listener } from './listener.js';
import { findLoadBalancer } from './load-balancer-operations.js';
import {
  type LoadBalancerType,
  type LoadBalancerTypeName,
  loadBalancerTypeFor,
  loadBalancerTypes,
} from './load-balancer-types.js';
import { pageOf } from './pages.js';
import { tagMap } from './tags.js';

/** The parts of an action that routing acts on, below the parameter `name`. */
export function actionParameters(name: string): string[] {
  const parts = [
    'Type',
    'Order',
    'TargetGroupArn',
    'ForwardConfig.TargetGroups.*',
    'ForwardConfig.TargetGroupStickinessConfig.*',
    'FixedResponseConfig.*',
    'RedirectConfig.Protocol',
    'RedirectConfig.Port',
    'RedirectConfig.Host',
    'RedirectConfig.Path',
    'RedirectConfig.StatusCode',
  ];
  return parts.map((part) => `${name}.${part}`);
}

const settings = [
  'Port',
  'Protocol',
  'SslPolicy',
  'Certificates.CertificateArn',
  ...actionParameters('DefaultActions'),
];

export const listenerOperations: Operations = {
  CreateListener: operation(
    ['LoadBalancerArn', 'Tags.*', ...settings],
    (input: CreateListenerCommandInput, region) => ({ Listeners: [describe(create(input, region))] }),
  ),

  DescribeListeners: operation(
    ['LoadBalancerArn', 'ListenerArns', 'Marker', 'PageSize'],
    (input: DescribeListenersCommandInput, region) => {
      const { items, nextToken } = pageOf(select(input, region), input);
      return { Listeners: items.map(describe), NextMarker: nextToken };
    },
  ),

  ModifyListener: operation(['ListenerArn', ...settings], (input: ModifyListenerCommandInput, region) => {
    const listener = findListener(region, input.ListenerArn);
    if (input.Port !== undefined) requireFreePort(region, listener.loadBalancerArn, input.Port, listener);
    if (input.DefaultActions) {
      defaultRule(listener).actions = knownActions(region, listener.loadBalancerArn, input.DefaultActions);
    }
    listener.port = input.Port ?? listener.port;
    listener.protocol = input.Protocol ?? listener.protocol;
    listener.certificates = input.Certificates ?? listener.certificates;
    listener.sslPolicy = input.SslPolicy ?? listener.sslPolicy;
    region.loadBalancing.listenerChanged(listener, 'modified');
    return { Listeners: [describe(listener)] };
  }),

  DeleteListener: operation(['ListenerArn'], (input: DeleteListenerCommandInput, region) => {
    const listener = findListener(region, input.ListenerArn);
    region.loadBalancing.listeners.delete(listener.arn);
    region.loadBalancing.listenerChanged(listener, 'deleted');
    return {};
  }),
};

/** @throws {AwsError} ListenerNotFound */
export function findListener({ loadBalancing }: Region, arn: string | undefined): Listener {
  const found = loadBalancing.listeners.get(arn ?? '');
  if (!found) throw new AwsError('ListenerNotFound', `One or more listeners not found: '${arn}'`);
  return found;
}

/**
 * @throws {AwsError} for actions the sandbox cannot carry out; TargetGroupNotFound for unknown target groups;
 * InvalidConfigurationRequest for those of another type of load balancer; ValidationError for weights beyond 0 to 999.
 */
export function knownActions({ loadBalancing }: Region, loadBalancerArn: string, actions: readonly Action[]): Action[] {
  const type = loadBalancing.loadBalancers.get(loadBalancerArn)?.type ?? 'application';
  for (const { Type } of actions) {
    if (Type !== 'forward' && Type !== 'fixed-response' && Type !== 'redirect') {
      throw new AwsError('InvalidLoadBalancerAction', `The sandbox does not honour actions of type '${Type}'`);
    }
  }
  for (const { arn, weight } of forwardsTo(actions)) {
    const { protocol } = loadBalancing.targetGroup(arn);
    if (loadBalancerTypeFor(protocol) !== loadBalancerTypes[type]) {
      const message = `The target group '${arn}' of protocol ${protocol} cannot stand behind a load balancer of type ${type}`;
      throw new AwsError('InvalidConfigurationRequest', message);
    }
    if (weight < 0 || weight > 999) throw validationError(`Weight '${weight}' must be between 0 and 999`);
  }
  for (const { ForwardConfig } of actions) requireStickiness(ForwardConfig?.TargetGroupStickinessConfig);
  return structuredClone([...actions]);
}

/** It is kept and shown, but users here keep no cookies. @throws {AwsError} ELBv2 API, TargetGroupStickinessConfig. */
function requireStickiness({ Enabled = false, DurationSeconds }: TargetGroupStickinessConfig = {}): void {
  if (DurationSeconds === undefined && !Enabled) return;
  if (DurationSeconds !== undefined && DurationSeconds >= 1 && DurationSeconds <= 604_800) return;
  throw validationError(`Target group stickiness duration '${DurationSeconds}' must be between 1 and 604800 seconds`);
}

/**
 * Actions as AWS shows them: of each that forwards, all target groups with their weights, and a single one by its ARN
 * besides (ELBv2 API, Action).
 */
export function describeActions(actions: readonly Action[]): Action[] {
  return actions.map((action) => {
    if (action.Type !== 'forward') return structuredClone(action);
    const groups = forwardsTo([action]);
    const [first] = groups;
    return {
      Type: action.Type,
      ...(action.Order !== undefined && { Order: action.Order }),
      ...(groups.length === 1 && first && { TargetGroupArn: first.arn }),
      ForwardConfig: {
        TargetGroups: groups.map(({ arn, weight }) => ({ TargetGroupArn: arn, Weight: weight })),
        TargetGroupStickinessConfig: { Enabled: false, ...action.ForwardConfig?.TargetGroupStickinessConfig },
      },
    };
  });
}

/** Where a listener listens; a gateway load balancer's takes all there is (ELBv2 API, CreateListener). */
function entranceOf(input: CreateListenerCommandInput, type: LoadBalancerTypeName) {
  if (type === 'gateway') return { port: 0, protocol: 'GENEVE' };
  const { protocols } = loadBalancerTypes[type] as LoadBalancerType;
  const { Protocol: protocol = protocols[0] ?? '', Port: port } = input;
  if (port === undefined) throw validationError('A listener port must be specified');
  if (!protocols.includes(protocol))
    throw validationError(`Listener protocol '${protocol}' must be one of ${protocols.join(', ')}`);
  if ((protocol === 'HTTPS' || protocol === 'TLS') && !input.Certificates?.length) {
    throw new AwsError('CertificateNotFound', `A certificate must be specified for ${protocol} listeners`);
  }
  return { port, protocol };
}

/** One listener to a port, and HTTPS with a certificate only (ELBv2 API, CreateListener). */
function create(input: CreateListenerCommandInput, region: Region): Listener {
  const { loadBalancing } = region;
  const { arn: loadBalancerArn, type } = findLoadBalancer(region, input.LoadBalancerArn);
  const { port, protocol } = entranceOf(input, type);
  requireFreePort(region, loadBalancerArn, port, undefined);
  const actions = knownActions(region, loadBalancerArn, input.DefaultActions ?? []);
  const arn = `${loadBalancerArn.replace(':loadbalancer/', ':listener/')}/${loadBalancing.random.hex(16)}`;
  const listener: Listener = {
    arn,
    loadBalancerArn,
    port,
    protocol,
    certificates: input.Certificates ?? [],
    sslPolicy: input.SslPolicy,
    tags: tagMap(input.Tags),
    rules: [
      { arn: ruleArn(region, arn), listenerArn: arn, priority: 'default', conditions: [], actions, tags: new Map() },
    ],
  };
  loadBalancing.listeners.set(arn, listener);
  loadBalancing.listenerChanged(listener, 'created');
  return listener;
}

export function ruleArn({ loadBalancing }: Region, listenerArn: string): string {
  return `${listenerArn.replace(':listener/', ':listener-rule/')}/${loadBalancing.random.hex(16)}`;
}

function requireFreePort(
  { loadBalancing }: Region,
  loadBalancerArn: string,
  port: number,
  except: Listener | undefined,
): void {
  for (const other of loadBalancing.listeners.values()) {
    if (other === except || other.loadBalancerArn !== loadBalancerArn || other.port !== port) continue;
    throw new AwsError(
      'DuplicateListener',
      `A listener already exists on port ${port} for this load balancer '${loadBalancerArn}'`,
    );
  }
}

function select(input: DescribeListenersCommandInput, region: Region): Listener[] {
  if (input.ListenerArns?.length) return input.ListenerArns.map((arn) => findListener(region, arn));
  const { arn } = findLoadBalancer(region, input.LoadBalancerArn);
  return [...region.loadBalancing.listeners.values()].filter(({ loadBalancerArn }) => loadBalancerArn === arn);
}

function describe(listener: Listener): ListenerDescription {
  return {
    ListenerArn: listener.arn,
    LoadBalancerArn: listener.loadBalancerArn,
    ...(listener.port !== 0 && { Port: listener.port }),
    Protocol: listener.protocol as NonNullable<ListenerDescription['Protocol']>,
    DefaultActions: describeActions(defaultRule(listener).actions),
    ...(listener.certificates.length > 0 && { Certificates: listener.certificates.map((one) => ({ ...one })) }),
    ...(listener.sslPolicy && { SslPolicy: listener.sslPolicy }),
  };
}
