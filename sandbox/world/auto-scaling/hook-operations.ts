import type {
  CompleteLifecycleActionCommandInput,
  DeleteLifecycleHookCommandInput,
  DescribeLifecycleHooksCommandInput,
  PutLifecycleHookCommandInput,
  RecordLifecycleActionHeartbeatCommandInput,
} from '@aws-sdk/client-auto-scaling';
import { AwsError, validationError } from '../aws-error.js';
import { type Operations, operation } from '../operation.js';
import type { Region } from '../region.js';
import type { Group } from './group.js';
import { armTimeout, globalTimeout, type Hook, type HookWait, type LifecycleResult, type Transition } from './hooks.js';

const actionParameters = ['AutoScalingGroupName', 'LifecycleHookName', 'LifecycleActionToken', 'InstanceId'];

export const hookOperations: Operations = {
  PutLifecycleHook: operation(
    [
      'AutoScalingGroupName',
      'LifecycleHookName',
      'LifecycleTransition',
      'HeartbeatTimeout',
      'DefaultResult',
      'NotificationMetadata',
    ],
    (input: PutLifecycleHookCommandInput, region) => {
      const group = region.autoScaling.group(input.AutoScalingGroupName);
      put(group, input);
      region.record('group', group.name, `hook ${input.LifecycleHookName} put`);
      return {};
    },
  ),

  DescribeLifecycleHooks: operation(
    ['AutoScalingGroupName', 'LifecycleHookNames'],
    (input: DescribeLifecycleHooksCommandInput, { autoScaling }) => {
      const group = autoScaling.group(input.AutoScalingGroupName);
      const names = input.LifecycleHookNames ?? [];
      const hooks = [...group.hooks.values()].filter(({ name }) => names.length === 0 || names.includes(name));
      return { LifecycleHooks: hooks.map((hook) => describe(group, hook)) };
    },
  ),

  /** What waits for it is let go: launches abandoned, terminations continued (Auto Scaling API, DeleteLifecycleHook). */
  DeleteLifecycleHook: operation(
    ['AutoScalingGroupName', 'LifecycleHookName'],
    (input: DeleteLifecycleHookCommandInput, region) => {
      const group = region.autoScaling.group(input.AutoScalingGroupName);
      const hook = findHook(group, input.LifecycleHookName);
      group.hooks.delete(hook.name);
      region.record('group', group.name, `hook ${hook.name} deleted`);
      const result = hook.transition === 'autoscaling:EC2_INSTANCE_LAUNCHING' ? 'ABANDON' : 'CONTINUE';
      for (const { waits } of [...group.members.values(), ...group.warm.values()])
        waits.get(hook.name)?.finish(result, 'the hook was deleted');
      return {};
    },
  ),

  CompleteLifecycleAction: operation(
    [...actionParameters, 'LifecycleActionResult'],
    (input: CompleteLifecycleActionCommandInput, region) => {
      const { LifecycleActionResult: result } = input;
      if (result !== 'CONTINUE' && result !== 'ABANDON') {
        throw validationError(`LifecycleActionResult '${result}' must be CONTINUE or ABANDON`);
      }
      findWait(input, region).finish(result, `Lifecycle Action Completed with ${result} Result`);
      return {};
    },
  ),

  RecordLifecycleActionHeartbeat: operation(
    actionParameters,
    (input: RecordLifecycleActionHeartbeatCommandInput, region) => {
      armTimeout(findWait(input, region), region.world.clock);
      return {};
    },
  ),
};

/** A new hook needs a transition; an existing one keeps what is not given (Auto Scaling API, PutLifecycleHook). */
function put(group: Group, input: PutLifecycleHookCommandInput): void {
  const { LifecycleHookName: name = '' } = input;
  const existing = group.hooks.get(name);
  const transition = (input.LifecycleTransition as Transition | undefined) ?? existing?.transition;
  if (transition !== 'autoscaling:EC2_INSTANCE_LAUNCHING' && transition !== 'autoscaling:EC2_INSTANCE_TERMINATING') {
    throw validationError(
      `LifecycleTransition '${transition}' must be autoscaling:EC2_INSTANCE_LAUNCHING or autoscaling:EC2_INSTANCE_TERMINATING`,
    );
  }
  const heartbeatTimeout = input.HeartbeatTimeout ?? existing?.heartbeatTimeout ?? 3600;
  if (heartbeatTimeout < 30 || heartbeatTimeout > 7200) {
    throw validationError(`HeartbeatTimeout ${heartbeatTimeout} must be between 30 and 7200 seconds`);
  }
  const defaultResult = (input.DefaultResult as LifecycleResult | undefined) ?? existing?.defaultResult ?? 'ABANDON';
  if (defaultResult !== 'CONTINUE' && defaultResult !== 'ABANDON') {
    throw validationError(`DefaultResult '${defaultResult}' must be CONTINUE or ABANDON`);
  }
  if (!existing && group.hooks.size >= 50)
    throw new AwsError('LimitExceeded', `Group ${group.name} has 50 lifecycle hooks already`);
  const metadata = input.NotificationMetadata ?? existing?.metadata;
  const hook: Hook = { name, transition, heartbeatTimeout, defaultResult, metadata };
  group.hooks.set(name, hook);
}

function findHook(group: Group, name: string | undefined): Hook {
  const hook = group.hooks.get(name ?? '');
  if (!hook) throw validationError(`No Lifecycle Hook found with name ${name} in AutoScalingGroup ${group.name}`);
  return hook;
}

function findWait(
  input: Omit<CompleteLifecycleActionCommandInput, 'LifecycleActionResult'>,
  { autoScaling }: Region,
): HookWait {
  const group = autoScaling.group(input.AutoScalingGroupName);
  const { LifecycleHookName: name = '', LifecycleActionToken: token, InstanceId: id } = input;
  for (const { waits, instance } of [...group.members.values(), ...group.warm.values()]) {
    const wait = waits.get(name);
    if (wait && (token ? wait.token === token : instance.id === id)) return wait;
  }
  throw validationError(`No active Lifecycle Action found with ${token ? `token ${token}` : `instance ID ${id}`}`);
}

function describe(group: Group, hook: Hook) {
  return {
    LifecycleHookName: hook.name,
    AutoScalingGroupName: group.name,
    LifecycleTransition: hook.transition,
    HeartbeatTimeout: hook.heartbeatTimeout,
    GlobalTimeout: globalTimeout(hook),
    DefaultResult: hook.defaultResult,
    ...(hook.metadata !== undefined && { NotificationMetadata: hook.metadata }),
  };
}
