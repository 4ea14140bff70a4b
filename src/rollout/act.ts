import {
  SetDesiredCapacityCommand,
  TerminateInstanceInAutoScalingGroupCommand,
  UpdateAutoScalingGroupCommand,
} from '@aws-sdk/client-auto-scaling';
import type { Aws } from '../platform/aws.js';
import type { Move } from './decide.js';

/** The moves that change AWS. */
export type Change = Extract<Move, { kind: 'point-at' | 'resize' | 'retire' }>;

/** Carries out one move. What it did is seen by the next observation, so nothing is returned or remembered. */
export async function act(aws: Aws, group: string, change: Change): Promise<void> {
  switch (change.kind) {
    case 'point-at':
      return pointAt(aws, group, change);
    case 'resize':
      return resize(aws, group, change);
    case 'retire':
      return retire(aws, change);
  }
}

async function pointAt(aws: Aws, group: string, { version }: Extract<Change, { kind: 'point-at' }>): Promise<void> {
  await aws.autoScaling.send(
    new UpdateAutoScalingGroupCommand({
      AutoScalingGroupName: group,
      LaunchTemplate: { LaunchTemplateId: version.templateId, Version: String(version.version) },
    }),
  );
}

async function resize(aws: Aws, group: string, { desired, max }: Extract<Change, { kind: 'resize' }>): Promise<void> {
  if (max === undefined) {
    await aws.autoScaling.send(
      new SetDesiredCapacityCommand({ AutoScalingGroupName: group, DesiredCapacity: desired }),
    );
    return;
  }
  // One call for both, so that no crash can leave a raised maximum without the machines that it was raised for.
  await aws.autoScaling.send(
    new UpdateAutoScalingGroupCommand({
      AutoScalingGroupName: group,
      MaxSize: max,
      ...(desired !== undefined && { DesiredCapacity: desired }),
    }),
  );
}

async function retire(aws: Aws, { machines }: Extract<Change, { kind: 'retire' }>): Promise<void> {
  for (const { id, decrement } of machines) {
    await aws.autoScaling.send(
      new TerminateInstanceInAutoScalingGroupCommand({ InstanceId: id, ShouldDecrementDesiredCapacity: decrement }),
    );
  }
}
