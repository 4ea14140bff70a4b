import type {
  CommandFilter,
  DescribeInstanceInformationCommandInput,
  DescribeInstanceInformationResult,
  GetCommandInvocationCommandInput,
  GetCommandInvocationResult,
  ListCommandInvocationsCommandInput,
  ListCommandInvocationsResult,
  ListCommandsCommandInput,
  ListCommandsResult,
} from '@aws-sdk/client-ssm';
import { AwsError } from '../aws-error.js';
import { type Operations, operation } from '../operation.js';
import { page } from '../pagination.js';
import type { Region } from '../region.js';
import { describeCommand, describeInvocation, describeResult } from './command-descriptions.js';
import type { Command } from './commands.js';

const mostPerPage = 50;

/** Nothing is there at first: an invocation exists once its instance was reached (Systems Manager API, GetCommandInvocation). */
const getCommandInvocation = operation(
  ['CommandId', 'InstanceId', 'PluginName'],
  ({ CommandId, InstanceId }: GetCommandInvocationCommandInput, region: Region): GetCommandInvocationResult => {
    const command = region.systemsManager.commands.all.get(CommandId ?? '');
    const invocation = command?.invocations.get(InstanceId ?? '');
    if (!command || !invocation)
      throw new AwsError('InvocationDoesNotExist', 'The command ID and managed node ID do not match');
    return describeResult(command, invocation);
  },
);

function asked(id: string | undefined, instanceId: string | undefined, region: Region): Command[] {
  const commands = [...region.systemsManager.commands.all.values()].reverse();
  return commands.filter((one) => (!id || one.id === id) && (!instanceId || one.instanceIds.includes(instanceId)));
}

/** What a filter of commands or invocations looks at (Systems Manager API, CommandFilter). */
interface Filtered {
  readonly status: string;
  readonly document: string;
  readonly requestedAt: number;
}

function passes({ status, document, requestedAt }: Filtered, filters: readonly CommandFilter[] = []): boolean {
  return filters.every(({ key, value = '' }) => {
    if (key === 'Status') return status === value;
    if (key === 'DocumentName') return document === value;
    if (key === 'InvokedAfter') return requestedAt >= Date.parse(value);
    if (key === 'InvokedBefore') return requestedAt < Date.parse(value);
    throw new AwsError(
      'InvalidFilterKey',
      `The sandbox knows Status, DocumentName, InvokedAfter and InvokedBefore, not ${key}`,
    );
  });
}

const filterParameters = ['Filters.key', 'Filters.value'];

/** Newest first. */
const listCommands = operation(
  ['CommandId', 'InstanceId', ...filterParameters, 'MaxResults', 'NextToken'],
  (input: ListCommandsCommandInput, region: Region): ListCommandsResult => {
    const commands = asked(input.CommandId, input.InstanceId, region).filter((one) => passes(one, input.Filters));
    const { items, nextToken } = page(
      commands,
      { maxResults: input.MaxResults, nextToken: input.NextToken },
      mostPerPage,
    );
    return { Commands: items.map(describeCommand), NextToken: nextToken };
  },
);

const listCommandInvocations = operation(
  ['CommandId', 'InstanceId', 'Details', ...filterParameters, 'MaxResults', 'NextToken'],
  (input: ListCommandInvocationsCommandInput, region: Region): ListCommandInvocationsResult => {
    const all = asked(input.CommandId, input.InstanceId, region).flatMap((command) =>
      [...command.invocations.values()]
        .filter(({ instanceId }) => !input.InstanceId || instanceId === input.InstanceId)
        .filter(({ status }) => passes({ ...command, status }, input.Filters))
        .map((invocation) => describeInvocation(command, invocation, input.Details ?? false)),
    );
    const { items, nextToken } = page(all, { maxResults: input.MaxResults, nextToken: input.NextToken }, mostPerPage);
    return { CommandInvocations: items, NextToken: nextToken };
  },
);

/** Whose agent reports. */
const describeInstanceInformation = operation(
  [
    ...['Filters.Key', 'Filters.Values', 'MaxResults', 'NextToken'],
    ...['InstanceInformationFilterList.key', 'InstanceInformationFilterList.valueSet'],
  ],
  (input: DescribeInstanceInformationCommandInput, region: Region): DescribeInstanceInformationResult => {
    const { commands } = region.systemsManager;
    let running = [...region.ec2.instances.values()].filter((instance) => commands.isOnline(instance));
    const filters = [
      ...(input.Filters ?? []).map(({ Key = '', Values = [] }) => ({ key: Key, values: Values })),
      ...(input.InstanceInformationFilterList ?? []).map(({ key = '', valueSet = [] }) => ({ key, values: valueSet })),
    ];
    for (const { key, values } of filters) {
      const read = informationFilter(key as string);
      running = running.filter((instance) => (values as string[]).includes(read(instance) ?? ''));
    }
    const { items, nextToken } = page(
      running,
      { maxResults: input.MaxResults, nextToken: input.NextToken },
      mostPerPage,
    );
    return {
      InstanceInformationList: items.map((instance) => ({
        InstanceId: instance.id,
        PingStatus: 'Online',
        LastPingDateTime: new Date(region.world.clock.now()),
        AgentVersion: '3.3.0.0',
        IsLatestVersion: true,
        PlatformType: instance.platform,
        ResourceType: 'EC2Instance',
        IPAddress: instance.privateIpAddress,
      })),
      NextToken: nextToken,
    };
  },
);

interface Described {
  readonly id: string;
  readonly tags: ReadonlyMap<string, string>;
}

function informationFilter(key: string): (instance: Described) => string | undefined {
  if (key === 'InstanceIds') return ({ id }) => id;
  if (key === 'PingStatus') return () => 'Online';
  if (key.startsWith('tag:')) return ({ tags }) => tags.get(key.slice('tag:'.length));
  throw new AwsError(
    'InvalidInstanceInformationFilterValue',
    `The sandbox knows InstanceIds, PingStatus and tag:KEY, not ${key}`,
  );
}

export const commandDescribeOperations: Operations = {
  DescribeInstanceInformation: describeInstanceInformation,
  GetCommandInvocation: getCommandInvocation,
  ListCommandInvocations: listCommandInvocations,
  ListCommands: listCommands,
};
