import { DescribeAutoScalingGroupsCommand, UpdateAutoScalingGroupCommand } from '@aws-sdk/client-auto-scaling';
import { CreateLaunchTemplateVersionCommand } from '@aws-sdk/client-ec2';
import { DescribeTargetHealthCommand } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Aws } from '../../src/platform/aws.js';
import type { Clock } from '../../src/platform/clock.js';

/** What a rival is given: the same as our own engine gets. */
export interface Assignment {
  readonly aws: Aws;
  readonly clock: Clock;
  readonly group: string;
  readonly targetGroupArn: string;
  readonly imageId: string;
}

/** How a rival says that it ended. */
export interface RivalEnd {
  readonly succeeded: boolean;
  /** In its own words. */
  readonly says: string;
}

/** The group as AWS shows it. */
export async function describe({ aws, group }: Assignment) {
  const answer = await aws.autoScaling.send(new DescribeAutoScalingGroupsCommand({ AutoScalingGroupNames: [group] }));
  const found = answer.AutoScalingGroups?.[0];
  if (!found) throw new Error(`There is no group "${group}"`);
  const { MinSize: min = 0, MaxSize: max = 0, DesiredCapacity: desired = 0, Instances: instances = [] } = found;
  return { min, max, desired, instances, template: found.LaunchTemplate ?? {} };
}

/** Makes the version that launches the image, from the one that the group has. */
export async function makeVersion(assignment: Assignment) {
  const { template } = await describe(assignment);
  const { LaunchTemplateId, Version: SourceVersion } = template;
  const answer = await assignment.aws.ec2.send(
    new CreateLaunchTemplateVersionCommand({
      LaunchTemplateId,
      SourceVersion,
      LaunchTemplateData: { ImageId: assignment.imageId },
    }),
  );
  return { LaunchTemplateId, Version: String(answer.LaunchTemplateVersion?.VersionNumber), before: template };
}

/** Makes the group launch the image from now on, as all but an instance refresh begin. */
export async function pointAtImage(assignment: Assignment): Promise<void> {
  const { LaunchTemplateId, Version } = await makeVersion(assignment);
  await assignment.aws.autoScaling.send(
    new UpdateAutoScalingGroupCommand({
      AutoScalingGroupName: assignment.group,
      LaunchTemplate: { LaunchTemplateId, Version },
    }),
  );
}

/** Whose health checks pass. */
export async function healthyTargets({ aws, targetGroupArn }: Assignment): Promise<ReadonlySet<string>> {
  const answer = await aws.elasticLoadBalancing.send(
    new DescribeTargetHealthCommand({ TargetGroupArn: targetGroupArn }),
  );
  const healthy = (answer.TargetHealthDescriptions ?? []).filter(
    ({ TargetHealth }) => TargetHealth?.State === 'healthy',
  );
  return new Set(healthy.map(({ Target }) => Target?.Id ?? ''));
}
