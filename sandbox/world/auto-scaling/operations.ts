import type { Operations } from '../operation.js';
import { groupOperations } from './group-operations.js';
import { memberOperations } from './member-operations.js';
import { tagOperations } from './tag-operations.js';

/** Amazon EC2 Auto Scaling, as far as the sandbox goes. */
export const autoScalingOperations: Operations = {
  ...groupOperations,
  ...memberOperations,
  ...tagOperations,
};
