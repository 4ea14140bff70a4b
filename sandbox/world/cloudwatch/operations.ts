import type { Operations } from '../operation.js';

export const cloudWatchOperations: Operations = {};
