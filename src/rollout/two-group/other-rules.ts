import {
  type Action,
  DescribeListenersCommand,
  DescribeRulesCommand,
  DescribeTargetGroupsCommand,
  type Listener,
  type Rule,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Aws } from '../../platform/aws.js';
import { Failure } from '../../platform/failure.js';
import type { Side, Sides } from '../heart/sides.js';

type ElasticLoadBalancing = Pick<Aws, 'elasticLoadBalancing'>;

/**
 * One rule shifts the requests: what any other rule or listener sends to one of the two groups stays where it is, so the group
 * that is made idle would be emptied under its users.
 * @throws {Failure} that names such a rule, before anything is changed.
 */
export async function requireNoOtherRules(aws: ElasticLoadBalancing, { rule, blue, green }: Sides): Promise<void> {
  for (const balancer of await balancersOf(aws, [blue, green])) {
    for (const { name, actions } of await routesOf(aws, balancer, rule)) {
      const side = [blue, green].find(({ targetGroup }) => actions.some((action) => forwardsTo(action, targetGroup)));
      if (side) throw refusal(side, name, rule);
    }
  }
}

function refusal({ group, targetGroup }: Side, name: string, rule: string): Failure {
  return new Failure(
    `Group "${group}" gets requests by ${name}, too, which forwards to its target group ${targetGroup}: only those of rule ${rule} would be shifted, and the rest would meet an empty group. ` +
      'Check "group", "other-group" and "listener-rule"; give that rule or listener a target group of another group, or roll out with the strategy "blue-green".',
  );
}

/** The load balancers that either target group belongs to (ELBv2 API, TargetGroup). */
async function balancersOf(
  { elasticLoadBalancing }: ElasticLoadBalancing,
  sides: readonly Side[],
): Promise<ReadonlySet<string>> {
  const order = { TargetGroupArns: sides.map(({ targetGroup }) => targetGroup) };
  const { TargetGroups = [] } = await elasticLoadBalancing.send(new DescribeTargetGroupsCommand(order));
  return new Set(TargetGroups.flatMap(({ LoadBalancerArns = [] }) => LoadBalancerArns));
}

interface Route {
  readonly name: string;
  readonly actions: readonly Action[];
}

/** All but the one rule, as a person would look for them. Only listeners for HTTP have rules; the others have one action. */
async function routesOf(aws: ElasticLoadBalancing, balancer: string, own: string): Promise<readonly Route[]> {
  const listeners = await listenersOf(aws, balancer);
  const routes = listeners.map(
    async ({ ListenerArn = '', Protocol, DefaultActions = [] }): Promise<readonly Route[]> => {
      if (Protocol !== 'HTTP' && Protocol !== 'HTTPS') {
        return [{ name: `listener ${ListenerArn}`, actions: DefaultActions }];
      }
      const others = (await rulesOf(aws, ListenerArn)).filter(({ RuleArn }) => RuleArn !== own);
      return others.map(({ RuleArn, Actions = [] }) => ({ name: `rule ${RuleArn}`, actions: Actions }));
    },
  );
  return (await Promise.all(routes)).flat();
}

async function listenersOf(
  { elasticLoadBalancing }: ElasticLoadBalancing,
  LoadBalancerArn: string,
): Promise<Listener[]> {
  const found: Listener[] = [];
  let Marker: string | undefined;
  do {
    const page = await elasticLoadBalancing.send(
      new DescribeListenersCommand({ LoadBalancerArn, ...(Marker && { Marker }) }),
    );
    found.push(...(page.Listeners ?? []));
    Marker = page.NextMarker;
  } while (Marker);
  return found;
}

async function rulesOf({ elasticLoadBalancing }: ElasticLoadBalancing, ListenerArn: string): Promise<Rule[]> {
  const found: Rule[] = [];
  let Marker: string | undefined;
  do {
    const page = await elasticLoadBalancing.send(new DescribeRulesCommand({ ListenerArn, ...(Marker && { Marker }) }));
    found.push(...(page.Rules ?? []));
    Marker = page.NextMarker;
  } while (Marker);
  return found;
}

/** With a weight of 0 it gets none (ELBv2 API, TargetGroupTuple). */
function forwardsTo({ TargetGroupArn, ForwardConfig }: Action, targetGroup: string): boolean {
  const weighted = ForwardConfig?.TargetGroups ?? [];
  if (weighted.length === 0) return TargetGroupArn === targetGroup;
  return weighted.some(({ TargetGroupArn: arn, Weight = 1 }) => arn === targetGroup && Weight > 0);
}
