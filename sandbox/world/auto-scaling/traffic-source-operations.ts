import type {
  AttachLoadBalancerTargetGroupsCommandInput,
  AttachTrafficSourcesCommandInput,
  DescribeLoadBalancerTargetGroupsCommandInput,
  DescribeTrafficSourcesCommandInput,
} from '@aws-sdk/client-auto-scaling';
import { type Operations, operation } from '../operation.js';
import { page } from '../pagination.js';
import type { Region } from '../region.js';
import type { Group } from './group.js';

const sourceParameters = ['AutoScalingGroupName', 'TrafficSources.Identifier', 'TrafficSources.Type'];

const attachGroups = (input: AttachLoadBalancerTargetGroupsCommandInput, region: Region) => {
  attach(region, region.autoScaling.group(input.AutoScalingGroupName), input.TargetGroupARNs ?? []);
  return {};
};

const detachGroups = (input: AttachLoadBalancerTargetGroupsCommandInput, region: Region) => {
  detach(region, region.autoScaling.group(input.AutoScalingGroupName), input.TargetGroupARNs ?? []);
  return {};
};

const arnsOf = ({ AutoScalingGroupName, TrafficSources }: AttachTrafficSourcesCommandInput) => ({
  AutoScalingGroupName,
  TargetGroupARNs: (TrafficSources ?? []).map(({ Identifier = '' }) => Identifier),
});

export const trafficSourceOperations: Operations = {
  AttachLoadBalancerTargetGroups: operation(['AutoScalingGroupName', 'TargetGroupARNs'], attachGroups),
  DetachLoadBalancerTargetGroups: operation(['AutoScalingGroupName', 'TargetGroupARNs'], detachGroups),
  AttachTrafficSources: operation(sourceParameters, (input: AttachTrafficSourcesCommandInput, region) =>
    attachGroups(arnsOf(input), region),
  ),
  DetachTrafficSources: operation(sourceParameters, (input: AttachTrafficSourcesCommandInput, region) =>
    detachGroups(arnsOf(input), region),
  ),

  DescribeLoadBalancerTargetGroups: operation(
    ['AutoScalingGroupName', 'MaxRecords', 'NextToken'],
    (input: DescribeLoadBalancerTargetGroupsCommandInput, region) => {
      const { items, nextToken } = statesOf(input, region);
      const states = items.map(({ arn, state }) => ({ LoadBalancerTargetGroupARN: arn, State: state }));
      return { LoadBalancerTargetGroups: states, NextToken: nextToken };
    },
  ),

  DescribeTrafficSources: operation(
    ['AutoScalingGroupName', 'TrafficSourceType', 'MaxRecords', 'NextToken'],
    (input: DescribeTrafficSourcesCommandInput, region) => {
      const { items, nextToken } = statesOf(input, region);
      const sources = items.map(({ arn, state }) => ({
        Identifier: arn,
        TrafficSource: arn,
        Type: 'elbv2',
        State: state,
      }));
      return { TrafficSources: sources, NextToken: nextToken };
    },
  ),
};

/** Members in service are registered at once (Auto Scaling user guide, "Attach a load balancer"). */
function attach({ loadBalancing }: Region, group: Group, arns: readonly string[]): void {
  for (const arn of arns) loadBalancing.targetGroup(arn);
  for (const arn of arns) {
    if (group.targetGroupArns.has(arn)) continue;
    group.targetGroupArns.add(arn);
    if (group.suspended.has('AddToLoadBalancer')) continue;
    for (const { state, instance } of group.members.values()) {
      if (state === 'InService' && instance.state === 'running') loadBalancing.register(arn, { id: instance.id });
    }
  }
}

function detach({ loadBalancing }: Region, group: Group, arns: readonly string[]): void {
  for (const arn of arns) {
    if (!group.targetGroupArns.delete(arn)) continue;
    group.provenTargetGroupArns.delete(arn);
    for (const id of group.members.keys()) loadBalancing.deregister(arn, { id });
  }
}

interface Described {
  readonly AutoScalingGroupName?: string | undefined;
  readonly MaxRecords?: number | undefined;
  readonly NextToken?: string | undefined;
}

/** Adding, then Added once all are registered, then InService once one was healthy (Auto Scaling user guide, "Load balancer states"). */
function statesOf(input: Described, { autoScaling, loadBalancing }: Region) {
  const group = autoScaling.group(input.AutoScalingGroupName);
  const inService = [...group.members.values()].filter(({ state }) => state === 'InService');
  const states = [...group.targetGroupArns].map((arn) => {
    const isAdded = inService.every(({ instance }) => loadBalancing.healthOf(arn, instance.id));
    const state = group.provenTargetGroupArns.has(arn) ? 'InService' : isAdded ? 'Added' : 'Adding';
    return { arn, state };
  });
  return page(states, { maxResults: input.MaxRecords, nextToken: input.NextToken }, 100);
}
