import {
  type CommandInvocation,
  DescribeInstanceInformationCommand,
  ListCommandInvocationsCommand,
  ListCommandsCommand,
  SendCommandCommand,
} from '@aws-sdk/client-ssm';
import type { Aws } from '../../platform/aws.js';
import { plainLines } from '../../platform/plain-text.js';
import type { Platform, Script } from './scripts.js';

type Ssm = Aws['ssm'];

/** A command on one machine, as far as it has come. */
export interface Invocation {
  readonly commandId: string;
  readonly machineId: string;
  /** `undelivered`: its agent did not take it, so nothing ran. */
  readonly state: 'running' | 'passed' | 'failed' | 'undelivered';
  /** It failed for want of an answer: it ran too long, or its machine has gone. */
  readonly isTimedOut?: boolean;
  /** What it said last, or why it has failed in Systems Manager's words. */
  readonly detail?: string;
  /** By the comment a later run finds what an earlier one has sent. */
  readonly comment: string;
  /** Milliseconds since the Unix epoch. */
  readonly requestedAt: number;
}

export interface Order {
  readonly ids: readonly string[];
  readonly script: Script;
  readonly comment: string;
  /** How long the script may run, in milliseconds. */
  readonly timeout: number;
}

/** Of what a command said. */
const mostLines = 10;

/** Systems Manager lets no script run for longer, in seconds (its documents AWS-RunShellScript and AWS-RunPowerShellScript). */
const longestScript = 172_800;

/** How long a machine's agent may take to fetch a command; at least 30 seconds (Systems Manager API, SendCommand). */
const deliveryTime = 60_000;

/**
 * How long Systems Manager may hide a command that it has taken. It names no bound; seconds are what people have seen.
 * Milliseconds.
 */
export const hiddenAtMost = 120_000;

/** After how long a script that may run for a time has answered, or never will. Milliseconds. */
export function answersWithin(timeout: number): number {
  return timeout + deliveryTime + hiddenAtMost;
}

/**
 * Sends a script to up to 50 machines at once, none of which waits for, or suffers from, another.
 * @returns the command's id; undefined where AWS's answer says none. @throws InvalidInstanceId when one of their agents does not listen.
 */
export async function sendCommand(ssm: Ssm, { ids, script, comment, timeout }: Order): Promise<string | undefined> {
  const answer = await ssm.send(
    new SendCommandCommand({
      DocumentName: script.document,
      InstanceIds: [...ids],
      Comment: comment,
      // That is the time for delivery; the script has its own (Systems Manager API, SendCommand).
      TimeoutSeconds: deliveryTime / 1000,
      Parameters: {
        commands: [...script.lines],
        executionTimeout: [String(Math.min(longestScript, Math.ceil(timeout / 1000)))],
      },
      MaxConcurrency: '100%',
      MaxErrors: '100%',
    }),
  );
  return answer.Command?.CommandId;
}

/**
 * What became of one command, or of all commands on one machine, the newest first. Nothing, for a moment, after a command
 * was sent.
 */
export async function invocationsOf(
  ssm: Ssm,
  which: { readonly CommandId: string } | { readonly InstanceId: string },
): Promise<readonly Invocation[]> {
  const found: CommandInvocation[] = [];
  let page: string | undefined;
  do {
    const question = { ...which, Details: true, ...(page && { NextToken: page }) };
    const answer = await ssm.send(new ListCommandInvocationsCommand(question));
    found.push(...(answer.CommandInvocations ?? []));
    page = answer.NextToken;
  } while (page);
  return found.map(describe).sort((one, other) => other.requestedAt - one.requestedAt);
}

/** The command with this comment that was sent since then, on whichever machine. */
export async function findCommand(
  ssm: Ssm,
  comment: string,
  since: number,
): Promise<Pick<Invocation, 'commandId' | 'requestedAt'> | undefined> {
  // In whole seconds, as the documentation writes them (Systems Manager API, CommandFilter).
  const value = new Date(since - 1000).toISOString().replace(/\.\d+Z$/, 'Z');
  let page: string | undefined;
  do {
    const question = { Filters: [{ key: 'InvokedAfter' as const, value }], ...(page && { NextToken: page }) };
    const answer = await ssm.send(new ListCommandsCommand(question));
    const found = (answer.Commands ?? []).find(({ Comment }) => Comment === comment);
    if (found) return { commandId: found.CommandId ?? '', requestedAt: found.RequestedDateTime?.getTime() ?? since };
    page = answer.NextToken;
  } while (page);
  return undefined;
}

/** Those of these machines whose agents listen, and what they run. */
export async function listening(ssm: Ssm, ids: readonly string[]): Promise<ReadonlyMap<string, Platform>> {
  const found = new Map<string, Platform>();
  // Up to 100 values a filter, up to 50 machines an answer (Systems Manager API, DescribeInstanceInformation).
  for (let at = 0; at < ids.length; at += 50) {
    const Filters = [
      { Key: 'InstanceIds', Values: ids.slice(at, at + 50) },
      { Key: 'PingStatus', Values: ['Online'] },
    ];
    let page: string | undefined;
    do {
      const question = { Filters, MaxResults: 50, ...(page && { NextToken: page }) };
      const answer = await ssm.send(new DescribeInstanceInformationCommand(question));
      for (const { InstanceId = '', PlatformType } of answer.InstanceInformationList ?? []) {
        found.set(InstanceId, PlatformType === 'Windows' ? 'Windows' : 'Linux');
      }
      page = answer.NextToken;
    } while (page);
  }
  return found;
}

function describe(invocation: CommandInvocation): Invocation {
  const { CommandId = '', InstanceId = '', Comment = '', RequestedDateTime, CommandPlugins } = invocation;
  const state = stateOf(invocation);
  const detail = saidIn(CommandPlugins?.[0]?.Output ?? '') || invocation.StatusDetails;
  return {
    ...{ commandId: CommandId, machineId: InstanceId, comment: Comment, state },
    isTimedOut: invocation.Status === 'TimedOut',
    requestedAt: RequestedDateTime?.getTime() ?? 0,
    ...(state !== 'running' && detail !== undefined && { detail }),
  };
}

/**
 * The agent adds to what failed a title, and a line that tells the exit code and nothing of why (amazon-ssm-agent, iohandler.go and
 * runscript.go): that counts only where the script itself was silent.
 */
function saidIn(output: string): string {
  const lines = plainLines(output, Number.POSITIVE_INFINITY).filter((line) => !/^-+ERROR-+$/.test(line));
  const own = lines.filter((line) => !/^failed to run commands: /.test(line));
  return (own.length > 0 ? own : lines).slice(-mostLines).join('\n');
}

/** Systems Manager user guide, "Understanding command statuses". */
function stateOf({ Status, StatusDetails = '' }: CommandInvocation): Invocation['state'] {
  if (Status === 'Success') return 'passed';
  // Written with and without a space.
  if (/^(delivery ?timed ?out|undeliverable)$/i.test(StatusDetails)) return 'undelivered';
  return Status === 'Failed' || Status === 'TimedOut' || Status === 'Cancelled' ? 'failed' : 'running';
}
