import type {
  CancelInstanceRefreshCommandInput,
  DescribeInstanceRefreshesCommandInput,
  InstanceRefresh as RefreshDescription,
  RollbackInstanceRefreshCommandInput,
  StartInstanceRefreshCommandInput,
} from '@aws-sdk/client-auto-scaling';
import { AwsError, validationError } from '../aws-error.js';
import { type Operations, operation } from '../operation.js';
import { page } from '../pagination.js';
import type { Region } from '../region.js';
import type { Group, Member } from './group.js';
import { activeRefresh, type InstanceRefresh, isOver, progressOf } from './instance-refresh.js';
import { isCurrent } from './launch.js';
import { rollBack, watchRefresh } from './refresh-engine.js';
import { readDesired, readPreferences, requireReversible } from './refresh-preferences.js';
import { imageOf, requireReplaceable, wantedImage } from './root-volume-requirements.js';

export const refreshOperations: Operations = {
  StartInstanceRefresh: operation(
    [
      'AutoScalingGroupName',
      'Strategy',
      'DesiredConfiguration.LaunchTemplate.*',
      'DesiredConfiguration.MixedInstancesPolicy.*',
      'Preferences.*',
    ],
    (input: StartInstanceRefreshCommandInput, region) => ({ InstanceRefreshId: start(input, region).id }),
  ),

  DescribeInstanceRefreshes: operation(
    ['AutoScalingGroupName', 'InstanceRefreshIds', 'MaxRecords', 'NextToken'],
    (input: DescribeInstanceRefreshesCommandInput, region) => {
      const group = region.autoScaling.group(input.AutoScalingGroupName);
      const { InstanceRefreshIds: ids } = input;
      const asked = group.refreshes.filter(({ id }) => !ids?.length || ids.includes(id)).reverse();
      const request = { maxResults: Math.min(100, input.MaxRecords ?? 50), nextToken: input.NextToken };
      const { items, nextToken } = page(asked, request, 50);
      return { InstanceRefreshes: items.map((refresh) => describe(refresh, group, region)), NextToken: nextToken };
    },
  ),

  /** Of a rollback, too. What is replaced already stays so (Auto Scaling API, CancelInstanceRefresh). */
  CancelInstanceRefresh: operation(
    ['AutoScalingGroupName', 'WaitForTransitioningInstances'],
    (input: CancelInstanceRefreshCommandInput, region) => {
      const { group, refresh } = findActive(input.AutoScalingGroupName, region, 'or rollback');
      refresh.status = 'Cancelling';
      group.surge = 0;
      region.record('instance-refresh', `${group.name}/${refresh.id}`, 'Cancelling');
      return { InstanceRefreshId: refresh.id };
    },
  ),

  RollbackInstanceRefresh: operation(['AutoScalingGroupName'], (input: RollbackInstanceRefreshCommandInput, region) => {
    const { group, refresh } = findActive(input.AutoScalingGroupName, region);
    requireReversible(refresh.desired, group, region);
    rollBack(region, group, refresh, 'Rolled back due to user request.');
    return { InstanceRefreshId: refresh.id };
  }),
};

function start(input: StartInstanceRefreshCommandInput, region: Region): InstanceRefresh {
  const group = region.autoScaling.group(input.AutoScalingGroupName);
  if (activeRefresh(group)) {
    throw new AwsError(
      'InstanceRefreshInProgress',
      'An Instance Refresh is already in progress and blocks the execution of this Instance Refresh.',
    );
  }
  const { Strategy: strategy = 'Rolling' } = input;
  if (strategy !== 'Rolling' && strategy !== 'ReplaceRootVolume')
    throw validationError(`Strategy '${strategy}' must be Rolling or ReplaceRootVolume`);
  const preferences = readPreferences(input.Preferences);
  const desired = readDesired(input, region);
  if (strategy === 'ReplaceRootVolume') requireReplaceable(desired, group, region);
  if (preferences.autoRollback) requireRollbackPossible(desired, group, region);
  group.launching = desired;
  region.autoScaling.warmPools.renew(group, preferences.skipMatching);
  const members = [...group.members.values()];
  const victims = members.filter((member) => !preferences.skipMatching || !matches(strategy, region, group, member));
  const now = region.world.clock.now();
  const refresh: InstanceRefresh = {
    id: [8, 4, 4, 4, 12].map((digits) => region.autoScaling.random.hex(digits)).join('-'),
    ...{ strategy, preferences },
    settings: structuredClone({ Preferences: input.Preferences, DesiredConfiguration: input.DesiredConfiguration }),
    desired,
    status: 'Pending',
    statusReason: undefined,
    started: now,
    ended: undefined,
    final: undefined,
    victims: new Set(victims.map(({ instance }) => instance.id)),
    total: victims.length,
    present: new Set(group.members.keys()),
    checkpoints: preferences.checkpoints,
    restsUntil: undefined,
    progress: { mark: '', since: now },
    rollback: undefined,
  };
  group.refreshes.push(refresh);
  region.record('instance-refresh', `${group.name}/${refresh.id}`, 'Pending');
  watchRefresh(region, group, refresh);
  return refresh;
}

/** Auto Scaling user guide, "Use an instance refresh with skip matching": for root volumes the image is all that counts. */
function matches(strategy: InstanceRefresh['strategy'], region: Region, group: Group, member: Member): boolean {
  if (strategy === 'ReplaceRootVolume') return imageOf(member) === wantedImage(region, group, member);
  return isCurrent(region, group, member);
}

/** What cannot be rolled back must not ask for it (Auto Scaling API, RefreshPreferences). */
function requireRollbackPossible(desired: InstanceRefresh['desired'], group: Group, region: Region): void {
  try {
    requireReversible(desired, group, region);
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    throw validationError(`AutoRollback cannot be set. ${error.message}`);
  }
}

function findActive(
  name: string | undefined,
  region: Region,
  what?: 'or rollback',
): { group: Group; refresh: InstanceRefresh } {
  const group = region.autoScaling.group(name);
  const refresh = activeRefresh(group);
  if (refresh && refresh.status !== 'Cancelling' && (what || !refresh.rollback)) return { group, refresh };
  throw new AwsError(
    'ActiveInstanceRefreshNotFound',
    `No in progress or pending Instance Refresh found for Auto Scaling group ${group.name}`,
  );
}

function describe(refresh: InstanceRefresh, group: Group, region: Region): RefreshDescription {
  const { percentage, instancesToUpdate } = progressOf(region, group, refresh);
  const progress = { PercentageComplete: percentage, InstancesToUpdate: instancesToUpdate };
  const { Preferences, DesiredConfiguration } = refresh.settings;
  const { rollback } = refresh;
  return {
    InstanceRefreshId: refresh.id,
    AutoScalingGroupName: group.name,
    Status: refresh.status,
    ...(refresh.statusReason !== undefined && { StatusReason: refresh.statusReason }),
    StartTime: new Date(refresh.started),
    ...(refresh.ended !== undefined && { EndTime: new Date(refresh.ended) }),
    ...(!isOver(refresh) || refresh.status === 'Successful' ? progress : {}),
    ProgressDetails: { LivePoolProgress: progress },
    ...(Preferences && { Preferences: structuredClone(Preferences) }),
    ...(DesiredConfiguration && { DesiredConfiguration: structuredClone(DesiredConfiguration) }),
    ...(rollback && {
      RollbackDetails: {
        RollbackReason: rollback.reason,
        RollbackStartTime: new Date(rollback.started),
        PercentageCompleteOnRollback: rollback.percentage,
        InstancesToUpdateOnRollback: rollback.left,
      },
    }),
    Strategy: refresh.strategy,
  };
}
