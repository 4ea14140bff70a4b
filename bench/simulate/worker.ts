import { parentPort } from 'node:worker_threads';
import type { Task } from './task.js';
import { work } from './work.js';

// Of an error that AWS answers with, no story asks where it was made, and to find that out takes longer than the answer.
Error.stackTraceLimit = 0;
parentPort?.on('message', async (task: Task) => parentPort?.postMessage(await work(task)));
