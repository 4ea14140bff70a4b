import type { Activity } from '@aws-sdk/client-auto-scaling';
import { describe, expect, it } from '@jest/globals';
import type { Aws } from '../../../../src/platform/aws.js';
import { SetbackWatch } from '../../../../src/rollout/group/setbacks.js';
import { machine, now, oldOnes, proving } from '../seen.js';

const id = 'i-0aaaaaaaaaaaaaaa1';
const fresh = [...oldOnes, machine(id, 2)];
const began = now - 30_000;

/** What a watch makes of one activity; the machine is gone from its group by then. */
async function see(activity: Partial<Activity>, reason = ''): Promise<readonly string[]> {
  const activities = [{ StartTime: new Date(now), ...activity }] as Activity[];
  const ec2 = {
    send: async () => ({ Reservations: [{ Instances: [{ InstanceId: id, StateReason: { Message: reason } }] }] }),
  };
  const aws = { ec2 } as unknown as Pick<Aws, 'ec2'>;
  const watch = new SetbackWatch(aws, { now: () => began });
  await watch.look({ ...proving, startedAt: now + 1 }, fresh, activities);
  return watch.look(proving, oldOnes, activities);
}

const launch = { Description: 'Launching a new EC2 instance', StatusCode: 'Failed' } as const;
const died = { Description: `Launching a new EC2 instance: ${id}`, StatusCode: 'Cancelled' } as const;
const diedOf = (reason: string) =>
  `Instance became unhealthy while waiting for instance to be in InService state. Termination Reason: ${reason}`;
const ending = { Description: `Terminating EC2 instance: ${id}`, StatusCode: 'InProgress' } as const;
const foundDead =
  'At 2026-01-01T00:00:00Z an instance was taken out of service in response to an EC2 health check indicating it has been terminated or stopped.';
const unwell =
  'At 2026-01-01T00:00:00Z an instance was taken out of service in response to an ELB system health check failure.';

describe('a failed launch is a setback', () => {
  it.each([
    ["The image id '[ami-new]' does not exist. Launching EC2 instance failed."],
    ["The key pair 'web' does not exist. Launching EC2 instance failed."],
    // What is missing or forbidden may have a name that speaks of capacity.
    ["The key pair 'spot-fleet' does not exist. Launching EC2 instance failed."],
    ['Invalid IamInstanceProfile: the value (capacity-profile) is invalid. Launching EC2 instance failed.'],
    ['You are not authorized to perform this operation on limit-key. Launching EC2 instance failed.'],
    ['The caller has insufficient permissions to use the key of the volume. Launching EC2 instance failed.'],
    ['The security group sg-1 does not exist in VPC vpc-1. Launching EC2 instance failed.'],
    ["The requested instance type's architecture (x86_64) does not match the architecture of the AMI (arm64)."],
  ])('%s', async (StatusMessage) => {
    expect(await see({ ...launch, StatusMessage })).toEqual([`A launch failed: ${StatusMessage}`]);
  });
});

describe('want of capacity, and what AWS takes back, is no bad image', () => {
  it.each([
    ['We currently do not have sufficient t3.micro capacity in the Availability Zone you requested (eu-west-1a).'],
    ['You have requested more vCPU capacity than your current vCPU limit of 32 allows for the instance bucket.'],
    ['There is no Spot capacity available that matches your request. Launching EC2 instance failed.'],
    ['Your Spot request price of 0.01 is lower than the minimum required Spot request fulfillment price of 0.02.'],
    ['Max spot instance count exceeded. Launching EC2 instance failed.'],
    ['Not enough free addresses in subnet subnet-1 to satisfy the requested number of instances.'],
    ['Your requested instance type (c7g.large) is not supported in your requested Availability Zone (eu-west-1a).'],
    ['The requested Availability Zone is no longer supported. Please retry your request by not specifying one.'],
    ['The maximum number of network interfaces has been reached. Launching EC2 instance failed.'],
    ['An internal error has occurred. Launching EC2 instance failed.'],
    ['Request limit exceeded. Launching EC2 instance failed.'],
  ])('%s', async (StatusMessage) => expect(await see({ ...launch, StatusMessage })).toEqual([]));
});

describe('a launch whose machine dies before it is in service', () => {
  it.each([
    ['Client.InstanceInitiatedShutdown: Instance initiated shutdown', true],
    ['Client.InternalError: Client error on launch', true],
    ['Client.InvalidKMSKey.InvalidState: The KMS key provided is in an incorrect state', true],
    ['Client.UserInitiatedShutdown: User initiated shutdown', false],
    ['Server.SpotInstanceTermination: Spot instance termination', false],
    ['Server.InternalError: Internal error on launch', false],
  ])('of %s: is a setback: %s', async (reason, isSetback) => {
    const StatusMessage = diedOf(reason);
    expect(await see({ ...died, StatusMessage })).toEqual(
      isSetback ? [`The launch of ${id} failed: ${StatusMessage}`] : [],
    );
  });

  it('is none where a scale-in, or we, have cancelled it', async () => {
    expect(await see(died)).toEqual([]);
    expect(await see({ ...died, StatusMessage: 'Instance was terminated by user request' })).toEqual([]);
  });
});

describe('a launch that failed is none of the new image', () => {
  it.each<[string, Partial<Activity>]>([
    ['where it names the predecessor', { StatusMessage: "The image id '[ami-old]' does not exist." }],
    ['before the release began', { StatusMessage: 'bad key', StartTime: new Date(proving.startedAt - 1) }],
    ['where nothing was launched', { StatusMessage: 'bad key', Description: 'Terminating EC2 instance: i-1' }],
  ])('%s', async (_case, activity) => expect(await see({ ...launch, ...activity })).toEqual([]));
});

describe('the death of a new machine', () => {
  it.each<[string, Partial<Activity>, string, boolean]>([
    ['by its health check', { Cause: unwell }, '', true],
    ['by a status check', { Cause: 'in response to EC2 instance status checks failure.' }, '', true],
    ['by its own hand', { Cause: foundDead }, 'Client.InstanceInitiatedShutdown: Instance initiated shutdown', true],
    ['by a Spot reclaim', { Cause: foundDead }, 'Server.SpotInstanceTermination: Spot instance termination', false],
    ['by a fault of AWS', { Cause: foundDead }, 'Server.InternalError: An internal error occurred', false],
    ['by a person', { Cause: foundDead }, 'Client.UserInitiatedShutdown: User initiated shutdown', false],
    ['for a reason that nobody knows', { Cause: foundDead }, '', false],
    [
      'by a scale-in',
      { Cause: 'an instance was taken out of service in response to a difference between desired and actual capacity' },
      '',
      false,
    ],
    ['by us', { Cause: `instance ${id} was taken out of service in response to a user request` }, '', false],
  ])('%s', async (_case, activity, reason, isSetback) => {
    expect(await see({ ...ending, ...activity }, reason)).toHaveLength(isSetback ? 1 : 0);
  });

  it('is nothing where it is an old one', async () => {
    expect(
      await see({ ...ending, Cause: unwell, Description: 'Terminating EC2 instance: i-0bbbbbbbbbbbbbbb2' }),
    ).toEqual([]);
  });
});

describe('a launch that a hook has abandoned', () => {
  const token = "Instance failed to complete user's Lifecycle Action: Lifecycle Action with token 1 was abandoned:";
  const abandoned = { Description: `Launching a new EC2 instance: ${id}`, StatusCode: 'Cancelled' } as const;
  it.each<[string, string, number, boolean]>([
    ['by its verdict', `${token} Lifecycle Action Completed with ABANDON Result`, now, true],
    ['by the end of its time, as when a run of ours has died', `${token} Heartbeat Timeout`, now, false],
    [
      'before this run, as when an earlier one was cancelled',
      `${token} Lifecycle Action Completed with ABANDON Result`,
      began - 1,
      false,
    ],
  ])('%s', async (_case, StatusMessage, at, isSetback) => {
    expect(await see({ ...abandoned, StatusMessage, StartTime: new Date(at) })).toHaveLength(isSetback ? 1 : 0);
  });
});
