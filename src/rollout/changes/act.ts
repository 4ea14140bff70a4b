import {
  DescribeAutoScalingGroupsCommand,
  EnterStandbyCommand,
  ExitStandbyCommand,
  ResumeProcessesCommand,
  SetDesiredCapacityCommand,
  SuspendProcessesCommand,
  TerminateInstanceInAutoScalingGroupCommand,
  UpdateAutoScalingGroupCommand,
} from '@aws-sdk/client-auto-scaling';
import { CreateTagsCommand, DeleteTagsCommand, TerminateInstancesCommand } from '@aws-sdk/client-ec2';
import type { Aws } from '../../platform/aws.js';
import { forThisMoment } from '../../platform/retry.js';
import { isConfiguration, type LaunchSource } from '../heart/launch-source.js';
import type { MoveOf, Retirement } from '../heart/move.js';
import type { Group, Observation } from '../heart/observation.js';
import type { Release } from '../heart/release.js';
import { atOnce } from '../heart/replace.js';
import { setWeights } from '../two-group/sides.js';
import { deleteHook, letGo, putHook } from './launch-hook.js';
import { repointed, specificationOf } from './launch-specification.js';

/** The tag of machines that we have put in standby. */
export const keptTag = 'steadfleet:kept-by-release';

/** The moves that change the group and are done once they are called. */
export type Change = MoveOf<
  | 'point-at'
  | 'suspend'
  | 'resume'
  | 'put-hook'
  | 'delete-hook'
  | 'let-go'
  | 'retire-warm'
  | 'give-back'
  | 'set-weights'
  | 'resize'
  | 'retire'
  | 'set-aside'
>;

/** Carries out one change. What it did is seen by the next observation, so nothing is returned or remembered. */
export async function act(
  aws: Aws,
  { group, release }: Pick<Observation, 'group' | 'release'>,
  change: Change,
): Promise<void> {
  const { autoScaling, ec2 } = aws;
  switch (change.kind) {
    case 'point-at':
      return pointAt({ autoScaling }, release, change.version, group);
    case 'suspend':
    case 'resume':
      return suspendOrResume({ autoScaling }, release, change);
    case 'put-hook':
      return putHook({ autoScaling }, release, change);
    case 'delete-hook':
      await end({ ec2 }, change.ending ?? []);
      return deleteHook({ autoScaling }, release);
    case 'let-go':
      return letGo({ autoScaling }, release, change);
    case 'retire-warm':
      return end({ ec2 }, change.ids);
    case 'give-back':
      await raise(aws, release.group, change);
      return;
    case 'set-weights':
      if (release.sides) await setWeights(aws, release.sides, change.weights);
      return;
    case 'resize':
      if (release.sides && change.weights) await setWeights(aws, release.sides, change.weights);
      return resize({ autoScaling }, change);
    case 'retire':
      return retire({ autoScaling }, change);
    case 'set-aside':
      return setAside({ autoScaling, ec2 }, release, change);
  }
}

type AutoScaling = Pick<Aws, 'autoScaling'>;

async function pointAt({ autoScaling }: AutoScaling, { group: name }: Release, version: LaunchSource, group: Group) {
  const input = { AutoScalingGroupName: name, ...sourceOf(version, group) };
  await autoScaling.send(new UpdateAutoScalingGroupCommand(input));
}

/** Without a list both mean every process (Auto Scaling API, SuspendProcesses): decide never gives an empty one. */
async function suspendOrResume(
  { autoScaling }: AutoScaling,
  { group }: Release,
  { kind, processes }: MoveOf<'suspend' | 'resume'>,
): Promise<void> {
  const input = { AutoScalingGroupName: group, ScalingProcesses: [...processes] };
  if (kind === 'suspend') await autoScaling.send(new SuspendProcessesCommand(input));
  else await autoScaling.send(new ResumeProcessesCommand(input));
}

/** A mixed instances policy is written whole. */
function sourceOf(version: LaunchSource, { policy }: Group) {
  if (policy) return { MixedInstancesPolicy: repointed(policy, version) };
  if (isConfiguration(version)) return { LaunchConfigurationName: version.templateId };
  return { LaunchTemplate: specificationOf(version) };
}

/** A group launches others in their place, and calls what has ended before it served a failed launch. */
async function end({ ec2 }: Pick<Aws, 'ec2'>, ids: readonly string[]): Promise<void> {
  for (let at = 0; at < ids.length; at += 100) {
    await ec2.send(new TerminateInstancesCommand({ InstanceIds: ids.slice(at, at + 100) }));
  }
}

/**
 * Raises desired. That is an absolute number, so it is written only while the one that it was made from still stands.
 * @returns whether it was raised.
 */
export async function raise(
  { autoScaling }: AutoScaling,
  group: string,
  { machines, from, max }: Pick<MoveOf<'surge'>, 'machines' | 'from' | 'max'>,
): Promise<boolean> {
  const now = await autoScaling.send(new DescribeAutoScalingGroupsCommand({ AutoScalingGroupNames: [group] }));
  if (now.AutoScalingGroups?.[0]?.DesiredCapacity !== from) return false;
  const desired = { AutoScalingGroupName: group, DesiredCapacity: from + machines };
  if (max === undefined) await autoScaling.send(new SetDesiredCapacityCommand(forThisMoment(desired)));
  // One call for both, so that no crash can leave a raised maximum without the machines that it was raised for.
  else await autoScaling.send(new UpdateAutoScalingGroupCommand(forThisMoment({ ...desired, MaxSize: max })));
  return true;
}

export async function setMax({ autoScaling }: AutoScaling, group: string, max: number): Promise<void> {
  await autoScaling.send(new UpdateAutoScalingGroupCommand({ AutoScalingGroupName: group, MaxSize: max }));
}

/**
 * Puts the owner's maximum back, but only if the group still fits and the raised one still stands: under a lower maximum AWS
 * lowers desired as well (Auto Scaling API, UpdateAutoScalingGroup).
 * @returns whether it did.
 */
export async function lowerMax(
  { autoScaling }: AutoScaling,
  { name, max: raised }: Group,
  max: number,
): Promise<boolean> {
  const now = await autoScaling.send(new DescribeAutoScalingGroupsCommand({ AutoScalingGroupNames: [name] }));
  const { MaxSize, DesiredCapacity = 0 } = now.AutoScalingGroups?.[0] ?? {};
  if (MaxSize !== raised || DesiredCapacity > max) return false;
  await setMax({ autoScaling }, name, max);
  return true;
}

/** Puts machines in standby back into service, which raises desired by as many (Auto Scaling API, ExitStandby). */
export async function restore(
  { autoScaling }: AutoScaling,
  group: string,
  { ids, max }: MoveOf<'restore'>,
): Promise<void> {
  const AutoScalingGroupName = group;
  if (max !== undefined) await setMax({ autoScaling }, group, max);
  const input = forThisMoment({ AutoScalingGroupName, InstanceIds: [...ids] });
  await autoScaling.send(new ExitStandbyCommand(input));
}

/** Machines that serve again are no longer kept: one that a person puts in standby later is not to be taken for ours. */
export async function untag({ ec2 }: Pick<Aws, 'ec2'>, ids: readonly string[]): Promise<void> {
  // Of no more than a thousand at once (EC2 API, DeleteTags).
  for (let at = 0; at < ids.length; at += 1_000) {
    await ec2.send(new DeleteTagsCommand({ Resources: ids.slice(at, at + 1_000), Tags: [{ Key: keptTag }] }));
  }
}

async function retire({ autoScaling }: AutoScaling, { machines }: MoveOf<'retire'>): Promise<void> {
  for (const { id, decrement } of machines) {
    await autoScaling.send(
      new TerminateInstanceInAutoScalingGroupCommand({ InstanceId: id, ShouldDecrementDesiredCapacity: decrement }),
    );
  }
}

/** Right only for the sizes that were just read, so it is never repeated without another look. */
async function resize({ autoScaling }: AutoScaling, { group, sizes: { min, max, desired } }: MoveOf<'resize'>) {
  const input = {
    AutoScalingGroupName: group,
    ...(min !== undefined && { MinSize: min }),
    ...(max !== undefined && { MaxSize: max }),
    ...(desired !== undefined && { DesiredCapacity: desired }),
  };
  await autoScaling.send(new UpdateAutoScalingGroupCommand(forThisMoment(input)));
}

/** Tags the machines before they enter standby: a person's own standby machines must never be taken for ours. */
async function setAside(
  { autoScaling, ec2 }: Pick<Aws, 'autoScaling' | 'ec2'>,
  { group, number }: Release,
  { machines }: MoveOf<'set-aside'>,
): Promise<void> {
  const Tags = [{ Key: keptTag, Value: String(number) }];
  await ec2.send(new CreateTagsCommand({ Resources: machines.map(({ id }) => id), Tags }));
  for (const decrement of [true, false]) {
    const ids = idsOf(machines.filter((machine) => machine.decrement === decrement));
    for (let at = 0; at < ids.length; at += atOnce) {
      const InstanceIds = ids.slice(at, at + atOnce);
      const input = { AutoScalingGroupName: group, InstanceIds, ShouldDecrementDesiredCapacity: decrement };
      await autoScaling.send(new EnterStandbyCommand(forThisMoment(input)));
    }
  }
}

function idsOf(machines: readonly Retirement[]): string[] {
  return machines.map(({ id }) => id);
}
