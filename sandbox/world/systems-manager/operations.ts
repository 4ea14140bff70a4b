import type { Operations } from '../operation.js';

/** Systems Manager's operations by name. */
export const systemsManagerOperations: Operations = {};
