import type { CommandInvocation, GetCommandInvocationResult, Command as SdkCommand } from '@aws-sdk/client-ssm';
import { type Command, documents, type Invocation } from './commands.js';

/** How much of what a script writes Systems Manager keeps (Systems Manager API, GetCommandInvocation). */
const mostStdout = 24_000;
const mostStderr = 8_000;

export function describeCommand(command: Command): SdkCommand {
  const invocations = [...command.invocations.values()];
  const count = (...statuses: readonly string[]) =>
    invocations.filter(({ status }) => statuses.includes(status)).length;
  return {
    CommandId: command.id,
    DocumentName: command.document,
    Comment: command.comment,
    Parameters: structuredClone(command.parameters) as Record<string, string[]>,
    InstanceIds: command.targets.length > 0 ? [] : [...command.instanceIds],
    Targets: [...command.targets],
    RequestedDateTime: new Date(command.requestedAt),
    Status: command.status,
    StatusDetails: command.status,
    MaxConcurrency: String(command.maxConcurrency),
    MaxErrors: String(command.maxErrors),
    TargetCount: command.instanceIds.length,
    CompletedCount: count('Success', 'Failed', 'TimedOut', 'Cancelled'),
    ErrorCount: count('Failed', 'TimedOut'),
  };
}

/** Output is empty until the script has ended. */
export function describeResult(command: Command, invocation: Invocation): GetCommandInvocationResult {
  const { result, startedAt, endedAt } = invocation;
  return {
    CommandId: command.id,
    InstanceId: invocation.instanceId,
    Comment: command.comment,
    DocumentName: command.document,
    PluginName: documents[command.document],
    ResponseCode: result?.exitCode ?? -1,
    Status: invocation.status,
    StatusDetails: invocation.statusDetails,
    ExecutionStartDateTime: isoTime(startedAt),
    ExecutionElapsedTime: startedAt !== undefined && endedAt !== undefined ? `PT${(endedAt - startedAt) / 1_000}S` : '',
    ExecutionEndDateTime: isoTime(endedAt),
    StandardOutputContent: (result?.stdout ?? '').slice(0, mostStdout),
    StandardErrorContent: errorsOf(invocation).slice(0, mostStderr),
  };
}

function isoTime(time: number | undefined): string {
  return time === undefined ? '' : new Date(time).toISOString();
}

/** What a script that failed wrote to its standard error ends with a line of the agent's own (amazon-ssm-agent, runscript.go). */
function errorsOf({ status, result }: Invocation): string {
  if (!result) return '';
  const said = status === 'Failed' ? `failed to run commands: exit status ${result.exitCode}` : '';
  return [result.stderr, said].filter((text) => text !== '').join('\n');
}

/** Both channels, one under the other (amazon-ssm-agent, iohandler.go, TruncateOutput). */
function outputOf(invocation: Invocation): string {
  const errors = errorsOf(invocation);
  const title = errors === '' ? '' : '\n----------ERROR-------\n';
  return `${invocation.result?.stdout ?? ''}${title}${errors}`;
}

/** With `details` also what the script wrote, up to 2,500 characters (Systems Manager API, CommandPlugin). */
export function describeInvocation(command: Command, invocation: Invocation, details: boolean): CommandInvocation {
  const { result } = invocation;
  return {
    CommandId: command.id,
    InstanceId: invocation.instanceId,
    Comment: command.comment,
    DocumentName: command.document,
    RequestedDateTime: new Date(command.requestedAt),
    Status: invocation.status,
    StatusDetails: invocation.statusDetails,
    CommandPlugins: details
      ? [
          {
            Name: documents[command.document],
            Status: invocation.status === 'Cancelling' ? 'InProgress' : invocation.status,
            StatusDetails: invocation.statusDetails,
            ResponseCode: result?.exitCode ?? -1,
            Output: outputOf(invocation).slice(0, 2_500),
          },
        ]
      : [],
  };
}
