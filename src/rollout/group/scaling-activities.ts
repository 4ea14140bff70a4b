import { type Activity, DescribeScalingActivitiesCommand } from '@aws-sdk/client-auto-scaling';
import type { Aws } from '../../platform/aws.js';

/** The last hundred activities of a group, newest first (Auto Scaling API, DescribeScalingActivities). */
export async function readActivities(
  { autoScaling }: Pick<Aws, 'autoScaling'>,
  group: string,
): Promise<readonly Activity[]> {
  const order = { AutoScalingGroupName: group, MaxRecords: 100 };
  return (await autoScaling.send(new DescribeScalingActivitiesCommand(order))).Activities ?? [];
}
