import { DescribePoliciesCommand, type ScalingPolicy } from '@aws-sdk/client-auto-scaling';
import type { Aws } from '../../platform/aws.js';
import type { Side, Sides } from '../heart/sides.js';

/**
 * The scaling policies that look at the requests of one target group: of one that gets none after the shift, or had none before
 * it (Auto Scaling API, PredefinedMetricSpecification: ResourceLabel). One that a group was copied with looks at the other's.
 * @returns a sentence for each of the four ways in which any is bound.
 */
export async function remarksOnPolicies(aws: Aws, { blue, green }: Sides): Promise<readonly string[]> {
  const [leaving, coming] = await Promise.all([policiesOf(aws, blue), policiesOf(aws, green)]);
  const remark = (policies: readonly ScalingPolicy[], of: Side, on: Side, effect: string) => {
    const bound = policies.filter((policy) => isBoundTo(policy, on)).map(({ PolicyName }) => `"${PolicyName}"`);
    const target = of === on ? 'its target group' : `the target group of "${on.group}"`;
    return bound.length === 0
      ? []
      : [`Scaling policy ${bound.join(', ')} of "${of.group}" follows the requests of ${target}, ${effect}`];
  };
  return [
    ...remark(leaving, blue, blue, `which gets none once they are shifted: it scales "${blue.group}" in then.`),
    ...remark(
      coming,
      green,
      green,
      `which gets none before they are shifted: "${green.group}" is held at its size meanwhile.`,
    ),
    ...remark(
      coming,
      green,
      blue,
      `which gets none once they are shifted: it scales "${green.group}" in while that serves them. Bind it to the target group of "${green.group}".`,
    ),
    ...remark(
      leaving,
      blue,
      green,
      `which gets them all once they are shifted: it scales "${blue.group}", which gets none then. Bind it to the target group of "${blue.group}".`,
    ),
  ];
}

async function policiesOf(aws: Aws, { group }: Side): Promise<readonly ScalingPolicy[]> {
  const answer = await aws.autoScaling.send(new DescribePoliciesCommand({ AutoScalingGroupName: group }));
  return answer.ScalingPolicies ?? [];
}

function isBoundTo({ TargetTrackingConfiguration: tracking }: ScalingPolicy, { targetGroup }: Side): boolean {
  const label = targetGroup.slice(targetGroup.indexOf(':targetgroup/') + 1);
  return tracking?.PredefinedMetricSpecification?.ResourceLabel?.endsWith(label) === true;
}
