import {
  DescribeAutoScalingGroupsCommand,
  SetDesiredCapacityCommand,
  TerminateInstanceInAutoScalingGroupCommand,
} from '@aws-sdk/client-auto-scaling';
import { CreateTagsCommand, DescribeInstancesCommand } from '@aws-sdk/client-ec2';
import { DescribeTargetHealthCommand, ModifyRuleCommand } from '@aws-sdk/client-elastic-load-balancing-v2';
import { PutParameterCommand } from '@aws-sdk/client-ssm';
import { describe, expect, it } from '@jest/globals';
import { ThrottleBuckets } from '../../../sandbox/faults/throttle-buckets.js';
import { attachWorld } from '../../../sandbox/wire/attach-world.js';
import { AwsError } from '../../../sandbox/world/aws-error.js';
import type { Call } from '../../../sandbox/world/world.js';
import { type Aws, connect } from '../../../src/platform/aws.js';
import type { Clock } from '../../../src/platform/clock.js';
import { worldThat } from '../../sandbox/wire/stub-world.js';

const answers: Readonly<Record<string, object>> = {
  DescribeAutoScalingGroups: { AutoScalingGroups: [] },
  DescribeInstances: { Reservations: [] },
  DescribeTargetHealth: { TargetHealthDescriptions: [] },
  PutParameter: { Version: 1 },
};

function open(answer = ({ operation }: Call): object => answers[operation] ?? {}, setBackBy = () => 0) {
  const { world, clock } = worldThat(answer);
  const buckets = new ThrottleBuckets(clock);
  world.interceptors.push(buckets);
  const attach = (client: Parameters<typeof attachWorld>[0]) => attachWorld(client, world);
  const own: Clock = {
    now: () => clock.now() - setBackBy(),
    sleep: (milliseconds, signal) => clock.sleep(milliseconds, signal),
  };
  const aws = connect({ region: 'eu-west-1', clock: own, random: { next: () => 0.5 }, attach });
  return { aws, clock, buckets };
}

const terminate = ({ autoScaling }: Aws, number: number) =>
  autoScaling.send(
    new TerminateInstanceInAutoScalingGroupCommand({
      InstanceId: `i-${String(number).padStart(17, '0')}`,
      ShouldDecrementDesiredCapacity: false,
    }),
  );

/** `count` calls, at most `together` of them under way at a time. */
async function inTurn(count: number, together: number, call: (number: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < count) await call(next++);
  };
  await Promise.all(Array.from({ length: together }, worker));
}

describe('pacing', () => {
  it.each([1, 20])('10,000 machines are retired without one throttled call, %d at a time', async (together) => {
    const { aws, clock, buckets } = open();
    await clock.run(inTurn(10_000, together, (number) => terminate(aws, number)));
    expect(buckets.throttled).toEqual([]);
    expect(buckets.lowest['eu-west-1 autoscaling changes']).toBeGreaterThanOrEqual(1);
    // Two a second is all that the bucket gives.
    expect(clock.elapsed() / 1000).toBeLessThan(1.04 * (10_000 / 2));
  });

  it.each([
    ['reads of groups', ({ autoScaling }: Aws) => autoScaling.send(new DescribeAutoScalingGroupsCommand({}))],
    ['reads of machines', ({ ec2 }: Aws) => ec2.send(new DescribeInstancesCommand({}))],
    ['tags', ({ ec2 }: Aws) => ec2.send(new CreateTagsCommand({ Resources: ['i-1'], Tags: [] }))],
    [
      'reads of target health',
      ({ elasticLoadBalancing }: Aws) =>
        elasticLoadBalancing.send(new DescribeTargetHealthCommand({ TargetGroupArn: 'arn' })),
    ],
    [
      'changes of listener rules',
      ({ elasticLoadBalancing }: Aws) => elasticLoadBalancing.send(new ModifyRuleCommand({ RuleArn: 'arn' })),
    ],
    [
      'writes of parameters',
      ({ ssm }: Aws) => ssm.send(new PutParameterCommand({ Name: '/web', Value: '1', Overwrite: true })),
    ],
  ])('500 %s at once are throttled nowhere', async (_what, call) => {
    const { aws, clock, buckets } = open();
    await clock.run(Promise.all(Array.from({ length: 500 }, () => call(aws))));
    expect(buckets.throttled).toEqual([]);
  });

  it('is not felt by a small group: seven changes and a dozen looks go out at once', async () => {
    const { aws, clock } = open();
    const looks = Array.from({ length: 12 }, () => aws.autoScaling.send(new DescribeAutoScalingGroupsCommand({})));
    const changes = Array.from({ length: 7 }, (_, number) => terminate(aws, number));
    await clock.run(Promise.all([...looks, ...changes]));
    expect(clock.elapsed()).toBeLessThan(250);
  });

  it('is no slower once the clock was set back', async () => {
    let hours = 0;
    const { aws, clock, buckets } = open(undefined, () => hours * 3_600_000);
    await clock.run(inTurn(100, 20, (number) => terminate(aws, number)));
    hours = 2;
    await clock.run(inTurn(100, 20, (number) => terminate(aws, number)));
    expect(buckets.throttled).toEqual([]);
    expect(clock.elapsed() / 1000).toBeLessThan(120);
  });

  it('counts attempts, not calls: what is repeated waits for its turn as well', async () => {
    let left = 40;
    const { aws, clock, buckets } = open(() => {
      if (left-- > 0) throw new AwsError('Throttling', 'somebody else asked too often');
      return {};
    });
    const desired = { AutoScalingGroupName: 'web', DesiredCapacity: 1 };
    const calls = Array.from({ length: 20 }, () => aws.autoScaling.send(new SetDesiredCapacityCommand(desired)));
    await clock.run(Promise.all(calls));
    expect(buckets.throttled).toEqual([]);
  });
});
