import type {
  DeletePolicyCommandInput,
  DescribePoliciesCommandInput,
  ExecutePolicyCommandInput,
  PutScalingPolicyCommandInput,
} from '@aws-sdk/client-auto-scaling';
import { AwsError, validationError } from '../aws-error.js';
import type { Alarm } from '../cloudwatch/alarm.js';
import { type Operations, operation } from '../operation.js';
import { page } from '../pagination.js';
import type { Region } from '../region.js';
import type { Group } from './group.js';
import { executePolicy, executeStep, type ScalingPolicy } from './scaling.js';
import { trackingAlarms } from './target-tracking.js';

export const policyOperations: Operations = {
  PutScalingPolicy: operation(
    [
      'AutoScalingGroupName',
      'PolicyName',
      'PolicyType',
      'AdjustmentType',
      'MinAdjustmentMagnitude',
      'ScalingAdjustment',
      'StepAdjustments.*',
      'MetricAggregationType',
      'Cooldown',
      'EstimatedInstanceWarmup',
      'TargetTrackingConfiguration.TargetValue',
      'TargetTrackingConfiguration.DisableScaleIn',
      'TargetTrackingConfiguration.PredefinedMetricSpecification.*',
      'Enabled',
    ],
    (input: PutScalingPolicyCommandInput, region) => {
      const { arn, alarms } = put(region.autoScaling.group(input.AutoScalingGroupName), input, region);
      return { PolicyARN: arn, Alarms: alarms.map(alarmReference) };
    },
  ),

  DescribePolicies: operation(
    ['AutoScalingGroupName', 'PolicyNames', 'PolicyTypes', 'MaxRecords', 'NextToken'],
    (input: DescribePoliciesCommandInput, { autoScaling, cloudWatch }) => {
      const { AutoScalingGroupName, PolicyNames: names, PolicyTypes: types } = input;
      const groups = AutoScalingGroupName
        ? [autoScaling.group(AutoScalingGroupName)]
        : [...autoScaling.groups.values()];
      const policies = groups
        .flatMap((group) => [...group.policies.values()])
        .filter(({ name, arn }) => !names?.length || names.includes(name) || names.includes(arn))
        .filter(({ settings }) => !types?.length || types.includes(settings.PolicyType ?? ''));
      const { items, nextToken } = page(policies, { maxResults: input.MaxRecords, nextToken: input.NextToken }, 50);
      return { ScalingPolicies: items.map((policy) => describe(policy, cloudWatch)), NextToken: nextToken };
    },
  ),

  DeletePolicy: operation(
    ['AutoScalingGroupName', 'PolicyName'],
    (input: DeletePolicyCommandInput, { autoScaling, cloudWatch }) => {
      const { group, policy } = find(input, autoScaling);
      for (const { name } of policy.alarms) cloudWatch.delete(name);
      group.policies.delete(policy.name);
      return {};
    },
  ),

  ExecutePolicy: operation(
    ['AutoScalingGroupName', 'PolicyName', 'HonorCooldown', 'MetricValue', 'BreachThreshold'],
    (input: ExecutePolicyCommandInput, { autoScaling, world }) => {
      const { group, policy } = find(input, autoScaling);
      const { PolicyType: type } = policy.settings;
      const why = `a user request executed policy ${policy.name}`;
      if (type === 'StepScaling') {
        const { MetricValue: value = 0, BreachThreshold: threshold = 0 } = input;
        executeStep(autoScaling, group, policy, value - threshold, why);
        return {};
      }
      if (type !== 'SimpleScaling') throw validationError(`A policy of type ${type} cannot be executed`);
      if (input.HonorCooldown && world.clock.now() < group.cooldownEnds) {
        throw new AwsError('ScalingActivityInProgress', `The group ${group.name} is in its cooldown period`);
      }
      executePolicy(autoScaling, group, policy, why);
      return {};
    },
  ),
};

/** A policy of the same name is replaced; target tracking makes its alarms (Auto Scaling API, PutScalingPolicy). */
function put(group: Group, input: PutScalingPolicyCommandInput, region: Region): ScalingPolicy {
  const { PolicyName: name = '', PolicyType: type = 'SimpleScaling', TargetTrackingConfiguration: config } = input;
  refusePolicy(input, type);
  const existing = group.policies.get(name);
  const id = [8, 4, 4, 4, 12].map((digits) => region.autoScaling.random.hex(digits)).join('-');
  const resource = `scalingPolicy:${id}:autoScalingGroupName/${group.name}:policyName/${name}`;
  const arn = existing?.arn ?? region.arn('autoscaling', resource);
  const wanted = type === 'TargetTrackingScaling' && config ? trackingAlarms(group, { arn, name }, config, id) : [];
  for (const alarm of existing?.alarms ?? []) region.cloudWatch.delete(alarm.name);
  const alarms = wanted.map((alarm) => region.cloudWatch.put(alarm));
  const policy = { name, arn, alarms, settings: { ...structuredClone(input), PolicyType: type } };
  group.policies.set(name, policy);
  return policy;
}

function refusePolicy(input: PutScalingPolicyCommandInput, type: string): void {
  if (type === 'TargetTrackingScaling') {
    const { TargetValue: target = 0 } = input.TargetTrackingConfiguration ?? {};
    if (target <= 0) throw validationError('TargetTrackingConfiguration with a TargetValue above 0 is required');
    return;
  }
  if (type !== 'SimpleScaling' && type !== 'StepScaling') {
    throw validationError(`The sandbox has no policies of type '${type}'`);
  }
  const kinds = ['ChangeInCapacity', 'ExactCapacity', 'PercentChangeInCapacity'];
  if (!kinds.includes(input.AdjustmentType ?? ''))
    throw validationError(`AdjustmentType must be one of ${kinds.join(', ')}`);
  if (type === 'SimpleScaling' && input.ScalingAdjustment === undefined)
    throw validationError('ScalingAdjustment is required');
  if (type === 'StepScaling' && !input.StepAdjustments?.length) throw validationError('StepAdjustments is required');
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

function alarmReference({ name, arn }: Alarm) {
  return { AlarmName: name, AlarmARN: arn };
}

/** Its alarms are those that have it among their actions, whoever has put them (Auto Scaling API, ScalingPolicy). */
function describe({ arn, name, settings }: ScalingPolicy, { alarms: all }: Region['cloudWatch']) {
  const alarms = [...all.values()].filter(({ settings: { AlarmActions = [], OKActions = [] } }) =>
    [...AlarmActions, ...OKActions].includes(arn),
  );
  return {
    ...structuredClone(settings),
    PolicyARN: arn,
    PolicyName: name,
    Alarms: alarms.map(alarmReference),
    Enabled: settings.Enabled ?? true,
  };
}
