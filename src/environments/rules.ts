import {
  type Action,
  DescribeTagsCommand,
  paginateDescribeListeners,
  paginateDescribeRules,
  type Rule,
  type TagDescription,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Aws } from '../platform/aws.js';
import type { Environment } from './environment.js';
import { requireMark } from './mark.js';
import type { RuleSeen } from './observation.js';

/** Whether a rule's or listener's actions send requests to a target group. */
export function forwardsTo(actions: readonly Action[] | undefined, targetGroupArn: string): boolean {
  return (actions ?? []).some(
    ({ TargetGroupArn, ForwardConfig }) =>
      TargetGroupArn === targetGroupArn ||
      ForwardConfig?.TargetGroups?.some(({ TargetGroupArn: arn }) => arn === targetGroupArn),
  );
}

/** The ARNs of all listeners of some load balancers. */
export async function listenersOf(aws: Aws, loadBalancerArns: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const LoadBalancerArn of loadBalancerArns) {
    for await (const page of paginateDescribeListeners({ client: aws.elasticLoadBalancing }, { LoadBalancerArn })) {
      for (const { ListenerArn = '' } of page.Listeners ?? []) found.push(ListenerArn);
    }
  }
  return found;
}

/** All rules of a listener, its default one among them. */
export async function rulesOf({ elasticLoadBalancing }: Aws, ListenerArn: string): Promise<readonly Rule[]> {
  const found: Rule[] = [];
  for await (const page of paginateDescribeRules({ client: elasticLoadBalancing }, { ListenerArn })) {
    found.push(...(page.Rules ?? []));
  }
  return found;
}

/** Up to 20 load-balancing resources' tags (ELBv2 API, DescribeTags). */
export async function readTags(aws: Aws, ResourceArns: string[]): Promise<readonly TagDescription[]> {
  if (ResourceArns.length === 0) return [];
  return (await aws.elasticLoadBalancing.send(new DescribeTagsCommand({ ResourceArns }))).TagDescriptions ?? [];
}

export interface RuleSearch {
  readonly listenerArns: readonly string[];
  /** The listener whose used priorities matter. */
  readonly forPriorities: string | undefined;
  readonly targetGroupArn: string | undefined;
}

/**
 * The rules that send requests to an environment, or that stand for its host name.
 * @throws {Failure} for one of these without the mark.
 */
export async function readRules(
  aws: Aws,
  { slug, mark }: Environment,
  { listenerArns, forPriorities, targetGroupArn }: RuleSearch,
): Promise<{ readonly rules: readonly RuleSeen[]; readonly prioritiesInUse: readonly number[] }> {
  const rules: RuleSeen[] = [];
  const prioritiesInUse: number[] = [];
  for (const listenerArn of listenerArns) {
    for (const rule of await rulesOf(aws, listenerArn)) {
      if (listenerArn === forPriorities && !rule.IsDefault) prioritiesInUse.push(Number(rule.Priority));
      const hosts = hostsOf(rule);
      const isConcerned = hosts.some((host) => host.split('.')[0]?.toLowerCase() === slug);
      if (!isConcerned && !(targetGroupArn && forwardsTo(rule.Actions, targetGroupArn))) continue;
      rules.push({ arn: rule.RuleArn ?? '', listenerArn, hosts });
    }
  }
  for (const { arn } of rules) {
    const [tags] = await readTags(aws, [arn]);
    requireMark('listener rule', arn, tags?.Tags, mark);
  }
  return { rules, prioritiesInUse };
}

function hostsOf({ Conditions = [] }: Rule): readonly string[] {
  return Conditions.filter(({ Field }) => Field === 'host-header').flatMap(
    ({ HostHeaderConfig, Values }) => HostHeaderConfig?.Values ?? Values ?? [],
  );
}
