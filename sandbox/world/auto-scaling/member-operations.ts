import type {
  DescribeAutoScalingInstancesCommandInput,
  DetachInstancesCommandInput,
  EnterStandbyCommandInput,
  ExitStandbyCommandInput,
  SetInstanceHealthCommandInput,
  SetInstanceProtectionCommandInput,
  TerminateInstanceInAutoScalingGroupCommandInput,
} from '@aws-sdk/client-auto-scaling';
import { AwsError, validationError } from '../aws-error.js';
import { type Operations, operation } from '../operation.js';
import { page } from '../pagination.js';
import type { Region } from '../region.js';
import { type Activity, describeActivity, timeText } from './activities.js';
import { sizesMessage } from './attach-operations.js';
import { describeMember } from './describe-group.js';
import { capacityOf, type Group, isTerminating, type Member } from './group.js';
import { markUnhealthy } from './health.js';

export const memberOperations: Operations = {
  DescribeAutoScalingInstances: operation(
    ['InstanceIds', 'MaxRecords', 'NextToken'],
    (input: DescribeAutoScalingInstancesCommandInput, { autoScaling }) => {
      const all = [...autoScaling.groups.values()].flatMap(({ members, warm }) => [
        ...members.values(),
        ...warm.values(),
      ]);
      // Unknown ids are left out (Auto Scaling API, DescribeAutoScalingInstances).
      const asked = input.InstanceIds?.length
        ? all.filter(({ instance }) => input.InstanceIds?.includes(instance.id))
        : all;
      const { items, nextToken } = page(asked, { maxResults: input.MaxRecords, nextToken: input.NextToken }, 50);
      return { AutoScalingInstances: items.map(describeMember), NextToken: nextToken };
    },
  ),

  TerminateInstanceInAutoScalingGroup: operation(
    ['InstanceId', 'ShouldDecrementDesiredCapacity'],
    (input: TerminateInstanceInAutoScalingGroupCommandInput, region) => ({
      Activity: describeActivity(terminate(input, region)),
    }),
  ),

  EnterStandby: operation(
    ['AutoScalingGroupName', 'InstanceIds', 'ShouldDecrementDesiredCapacity'],
    (input: EnterStandbyCommandInput, region) => {
      const { group, members } = membersOf(input, region, (member) => member.state === 'InService', 'InService');
      const { length } = members;
      if (input.ShouldDecrementDesiredCapacity && group.desired - capacityOf(members) < group.minSize) {
        throw sizesMessage(group, `To place into standby ${length} instance${length > 1 ? 's' : ''}`);
      }
      const cause = (id: string) =>
        `At ${now(region)} instance ${id} was moved to standby in response to a user request`;
      return stepOut(region, group, members, input.ShouldDecrementDesiredCapacity, (member, shrinking) =>
        region.autoScaling.lifecycle.enterStandby(member, `${cause(member.instance.id)}${shrinking}.`),
      );
    },
  ),

  ExitStandby: operation(['AutoScalingGroupName', 'InstanceIds'], (input: ExitStandbyCommandInput, region) => {
    const { group, members } = membersOf(input, region, (member) => member.state === 'Standby', 'Standby');
    const { length } = members;
    if (group.suspended.has('Launch'))
      throw validationError(`Launch process is suspended for AutoScalingGroup ${group.name}`);
    if (group.desired + capacityOf(members) > group.maxSize) {
      throw sizesMessage(group, `To exit standby ${length} instance${length > 1 ? 's' : ''}`);
    }
    const activities = members.map((member) => {
      const { desired } = group;
      group.desired = desired + member.weight;
      const cause = `At ${now(region)} instance ${member.instance.id} was moved out of standby in response to a user request, increasing the capacity from ${desired} to ${group.desired}.`;
      return describeActivity(region.autoScaling.lifecycle.exitStandby(member, cause));
    });
    region.autoScaling.setDesired(group, group.desired, '');
    return { Activities: activities };
  }),

  DetachInstances: operation(
    ['AutoScalingGroupName', 'InstanceIds', 'ShouldDecrementDesiredCapacity'],
    (input: DetachInstancesCommandInput, region) => {
      const canLeave = ({ state }: Member) => state === 'InService' || state === 'Standby';
      const { group, members } = membersOf(input, region, canLeave, 'InService or Standby');
      const { length } = members;
      if (input.ShouldDecrementDesiredCapacity && group.desired - capacityOf(members) < group.minSize) {
        throw sizesMessage(group, `To detach ${length} instance${length > 1 ? 's' : ''}`);
      }
      const cause = (id: string) => `At ${now(region)} instance ${id} was detached in response to a user request`;
      return stepOut(region, group, members, input.ShouldDecrementDesiredCapacity, (member, shrinking) =>
        region.autoScaling.lifecycle.detach(member, `${cause(member.instance.id)}${shrinking}.`),
      );
    },
  ),

  SetInstanceProtection: operation(
    ['AutoScalingGroupName', 'InstanceIds', 'ProtectedFromScaleIn'],
    (input: SetInstanceProtectionCommandInput, region) => {
      const { group, members } = membersOf(input, region, ({ state }) => state === 'InService', 'InService', 50);
      const isProtected = input.ProtectedFromScaleIn ?? false;
      for (const member of members) {
        member.protectedFromScaleIn = isProtected;
        region.record('member', `${group.name}/${member.instance.id}`, isProtected ? 'protected' : 'not protected');
      }
      region.autoScaling.wake(group);
      return {};
    },
  ),

  SetInstanceHealth: operation(
    ['InstanceId', 'HealthStatus', 'ShouldRespectGracePeriod'],
    (input: SetInstanceHealthCommandInput, region) => {
      const member = findMember(region, input.InstanceId);
      const isSpared = (input.ShouldRespectGracePeriod ?? true) && region.world.clock.now() < member.graceEnds;
      if (input.HealthStatus === 'Healthy') member.healthy = true;
      else if (input.HealthStatus !== 'Unhealthy')
        throw validationError(`HealthStatus '${input.HealthStatus}' must be Healthy or Unhealthy`);
      else if (!isSpared) {
        markUnhealthy(
          region,
          member,
          `At ${now(region)} an instance was taken out of service in response to a user health-check.`,
        );
        region.autoScaling.wake(member.group);
      }
      return {};
    },
  ),
};

function now(region: Region): string {
  return timeText(region.world.clock.now());
}

function findMember({ autoScaling }: Region, id: string | undefined): Member {
  const member = autoScaling.memberOf(id ?? '');
  if (!member) throw validationError(`Instance Id not found - No managed instance found for instance ID ${id}`);
  return member;
}

/** Auto Scaling API, TerminateInstanceInAutoScalingGroup: not valid for instances in a warm pool. */
function requireNotWarm({ autoScaling }: Region, id = ''): void {
  if (autoScaling.warmMember(id))
    throw validationError(`The instance ${id} is in a warm pool and cannot be terminated here`);
}

/**
 * Neither protection nor suspended processes stop it; without decrement the group replaces the instance
 * (Auto Scaling API, TerminateInstanceInAutoScalingGroup). No exception is documented for one in standby, though it does
 * not count against desired: with decrement another one goes as well, which is what AWS warns of ("Detach or attach
 * instances": instances in standby).
 */
function terminate(input: TerminateInstanceInAutoScalingGroupCommandInput, region: Region): Activity {
  const { autoScaling } = region;
  requireNotWarm(region, input.InstanceId);
  const member = findMember(region, input.InstanceId);
  const { group } = member;
  // AWS says that the error exists, not when; that a launch hook's wait is among the cases is what people have met.
  if (isTerminating(member) || member.state === 'Detaching' || member.state === 'Pending:Wait') {
    throw new AwsError(
      'ScalingActivityInProgress',
      `Scaling activity ${member.activity?.id} is in progress and blocks this action`,
    );
  }
  let shrinking = '';
  if (input.ShouldDecrementDesiredCapacity) {
    const desired = group.desired - member.weight;
    if (desired < group.minSize) throw belowMinimum(group);
    shrinking = `, shrinking the capacity from ${group.desired} to ${desired}`;
    autoScaling.setDesired(group, desired, '');
    member.isScaledIn = true;
  }
  const cause = `At ${now(region)} instance ${member.instance.id} was taken out of service in response to a user request${shrinking}.`;
  const activity = autoScaling.lifecycle.terminate(member, cause);
  autoScaling.wake(group);
  return activity;
}

function belowMinimum({ minSize }: Group): AwsError {
  return validationError(
    `Currently, desiredSize equals minSize (${minSize}). Terminating instance without replacement will violate group's min size constraint. Either set shouldDecrementDesiredCapacity flag to false or lower group's min size.`,
  );
}

interface Named {
  readonly AutoScalingGroupName?: string | undefined;
  readonly InstanceIds?: readonly string[] | undefined;
}

/** The named members, each in a state that allows what is asked. @throws {AwsError} ValidationError */
function membersOf(
  { AutoScalingGroupName, InstanceIds = [] }: Named,
  { autoScaling }: Region,
  allows: (member: Member) => boolean,
  states: string,
  limit = 20,
): { group: Group; members: Member[] } {
  const group = autoScaling.group(AutoScalingGroupName);
  if (InstanceIds.length > limit)
    throw validationError(`At most ${limit} instances at a time, not ${InstanceIds.length}`);
  const members = InstanceIds.map((id) => {
    const member = group.members.get(id);
    if (!member) throw validationError(`The instance ${id} is not part of Auto Scaling group ${group.name}.`);
    if (!allows(member)) throw validationError(`The instance ${id} is not in ${states}.`);
    return member;
  });
  return { group, members };
}

function stepOut(
  region: Region,
  group: Group,
  members: readonly Member[],
  isDecremented: boolean | undefined,
  step: (member: Member, shrinking: string) => Activity,
) {
  const activities = members.map((member) => {
    const { desired } = group;
    if (!isDecremented) return describeActivity(step(member, ''));
    group.desired = desired - member.weight;
    return describeActivity(step(member, `, shrinking the capacity from ${desired} to ${group.desired}`));
  });
  region.autoScaling.setDesired(group, group.desired, '');
  return { Activities: activities };
}
