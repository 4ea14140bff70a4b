import { parentPort } from 'node:worker_threads';
import type { Task } from './task.js';
import { work } from './work.js';

parentPort?.on('message', async (task: Task) => parentPort?.postMessage(await work(task)));
