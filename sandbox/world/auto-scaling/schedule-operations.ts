import type {
  DeleteScheduledActionCommandInput,
  DescribeScheduledActionsCommandInput,
  PutScheduledUpdateGroupActionCommandInput,
} from '@aws-sdk/client-auto-scaling';
import { validationError } from '../aws-error.js';
import { type Operations, operation } from '../operation.js';
import { page } from '../pagination.js';
import type { Region } from '../region.js';
import { timeText } from './activities.js';
import type { Group } from './group.js';
import type { ScheduledAction } from './scaling.js';

export const scheduleOperations: Operations = {
  PutScheduledUpdateGroupAction: operation(
    ['AutoScalingGroupName', 'ScheduledActionName', 'StartTime', 'MinSize', 'MaxSize', 'DesiredCapacity'],
    (input: PutScheduledUpdateGroupActionCommandInput, region) => {
      put(region.autoScaling.group(input.AutoScalingGroupName), input, region);
      return {};
    },
  ),

  DescribeScheduledActions: operation(
    ['AutoScalingGroupName', 'ScheduledActionNames', 'StartTime', 'EndTime', 'MaxRecords', 'NextToken'],
    (input: DescribeScheduledActionsCommandInput, { autoScaling }) => {
      const { AutoScalingGroupName: name, ScheduledActionNames: names, StartTime: from, EndTime: to } = input;
      const groups = name ? [autoScaling.group(name)] : [...autoScaling.groups.values()];
      const actions = groups
        .flatMap((group) => [...group.scheduledActions.values()].map((action) => ({ group, action })))
        .filter(({ action }) => !names?.length || names.includes(action.name))
        .filter(({ action }) => (!from || action.start >= +from) && (!to || action.start <= +to));
      const { items, nextToken } = page(actions, { maxResults: input.MaxRecords, nextToken: input.NextToken }, 50);
      return { ScheduledUpdateGroupActions: items.map(describe), NextToken: nextToken };
    },
  ),

  DeleteScheduledAction: operation(
    ['AutoScalingGroupName', 'ScheduledActionName'],
    (input: DeleteScheduledActionCommandInput, { autoScaling }) => {
      const group = autoScaling.group(input.AutoScalingGroupName);
      const action = group.scheduledActions.get(input.ScheduledActionName ?? '');
      if (!action) throw validationError(`Scheduled action name not found: ${input.ScheduledActionName}`);
      action.cancel();
      group.scheduledActions.delete(action.name);
      return {};
    },
  ),
};

function put(group: Group, input: PutScheduledUpdateGroupActionCommandInput, region: Region): void {
  const { clock } = region.world;
  const { ScheduledActionName: name = '', StartTime, MinSize, MaxSize, DesiredCapacity } = input;
  if (!StartTime) throw validationError('The sandbox runs scheduled actions once: StartTime is required');
  const start = +StartTime;
  if (start <= clock.now()) throw validationError('Given start time is in the past');
  group.scheduledActions.get(name)?.cancel();
  const action: ScheduledAction = {
    name,
    arn: region.arn(
      'autoscaling',
      `scheduledUpdateGroupAction:autoScalingGroupName/${group.name}:scheduledActionName/${name}`,
    ),
    start,
    minSize: MinSize,
    maxSize: MaxSize,
    desired: DesiredCapacity,
    cancel: clock.schedule(start - clock.now(), () => run(group, action, region)),
  };
  group.scheduledActions.set(name, action);
}

/** One that comes due while ScheduledActions is suspended is skipped (Auto Scaling user guide, "Suspend and resume processes"). */
function run(group: Group, action: ScheduledAction, region: Region): void {
  const { autoScaling, world } = region;
  group.scheduledActions.delete(action.name);
  if (group.suspended.has('ScheduledActions')) return;
  const minSize = action.minSize ?? group.minSize;
  const maxSize = action.maxSize ?? group.maxSize;
  const desired = action.desired ?? Math.max(minSize, Math.min(maxSize, group.desired));
  if (minSize > maxSize || desired < minSize || desired > maxSize) {
    region.record('group', group.name, `scheduled action ${action.name} does not fit`);
    return;
  }
  const cause = `At ${timeText(world.clock.now())} a scheduled action update of AutoScalingGroup constraints to min: ${minSize}, max: ${maxSize}, desired: ${desired} changing the desired capacity from ${group.desired} to ${desired}.`;
  group.minSize = minSize;
  group.maxSize = maxSize;
  autoScaling.setDesired(group, desired, cause);
}

function describe({ group, action }: { group: Group; action: ScheduledAction }) {
  const { minSize, maxSize, desired } = action;
  return {
    AutoScalingGroupName: group.name,
    ScheduledActionName: action.name,
    ScheduledActionARN: action.arn,
    Time: new Date(action.start),
    StartTime: new Date(action.start),
    ...(minSize !== undefined && { MinSize: minSize }),
    ...(maxSize !== undefined && { MaxSize: maxSize }),
    ...(desired !== undefined && { DesiredCapacity: desired }),
  };
}
