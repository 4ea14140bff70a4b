import type { PutScalingPolicyCommandInput } from '@aws-sdk/client-auto-scaling';
import type { Alarm } from '../cloudwatch/alarm.js';
import { isWarmingUp } from '../cloudwatch/metrics.js';
import { timeText } from './activities.js';
import type { AutoScaling } from './auto-scaling.js';
import { activeMembers, type Group } from './group.js';
import { adjusted, stepFor } from './scaling-adjustment.js';
import { trackedCapacity } from './target-tracking.js';

/** A scaling policy, as PutScalingPolicy got it. */
export interface ScalingPolicy {
  readonly name: string;
  readonly arn: string;
  readonly settings: PutScalingPolicyCommandInput;
  /** The alarms that Auto Scaling made for it: two for target tracking. */
  readonly alarms: readonly Alarm[];
}

/** What an alarm tells a policy. */
export interface Notification extends Pick<Alarm, 'name' | 'state'> {
  /** By how much the metric is beyond the alarm's threshold. */
  readonly breach: number;
}

/**
 * Applies a simple scaling policy and starts the cooldown (Auto Scaling user guide, "Simple scaling policies" and
 * "Scaling cooldowns").
 */
export function executePolicy(autoScaling: AutoScaling, group: Group, { settings }: ScalingPolicy, why: string): void {
  const now = autoScaling.region.world.clock.now();
  group.cooldownEnds = now + (settings.Cooldown ?? group.cooldown) * 1000;
  const { ScalingAdjustment = 0 } = settings;
  scale(autoScaling, group, adjusted(group.desired, ScalingAdjustment, settings), why);
}

/**
 * Applies the step of a step scaling policy that a breach falls into. Machines that warm up count as not there when it
 * scales out, so that a second alarm does not add what is on its way; it does not scale in meanwhile (Auto Scaling user
 * guide, "Step scaling policies").
 */
export function executeStep(
  autoScaling: AutoScaling,
  group: Group,
  { settings }: ScalingPolicy,
  breach: number,
  why: string,
): void {
  const step = stepFor(settings, breach);
  if (!step) return;
  const warming = warmingUp(autoScaling, group, settings);
  const capacity = adjusted(group.desired - warming, step.ScalingAdjustment ?? 0, settings);
  if (warming > 0 && capacity <= group.desired) return;
  scale(autoScaling, group, capacity, why);
}

/**
 * An alarm went off whose action is this policy. Nothing happens while AlarmNotification is suspended; a simple policy
 * waits for the cooldown (Auto Scaling user guide, "Suspend and resume processes" and "Scaling cooldowns").
 */
export function alarmWentOff(autoScaling: AutoScaling, policyArn: string, alarm: Notification): void {
  for (const group of autoScaling.groups.values()) {
    const policy = [...group.policies.values()].find(({ arn }) => arn === policyArn);
    if (!policy || policy.settings.Enabled === false || group.deleting) continue;
    if (group.suspended.has('AlarmNotification')) continue;
    const why = `a monitor alarm ${alarm.name} in state ${alarm.state} triggered policy ${policy.name}`;
    const type = policy.settings.PolicyType;
    if (type === 'StepScaling') executeStep(autoScaling, group, policy, alarm.breach, why);
    else if (type === 'TargetTrackingScaling') track(autoScaling, group, policy, why);
    else if (autoScaling.region.world.clock.now() >= group.cooldownEnds) executePolicy(autoScaling, group, policy, why);
  }
}

/** A scale-in waits until what was launched has warmed up (Auto Scaling user guide, "Target tracking scaling policies"). */
function track(autoScaling: AutoScaling, group: Group, policy: ScalingPolicy, why: string): void {
  const capacity = trackedCapacity(autoScaling.region, group, policy);
  if (capacity < group.desired && warmingUp(autoScaling, group, policy.settings) > 0) return;
  scale(autoScaling, group, capacity, why);
}

/** The result is kept within the group's bounds (Auto Scaling user guide, "Scaling adjustment types"). */
function scale(autoScaling: AutoScaling, group: Group, capacity: number, why: string): void {
  const desired = Math.max(group.minSize, Math.min(group.maxSize, capacity));
  if (desired === group.desired) return;
  const at = timeText(autoScaling.region.world.clock.now());
  const cause = `At ${at} ${why}, changing the desired capacity from ${group.desired} to ${desired}.`;
  autoScaling.setDesired(group, desired, cause);
}

/** The policy's own warm-up, else the group's, else the cooldown (Auto Scaling API, PutScalingPolicy). */
function warmingUp({ region }: AutoScaling, group: Group, settings: PutScalingPolicyCommandInput): number {
  const warmup = settings.EstimatedInstanceWarmup ?? group.defaultWarmup ?? group.cooldown;
  const now = region.world.clock.now();
  return activeMembers(group).filter((member) => isWarmingUp(member, warmup, now)).length;
}
