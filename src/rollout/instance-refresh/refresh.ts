import {
  DescribeInstanceRefreshesCommand,
  type InstanceRefresh,
  type MixedInstancesPolicy,
  RollbackInstanceRefreshCommand,
  StartInstanceRefreshCommand,
  type StartInstanceRefreshCommandInput,
} from '@aws-sdk/client-auto-scaling';
import type { Aws } from '../../platform/aws.js';
import { forThisMoment } from '../../platform/retry.js';
import { repointed, specificationOf } from '../changes/launch-specification.js';
import { liveAmong } from '../changes/running-source.js';
import type { LaunchSource } from '../heart/launch-source.js';
import { isMade, runs } from '../heart/matching.js';
import type { Observation, Refresh } from '../heart/observation.js';
import type { Allowance, Plan } from '../heart/plan.js';
import type { Release } from '../heart/release.js';
import { allowanceFor } from '../heart/waves.js';
import { checkpointsOf } from './checkpoints.js';
import { isActive } from './refresh-status.js';

type AutoScaling = Pick<Aws, 'autoScaling'>;

/** What AWS's own engine does in a group. */
export interface Refreshes {
  /** The refresh that a release has started, unless AWS has taken it back on our word: then it is as if it had never been. */
  readonly refresh?: Refresh;
  /** One that is under way, and that somebody else has started. */
  readonly otherRefresh?: Refresh;
}

export async function findRefreshes({ autoScaling }: AutoScaling, release: Release): Promise<Refreshes> {
  if (!isMade(release.to)) return {};
  const { InstanceRefreshes: newestFirst = [] } = await autoScaling.send(
    new DescribeInstanceRefreshesCommand({ AutoScalingGroupName: release.group, MaxRecords: 20 }),
  );
  const refresh = viewOf(ofRelease(newestFirst, release));
  // What an answer does not tell of yet, older ones cannot have replaced.
  const at = newestFirst.findIndex(({ InstanceRefreshId }) => InstanceRefreshId === release.refresh?.id);
  const newer = release.refresh ? newestFirst.slice(0, Math.max(0, at)) : newestFirst;
  const other = newer.map(viewOf).find((one) => one && isActive(one) && one.id !== refresh?.id);
  return { ...(refresh && { refresh }), ...(other && { otherRefresh: other }) };
}

/** The one that is under way in a group, whoever has started it. */
export async function activeRefresh({ autoScaling }: AutoScaling, group: string): Promise<Refresh | undefined> {
  const { InstanceRefreshes: newestFirst = [] } = await autoScaling.send(
    new DescribeInstanceRefreshesCommand({ AutoScalingGroupName: group, MaxRecords: 10 }),
  );
  return newestFirst.map(viewOf).find((one) => one && isActive(one));
}

/** That of the release alone. */
export async function findRefresh(aws: AutoScaling, release: Release): Promise<Refresh | undefined> {
  return (await findRefreshes(aws, release)).refresh;
}

function viewOf(found: InstanceRefresh | undefined): Refresh | undefined {
  if (!found?.InstanceRefreshId || !found.Status) return undefined;
  const { InstanceRefreshId: id, Status: status, PercentageComplete: percent = 0, StatusReason: reason } = found;
  return { id, status, percent, ...(reason !== undefined && { reason }) };
}

/**
 * By its id, once that is known. Until then by what it was asked for, which nobody else asks for at this time: so an answer
 * that was lost, and a run that died, leave nothing unknown.
 */
function ofRelease(newestFirst: readonly InstanceRefresh[], release: Release): InstanceRefresh | undefined {
  const { refresh: known } = release;
  const at = newestFirst.findIndex(({ InstanceRefreshId }) => InstanceRefreshId === known?.id);
  const last = newestFirst[at];
  if (known?.kind === 'ours') return last;
  const newer = at < 0 ? newestFirst : newestFirst.slice(0, at);
  const unknown = newer.find((refresh) => isAsked(refresh, release) && isSince(refresh, release));
  return unknown ?? (known?.kind === 'taken-back' && !isTakenBack(last) ? last : undefined);
}

function isTakenBack(refresh: InstanceRefresh | undefined): boolean {
  return ['RollbackSuccessful', 'RollbackFailed', 'Cancelled'].includes(refresh?.Status ?? '');
}

function isAsked({ DesiredConfiguration }: InstanceRefresh, { to }: Release): boolean {
  const { LaunchTemplate, MixedInstancesPolicy: policy } = DesiredConfiguration ?? {};
  const template = LaunchTemplate ?? policy?.LaunchTemplate?.LaunchTemplateSpecification;
  const images = (policy?.LaunchTemplate?.Overrides ?? []).flatMap(({ ImageId = [] }) => ImageId);
  return (
    template?.LaunchTemplateId === to.templateId &&
    template.Version === String(to.version) &&
    images.every((image) => image === to.imageId)
  );
}

/** AWS's clock and ours may differ by so much. Milliseconds. */
const clockTolerance = 300_000;

/** One of an earlier release was over before this one was claimed, whatever the clocks say of when it began. */
function isSince({ StartTime, EndTime }: InstanceRefresh, { startedAt }: Release): boolean {
  const began = StartTime?.getTime() ?? 0;
  const ended = EndTime?.getTime() ?? Number.POSITIVE_INFINITY;
  return began >= startedAt || (began >= startedAt - clockTolerance && ended > startedAt + clockTolerance);
}

/**
 * Hands the plan to AWS. The group itself is not updated first: AWS does that when the refresh has succeeded, so that a
 * rollback has something to go back to (Auto Scaling user guide, "Undo changes with a rollback").
 * @returns the refresh's id; not so where AWS's answer says none: then it is known by what it was asked for.
 */
export async function startRefresh(
  { autoScaling }: AutoScaling,
  { release, group: { policy }, machines, size }: Observation,
): Promise<string | undefined> {
  const { group, plan, to } = release;
  // By force it goes to what every machine runs: whoever skips what matches would replace none.
  const SkipMatching = !liveAmong(machines).every((machine) => runs(machine, to));
  const { InstanceRefreshId } = await autoScaling.send(
    new StartInstanceRefreshCommand(
      forThisMoment({
        AutoScalingGroupName: group,
        Strategy: plan.strategy === 'replace-root-volume' ? ('ReplaceRootVolume' as const) : ('Rolling' as const),
        DesiredConfiguration: desiredConfiguration(to as LaunchSource, policy),
        Preferences: { ...preferencesOf(plan, size), SkipMatching },
      }),
    ),
  );
  return InstanceRefreshId;
}

export async function rollBackRefresh({ autoScaling }: AutoScaling, group: string): Promise<void> {
  await autoScaling.send(new RollbackInstanceRefreshCommand({ AutoScalingGroupName: group }));
}

function desiredConfiguration(source: LaunchSource, policy: MixedInstancesPolicy | undefined) {
  return policy ? { MixedInstancesPolicy: repointed(policy, source) } : { LaunchTemplate: specificationOf(source) };
}

/** The plan in AWS's words. Percentages are of the desired capacity (Auto Scaling API, RefreshPreferences). */
export function preferencesOf(plan: Plan, size: number): NonNullable<StartInstanceRefreshCommandInput['Preferences']> {
  const checkpoints = checkpointsOf(plan, size);
  const seconds = Math.round(plan.soak / 1000);
  return {
    ...healthyPercentages(allowanceFor(plan, size), size),
    InstanceWarmup: Math.round(plan.minReady / 1000),
    SkipMatching: true,
    AutoRollback: true,
    ScaleInProtectedInstances: 'Refresh',
    StandbyInstances: 'Ignore',
    BakeTime: seconds,
    ...(checkpoints.length > 1 && { CheckpointPercentages: checkpoints, CheckpointDelay: seconds }),
    ...(plan.alarms.length > 0 && { AlarmSpecification: { Alarms: [...plan.alarms] } }),
  };
}

/**
 * AWS launches before it terminates only with a maximum above 100 %, and wants at most 100 points between the two. The
 * minimum is rounded up: never do fewer serve than the plan allows.
 */
function healthyPercentages({ surge, unavailable }: Allowance, size: number) {
  const least = size === 0 ? 100 : Math.ceil((100 * (size - unavailable)) / size);
  const most = size === 0 ? 110 : 100 + Math.min(100, Math.ceil((100 * surge) / size));
  return { MinHealthyPercentage: least, MaxHealthyPercentage: Math.min(most, least + 100) };
}
