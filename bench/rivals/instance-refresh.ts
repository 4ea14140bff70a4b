import {
  DescribeInstanceRefreshesCommand,
  type RefreshPreferences,
  StartInstanceRefreshCommand,
} from '@aws-sdk/client-auto-scaling';
import { type Assignment, makeVersion, type RivalEnd } from './rival.js';

/** As often as a pipeline's loop around `aws autoscaling describe-instance-refreshes` would ask. */
const pollInterval = 30_000;

/**
 * AWS's own engine, here the world's model of it, started with a desired configuration and watched until it is over
 * (Auto Scaling user guide, "Use an instance refresh to update instances in an Auto Scaling group"). Left out, the
 * preferences are the API's defaults: 90 % healthy at least, so it terminates first; the warm-up is the group's grace
 * period; no rollback (Auto Scaling API, RefreshPreferences).
 */
export async function instanceRefresh(assignment: Assignment, preferences?: RefreshPreferences): Promise<RivalEnd> {
  const { aws, clock, group } = assignment;
  const { LaunchTemplateId, Version } = await makeVersion(assignment);
  const { InstanceRefreshId = '' } = await aws.autoScaling.send(
    new StartInstanceRefreshCommand({
      AutoScalingGroupName: group,
      DesiredConfiguration: { LaunchTemplate: { LaunchTemplateId, Version } },
      ...(preferences && { Preferences: preferences }),
    }),
  );
  for (;;) {
    await clock.sleep(pollInterval);
    const answer = await aws.autoScaling.send(
      new DescribeInstanceRefreshesCommand({ AutoScalingGroupName: group, InstanceRefreshIds: [InstanceRefreshId] }),
    );
    const { Status = '', StatusReason = '' } = answer.InstanceRefreshes?.[0] ?? {};
    if (/^(Successful|Failed|Cancelled|RollbackSuccessful|RollbackFailed)$/.test(Status)) {
      return { succeeded: Status === 'Successful', says: [Status, StatusReason].filter(Boolean).join(': ') };
    }
  }
}
