import type { PutScalingPolicyCommandInput } from '@aws-sdk/client-auto-scaling';
import type { Cancel } from '../clock.js';

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
