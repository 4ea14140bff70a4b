import type { RefreshPreferences, StartInstanceRefreshCommandInput } from '@aws-sdk/client-auto-scaling';
import { AwsError, validationError } from '../aws-error.js';
import type { Region } from '../region.js';
import type { Group } from './group.js';
import { type LaunchSource, readLaunchSource } from './launch-source.js';

/** What a refresh shall keep to; percentages of the desired capacity, times in seconds (Auto Scaling API, RefreshPreferences). */
export interface Preferences {
  readonly minHealthy: number;
  readonly maxHealthy: number;
  /** Left out: the group's default warm-up, else its grace period. */
  readonly warmup: number | undefined;
  /** In ascending order; the refresh ends at the last one. */
  readonly checkpoints: readonly number[];
  readonly checkpointDelay: number;
  readonly skipMatching: boolean;
  readonly autoRollback: boolean;
  readonly protectedInstances: 'Refresh' | 'Ignore' | 'Wait';
  readonly standbyInstances: 'Terminate' | 'Ignore' | 'Wait';
  readonly alarms: readonly string[];
  readonly bakeTime: number;
}

/** The defaults of the API, which are not those of the console. @throws {AwsError} ValidationError */
export function readPreferences(given: RefreshPreferences = {}): Preferences {
  const { MinHealthyPercentage: min = 90, MaxHealthyPercentage: max = 100 } = given;
  const { CheckpointPercentages: checkpoints = [], CheckpointDelay: delay = 3600, BakeTime: bakeTime = 0 } = given;
  requirePercentages(given, min, max);
  if (checkpoints.some((one, index) => one < 1 || one > 100 || one <= (checkpoints[index - 1] ?? 0)))
    throw validationError('CheckpointPercentages must be unique, ascending and between 1 and 100');
  for (const [name, seconds] of Object.entries({ CheckpointDelay: delay, BakeTime: bakeTime })) {
    if (seconds < 0 || seconds > 172_800)
      throw validationError(`${name} ${seconds} must be between 0 and 172800 seconds`);
  }
  const alarms = given.AlarmSpecification?.Alarms ?? [];
  if (alarms.length > 10) throw validationError('AlarmSpecification may name at most 10 alarms');
  return {
    minHealthy: min,
    maxHealthy: max,
    warmup: given.InstanceWarmup === -1 ? undefined : given.InstanceWarmup,
    checkpoints,
    checkpointDelay: delay,
    skipMatching: given.SkipMatching ?? false,
    autoRollback: given.AutoRollback ?? false,
    protectedInstances: given.ScaleInProtectedInstances ?? 'Wait',
    standbyInstances: given.StandbyInstances ?? 'Wait',
    alarms,
    bakeTime,
  };
}

function requirePercentages(given: RefreshPreferences, min: number, max: number): void {
  if (min < 0 || min > 100) throw validationError(`MinHealthyPercentage ${min} must be between 0 and 100`);
  if (max < 100 || max > 200) throw validationError(`MaxHealthyPercentage ${max} must be between 100 and 200`);
  if (given.MaxHealthyPercentage !== undefined && given.MinHealthyPercentage === undefined)
    throw validationError('MinHealthyPercentage must be given along with MaxHealthyPercentage');
  if (max > 100 && max - min > 100)
    throw validationError('The difference between MinHealthyPercentage and MaxHealthyPercentage cannot be over 100');
}

/** What the group shall launch in the end. @throws {AwsError} ValidationError for what does not exist. */
export function readDesired(
  { DesiredConfiguration: given }: StartInstanceRefreshCommandInput,
  region: Region,
): LaunchSource | undefined {
  return given && readLaunchSource(given, region);
}

/**
 * Rolling back needs a desired configuration, and on both sides a version and an image that stay what they are
 * (Auto Scaling user guide, "Undo changes with a rollback").
 * @throws {AwsError} IrreversibleInstanceRefresh
 */
export function requireReversible(desired: LaunchSource | undefined, group: Group, region: Region): void {
  if (!desired) throw irreversible('it has no desired configuration');
  for (const { template, mixed } of [desired, group]) {
    const { LaunchTemplateId, Version } = template ?? mixed?.LaunchTemplate?.LaunchTemplateSpecification ?? {};
    if (Version?.startsWith('$')) throw irreversible(`a launch template's version is ${Version}`);
    const { data } = region.ec2.templateVersion({ LaunchTemplateId, Version });
    if (data.ImageId?.startsWith('resolve:ssm:')) throw irreversible(`an image is given as ${data.ImageId}`);
  }
}

function irreversible(why: string): AwsError {
  return new AwsError('IrreversibleInstanceRefresh', `The instance refresh cannot be rolled back: ${why}`);
}
