import type {
  DescribeScalingActivitiesCommandInput,
  ResumeProcessesCommandInput,
  SuspendProcessesCommandInput,
} from '@aws-sdk/client-auto-scaling';
import { validationError } from '../aws-error.js';
import { type Operations, operation } from '../operation.js';
import { page } from '../pagination.js';
import type { Region } from '../region.js';
import { type Activity, describeActivity } from './activities.js';
import { processes as allProcesses, type Process } from './group.js';

export const processOperations: Operations = {
  SuspendProcesses: operation(
    ['AutoScalingGroupName', 'ScalingProcesses'],
    (input: SuspendProcessesCommandInput, region) => {
      const group = region.autoScaling.group(input.AutoScalingGroupName);
      const processes = named(input.ScalingProcesses);
      for (const process of processes) {
        if (!group.suspended.has(process)) group.suspended.set(process, region.world.clock.now());
      }
      region.record('group', group.name, `suspended ${processes.join(' ')}`);
      return {};
    },
  ),

  ResumeProcesses: operation(
    ['AutoScalingGroupName', 'ScalingProcesses'],
    (input: ResumeProcessesCommandInput, region) => {
      const group = region.autoScaling.group(input.AutoScalingGroupName);
      const processes = named(input.ScalingProcesses);
      for (const process of processes) group.suspended.delete(process);
      region.record('group', group.name, `resumed ${processes.join(' ')}`);
      region.autoScaling.settingsChanged(group);
      return {};
    },
  ),

  DescribeScalingActivities: operation(
    ['AutoScalingGroupName', 'ActivityIds', 'IncludeDeletedGroups', 'MaxRecords', 'NextToken'],
    (input: DescribeScalingActivitiesCommandInput, region) => {
      const request = { maxResults: Math.min(100, input.MaxRecords ?? 100), nextToken: input.NextToken };
      const { items, nextToken } = page(select(input, region), request, 100);
      return { Activities: items.map(describeActivity), NextToken: nextToken };
    },
  ),
};

/** No names, or an empty list, mean all processes (Auto Scaling API, SuspendProcesses). */
function named(names: readonly string[] | undefined): readonly Process[] {
  if (!names?.length) return allProcesses;
  return names.map((name) => {
    const process = allProcesses.find((known) => known === name);
    if (!process) throw validationError(`'${name}' is not a process: ${allProcesses.join(', ')}`);
    return process;
  });
}

/** The newest first; of groups that are gone only on request (Auto Scaling API, DescribeScalingActivities). */
function select(input: DescribeScalingActivitiesCommandInput, { autoScaling }: Region): Activity[] {
  const { AutoScalingGroupName: name, IncludeDeletedGroups: withDeleted, ActivityIds: ids } = input;
  if (name && !withDeleted && !ids?.length) return autoScaling.group(name).activities.toReversed();
  const groups = name && !withDeleted ? [autoScaling.group(name)] : [...autoScaling.groups.values()];
  const present = groups.flatMap(({ activities }) => activities);
  const all = withDeleted ? [...autoScaling.pastActivities, ...present] : present;
  return all
    .filter((activity) => (!name || activity.groupName === name) && (!ids?.length || ids.includes(activity.id)))
    .reverse()
    .sort((one, other) => other.started - one.started);
}
