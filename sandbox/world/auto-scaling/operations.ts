import type { Operations } from '../operation.js';
import { attachOperations } from './attach-operations.js';
import { groupOperations } from './group-operations.js';
import { hookOperations } from './hook-operations.js';
import { launchConfigurationOperations } from './launch-configuration-operations.js';
import { launchOperations } from './launch-operations.js';
import { memberOperations } from './member-operations.js';
import { policyOperations } from './policy-operations.js';
import { processOperations } from './process-operations.js';
import { refreshOperations } from './refresh-operations.js';
import { scheduleOperations } from './schedule-operations.js';
import { tagOperations } from './tag-operations.js';
import { trafficSourceOperations } from './traffic-source-operations.js';
import { warmPoolOperations } from './warm-pool-operations.js';

/** Amazon EC2 Auto Scaling, as far as the sandbox goes. */
export const autoScalingOperations: Operations = {
  ...groupOperations,
  ...memberOperations,
  ...attachOperations,
  ...processOperations,
  ...hookOperations,
  ...trafficSourceOperations,
  ...policyOperations,
  ...scheduleOperations,
  ...tagOperations,
  ...launchConfigurationOperations,
  ...launchOperations,
  ...refreshOperations,
  ...warmPoolOperations,
};
