import type {
  DeleteWarmPoolCommandInput,
  DescribeWarmPoolCommandInput,
  PutWarmPoolCommandInput,
} from '@aws-sdk/client-auto-scaling';
import { validationError } from '../aws-error.js';
import { type Operations, operation } from '../operation.js';
import { page } from '../pagination.js';
import type { Region } from '../region.js';
import { describeInstance, describeWarmPool } from './describe-group.js';

export const warmPoolOperations: Operations = {
  PutWarmPool: operation(
    ['AutoScalingGroupName', 'MaxGroupPreparedCapacity', 'MinSize', 'PoolState', 'InstanceReusePolicy.ReuseOnScaleIn'],
    (input: PutWarmPoolCommandInput, region) => {
      put(input, region);
      return {};
    },
  ),

  DescribeWarmPool: operation(
    ['AutoScalingGroupName', 'MaxRecords', 'NextToken'],
    (input: DescribeWarmPoolCommandInput, { autoScaling }) => {
      const group = autoScaling.group(input.AutoScalingGroupName);
      const request = { maxResults: input.MaxRecords, nextToken: input.NextToken };
      const { items, nextToken } = page([...group.warm.values()], request, 50);
      const { warmPool } = group;
      return {
        ...(warmPool && { WarmPoolConfiguration: describeWarmPool(warmPool) }),
        Instances: items.map(describeInstance),
        NextToken: nextToken,
      };
    },
  ),

  /** Its machines go first; by force, without waiting for their hooks (Auto Scaling API, DeleteWarmPool). */
  DeleteWarmPool: operation(
    ['AutoScalingGroupName', 'ForceDelete'],
    (input: DeleteWarmPoolCommandInput, { autoScaling, ec2 }) => {
      const group = autoScaling.group(input.AutoScalingGroupName);
      if (!group.warmPool) throw validationError(`No warm pool found for Auto Scaling group ${group.name}`);
      group.warmPool = group.warm.size > 0 ? { ...group.warmPool, isDeleting: true } : undefined;
      if (input.ForceDelete) for (const id of [...group.warm.keys()]) ec2.terminate(id);
      autoScaling.settingsChanged(group);
      return {};
    },
  ),
};

function put(input: PutWarmPoolCommandInput, region: Region): void {
  const group = region.autoScaling.group(input.AutoScalingGroupName);
  const { PoolState: state = group.warmPool?.state ?? 'Stopped', MinSize = group.warmPool?.minSize ?? 0 } = input;
  if (group.warmPool?.isDeleting) throw validationError(`The warm pool of group ${group.name} is pending delete`);
  if (state !== 'Stopped' && state !== 'Running')
    throw validationError(`The sandbox keeps warm machines Stopped or Running, not ${state}`);
  const { MaxGroupPreparedCapacity: given = group.warmPool?.maxPrepared } = input;
  // -1 takes it away again (Auto Scaling API, PutWarmPool).
  const maxPrepared = given === -1 ? undefined : given;
  const reuses = input.InstanceReusePolicy?.ReuseOnScaleIn ?? group.warmPool?.reuses ?? false;
  group.warmPool = { state, minSize: MinSize, maxPrepared, reuses, isDeleting: false };
  region.record('group', group.name, 'warm pool put');
  region.autoScaling.settingsChanged(group);
}
