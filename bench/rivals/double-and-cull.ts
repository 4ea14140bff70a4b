import {
  ResumeProcessesCommand,
  SetDesiredCapacityCommand,
  SetInstanceProtectionCommand,
  SuspendProcessesCommand,
  TerminateInstanceInAutoScalingGroupCommand,
} from '@aws-sdk/client-auto-scaling';
import { CreateTagsCommand } from '@aws-sdk/client-ec2';
import { DeregisterTargetsCommand } from '@aws-sdk/client-elastic-load-balancing-v2';
import { type Assignment, describe, healthyTargets, pointAtImage, type RivalEnd } from './rival.js';

const second = 1_000;

/** Riff-Raff, deployment type `autoscaling`: secondsToWait, healthcheckGrace, warmupGrace and their defaults. */
const waits = {
  stable: 15 * 60 * second,
  poll: 30 * second,
  grace: 20 * second,
  warmUp: second,
  terminated: 10 * second,
};

/**
 * Twice as many machines, then the old ones away, as the Guardian's Riff-Raff deploys to an Auto Scaling group
 * (github.com/guardian/riff-raff, deployment type "autoscaling"): alarms suspended, the old ones marked and protected,
 * desired doubled, wait until all are healthy, the marked ones terminated, alarms resumed. Where it fails it stops, and
 * leaves the rest to a person ("Fix a failed deploy" in its documentation).
 */
export async function doubleAndCull(assignment: Assignment): Promise<RivalEnd> {
  const { aws, clock, group } = assignment;
  const AutoScalingGroupName = group;
  await pointAtImage(assignment);
  const { desired, max, instances } = await describe(assignment);
  if (max < 2 * desired) return { succeeded: false, says: `maximum ${max} is less than twice ${desired}` };
  const ScalingProcesses = ['AlarmNotification'];
  await aws.autoScaling.send(new SuspendProcessesCommand({ AutoScalingGroupName, ScalingProcesses }));
  const old = instances.map(({ InstanceId = '' }) => InstanceId);
  await mark(assignment, old);
  await aws.autoScaling.send(new SetDesiredCapacityCommand({ AutoScalingGroupName, DesiredCapacity: 2 * desired }));
  await clock.sleep(waits.grace);
  if (!(await becomesStable(assignment))) return { succeeded: false, says: 'not stable within 900 s' };
  await clock.sleep(waits.warmUp);
  if (!(await becomesStable(assignment))) return { succeeded: false, says: 'not stable within 900 s' };
  for (const id of old) await cull(assignment, id);
  await clock.sleep(waits.terminated);
  await aws.autoScaling.send(new ResumeProcessesCommand({ AutoScalingGroupName, ScalingProcesses }));
  const isStable = await becomesStable(assignment);
  return { succeeded: isStable, says: isStable ? 'done' : 'not stable within 900 s' };
}

/** Tags 1,000 resources a call, protects 50 (EC2 API, CreateTags; Auto Scaling API, SetInstanceProtection). */
async function mark({ aws, group }: Assignment, ids: readonly string[]): Promise<void> {
  for (const Resources of portions(ids, 1_000)) {
    await aws.ec2.send(new CreateTagsCommand({ Resources, Tags: [{ Key: 'Magenta', Value: 'Terminate' }] }));
  }
  for (const InstanceIds of portions(ids, 50)) {
    await aws.autoScaling.send(
      new SetInstanceProtectionCommand({ AutoScalingGroupName: group, InstanceIds, ProtectedFromScaleIn: true }),
    );
  }
}

async function cull({ aws, targetGroupArn }: Assignment, InstanceId: string): Promise<void> {
  await aws.elasticLoadBalancing.send(
    new DeregisterTargetsCommand({ TargetGroupArn: targetGroupArn, Targets: [{ Id: InstanceId }] }),
  );
  await aws.autoScaling.send(
    new TerminateInstanceInAutoScalingGroupCommand({ InstanceId, ShouldDecrementDesiredCapacity: true }),
  );
}

/** As many machines as are desired, and the target group finds exactly these healthy. */
async function becomesStable(assignment: Assignment): Promise<boolean> {
  for (let waited = 0; waited <= waits.stable; waited += waits.poll) {
    const { desired, instances } = await describe(assignment);
    const inService = instances.filter(({ LifecycleState }) => LifecycleState === 'InService');
    const healthy = await healthyTargets(assignment);
    if (inService.length === desired && healthy.size === desired) return true;
    await assignment.clock.sleep(waits.poll);
  }
  return false;
}

function portions(ids: readonly string[], size: number): string[][] {
  return Array.from({ length: Math.ceil(ids.length / size) }, (_, at) => ids.slice(at * size, (at + 1) * size));
}
