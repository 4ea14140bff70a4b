import type { DescribeWarmPoolCommandInput } from '@aws-sdk/client-auto-scaling';
import { type Operations, operation } from '../operation.js';

/** What the sandbox's groups never have, and who asks is told so: warm pools. */
export const absentOperations: Operations = {
  DescribeWarmPool: operation(
    ['AutoScalingGroupName', 'MaxRecords', 'NextToken'],
    (input: DescribeWarmPoolCommandInput, { autoScaling }) => {
      autoScaling.group(input.AutoScalingGroupName);
      return { Instances: [] };
    },
  ),
};
