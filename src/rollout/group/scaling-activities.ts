import { type Activity, DescribeScalingActivitiesCommand } from '@aws-sdk/client-auto-scaling';
import type { Aws } from '../../platform/aws.js';

/** Some of a group's activities, newest first. */
export interface ActivityPage {
  readonly activities: readonly Activity[];
  /** What names the page of older ones, if there is one. */
  readonly older?: string;
}

/** The last hundred activities of a group, or the hundred before a page (Auto Scaling API, DescribeScalingActivities). */
export async function readActivities(
  { autoScaling }: Pick<Aws, 'autoScaling'>,
  group: string,
  page?: string,
): Promise<ActivityPage> {
  const order = { AutoScalingGroupName: group, MaxRecords: 100, ...(page !== undefined && { NextToken: page }) };
  const { Activities: activities = [], NextToken } = await autoScaling.send(
    new DescribeScalingActivitiesCommand(order),
  );
  return { activities, ...(NextToken && { older: NextToken }) };
}
