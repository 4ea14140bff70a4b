import type {
  DeleteScheduledActionCommandInput,
  DescribeScheduledActionsCommandInput,
  PutScheduledUpdateGroupActionCommandInput,
} from '@aws-sdk/client-auto-scaling';
import { AwsError, validationError } from '../aws-error.js';
import { type Operations, operation } from '../operation.js';
import { page } from '../pagination.js';
import type { Region } from '../region.js';
import type { Group } from './group.js';
import { arm, nextTime, type ScheduledAction } from './scheduled-action.js';

export const scheduleOperations: Operations = {
  PutScheduledUpdateGroupAction: operation(
    [
      ...['AutoScalingGroupName', 'ScheduledActionName', 'StartTime', 'EndTime', 'Recurrence', 'TimeZone'],
      ...['MinSize', 'MaxSize', 'DesiredCapacity'],
    ],
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
        .filter(({ action }) => (!from || action.next >= +from) && (!to || action.next <= +to));
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

/** An action of the same name is replaced (Auto Scaling API, PutScheduledUpdateGroupAction). */
function put(group: Group, input: PutScheduledUpdateGroupActionCommandInput, region: Region): void {
  const { ScheduledActionName: name = '', MinSize, MaxSize, DesiredCapacity, StartTime, EndTime } = input;
  const now = region.world.clock.now();
  if (MinSize === undefined && MaxSize === undefined && DesiredCapacity === undefined)
    throw validationError('At least one of MaxSize, MinSize, or DesiredCapacity must be specified');
  if (!StartTime && !input.Recurrence) throw validationError('Either StartTime or Recurrence must be specified');
  if (StartTime && +StartTime <= now) throw validationError('Given start time is in the past');
  if (EndTime && +EndTime <= (StartTime ? +StartTime : now))
    throw validationError('Given end time is in the past, or not after the start time');
  const schedule = {
    start: StartTime && +StartTime,
    end: EndTime && +EndTime,
    recurrence: input.Recurrence || undefined,
    timeZone: input.TimeZone || undefined,
  };
  const next = nextTime(schedule, now);
  if (next === undefined) throw validationError('The schedule names no time to come');
  requireOwnTime(group, name, next);
  const resource = `scheduledUpdateGroupAction:autoScalingGroupName/${group.name}:scheduledActionName/${name}`;
  const action: ScheduledAction = {
    ...schedule,
    ...{ name, arn: region.arn('autoscaling', resource), next, cancel: () => {} },
    ...{ minSize: MinSize, maxSize: MaxSize, desired: DesiredCapacity },
  };
  group.scheduledActions.get(name)?.cancel();
  group.scheduledActions.set(name, action);
  arm(region, group, action);
}

/** Auto Scaling user guide, "Scheduled scaling": each action has a time of its own, and a group has 125 at most. */
function requireOwnTime(group: Group, name: string, next: number): void {
  const others = [...group.scheduledActions.values()].filter((action) => action.name !== name);
  if (others.length >= 125)
    throw new AwsError('LimitExceeded', `Group ${group.name} has 125 scheduled actions already`);
  const same = others.find((action) => action.next === next);
  if (same) throw new AwsError('AlreadyExists', `The scheduled action ${same.name} has the same time`);
}

function describe({ group, action }: { group: Group; action: ScheduledAction }) {
  const { minSize, maxSize, desired, recurrence, timeZone, end } = action;
  return {
    AutoScalingGroupName: group.name,
    ScheduledActionName: action.name,
    ScheduledActionARN: action.arn,
    Time: new Date(action.next),
    StartTime: new Date(action.next),
    ...(end !== undefined && { EndTime: new Date(end) }),
    ...(recurrence !== undefined && { Recurrence: recurrence }),
    ...(timeZone !== undefined && { TimeZone: timeZone }),
    ...(minSize !== undefined && { MinSize: minSize }),
    ...(maxSize !== undefined && { MaxSize: maxSize }),
    ...(desired !== undefined && { DesiredCapacity: desired }),
  };
}
