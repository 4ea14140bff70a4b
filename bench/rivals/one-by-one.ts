import { TerminateInstanceInAutoScalingGroupCommand } from '@aws-sdk/client-auto-scaling';
import { type Assignment, describe, healthyTargets, pointAtImage, type RivalEnd } from './rival.js';

/** AWS CLI, `elbv2 wait target-in-service`: asks every 15 seconds, at most 40 times. */
const waiter = { every: 15_000, attempts: 40 };

/**
 * The shell loop that many teams have: `aws autoscaling terminate-instance-in-auto-scaling-group
 * --no-should-decrement-desired-capacity` for one old machine, then wait until the load balancer finds as many healthy
 * as the group wants (as `aws elbv2 wait target-in-service` waits), and the next.
 */
export async function oneByOne(assignment: Assignment): Promise<RivalEnd> {
  const { instances } = await describe(assignment);
  await pointAtImage(assignment);
  for (const { InstanceId } of instances) {
    await assignment.aws.autoScaling.send(
      new TerminateInstanceInAutoScalingGroupCommand({ InstanceId, ShouldDecrementDesiredCapacity: false }),
    );
    if (!(await isWholeAgain(assignment))) return { succeeded: false, says: 'Max attempts exceeded' };
  }
  return { succeeded: true, says: 'done' };
}

async function isWholeAgain(assignment: Assignment): Promise<boolean> {
  for (let attempt = 0; attempt < waiter.attempts; attempt++) {
    await assignment.clock.sleep(waiter.every);
    const { desired, instances } = await describe(assignment);
    const healthy = await healthyTargets(assignment);
    const serving = instances.filter(
      ({ InstanceId = '', LifecycleState }) => LifecycleState === 'InService' && healthy.has(InstanceId),
    );
    if (serving.length >= desired) return true;
  }
  return false;
}
