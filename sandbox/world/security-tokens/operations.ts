import type { Operations } from '../operation.js';

/** The Security Token Service's operations by name. */
export const securityTokenOperations: Operations = {};
