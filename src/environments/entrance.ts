import type { AutoScalingGroup } from '@aws-sdk/client-auto-scaling';
import {
  DescribeListenersCommand,
  DescribeTargetGroupsCommand,
  type Listener,
  paginateDescribeListeners,
  type TargetGroup,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Aws } from '../platform/aws.js';
import { Failure } from '../platform/failure.js';
import { forwardsTo, rulesOf } from './rules.js';

/** Where requests come in: the listener that serves the mirrored group, and the target group that it serves it by. */
export interface Entrance {
  readonly listenerArn: string;
  readonly scheme: string;
  /** `:8080`, or nothing when the scheme's own. */
  readonly port: string;
  readonly targetGroup: TargetGroup;
}

interface Candidate {
  readonly listener: Listener;
  readonly targetGroup: TargetGroup;
}

/**
 * Finds the listener of a group: the one asked for, or one that forwards to the group; of several, HTTPS before HTTP,
 * then the lowest port.
 * @throws {Failure} when the group stands behind no Application Load Balancer.
 */
export async function findEntrance(aws: Aws, group: AutoScalingGroup, wanted: string | undefined): Promise<Entrance> {
  const candidates = wanted ? await candidatesAt(aws, group, wanted) : await candidatesOf(aws, group);
  const [best] = candidates.toSorted(
    ({ listener: one }, { listener: other }) =>
      Number(other.Protocol === 'HTTPS') - Number(one.Protocol === 'HTTPS') || (one.Port ?? 0) - (other.Port ?? 0),
  );
  if (!best?.listener.ListenerArn) {
    throw new Failure(
      `No HTTP or HTTPS listener forwards to group "${group.AutoScalingGroupName}". Attach it to a target group of an Application Load Balancer, or give the input "listener".`,
    );
  }
  const { Protocol, Port, ListenerArn } = best.listener;
  const scheme = Protocol === 'HTTPS' ? 'https' : 'http';
  const isUsual = Port === (scheme === 'https' ? 443 : 80);
  return { listenerArn: ListenerArn ?? '', scheme, port: isUsual ? '' : `:${Port}`, targetGroup: best.targetGroup };
}

async function targetGroupsOf({ elasticLoadBalancing }: Aws, group: AutoScalingGroup): Promise<readonly TargetGroup[]> {
  const { TargetGroupARNs = [] } = group;
  if (TargetGroupARNs.length === 0) return [];
  const command = new DescribeTargetGroupsCommand({ TargetGroupArns: TargetGroupARNs });
  return (await elasticLoadBalancing.send(command)).TargetGroups ?? [];
}

async function candidatesAt(aws: Aws, group: AutoScalingGroup, listenerArn: string): Promise<readonly Candidate[]> {
  const command = new DescribeListenersCommand({ ListenerArns: [listenerArn] });
  const listeners = (await aws.elasticLoadBalancing.send(command)).Listeners ?? [];
  const targetGroups = await targetGroupsOf(aws, group);
  const [targetGroup] = targetGroups.toSorted(
    (one, other) => Number(isServedBy(other, listeners[0])) - Number(isServedBy(one, listeners[0])),
  );
  return targetGroup ? listeners.map((listener) => ({ listener, targetGroup })) : [];
}

function isServedBy({ LoadBalancerArns = [] }: TargetGroup, listener: Listener | undefined): boolean {
  return LoadBalancerArns.includes(listener?.LoadBalancerArn ?? '');
}

async function candidatesOf(aws: Aws, group: AutoScalingGroup): Promise<readonly Candidate[]> {
  const candidates: Candidate[] = [];
  for (const targetGroup of await targetGroupsOf(aws, group)) {
    for (const LoadBalancerArn of targetGroup.LoadBalancerArns ?? []) {
      for await (const page of paginateDescribeListeners({ client: aws.elasticLoadBalancing }, { LoadBalancerArn })) {
        const serving = await Promise.all((page.Listeners ?? []).map((listener) => serves(aws, listener, targetGroup)));
        candidates.push(
          ...(page.Listeners ?? []).filter((_, at) => serving[at]).map((listener) => ({ listener, targetGroup })),
        );
      }
    }
  }
  return candidates;
}

async function serves(aws: Aws, listener: Listener, { TargetGroupArn = '' }: TargetGroup): Promise<boolean> {
  if (listener.Protocol !== 'HTTP' && listener.Protocol !== 'HTTPS') return false;
  const rules = await rulesOf(aws, listener.ListenerArn ?? '');
  return rules.some(({ Actions }) => forwardsTo(Actions, TargetGroupArn));
}
