import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Call } from '../../sandbox/world/world.js';
import { type ChildMark, processesOf, signalChild } from '../../src/platform/processes.js';
import {
  BakeStep,
  type BakeWorld,
  leftIn,
  openBakeWorld,
  postOf,
  requireBundle,
  sandboxEnvironment,
} from './bake-bench.js';
import { writeTemplate } from './bake-template.js';

/**
 * How a bake is stopped. `cancelled`: as GitHub's runner does it, SIGINT, 7.5 s later SIGTERM, 2.5 s later SIGKILL, to
 * the node process alone. `killed`: SIGKILL to it at once. `all killed`: to it and to everything that it started, as
 * when memory runs out; nothing of Packer is left then that could clean up.
 */
type Ending = 'cancelled' | 'killed' | 'all killed';

/** A call of Packer's: the nth time that it turned to this action. Calls repeated in a row (polling) are one turn. */
interface Turn {
  readonly action: string;
  readonly nth: number;
}

let folder = '';
let turns: readonly Turn[] = [];

beforeAll(async () => {
  requireBundle();
  folder = await mkdtemp(join(tmpdir(), 'bake-test-'));
  await writeTemplate(folder);
  turns = await firstAndLastTurns();
});
afterAll(() => rm(folder, { recursive: true }));

describe('a bake that is stopped while Packer makes any of its EC2 calls', () => {
  for (const ending of ['cancelled', 'killed', 'all killed'] as const) {
    it(`leaves nothing, and the next bake succeeds: ${ending} at the first and the last of each action`, async () => {
      expect(turns.length).toBeGreaterThan(20);
      const outcomes = await inParallel(8, turns, (turn, at) => stopAndBakeAgain(turn, ending, at));
      expect(outcomes.filter((outcome) => outcome !== nothingLeft)).toEqual([]);
    });
  }

  it('calls exactly what the policy in its README allows', async () => {
    const policy = JSON.parse(
      /```json\n(.+?)```/s.exec(await readFile('actions/bake-ami/README.md', 'utf8'))?.[1] ?? '',
    ) as Policy;
    const allowed = (...sids: string[]) =>
      new Set(policy.Statement.filter(({ Sid }) => sids.includes(Sid)).flatMap(({ Action }) => Action));
    expect(allowed('Packer', 'PackerCopies')).toEqual(new Set(calls.packers));
    expect(allowed('BakeAmi')).toEqual(new Set(calls.ours));
  });
});

interface Policy {
  readonly Statement: readonly { readonly Sid: string; readonly Action: readonly string[] }[];
}

/** What was called over all these bakes, as IAM names it. */
const calls: Record<'packers' | 'ours', string[]> = { packers: [], ours: [] };

const nothingLeft = 'nothing left';

/** @returns {@link nothingLeft}, or what went wrong and where. */
async function stopAndBakeAgain(turn: Turn, ending: Ending, seed: number): Promise<string> {
  const bench = await openBakeWorld(seed + 1);
  const environment = sandboxEnvironment(bench.server);
  const inputs = inputsFor(bench);
  const step = await BakeStep.start(inputs, environment);
  atTurn(bench, turn, () => stopNow(step, ending));
  const main = await step.end();
  const before = bench.server.calls.length;
  const post = await postOf(main, inputs, environment);
  // With Packer dead, all that is called now is called by the post step.
  if (ending === 'all killed') calls.ours.push(...bench.server.calls.slice(before).map(permission));
  const left = [...leftIn(bench.world, bench.base), ...processesLeft(main.state)];
  const next = await (await BakeStep.start(inputs, environment)).end();
  await rm(markIn(next.state).directory, { recursive: true, force: true });
  await bench.close();
  const where = `${ending} at ${turn.action} ${turn.nth}`;
  if (main.exitCode === 0) return `${where}: the bake was not stopped`;
  if (left.length > 0) return `${where}: left ${left.join(', ')}\n${main.log}\n${post.log}`;
  return next.exitCode === 0 ? nothingLeft : `${where}: the next bake failed\n${next.log}`;
}

function inputsFor({ base }: BakeWorld): Record<string, string> {
  return { template: 'template.json', 'working-directory': folder, variables: `source=${base.id}` };
}

/** Runs `stop` when the turn's first call has arrived, right before it takes effect. */
function atTurn({ world }: BakeWorld, turn: Turn, stop: () => void): void {
  const counts = new Map<string, number>();
  let previous = '';
  world.interceptors.push({
    before({ operation }: Call) {
      if (operation !== previous) counts.set(operation, (counts.get(operation) ?? 0) + 1);
      const isNew = operation !== previous;
      previous = operation;
      if (isNew && operation === turn.action && counts.get(operation) === turn.nth) stop();
    },
  });
}

function stopNow(step: BakeStep, ending: Ending): void {
  const child = step.process;
  if (ending === 'all killed') signalChild(markIn(step.state()), 'SIGKILL');
  if (ending !== 'cancelled') {
    child.kill('SIGKILL');
    return;
  }
  child.kill('SIGINT');
  const terminate = setTimeout(() => child.kill('SIGTERM'), 7_500);
  const kill = setTimeout(() => child.kill('SIGKILL'), 10_000);
  child.once('exit', () => {
    clearTimeout(terminate);
    clearTimeout(kill);
  });
}

function markIn(state: Readonly<Record<string, string>>): ChildMark & { readonly directory: string } {
  return JSON.parse(state['bake'] ?? '') as ChildMark & { directory: string };
}

function processesLeft(state: Readonly<Record<string, string>>): string[] {
  return processesOf(markIn(state)).map((id) => `process ${id}`);
}

/** Bakes once undisturbed, and finds the first and the last turn of every action that Packer calls. */
async function firstAndLastTurns(): Promise<Turn[]> {
  const bench = await openBakeWorld(0);
  const { state } = await (await BakeStep.start(inputsFor(bench), sandboxEnvironment(bench.server))).end();
  await rm(markIn(state).directory, { recursive: true });
  await bench.close();
  // Deleting its key pair is Packer's last call; after it, bake-ami tags the images.
  const end = bench.server.calls.findLastIndex(({ operation }) => operation === 'DeleteKeyPair') + 1;
  calls.packers.push(...bench.server.calls.slice(0, end).map(permission));
  calls.ours.push(...bench.server.calls.slice(end).map(permission));
  const packers = bench.server.calls.slice(0, end).map(({ operation }) => operation);
  const counts = new Map<string, number>();
  packers.forEach((action, at) => {
    if (action !== packers[at - 1]) counts.set(action, (counts.get(action) ?? 0) + 1);
  });
  return [...counts].flatMap(([action, last]) => [...new Set([1, last])].map((nth) => ({ action, nth })));
}

function permission({ service, operation }: { service: string; operation: string }): string {
  return `${service}:${operation}`;
}

/** Runs `work` on every item, so many at a time: each mostly waits. */
async function inParallel<Item, Result>(
  width: number,
  items: readonly Item[],
  work: (item: Item, at: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const queue = items.entries();
  const worker = async () => {
    for (const [at, item] of queue) results[at] = await work(item, at);
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}
