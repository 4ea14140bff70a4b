import { parentPort, workerData } from 'node:worker_threads';
import { type Share, work } from './share.js';

parentPort?.postMessage(await work(workerData as Share));
