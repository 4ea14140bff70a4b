import {
  ResumeProcessesCommand,
  SuspendProcessesCommand,
  TerminateInstanceInAutoScalingGroupCommand,
  UpdateAutoScalingGroupCommand,
} from '@aws-sdk/client-auto-scaling';
import { type Assignment, describe, makeVersion, type RivalEnd } from './rival.js';

/** CloudFormation template reference, UpdatePolicy attribute: AutoScalingRollingUpdate. */
export interface RollingUpdate {
  /** 100 at most. */
  readonly maxBatchSize: number;
  readonly minInstancesInService: number;
  /** Milliseconds; how long a batch may take to signal. */
  readonly pauseTime: number;
}

/** Whether a machine's own cfn-signal said success: its start-up script sends it once the application answers there. */
export type Signalled = (instanceId: string) => boolean;

/** To be suspended during a rolling update (AWS Knowledge Center, "Auto Scaling group rolling updates"). */
const suspended = ['HealthCheck', 'ReplaceUnhealthy', 'AZRebalance', 'AlarmNotification', 'ScheduledActions'];
const pollInterval = 15_000;

/**
 * A stack update with AutoScalingRollingUpdate and WaitOnResourceSignals: desired rises for the time being by what
 * MinInstancesInService needs beside a batch; then batch by batch old machines are replaced, each batch waiting until
 * all its new ones have signalled; at PauseTime without all signals (MinSuccessfulInstancesPercent is 100) the stack
 * goes back with the same policy. Sizes are set at the end to what they were at the start.
 */
export async function cloudFormation(
  assignment: Assignment,
  policy: RollingUpdate,
  signalled: Signalled,
): Promise<RivalEnd> {
  const { aws, group: AutoScalingGroupName } = assignment;
  const { min, desired, instances } = await describe(assignment);
  const { LaunchTemplateId, Version, before } = await makeVersion(assignment);
  const update = (input: object) =>
    aws.autoScaling.send(new UpdateAutoScalingGroupCommand({ AutoScalingGroupName, ...input }));
  await aws.autoScaling.send(new SuspendProcessesCommand({ AutoScalingGroupName, ScalingProcesses: suspended }));
  await update({ LaunchTemplate: { LaunchTemplateId, Version } });
  const old = new Set(instances.map(({ InstanceId = '' }) => InstanceId));
  const succeeded = await replace(assignment, [...old], desired, policy, signalled);
  if (!succeeded) {
    await update({ LaunchTemplate: { LaunchTemplateId, Version: before.Version } });
    const members = (await describe(assignment)).instances.map(({ InstanceId = '' }) => InstanceId);
    const fresh = members.filter((id) => !old.has(id));
    await replace(assignment, fresh, desired, policy, signalled);
  }
  await update({ MinSize: min, DesiredCapacity: desired });
  await aws.autoScaling.send(new ResumeProcessesCommand({ AutoScalingGroupName, ScalingProcesses: suspended }));
  return { succeeded, says: succeeded ? 'UPDATE_COMPLETE' : 'UPDATE_ROLLBACK_COMPLETE' };
}

/** Replaces these machines batch by batch. @returns whether all new ones have signalled in time. */
async function replace(
  assignment: Assignment,
  going: string[],
  desired: number,
  { maxBatchSize, minInstancesInService, pauseTime }: RollingUpdate,
  signalled: Signalled,
): Promise<boolean> {
  const { aws, group: AutoScalingGroupName } = assignment;
  const { desired: size, max, instances } = await describe(assignment);
  const widest = Math.min(max, Math.max(size, minInstancesInService + Math.min(maxBatchSize, going.length)));
  const known = new Set(instances.map(({ InstanceId = '' }) => InstanceId));
  const wait = (count: number) => waitForSignals(assignment, known, count, pauseTime, signalled);
  await aws.autoScaling.send(
    new UpdateAutoScalingGroupCommand({
      AutoScalingGroupName,
      MinSize: Math.min(minInstancesInService, desired),
      DesiredCapacity: widest,
    }),
  );
  if (!(await wait(widest - size))) return false;
  let now = widest;
  for (let left = going.length; left > 0; ) {
    const batch = going.slice(going.length - left, going.length - left + maxBatchSize);
    left -= batch.length;
    const wanted = desired + Math.min(widest - desired, left);
    const replaced = Math.max(0, Math.min(batch.length, wanted - (now - batch.length)));
    for (const [position, InstanceId] of batch.entries()) {
      await aws.autoScaling.send(
        new TerminateInstanceInAutoScalingGroupCommand({
          InstanceId,
          ShouldDecrementDesiredCapacity: position >= replaced,
        }),
      );
    }
    now -= batch.length - replaced;
    if (!(await wait(replaced))) return false;
  }
  return true;
}

/** Waits until so many machines that were not known before have signalled; those are known then. */
async function waitForSignals(
  assignment: Assignment,
  known: Set<string>,
  count: number,
  pauseTime: number,
  signalled: Signalled,
): Promise<boolean> {
  for (let waited = 0; count > 0; waited += pollInterval) {
    const { instances } = await describe(assignment);
    const fresh = instances.map(({ InstanceId = '' }) => InstanceId).filter((id) => !known.has(id) && signalled(id));
    if (fresh.length >= count) {
      for (const id of fresh) known.add(id);
      return true;
    }
    if (waited >= pauseTime) return false;
    await assignment.clock.sleep(pollInterval);
  }
  return true;
}
