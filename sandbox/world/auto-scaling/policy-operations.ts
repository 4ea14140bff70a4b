import type {
  DeletePolicyCommandInput,
  DescribePoliciesCommandInput,
  ExecutePolicyCommandInput,
  PutScalingPolicyCommandInput,
} from '@aws-sdk/client-auto-scaling';
import { AwsError, validationError } from '../aws-error.js';
import { type Operations, operation } from '../operation.js';
import { page } from '../pagination.js';
import type { Region } from '../region.js';
import type { Group } from './group.js';
import { executePolicy, type ScalingPolicy } from './scaling.js';

export const policyOperations: Operations = {
  /** Target tracking policies are kept and shown, but nothing measures load here, so they never act. */
  PutScalingPolicy: operation(
    [
      'AutoScalingGroupName',
      'PolicyName',
      'PolicyType',
      'AdjustmentType',
      'MinAdjustmentMagnitude',
      'ScalingAdjustment',
      'Cooldown',
      'EstimatedInstanceWarmup',
      'TargetTrackingConfiguration.*',
      'Enabled',
    ],
    (input: PutScalingPolicyCommandInput, region) => {
      const group = region.autoScaling.group(input.AutoScalingGroupName);
      const { PolicyName: name = '', PolicyType: type = 'SimpleScaling' } = input;
      refusePolicy(input, type);
      const id = [8, 4, 4, 4, 12].map((digits) => region.autoScaling.random.hex(digits)).join('-');
      const resource = `scalingPolicy:${id}:autoScalingGroupName/${group.name}:policyName/${name}`;
      const arn = group.policies.get(name)?.arn ?? region.arn('autoscaling', resource);
      group.policies.set(name, { name, arn, settings: { ...structuredClone(input), PolicyType: type } });
      return { PolicyARN: arn, Alarms: [] };
    },
  ),

  DescribePolicies: operation(
    ['AutoScalingGroupName', 'PolicyNames', 'PolicyTypes', 'MaxRecords', 'NextToken'],
    (input: DescribePoliciesCommandInput, { autoScaling }) => {
      const { AutoScalingGroupName, PolicyNames: names, PolicyTypes: types } = input;
      const groups = AutoScalingGroupName
        ? [autoScaling.group(AutoScalingGroupName)]
        : [...autoScaling.groups.values()];
      const policies = groups
        .flatMap((group) => [...group.policies.values()])
        .filter(({ name, arn }) => !names?.length || names.includes(name) || names.includes(arn))
        .filter(({ settings }) => !types?.length || types.includes(settings.PolicyType ?? ''));
      const { items, nextToken } = page(policies, { maxResults: input.MaxRecords, nextToken: input.NextToken }, 50);
      return { ScalingPolicies: items.map(describe), NextToken: nextToken };
    },
  ),

  DeletePolicy: operation(
    ['AutoScalingGroupName', 'PolicyName'],
    (input: DeletePolicyCommandInput, { autoScaling }) => {
      const { group, policy } = find(input, autoScaling);
      group.policies.delete(policy.name);
      return {};
    },
  ),

  ExecutePolicy: operation(
    ['AutoScalingGroupName', 'PolicyName', 'HonorCooldown'],
    (input: ExecutePolicyCommandInput, { autoScaling, world }) => {
      const { group, policy } = find(input, autoScaling);
      if (policy.settings.PolicyType !== 'SimpleScaling') {
        throw validationError(`The sandbox executes simple scaling policies only, not ${policy.settings.PolicyType}`);
      }
      if (input.HonorCooldown && world.clock.now() < group.cooldownEnds) {
        throw new AwsError('ScalingActivityInProgress', `The group ${group.name} is in its cooldown period`);
      }
      executePolicy(autoScaling, group, policy, `a user request executed policy ${policy.name}`);
      return {};
    },
  ),
};

function refusePolicy(input: PutScalingPolicyCommandInput, type: string): void {
  if (type === 'TargetTrackingScaling') {
    if (!input.TargetTrackingConfiguration) throw validationError('TargetTrackingConfiguration is required');
    return;
  }
  if (type !== 'SimpleScaling') throw validationError(`The sandbox has no policies of type '${type}'`);
  const kinds = ['ChangeInCapacity', 'ExactCapacity', 'PercentChangeInCapacity'];
  if (!kinds.includes(input.AdjustmentType ?? ''))
    throw validationError(`AdjustmentType must be one of ${kinds.join(', ')}`);
  if (input.ScalingAdjustment === undefined) throw validationError('ScalingAdjustment is required');
}

function find(
  {
    AutoScalingGroupName,
    PolicyName: name,
  }: { AutoScalingGroupName?: string | undefined; PolicyName?: string | undefined },
  autoScaling: Region['autoScaling'],
): { group: Group; policy: ScalingPolicy } {
  const groups = AutoScalingGroupName ? [autoScaling.group(AutoScalingGroupName)] : [...autoScaling.groups.values()];
  for (const group of groups) {
    const policy = [...group.policies.values()].find((one) => one.name === name || one.arn === name);
    if (policy) return { group, policy };
  }
  throw validationError(`PolicyName not found: ${name}`);
}

function describe({ arn, name, settings }: ScalingPolicy) {
  return {
    ...structuredClone(settings),
    PolicyARN: arn,
    PolicyName: name,
    Alarms: [],
    Enabled: settings.Enabled ?? true,
  };
}
