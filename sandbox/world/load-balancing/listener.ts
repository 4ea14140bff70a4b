import type { Action, Certificate, RuleCondition } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { LoadBalancerTypeName } from './load-balancer-types.js';

export interface LoadBalancer {
  readonly arn: string;
  readonly name: string;
  readonly type: LoadBalancerTypeName;
  readonly dnsName: string;
  readonly scheme: string;
  readonly vpcId: string;
  readonly subnetIds: readonly string[];
  readonly securityGroupIds: readonly string[];
  readonly ipAddressType: string;
  readonly attributes: Map<string, string>;
  readonly tags: Map<string, string>;
  /** Milliseconds since the Unix epoch. */
  readonly created: number;
  state: 'provisioning' | 'active';
}

export interface Listener {
  readonly arn: string;
  readonly loadBalancerArn: string;
  /** 0 for gateway load balancers, which listen on all. */
  port: number;
  protocol: string;
  certificates: Certificate[];
  sslPolicy: string | undefined;
  readonly tags: Map<string, string>;
  /** In the order in which they are asked: by priority, the default rule last. */
  rules: Rule[];
}

export interface Rule {
  readonly arn: string;
  readonly listenerArn: string;
  priority: number | 'default';
  conditions: RuleCondition[];
  actions: Action[];
  readonly tags: Map<string, string>;
}

/** The rule that every listener has, which cannot be deleted. */
export function defaultRule(listener: Listener): Rule {
  const rule = listener.rules.at(-1);
  if (rule?.priority !== 'default') throw new Error(`listener ${listener.arn} lost its default rule`);
  return rule;
}

export function sortRules(listener: Listener): void {
  const rank = ({ priority }: Rule) => (priority === 'default' ? Number.POSITIVE_INFINITY : priority);
  listener.rules.sort((one, other) => rank(one) - rank(other));
}

export interface WeightedTargetGroup {
  readonly arn: string;
  readonly weight: number;
}

/** Which target groups an action forwards to; a single one has all the weight. */
export function forwardsTo(actions: readonly Action[]): WeightedTargetGroup[] {
  const forward = actions.find(({ Type }) => Type === 'forward');
  const tuples = forward?.ForwardConfig?.TargetGroups ?? [];
  if (tuples.length > 0)
    return tuples.map(({ TargetGroupArn = '', Weight = 1 }) => ({ arn: TargetGroupArn, weight: Weight }));
  return forward?.TargetGroupArn ? [{ arn: forward.TargetGroupArn, weight: 1 }] : [];
}
