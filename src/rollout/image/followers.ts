import { type AutoScalingGroup, DescribeAutoScalingGroupsCommand } from '@aws-sdk/client-auto-scaling';
import type { Aws } from '../../platform/aws.js';
import { Failure } from '../../platform/failure.js';
import { isConfiguration } from '../heart/launch-source.js';
import type { Group } from '../heart/observation.js';

/**
 * Sees that no other group launches the latest version of this group's templates: it would launch the one that we make
 * for this group, unasked. `$Default` stays what it is.
 * @throws {Failure} with the names of those that do.
 */
export async function requireNoFollowers({ autoScaling }: Pick<Aws, 'autoScaling'>, group: Group): Promise<void> {
  if (isConfiguration({ version: Number(group.template.version) })) return;
  const overrides = group.policy?.LaunchTemplate?.Overrides ?? [];
  const own = new Set([
    group.template.id,
    ...overrides.map((one) => one.LaunchTemplateSpecification?.LaunchTemplateId),
  ]);
  const followers: string[] = [];
  let page: string | undefined;
  do {
    const answer = await autoScaling.send(
      new DescribeAutoScalingGroupsCommand({
        MaxRecords: 100,
        IncludeInstances: false,
        ...(page && { NextToken: page }),
      }),
    );
    for (const other of answer.AutoScalingGroups ?? []) {
      const { AutoScalingGroupName: name = '' } = other;
      const isFollowing = specificationsOf(other).some(
        ({ LaunchTemplateId: id, Version: version }) => version === '$Latest' && own.has(id),
      );
      if (name !== group.name && isFollowing) followers.push(name);
    }
    page = answer.NextToken;
  } while (page);
  if (followers.length === 0) return;
  throw new Failure(
    `The launch template of group "${group.name}" is followed by ${followers.map((name) => `"${name}"`).join(', ')} at ` +
      '$Latest, so they would launch the image as well. Give them a numbered version first, or a template of their own.',
  );
}

function specificationsOf({ LaunchTemplate: own, MixedInstancesPolicy: policy }: AutoScalingGroup) {
  const { LaunchTemplateSpecification: mixed, Overrides = [] } = policy?.LaunchTemplate ?? {};
  return [own, mixed, ...Overrides.map((one) => one.LaunchTemplateSpecification)].flatMap((one) => one ?? []);
}
