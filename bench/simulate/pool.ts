import { Worker } from 'node:worker_threads';
import type { Kind, ResultOf, Task, TaskOf } from './task.js';

interface Waiting {
  readonly task: Task;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** So many cores, each of which takes the next task as soon as it has done one. */
export class Pool {
  readonly size: number;
  readonly #idle: Worker[] = [];
  readonly #queue: Waiting[] = [];
  readonly #workers: readonly Worker[];

  constructor(size: number) {
    this.size = size;
    this.#workers = Array.from({ length: size }, () => new Worker(new URL('./worker.js', import.meta.url)));
    this.#idle.push(...this.#workers);
  }

  /** @throws {Error} when the task cannot be done: then the campaign is broken, not what it tries. */
  do<Some extends Kind>(task: TaskOf<Some>): Promise<ResultOf<Some>> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ task: task as unknown as Task, resolve: resolve as (result: unknown) => void, reject });
      this.#handOut();
    });
  }

  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  #handOut(): void {
    const worker = this.#idle[0];
    const waiting = worker && this.#queue.shift();
    if (!waiting) return;
    this.#idle.shift();
    worker.once('error', waiting.reject);
    worker.once('message', (result: unknown) => {
      worker.off('error', waiting.reject);
      this.#idle.push(worker);
      this.#handOut();
      waiting.resolve(result);
    });
    worker.postMessage(waiting.task);
  }
}
