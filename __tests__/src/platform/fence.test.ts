import {
  DescribeAutoScalingGroupsCommand,
  SetDesiredCapacityCommand,
  TerminateInstanceInAutoScalingGroupCommand,
} from '@aws-sdk/client-auto-scaling';
import { PutParameterCommand } from '@aws-sdk/client-ssm';
import { describe, expect, it } from '@jest/globals';
import type { MiddlewareStack } from '@smithy/types';
import { attachWorld } from '../../../sandbox/wire/attach-world.js';
import { attachWire } from '../../../sandbox/wire/request-handler.js';
import { AwsError } from '../../../sandbox/world/aws-error.js';
import type { Call } from '../../../sandbox/world/world.js';
import { type AwsClient, connect } from '../../../src/platform/aws.js';
import { Failure } from '../../../src/platform/failure.js';
import { Fence, LeaseExpired, outsideTheFence } from '../../../src/platform/fence.js';
import { failureKind } from '../../../src/platform/retry.js';
import { failureOf, worldThat } from '../../sandbox/wire/stub-world.js';

const reach = 450_000;
const describeGroups = new DescribeAutoScalingGroupsCommand({ AutoScalingGroupNames: ['web'] });
const terminate = new TerminateInstanceInAutoScalingGroupCommand({
  InstanceId: 'i-00000000000000001',
  ShouldDecrementDesiredCapacity: false,
});
const setDesired = new SetDesiredCapacityCommand({ AutoScalingGroupName: 'web', DesiredCapacity: 4 });
const putParameter = () => ({ Name: '/steadfleet/web/000001', Value: '{}', Type: 'String' as const, Overwrite: true });

type Attach = typeof attachWorld | typeof attachWire;

const answers: Readonly<Record<string, object>> = {
  DescribeAutoScalingGroups: { AutoScalingGroups: [] },
  PutParameter: { Version: 1 },
};

function sceneThrough(attach: Attach, answer = ({ operation }: Call): object => answers[operation] ?? {}) {
  const calls: string[] = [];
  const { world, clock } = worldThat((call) => {
    calls.push(call.operation);
    return answer(call);
  });
  const fence = new Fence(clock, reach);
  const aws = connect({
    region: 'eu-west-1',
    endpoint: 'http://127.0.0.1:9',
    random: { next: () => 1 },
    attach: (client) => attach(client, world),
    clock,
    fence,
  });
  return { aws, clock, fence, calls };
}

describe.each([
  ['the short-cut', attachWorld],
  ['the serialisers', attachWire],
] as const)('a fence, through %s', (_name, attach) => {
  it('lets everything through until it is renewed for the first time', async () => {
    const { aws, clock, calls } = sceneThrough(attach);
    await clock.run(clock.sleep(10 * reach));
    await clock.run(aws.autoScaling.send(terminate));
    expect(calls).toEqual(['TerminateInstanceInAutoScalingGroup']);
  });

  it('lets changes through for as long as it reaches, and not a millisecond longer', async () => {
    const { aws, clock, fence, calls } = sceneThrough(attach);
    fence.renew(clock.now());
    await clock.run(clock.sleep(reach));
    await clock.run(aws.autoScaling.send(terminate));
    fence.renew(clock.now() - reach - 1);
    expect(await failureOf(clock, aws.autoScaling.send(terminate))).toBeInstanceOf(LeaseExpired);
    expect(calls).toEqual(['TerminateInstanceInAutoScalingGroup']);
  });

  it('stops a change after a pause between check and write, but no read and no sign of life', async () => {
    const { aws, clock, fence, calls } = sceneThrough(attach);
    fence.renew(clock.now());
    await clock.run(aws.autoScaling.send(describeGroups));
    clock.advance(reach + 1);
    const late = await failureOf(clock, aws.autoScaling.send(setDesired));
    expect(late).toMatchObject({ name: 'LeaseExpired', message: expect.stringContaining('450 s') });
    expect(await failureOf(clock, aws.ssm.send(new PutParameterCommand(putParameter())))).toBeInstanceOf(LeaseExpired);
    await clock.run(aws.autoScaling.send(describeGroups));
    await clock.run(aws.ssm.send(new PutParameterCommand(outsideTheFence(putParameter()))));
    expect(calls).toEqual(['DescribeAutoScalingGroups', 'DescribeAutoScalingGroups', 'PutParameter']);
    fence.renew(clock.now());
    await clock.run(aws.autoScaling.send(setDesired));
    expect(calls.at(-1)).toBe('SetDesiredCapacity');
  });

  it('stops another attempt after a back-off that crosses the line', async () => {
    const { aws, clock, fence, calls } = sceneThrough(attach, () => {
      throw new AwsError('Throttling', 'Rate exceeded');
    });
    fence.renew(clock.now() - reach + 1_500);
    expect(await failureOf(clock, aws.autoScaling.send(terminate))).toBeInstanceOf(LeaseExpired);
    // The first attempt, one 1 s later, and none 2 s after that.
    expect(calls).toHaveLength(2);
  });
});

it('stops a request that was held up between the decision and its signature', async () => {
  const { aws, clock, fence, calls } = sceneThrough(attachWire);
  fence.renew(clock.now());
  delayBeforeSigning(aws.autoScaling, () => clock.advance(reach + 1));
  expect(await failureOf(clock, aws.autoScaling.send(terminate))).toBeInstanceOf(LeaseExpired);
  expect(calls).toEqual([]);
});

function delayBeforeSigning(client: AwsClient, pause: () => void): void {
  (client.middlewareStack as unknown as MiddlewareStack<object, object>).add(
    (next) => async (args) => {
      pause();
      return next(args);
    },
    { step: 'build', name: 'pause' },
  );
}

it('a lease that has expired is for a person to read, and no reason to repeat anything', () => {
  const error = new LeaseExpired('late');
  expect(error).toBeInstanceOf(Failure);
  expect(failureKind(error)).toBe('refused');
});

it('a fence never goes back to an older sign of life', () => {
  const clock = { now: () => 1_000 };
  const fence = new Fence(clock, 100);
  fence.renew(1_000);
  fence.renew(0);
  expect(() => fence.check()).not.toThrow();
});
