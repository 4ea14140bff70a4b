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
 * Plays a piece of the campaign on a thread of its own. Inside of Jest each story takes nearly twice the time, for there
 * all that is global (Map, Math, Promise) is looked up anew whenever it is used.
 */
export async function playOutsideOfJest(task: Task): Promise<Found> {
  const worker = new Worker(program);
  try {
    const { stories, kinds } = await new Promise<Findings>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.postMessage(task);
    });
    const wrong = [...kinds.values()].map(({ first: { invariant, at, what, scenario }, times }) => {
      const command = `npm run simulate -- --trace --replay '${JSON.stringify(scenario)}'`;
      return `${invariant} after ${at} s, in ${times} stories: ${what}\n${command}`;
    });
    return { stories, wrong };
  } finally {
    await worker.terminate();
  }
}
