import { GetConsoleOutputCommand } from '@aws-sdk/client-ec2';
import type { Aws } from '../../platform/aws.js';
import { briefly } from '../../platform/aws-failure.js';
import { plainLines } from '../../platform/plain-text.js';
import { instanceIn } from '../group/setbacks.js';
import { runs } from '../heart/matching.js';
import type { Observation } from '../heart/observation.js';
import { goalOf } from '../heart/waves.js';
import type { LastWords } from './last-words.js';

const mostLines = 10;

/** What is to be read of the first machine that a rollout fails by: what its gate or command said, else its console. */
export async function lastWordsOf(
  aws: Pick<Aws, 'ec2'>,
  { machines, release, setbacks, command, commandSays = '' }: Observation,
): Promise<LastWords | undefined> {
  const fresh = machines.filter((machine) => runs(machine, goalOf(release)));
  const failed = fresh.find(({ check }) => check?.state === 'failed');
  if (failed?.check?.detail) return said(`The gate on ${failed.id}`, failed.check.detail);
  if (command === 'failed') return said('The release command', commandSays);
  const [setback] = setbacks;
  // A launch that failed before there was a machine has no console, and another one's would mislead.
  const unwell = setback === undefined ? fresh.find(({ healthy }) => !healthy)?.id : instanceIn(setback);
  const culprit = failed?.id ?? unwell;
  return culprit === undefined ? undefined : said(`The console of ${culprit}`, await consoleOf(aws, culprit));
}

function said(of: string, text: string): LastWords | undefined {
  const lines = plainLines(text, mostLines);
  return lines.length > 0 ? { of, lines } : undefined;
}

/** It must not fail: what it is read for is failing already. */
async function consoleOf({ ec2 }: Pick<Aws, 'ec2'>, InstanceId: string): Promise<string> {
  const read = async (Latest: boolean) => {
    const { Output = '' } = await ec2.send(new GetConsoleOutputCommand({ InstanceId, Latest }));
    return Buffer.from(Output, 'base64').toString('utf8');
  };
  try {
    // Only machines on Nitro have the latest (EC2 API, GetConsoleOutput).
    return await read(true).catch((error: Error) => {
      if (error.name === 'UnsupportedOperation') return read(false);
      throw error;
    });
  } catch (error) {
    return `(It could not be read: ${briefly(error)})`;
  }
}
