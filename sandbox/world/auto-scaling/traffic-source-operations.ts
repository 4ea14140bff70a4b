import type {
  AttachLoadBalancersCommandInput,
  AttachLoadBalancerTargetGroupsCommandInput,
  AttachTrafficSourcesCommandInput,
  DescribeLoadBalancersCommandInput,
  DescribeLoadBalancerTargetGroupsCommandInput,
  DescribeTrafficSourcesCommandInput,
} from '@aws-sdk/client-auto-scaling';
import { validationError } from '../aws-error.js';
import { type Operations, operation } from '../operation.js';
import { page } from '../pagination.js';
import type { Region } from '../region.js';
import type { Group } from './group.js';
import { knownSource, sourcesOf, sourceType } from './traffic-sources.js';

type Attachment = AttachLoadBalancerTargetGroupsCommandInput &
  AttachLoadBalancersCommandInput &
  AttachTrafficSourcesCommandInput;

/** Members in service are registered at once (Auto Scaling user guide, "Attach a load balancer"). */
const attach = (input: Attachment, region: Region) => {
  const { group, identifiers } = named(input, region);
  for (const identifier of identifiers) {
    if (group.targetGroupArns.has(identifier)) continue;
    group.targetGroupArns.add(identifier);
    if (group.suspended.has('AddToLoadBalancer')) continue;
    for (const { state, instance } of group.members.values()) {
      if (state === 'InService' && instance.state === 'running')
        region.loadBalancing.register(identifier, { id: instance.id });
    }
  }
  return {};
};

/** Also one that is gone. */
const detach = (input: Attachment, region: Region) => {
  const group = region.autoScaling.group(input.AutoScalingGroupName);
  for (const { Identifier: identifier = '' } of sourcesOf(input)) {
    if (!group.targetGroupArns.delete(identifier)) continue;
    group.provenTargetGroupArns.delete(identifier);
    if (!region.loadBalancing.targetGroups.has(identifier)) continue;
    for (const id of group.members.keys()) region.loadBalancing.deregister(identifier, { id });
  }
  return {};
};

const sourceParameters = ['AutoScalingGroupName', 'TrafficSources.Identifier', 'TrafficSources.Type'];
const pages = ['AutoScalingGroupName', 'MaxRecords', 'NextToken'];

export const trafficSourceOperations: Operations = {
  AttachLoadBalancers: operation(['AutoScalingGroupName', 'LoadBalancerNames'], attach),
  AttachLoadBalancerTargetGroups: operation(['AutoScalingGroupName', 'TargetGroupARNs'], attach),
  AttachTrafficSources: operation(sourceParameters, attach),
  DetachLoadBalancers: operation(['AutoScalingGroupName', 'LoadBalancerNames'], detach),
  DetachLoadBalancerTargetGroups: operation(['AutoScalingGroupName', 'TargetGroupARNs'], detach),
  DetachTrafficSources: operation(sourceParameters, detach),

  DescribeLoadBalancers: operation(pages, (input: DescribeLoadBalancersCommandInput, region) => {
    const { items, nextToken } = statesOf(input, region, 'elb');
    const states = items.map(({ identifier, state }) => ({ LoadBalancerName: identifier, State: state }));
    return { LoadBalancers: states, NextToken: nextToken };
  }),

  DescribeLoadBalancerTargetGroups: operation(pages, (input: DescribeLoadBalancerTargetGroupsCommandInput, region) => {
    const { items, nextToken } = statesOf(input, region, 'elbv2');
    const states = items.map(({ identifier, state }) => ({ LoadBalancerTargetGroupARN: identifier, State: state }));
    return { LoadBalancerTargetGroups: states, NextToken: nextToken };
  }),

  DescribeTrafficSources: operation(
    [...pages, 'TrafficSourceType'],
    (input: DescribeTrafficSourcesCommandInput, region) => {
      const { items, nextToken } = statesOf(input, region, input.TrafficSourceType);
      const sources = items.map(({ identifier, type, state }) => ({
        Identifier: identifier,
        TrafficSource: identifier,
        Type: type,
        State: state,
      }));
      return { TrafficSources: sources, NextToken: nextToken };
    },
  ),
};

/** At most 10 a call (Auto Scaling API, AttachTrafficSources). All are checked before anything is changed. */
function named(input: Attachment, region: Region): { group: Group; identifiers: readonly string[] } {
  const group = region.autoScaling.group(input.AutoScalingGroupName);
  const sources = sourcesOf(input);
  if (sources.length > 10) throw validationError(`At most 10 traffic sources at a time, not ${sources.length}`);
  return { group, identifiers: sources.map((source) => knownSource(source, region)) };
}

interface Described {
  readonly AutoScalingGroupName?: string | undefined;
  readonly MaxRecords?: number | undefined;
  readonly NextToken?: string | undefined;
}

/** Adding, then Added once all are registered, then InService once one was healthy (Auto Scaling user guide, "Load balancer states"). */
function statesOf(input: Described, { autoScaling, loadBalancing }: Region, wanted: string | undefined) {
  const group = autoScaling.group(input.AutoScalingGroupName);
  const inService = [...group.members.values()].filter(({ state }) => state === 'InService');
  const sources = [...group.targetGroupArns].map((identifier) => ({ identifier, type: sourceType(identifier) }));
  const states = sources
    .filter(({ type }) => !wanted || type === wanted)
    .map(({ identifier, type }) => {
      const isAdded = inService.every(({ instance }) => loadBalancing.healthOf(identifier, instance.id));
      const state = group.provenTargetGroupArns.has(identifier) ? 'InService' : isAdded ? 'Added' : 'Adding';
      return { identifier, type, state };
    });
  return page(states, { maxResults: input.MaxRecords, nextToken: input.NextToken }, 100);
}
