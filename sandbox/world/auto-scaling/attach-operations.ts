import type { AttachInstancesCommandInput } from '@aws-sdk/client-auto-scaling';
import { type AwsError, validationError } from '../aws-error.js';
import { type Operations, operation } from '../operation.js';
import type { Region } from '../region.js';
import { timeText } from './activities.js';
import type { Group } from './group.js';

export const attachOperations: Operations = {
  AttachInstances: operation(['AutoScalingGroupName', 'InstanceIds'], (input: AttachInstancesCommandInput, region) => {
    attach(input, region);
    return {};
  }),
};

/** Auto Scaling API, AttachInstances: running, in no other group, and within the group's maximum. */
function attach({ AutoScalingGroupName, InstanceIds = [] }: AttachInstancesCommandInput, region: Region): void {
  const { autoScaling, ec2 } = region;
  const group = autoScaling.group(AutoScalingGroupName);
  if (group.suspended.has('Launch'))
    throw validationError(`Launch process is suspended for AutoScalingGroup ${group.name}`);
  if (group.desired + InstanceIds.length > group.maxSize) {
    throw sizesMessage(group, `To attach ${InstanceIds.length} instance${InstanceIds.length > 1 ? 's' : ''}`);
  }
  const instances = InstanceIds.map((id) => {
    const instance = ec2.instances.get(id);
    if (!instance) throw validationError(`Invalid Instance ID: ${id}`);
    if (instance.state !== 'running') throw validationError(`Instance ${id} is not in running state.`);
    const owner = (autoScaling.memberOf(id) ?? autoScaling.warmMember(id))?.group;
    if (owner) throw validationError(`Instance ${id} is already part of AutoScalingGroup:${owner.name}`);
    return instance;
  });
  for (const instance of instances) {
    const { desired } = group;
    group.desired = desired + 1;
    const cause = `At ${timeText(region.world.clock.now())} an instance was attached in response to a user request, increasing the capacity from ${desired} to ${desired + 1}.`;
    autoScaling.lifecycle.attach(group, instance, cause);
  }
  autoScaling.setDesired(group, group.desired, '');
}

/** What AWS answers when a group's sizes have no room for a wish. */
export function sizesMessage({ name, minSize, maxSize, desired }: Group, wish: string): AwsError {
  return validationError(
    `AutoScalingGroup ${name} has min-size=${minSize}, max-size=${maxSize}, and desired-size=${desired}. ${wish}, please update the AutoScalingGroup sizes appropriately.`,
  );
}
