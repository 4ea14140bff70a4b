import { Worker } from 'node:worker_threads';
import type { Findings } from '../../bench/simulate/findings.js';
import type { Task } from '../../bench/simulate/task.js';

/** The campaign's own worker, as `npm test` compiles it before anything else. */
const program = new URL('../../build/bench/simulate/worker.js', import.meta.url);

/** What a piece of the campaign has found: how many stories it is, and one of each kind with the command that replays it. */
export interface Found {
  readonly stories: number;
  readonly wrong: readonly string[];
}

/**
 * Plays pieces of the campaign on a thread of its own. Inside of Jest each story takes longer, for there what is global (Map,
 * Math, Promise) is looked up anew whenever it is used; and a thread is slow at first, so one plays them all.
 */
export async function playOutsideOfJest(...tasks: readonly Task[]): Promise<readonly Found[]> {
  const worker = new Worker(program);
  try {
    const found: Found[] = [];
    for (const task of tasks) found.push(foundIn(await answerOf(worker, task)));
    return found;
  } finally {
    await worker.terminate();
  }
}

function answerOf(worker: Worker, task: Task): Promise<Findings> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.postMessage(task);
  });
}

function foundIn({ stories, kinds }: Findings): Found {
  const wrong = [...kinds.values()].map(({ first: { invariant, at, what, scenario }, times }) => {
    const command = `npm run simulate -- --trace --replay '${JSON.stringify(scenario)}'`;
    return `${invariant} after ${at} s, in ${times} stories: ${what}\n${command}`;
  });
  return { stories, wrong };
}
