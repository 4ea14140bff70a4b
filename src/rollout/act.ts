import {
  SetDesiredCapacityCommand,
  TerminateInstanceInAutoScalingGroupCommand,
  UpdateAutoScalingGroupCommand,
} from '@aws-sdk/client-auto-scaling';
import type { Aws } from '../platform/aws.js';
import type { Move } from './decide.js';

/** The moves that change the group. */
export type Change = Extract<Move, { kind: 'point-at' | 'surge' | 'restore-max' | 'retire' }>;
type ChangeOf<Kind extends Change['kind']> = Extract<Change, { kind: Kind }>;

/** Carries out one change. What it did is seen by the next observation, so nothing is returned or remembered. */
export async function act(aws: Aws, group: string, change: Change): Promise<void> {
  switch (change.kind) {
    case 'point-at':
      return pointAt(aws, group, change);
    case 'surge':
      return raise(aws, group, change);
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

async function raise(aws: Aws, group: string, { machines, from, max }: ChangeOf<'surge'>): Promise<void> {
  const desired = { AutoScalingGroupName: group, DesiredCapacity: from + machines };
  if (max === undefined) await aws.autoScaling.send(new SetDesiredCapacityCommand(desired));
  // One call for both, so that no crash can leave a raised maximum without the machines that it was raised for.
  else await aws.autoScaling.send(new UpdateAutoScalingGroupCommand({ ...desired, MaxSize: max }));
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
