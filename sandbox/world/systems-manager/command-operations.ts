import type { CancelCommandCommandInput, SendCommandCommandInput, SendCommandResult } from '@aws-sdk/client-ssm';
import { AwsError } from '../aws-error.js';
import { type Operations, operation } from '../operation.js';
import type { Region } from '../region.js';
import { describeCommand } from './command-descriptions.js';
import { type Command, type DocumentName, documents } from './commands.js';
import { invalid } from './parameters.js';

const second = 1_000;

/** At most 50 ids or 5 targets; 50 at once and no error by default (Systems Manager API, SendCommand). */
const sendCommand = operation(
  [
    ...['DocumentName', 'DocumentVersion', 'InstanceIds', 'Targets.Key', 'Targets.Values', 'Comment', 'TimeoutSeconds'],
    ...['MaxConcurrency', 'MaxErrors', 'Parameters.commands', 'Parameters.executionTimeout'],
  ],
  (input: SendCommandCommandInput, region: Region): SendCommandResult => {
    const document = Object.keys(documents).find((name) => name === input.DocumentName) as DocumentName | undefined;
    if (!document) {
      throw new AwsError(
        'InvalidDocument',
        `The sandbox knows only the documents ${Object.keys(documents).join(', ')}`,
      );
    }
    const script = input.Parameters?.commands ?? [];
    if (script.length === 0) throw new AwsError('InvalidParameters', 'The parameter commands is required.');
    const instanceIds = meant(input, region);
    requirePlatform(document, instanceIds, region);
    const command = region.systemsManager.commands.send({
      document,
      parameters: input.Parameters ?? {},
      comment: input.Comment ?? '',
      script,
      instanceIds,
      targets: input.Targets ?? [],
      maxConcurrency: Math.max(1, share(input.MaxConcurrency ?? '50', instanceIds.length)),
      maxErrors: share(input.MaxErrors ?? '0', instanceIds.length),
      deliveryTimeout: secondsOf(input.TimeoutSeconds) * second,
      executionTimeout: Number(input.Parameters?.executionTimeout?.[0] ?? 3_600) * second,
    });
    return { Command: describeCommand(command) };
  },
);

function secondsOf(timeout = 3_600): number {
  if (timeout >= 30 && timeout <= 2_592_000) return timeout;
  throw invalid(`Value '${timeout}' at 'timeoutSeconds' failed to satisfy constraint: it must be from 30 to 2592000`);
}

/** A number, or a percentage of all. */
function share(text: string, all: number): number {
  const [, number, percent] = /^(\d+)(%?)$/.exec(text) ?? [];
  if (number === undefined) throw invalid(`Value '${text}' must be a number or a percentage`);
  return percent ? Math.floor((Number(number) * all) / 100) : Number(number);
}

function meant({ InstanceIds = [], Targets = [] }: SendCommandCommandInput, region: Region): string[] {
  if (InstanceIds.length > 0 === Targets.length > 0) throw invalid('Give either InstanceIds or Targets.');
  if (InstanceIds.length > 50) throw invalid("Value at 'instanceIds' must have length less than or equal to 50");
  if (Targets.length > 5) throw invalid("Value at 'targets' must have length less than or equal to 5");
  if (InstanceIds.length > 0) return registered(InstanceIds, region);
  const { commands } = region.systemsManager;
  let chosen = [...region.ec2.instances.values()].filter((instance) => commands.isOnline(instance));
  for (const { Key = '', Values = [] } of Targets) {
    if (Key !== 'InstanceIds' && !Key.startsWith('tag:')) {
      throw new AwsError('InvalidTarget', `The sandbox knows the targets tag:KEY and InstanceIds, not ${Key}`);
    }
    const read = (one: (typeof chosen)[number]) =>
      Key === 'InstanceIds' ? one.id : one.tags.get(Key.slice('tag:'.length));
    chosen = chosen.filter((instance) => Values.includes(read(instance) ?? ''));
  }
  return chosen.map(({ id }) => id);
}

/** Systems Manager API, UnsupportedPlatformType: a document for Windows on a Linux machine, say. */
function requirePlatform(document: DocumentName, ids: readonly string[], { ec2 }: Region): void {
  const platform = document === 'AWS-RunPowerShellScript' ? 'Windows' : 'Linux';
  const other = ids.find((id) => ec2.instances.get(id)?.platform !== platform);
  if (other === undefined) return;
  throw new AwsError('UnsupportedPlatformType', `The document ${document} is for ${platform}, which ${other} is not`);
}

/** The agent must have reported: no instance that does not run has one (Systems Manager API, InvalidInstanceId). */
function registered(ids: readonly string[], region: Region): string[] {
  const absent = ids.filter((id) => {
    const instance = region.ec2.instances.get(id);
    return !instance || !region.systemsManager.commands.isOnline(instance);
  });
  if (absent.length === 0) return [...ids];
  throw new AwsError(
    'InvalidInstanceId',
    `Instances [[${absent.join(', ')}]] not in a valid state for account ${region.world.account}`,
  );
}

const cancelCommand = operation(
  ['CommandId', 'InstanceIds'],
  ({ CommandId, InstanceIds }: CancelCommandCommandInput, region: Region): object => {
    region.systemsManager.commands.cancel(find(CommandId, region), InstanceIds ?? []);
    return {};
  },
);

function find(id: string | undefined, region: Region): Command {
  const command = region.systemsManager.commands.all.get(id ?? '');
  if (command) return command;
  throw new AwsError('InvalidCommandId', `The command ${id} does not exist`);
}

export const commandOperations: Operations = { CancelCommand: cancelCommand, SendCommand: sendCommand };
