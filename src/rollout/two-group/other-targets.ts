import type { Aws } from '../../platform/aws.js';
import { Failure } from '../../platform/failure.js';
import type { Sides } from '../heart/sides.js';
import { targetsOf } from './sides.js';

/**
 * Weights are relative to each other (ELBv2 API, TargetGroupTuple), so the hundred parts that the two groups share would change
 * the share of any other target group of the rule, for good.
 * @throws {Failure} that names one that gets requests, before anything is changed.
 */
export async function requireNoOtherTargets(
  aws: Pick<Aws, 'elasticLoadBalancing'>,
  { rule, blue, green }: Sides,
): Promise<void> {
  const own: readonly (string | undefined)[] = [blue.targetGroup, green.targetGroup];
  const targets = await targetsOf(aws, rule);
  const other = targets.find(({ TargetGroupArn, Weight = 1 }) => !own.includes(TargetGroupArn) && Weight > 0);
  if (!other) return;
  throw new Failure(
    `Target group ${other.TargetGroupArn} gets requests by listener rule ${rule} as well (weight ${other.Weight ?? 1}), and would lose its share when those of "${blue.group}" are shifted to "${green.group}". ` +
      'Give it the weight 0 or a rule of its own first, or roll out with the strategy "blue-green".',
  );
}
