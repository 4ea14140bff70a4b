import type { Operations } from '../operation.js';

export const loadBalancingOperations: Operations = {};
