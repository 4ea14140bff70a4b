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
 * A thread that plays pieces of the campaign, one after the other. Inside of Jest each story takes longer, for there what is
 * global (Map, Math, Promise) is looked up anew whenever it is used; and any thread is slow at its first hundred stories.
 */
export class OutsideOfJest {
  readonly #worker = new Worker(program);

  /** @throws {Error} when the piece cannot be played: then the campaign is broken, not what it tries. */
  async play(task: Task): Promise<Found> {
    const { stories, kinds } = await new Promise<Findings>((resolve, reject) => {
      this.#worker.once('message', resolve);
      this.#worker.once('error', reject);
      this.#worker.postMessage(task);
    });
    const wrong = [...kinds.values()].map(({ first: { invariant, at, what, scenario }, times }) => {
      const command = `npm run simulate -- --trace --replay '${JSON.stringify(scenario)}'`;
      return `${invariant} after ${at} s, in ${times} stories: ${what}\n${command}`;
    });
    return { stories, wrong };
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
