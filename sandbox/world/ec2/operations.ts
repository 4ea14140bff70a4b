import type { Operations } from '../operation.js';

/** EC2's operations by name. */
export const ec2Operations: Operations = {};
