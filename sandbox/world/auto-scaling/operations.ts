import type { Operations } from '../operation.js';

export const autoScalingOperations: Operations = {};
