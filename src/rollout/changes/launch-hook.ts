import {
  CompleteLifecycleActionCommand,
  DeleteLifecycleHookCommand,
  DescribeLifecycleHooksCommand,
  PutLifecycleHookCommand,
  RecordLifecycleActionHeartbeatCommand,
} from '@aws-sdk/client-auto-scaling';
import type { Aws } from '../../platform/aws.js';
import type { MoveOf } from '../heart/move.js';
import type { Plan } from '../heart/plan.js';
import type { Release } from '../heart/release.js';

type AutoScaling = Pick<Aws, 'autoScaling'>;

/** Our launch lifecycle hook. */
export const hookName = 'steadfleet';

/**
 * How long a machine waits in our hook without a word of a run: for its gate, and for a run that was killed to be followed by
 * another. Whole seconds, between 30 and 7200 (Auto Scaling API, PutLifecycleHook).
 */
export function hookTimeout({ gate, progressDeadline }: Plan): number {
  const check = gate.kind === 'none' ? 0 : gate.timeout;
  return Math.min(7200, Math.max(300, Math.round((2 * check + progressDeadline) / 1000)));
}

/** Puts our hook on the group, or says anew what becomes of a machine that nobody lets go. */
export async function putHook(
  { autoScaling }: AutoScaling,
  { group, plan }: Release,
  { otherwise }: MoveOf<'put-hook'>,
): Promise<void> {
  await autoScaling.send(
    new PutLifecycleHookCommand({
      AutoScalingGroupName: group,
      LifecycleHookName: hookName,
      LifecycleTransition: 'autoscaling:EC2_INSTANCE_LAUNCHING',
      HeartbeatTimeout: hookTimeout(plan),
      DefaultResult: otherwise,
    }),
  );
}

/**
 * Throws away what waits in it (Auto Scaling API, DeleteLifecycleHook). "No Lifecycle Hook found": it is gone, which is what is
 * wanted, and was read before that.
 */
export async function deleteHook({ autoScaling }: AutoScaling, { group }: Release): Promise<void> {
  const hook = { AutoScalingGroupName: group, LifecycleHookName: hookName };
  await autoScaling.send(new DeleteLifecycleHookCommand(hook)).catch(ignoreAbsence);
}

/** Lets these machines go into service, or has the group terminate them. */
export async function letGo(
  { autoScaling }: AutoScaling,
  { group }: Release,
  { ids, result, isTheirs }: MoveOf<'let-go'>,
): Promise<void> {
  const hooks = isTheirs ? await launchHooks({ autoScaling }, group) : [hookName];
  for (const id of ids) {
    for (const LifecycleHookName of hooks) {
      const action = { ...actionOf(group, id), LifecycleHookName, LifecycleActionResult: result };
      await autoScaling.send(new CompleteLifecycleActionCommand(action)).catch(ignoreAbsence);
    }
  }
}

/** The names of a group's launch hooks, whosever they are. */
export async function launchHooks({ autoScaling }: AutoScaling, group: string): Promise<readonly string[]> {
  const all = await autoScaling.send(new DescribeLifecycleHooksCommand({ AutoScalingGroupName: group }));
  return (all.LifecycleHooks ?? [])
    .filter(({ LifecycleTransition }) => LifecycleTransition === 'autoscaling:EC2_INSTANCE_LAUNCHING')
    .flatMap(({ LifecycleHookName }) => LifecycleHookName ?? []);
}

/** Starts the time-out of the hook anew for a machine; one that has been let go meanwhile stays so. */
export async function extendWait({ autoScaling }: AutoScaling, { group }: Release, id: string): Promise<void> {
  await autoScaling.send(new RecordLifecycleActionHeartbeatCommand(actionOf(group, id))).catch(ignoreAbsence);
}

function actionOf(group: string, id: string) {
  return { AutoScalingGroupName: group, LifecycleHookName: hookName, InstanceId: id };
}

/** "No active Lifecycle Action found": it was let go before, or it has gone; or there is no such hook any more. */
function ignoreAbsence(error: Error): void {
  if (error.name !== 'ValidationError') throw error;
}
