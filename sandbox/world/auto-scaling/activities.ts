import type { Activity as ActivityDescription } from '@aws-sdk/client-auto-scaling';
import type { SeededRandom } from '../random.js';

export type ActivityStatus = NonNullable<ActivityDescription['StatusCode']>;

/** One scaling activity (Auto Scaling API, Activity). Times in milliseconds since the Unix epoch. */
export interface Activity {
  readonly id: string;
  readonly groupName: string;
  readonly groupArn: string;
  readonly cause: string;
  readonly started: number;
  readonly details: string;
  description: string;
  status: ActivityStatus;
  statusMessage: string | undefined;
  ended: number | undefined;
}

export type ActivityStart = Pick<Activity, 'cause' | 'started' | 'details' | 'description'> & {
  readonly group: { readonly name: string; readonly arn: string; readonly activities: Activity[] };
};

export function beginActivity({ group, ...start }: ActivityStart, random: SeededRandom): Activity {
  const activity: Activity = {
    ...start,
    id: [8, 4, 4, 4, 12].map((digits) => random.hex(digits)).join('-'),
    groupName: group.name,
    groupArn: group.arn,
    status: 'InProgress',
    statusMessage: undefined,
    ended: undefined,
  };
  group.activities.push(activity);
  return activity;
}

export function endActivity(
  activity: Activity,
  status: 'Successful' | 'Failed' | 'Cancelled',
  now: number,
  message?: string,
): void {
  activity.status = status;
  activity.ended = now;
  // Auto Scaling API, Activity: StatusMessage has at most 255 characters.
  activity.statusMessage = message?.slice(0, 255);
}

/** Members without a value are as good as absent. A hundred activities are described at a time, so this is one literal. */
export function describeActivity(activity: Activity): ActivityDescription {
  return {
    ActivityId: activity.id,
    AutoScalingGroupName: activity.groupName,
    AutoScalingGroupARN: activity.groupArn,
    Description: activity.description,
    Cause: activity.cause,
    StartTime: new Date(activity.started),
    EndTime: activity.ended === undefined ? undefined : new Date(activity.ended),
    StatusCode: activity.status,
    StatusMessage: activity.statusMessage || undefined,
    Progress: activity.ended === undefined ? 50 : 100,
    Details: activity.details,
  };
}

/** Times as causes have them: no milliseconds. */
export function timeText(now: number): string {
  return new Date(now).toISOString().replace(/\.\d+Z$/, 'Z');
}
