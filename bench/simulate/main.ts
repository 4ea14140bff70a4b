import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { invariants } from '../../__tests__/simulation/invariants/invariants.js';
import { rareStates } from '../../__tests__/simulation/invariants/rare-states.js';
import { play } from '../../__tests__/simulation/play.js';
import type { Scenario } from '../../__tests__/simulation/scenario.js';
import { messageOf } from '../../src/platform/failure.js';
import { add, type Finding, type Findings, noFindings } from './findings.js';
import { type Hunted, huntAll } from './hunting.js';
import { help, type Options, type Part, readOptions } from './options.js';
import type { Share } from './share.js';

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

async function campaign(options: Options): Promise<void> {
  const total = noFindings();
  for (const part of options.only) {
    if (part !== 'mutants') await inShares(part, options, total);
  }
  const hunted = options.only.includes('mutants') ? await hunt() : [];
  const survivors = hunted.filter(({ caught }) => caught === undefined);
  // States are rare: only the whole campaign is to reach them all.
  const isWhole = options.only.includes('seeds') && options.only.includes('enumerate');
  const neverReached = Object.keys(rareStates).filter((state) => isWhole && !total.reached[state]);
  for (const state of neverReached) console.log(`never reached: ${rareStates[state as keyof typeof rareStates]}`);
  const { seeds, violations, enumerated, cells } = total;
  const figures = { seeds, violations, enumerated, matrix: cells, mutantsKilled: hunted.length - survivors.length };
  console.log(JSON.stringify({ ...figures, mutants: hunted.length, neverReached }));
  const isWell = violations === 0 && survivors.length === 0 && neverReached.length === 0;
  process.exitCode = isWell ? 0 : 1;
}

/** All cores at one part of the work. */
async function inShares(part: Exclude<Part, 'mutants'>, options: Options, total: Findings): Promise<void> {
  const began = performance.now();
  const workers = availableParallelism();
  const { seed, minutes, atLeast } = options;
  const shares = Array.from({ length: workers }, (_, worker): Share => {
    return { worker, workers, part, seed, time: minutes * 60_000, atLeast };
  });
  const before = total.violations;
  const known = total.examples.length;
  for (const findings of await Promise.all(shares.map(startWorker))) add(total, findings);
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  const count = { matrix: total.cells, enumerate: total.enumerated, seeds: total.seeds }[part];
  console.log(`${part}: ${count} stories in ${seconds} s, ${total.violations - before} violations`);
  for (const finding of total.examples.slice(known)) console.log(describe(finding));
}

function startWorker(workerData: Share): Promise<Findings> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData });
    worker.on('message', resolve);
    worker.on('error', reject);
  });
}

async function hunt(): Promise<readonly Hunted[]> {
  return huntAll(availableParallelism(), ({ name, caught }) => {
    console.log(`mutant ${caught === undefined ? 'SURVIVED' : 'killed'}: ${name}${caught ? ` (${caught})` : ''}`);
  });
}

/** What was violated, and the one command that shows it. */
function describe({ invariant, what, at, scenario }: Finding): string {
  const meaning = invariants[invariant as keyof typeof invariants];
  const command = `npm run simulate -- --trace --replay '${JSON.stringify(scenario)}'`;
  return `\n${invariant} (${meaning}) after ${at} s: ${what}\n  ${command}`;
}

async function main(given: readonly string[]): Promise<void> {
  if (given.includes('--help')) {
    console.log(help);
    return;
  }
  const options = readOptions(given);
  await (options.replay === undefined ? campaign(options) : replay(options.replay, options.trace));
}

// Sources are named from the checkout's root: this file runs as build/bench/simulate/main.js.
process.chdir(join(dirname(fileURLToPath(import.meta.url)), '../../..'));
main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(messageOf(error));
  process.exitCode = 1;
});
