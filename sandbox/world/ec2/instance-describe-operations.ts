import type {
  DescribeInstanceAttributeCommandInput,
  DescribeInstanceStatusCommandInput,
  DescribeInstanceStatusResult,
  DescribeInstancesCommandInput,
  DescribeInstancesResult,
  InstanceAttribute,
} from '@aws-sdk/client-ec2';
import type { Operations } from '../operation.js';
import type { Ec2 } from './ec2.js';
import { ec2Operation, listing, pageOf } from './ec2-operation.js';
import { invalidCombination, invalidValue, missingParameter } from './errors.js';
import { type FilterFields, filtered } from './filters.js';
import { instanceStateCodes } from './instance.js';
import { instanceFilterFields, reservationsOf } from './instance-descriptions.js';
import type { LaunchedInstance } from './launched-instance.js';

interface Asked {
  readonly InstanceIds?: string[] | undefined;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}

/** By id, or all. Ids and MaxResults are exclusive (EC2 API, DescribeInstances). */
function asked({ InstanceIds, MaxResults }: Asked, ec2: Ec2): LaunchedInstance[] {
  if (!InstanceIds?.length) return ec2.fleet.visible();
  if (MaxResults !== undefined) {
    throw invalidCombination('The parameter instancesSet cannot be used with the parameter maxResults');
  }
  return InstanceIds.map((id) => ec2.fleet.findVisible(id));
}

const describeInstances = ec2Operation(
  ['InstanceIds', ...listing],
  (input: DescribeInstancesCommandInput, ec2): DescribeInstancesResult => {
    let instances = asked(input, ec2);
    if (input.Filters?.length) instances = filtered(instances, input.Filters, instanceFilterFields(ec2));
    const { items, nextToken } = pageOf(instances, input);
    return { Reservations: reservationsOf(items, ec2), NextToken: nextToken };
  },
);

/** The checks of a fresh machine pass after a while; how long is a model's figure, AWS gives none. */
function checksOf({ state, runningSince }: LaunchedInstance, ec2: Ec2): 'ok' | 'initializing' | 'not-applicable' {
  if (state !== 'running' || runningSince === undefined) return 'not-applicable';
  const { clock, profile } = ec2.region.world;
  return clock.now() - runningSince >= profile.boot[1] ? 'ok' : 'initializing';
}

function statusFilterFields(ec2: Ec2): FilterFields<LaunchedInstance> {
  return {
    'availability-zone': ({ availabilityZone }) => availabilityZone,
    'instance-state-name': ({ state }) => state,
    'instance-state-code': ({ state }) => String(instanceStateCodes[state]),
    'instance-status.status': (instance) => checksOf(instance, ec2),
    'system-status.status': (instance) => checksOf(instance, ec2),
  };
}

/** Only running instances, unless IncludeAllInstances asks for the others too (EC2 API, DescribeInstanceStatus). */
const describeInstanceStatus = ec2Operation(
  ['InstanceIds', 'IncludeAllInstances', ...listing],
  (input: DescribeInstanceStatusCommandInput, ec2): DescribeInstanceStatusResult => {
    const shown = asked(input, ec2).filter(({ state }) => input.IncludeAllInstances || state === 'running');
    const { items, nextToken } = pageOf(filtered(shown, input.Filters, statusFilterFields(ec2)), input);
    return {
      InstanceStatuses: items.map((instance) => {
        const status = checksOf(instance, ec2);
        const summary = { Status: status };
        return {
          InstanceId: instance.id,
          AvailabilityZone: instance.availabilityZone,
          InstanceState: { Code: instanceStateCodes[instance.state], Name: instance.state },
          InstanceStatus: summary,
          SystemStatus: summary,
          Events: [],
        };
      }),
      NextToken: nextToken,
    };
  },
);

const attributes: Readonly<Record<string, (instance: LaunchedInstance) => Omit<InstanceAttribute, 'InstanceId'>>> = {
  ebsOptimized: ({ ebsOptimized }) => ({ EbsOptimized: { Value: ebsOptimized } }),
  groupSet: ({ securityGroupIds }) => ({ Groups: securityGroupIds.map((GroupId) => ({ GroupId })) }),
  instanceInitiatedShutdownBehavior: ({ shutdownBehavior }) => ({
    InstanceInitiatedShutdownBehavior: { Value: shutdownBehavior },
  }),
  instanceType: ({ instanceType }) => ({ InstanceType: { Value: instanceType } }),
  userData: ({ userData }) => ({ UserData: { Value: userData } }),
};

const describeInstanceAttribute = ec2Operation(
  ['InstanceId', 'Attribute'],
  ({ InstanceId, Attribute }: DescribeInstanceAttributeCommandInput, ec2): InstanceAttribute => {
    if (!InstanceId) throw missingParameter('InstanceId');
    const read = attributes[Attribute ?? ''];
    if (!read) throw invalidValue(`The sandbox knows these attributes: ${Object.keys(attributes).join(', ')}`);
    return { InstanceId, ...read(ec2.fleet.findVisible(InstanceId)) };
  },
);

export const instanceDescribeOperations: Operations = {
  DescribeInstanceAttribute: describeInstanceAttribute,
  DescribeInstances: describeInstances,
  DescribeInstanceStatus: describeInstanceStatus,
};
