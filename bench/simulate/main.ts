import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { play } from '../../__tests__/simulation/play.js';
import type { Scenario } from '../../__tests__/simulation/scenario.js';
import { messageOf } from '../../src/platform/failure.js';
import { campaign } from './campaign.js';
import { help, readOptions } from './options.js';

/** Plays one scenario and tells what was wrong in it. */
async function replay(text: string, trace: boolean): Promise<void> {
  const { violations, outcome, seconds, failedRequests } = await play(
    JSON.parse(text) as Scenario,
    trace ? console.log : undefined,
  );
  for (const { invariant, at, what } of violations) console.log(`${invariant} after ${at} s: ${what}`);
  console.log(JSON.stringify({ outcome, seconds, failedRequests, violations: violations.length }));
  process.exitCode = violations.length > 0 ? 1 : 0;
}

async function main(given: readonly string[]): Promise<void> {
  if (given.includes('--help')) {
    console.log(help);
    return;
  }
  const options = readOptions(given);
  if (options.replay !== undefined) await replay(options.replay, options.trace);
  else process.exitCode = (await campaign(options)) ? 0 : 1;
}

// Sources are named from the checkout's root: this file runs as build/bench/simulate/main.js.
process.chdir(join(dirname(fileURLToPath(import.meta.url)), '../../..'));
main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(messageOf(error));
  process.exitCode = 1;
});
