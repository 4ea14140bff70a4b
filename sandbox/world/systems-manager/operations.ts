import type { Operations } from '../operation.js';
import { commandDescribeOperations } from './command-describe-operations.js';
import { commandOperations } from './command-operations.js';
import { parameterOperations } from './parameter-operations.js';
import { tagOperations } from './tag-operations.js';

/** Systems Manager's operations by name. */
export const systemsManagerOperations: Operations = {
  ...commandDescribeOperations,
  ...commandOperations,
  ...parameterOperations,
  ...tagOperations,
};
