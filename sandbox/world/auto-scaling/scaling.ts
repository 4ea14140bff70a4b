import type { PutScalingPolicyCommandInput } from '@aws-sdk/client-auto-scaling';
import type { Cancel } from '../clock.js';
import { timeText } from './activities.js';
import type { AutoScaling } from './auto-scaling.js';
import type { Group } from './group.js';

/** A scaling policy, as PutScalingPolicy got it. */
export interface ScalingPolicy {
  readonly name: string;
  readonly arn: string;
  readonly settings: PutScalingPolicyCommandInput;
}

/** A scheduled action that has not run yet. Times in milliseconds since the Unix epoch. */
export interface ScheduledAction {
  readonly name: string;
  readonly arn: string;
  readonly start: number;
  readonly minSize: number | undefined;
  readonly maxSize: number | undefined;
  readonly desired: number | undefined;
  readonly cancel: Cancel;
}

/**
 * Applies a simple scaling policy and starts the cooldown. The result is kept within the group's bounds
 * (Auto Scaling user guide, "Simple scaling policies").
 */
export function executePolicy(autoScaling: AutoScaling, group: Group, policy: ScalingPolicy, why: string): void {
  const { settings } = policy;
  const now = autoScaling.region.world.clock.now();
  group.cooldownEnds = now + (settings.Cooldown ?? group.cooldown) * 1000;
  const desired = Math.max(group.minSize, Math.min(group.maxSize, adjusted(group.desired, settings)));
  if (desired === group.desired) return;
  const cause = `At ${timeText(now)} ${why}, changing the desired capacity from ${group.desired} to ${desired}.`;
  autoScaling.setDesired(group, desired, cause);
}

function adjusted(desired: number, settings: PutScalingPolicyCommandInput): number {
  const { AdjustmentType, ScalingAdjustment: adjustment = 0, MinAdjustmentMagnitude: least = 0 } = settings;
  if (AdjustmentType === 'ExactCapacity') return adjustment;
  if (AdjustmentType === 'ChangeInCapacity') return desired + adjustment;
  // Rounded away from zero below one, towards zero above (Auto Scaling user guide, "Scaling adjustment types").
  const exact = (desired * adjustment) / 100;
  const size = Math.max(Math.abs(exact) < 1 ? Math.ceil(Math.abs(exact)) : Math.floor(Math.abs(exact)), least);
  return desired + Math.sign(exact) * size;
}

/**
 * An alarm went off whose action is this policy. Nothing happens while AlarmNotification is suspended or the group
 * cools down (Auto Scaling user guide, "Suspend and resume processes" and "Scaling cooldowns").
 */
export function alarmWentOff(autoScaling: AutoScaling, policyArn: string, alarm: string): void {
  for (const group of autoScaling.groups.values()) {
    const policy = [...group.policies.values()].find(({ arn }) => arn === policyArn);
    if (policy?.settings.PolicyType !== 'SimpleScaling' || policy.settings.Enabled === false) continue;
    if (group.suspended.has('AlarmNotification') || autoScaling.region.world.clock.now() < group.cooldownEnds) continue;
    executePolicy(
      autoScaling,
      group,
      policy,
      `a monitor alarm ${alarm} in state ALARM triggered policy ${policy.name}`,
    );
  }
}
