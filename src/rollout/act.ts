import {
  DescribeAutoScalingGroupsCommand,
  SetDesiredCapacityCommand,
  TerminateInstanceInAutoScalingGroupCommand,
  UpdateAutoScalingGroupCommand,
} from '@aws-sdk/client-auto-scaling';
import type { Aws } from '../platform/aws.js';
import { forThisMoment } from '../platform/retry.js';
import type { Move } from './decide.js';

/** The moves that change the group. */
export type Change = Extract<Move, { kind: 'point-at' | 'restore-max' | 'retire' }>;
type Surge = Extract<Move, { kind: 'surge' }>;
type ChangeOf<Kind extends Change['kind']> = Extract<Change, { kind: Kind }>;

/** Carries out one change. What it did is seen by the next observation, so nothing is returned or remembered. */
export async function act(aws: Aws, group: string, change: Change): Promise<void> {
  switch (change.kind) {
    case 'point-at':
      return pointAt(aws, group, change);
    case 'restore-max':
      return restoreMax(aws, group, change);
    case 'retire':
      return retire(aws, change);
  }
}

async function pointAt(aws: Aws, group: string, { version }: ChangeOf<'point-at'>): Promise<void> {
  await aws.autoScaling.send(
    new UpdateAutoScalingGroupCommand({
      AutoScalingGroupName: group,
      LaunchTemplate: { LaunchTemplateId: version.templateId, Version: String(version.version) },
    }),
  );
}

/**
 * Raises desired. That is an absolute number, so it is written only while the one that it was made from still stands.
 * @returns whether it was raised.
 */
export async function raise(aws: Aws, group: string, { machines, from, max }: Surge): Promise<boolean> {
  const now = await aws.autoScaling.send(new DescribeAutoScalingGroupsCommand({ AutoScalingGroupNames: [group] }));
  if (now.AutoScalingGroups?.[0]?.DesiredCapacity !== from) return false;
  const desired = { AutoScalingGroupName: group, DesiredCapacity: from + machines };
  if (max === undefined) await aws.autoScaling.send(new SetDesiredCapacityCommand(forThisMoment(desired)));
  // One call for both, so that no crash can leave a raised maximum without the machines that it was raised for.
  else await aws.autoScaling.send(new UpdateAutoScalingGroupCommand(forThisMoment({ ...desired, MaxSize: max })));
  return true;
}

async function restoreMax(aws: Aws, group: string, { max }: ChangeOf<'restore-max'>): Promise<void> {
  await aws.autoScaling.send(new UpdateAutoScalingGroupCommand({ AutoScalingGroupName: group, MaxSize: max }));
}

async function retire(aws: Aws, { machines }: ChangeOf<'retire'>): Promise<void> {
  for (const { id, decrement } of machines) {
    await aws.autoScaling.send(
      new TerminateInstanceInAutoScalingGroupCommand({ InstanceId: id, ShouldDecrementDesiredCapacity: decrement }),
    );
  }
}
