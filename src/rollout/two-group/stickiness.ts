import type { Aws } from '../../platform/aws.js';
import { Failure } from '../../platform/failure.js';
import type { Plan } from '../heart/plan.js';
import type { Sides } from '../heart/sides.js';
import { stickinessOf } from './sides.js';

/**
 * By the stickiness of a rule a client goes to the target group that its cookie names, whatever the weights are, and gets nothing but
 * 503 once nobody serves there (ELBv2 API, TargetGroupStickinessConfig). So the group that requests leave must serve as long.
 * @throws {Failure} with what to write, before anything is changed.
 */
export async function requireTimeForSticky(
  aws: Pick<Aws, 'elasticLoadBalancing'>,
  { rule, blue }: Sides,
  { soak, keepPrevious }: Pick<Plan, 'soak' | 'keepPrevious'>,
): Promise<void> {
  const seconds = await stickinessOf(aws, rule);
  if (Math.max(soak, keepPrevious) >= seconds * 1_000) return;
  throw new Failure(
    `Listener rule ${rule} keeps a client with its target group for ${seconds} s (stickiness), but "${blue.group}" would be emptied ${Math.max(soak, keepPrevious) / 1_000} s after the last shift of requests, and those clients would get errors. ` +
      `Give keep-previous: ${written(seconds)}, or a soak as long, or turn the rule's stickiness off first.`,
  );
}

/** As an input takes it. */
function written(seconds: number): string {
  if (seconds % 3_600 === 0) return `${seconds / 3_600}h`;
  return seconds % 60 === 0 ? `${seconds / 60}m` : `${seconds}s`;
}
