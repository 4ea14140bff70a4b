import type { PutScalingPolicyCommandInput, StepAdjustment } from '@aws-sdk/client-auto-scaling';

/** The capacity that an adjustment asks for, before the group's bounds (Auto Scaling user guide, "Scaling adjustment types"). */
export function adjusted(capacity: number, adjustment: number, settings: PutScalingPolicyCommandInput): number {
  const { AdjustmentType, MinAdjustmentMagnitude: least = 0 } = settings;
  if (AdjustmentType === 'ExactCapacity') return adjustment;
  if (AdjustmentType === 'ChangeInCapacity') return capacity + adjustment;
  // Rounded away from zero below one, towards zero above.
  const exact = (capacity * adjustment) / 100;
  const size = Math.max(Math.abs(exact) < 1 ? Math.ceil(Math.abs(exact)) : Math.floor(Math.abs(exact)), least);
  return capacity + Math.sign(exact) * size;
}

/**
 * The step that a breach falls into. Steps above the threshold include their lower bound, those below it their upper one
 * (Auto Scaling API, StepAdjustment).
 */
export function stepFor({ StepAdjustments }: PutScalingPolicyCommandInput, breach: number): StepAdjustment | undefined {
  return StepAdjustments?.find((step) => {
    const lower = step.MetricIntervalLowerBound ?? Number.NEGATIVE_INFINITY;
    const upper = step.MetricIntervalUpperBound ?? Number.POSITIVE_INFINITY;
    return upper > 0 ? breach >= lower && breach < upper : breach > lower && breach <= upper;
  });
}
