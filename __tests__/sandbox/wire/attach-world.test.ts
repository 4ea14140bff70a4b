import {
  AutoScalingClient,
  AutoScalingServiceException,
  DescribeAutoScalingGroupsCommand,
  ResourceContentionFault,
  ScalingActivityInProgressFault,
  SetDesiredCapacityCommand,
  UpdateAutoScalingGroupCommand,
} from '@aws-sdk/client-auto-scaling';
import { CloudWatchClient, DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch';
import { DescribeInstancesCommand, EC2Client, EC2ServiceException } from '@aws-sdk/client-ec2';
import { GetParameterCommand, ParameterNotFound, SSMClient } from '@aws-sdk/client-ssm';
import { describe, expect, it } from '@jest/globals';
import { attachWorld } from '../../../sandbox/wire/attach-world.js';
import { AwsError } from '../../../sandbox/world/aws-error.js';
import { profiles } from '../../../sandbox/world/profile.js';
import type { Call } from '../../../sandbox/world/world.js';
import { failureOf, settings, worldThat } from './stub-world.js';

describe('attachWorld', () => {
  it('passes operation, input and region to the world, and the output back with metadata', async () => {
    const calls: Call[] = [];
    const { world, clock } = worldThat((call) => {
      calls.push(call);
      return { AutoScalingGroups: [] };
    });
    const client = new AutoScalingClient(settings);
    attachWorld(client, world);
    const output = await clock.run(
      client.send(new DescribeAutoScalingGroupsCommand({ AutoScalingGroupNames: ['web'] })),
    );
    expect(output.AutoScalingGroups).toEqual([]);
    expect(output.$metadata.httpStatusCode).toBe(200);
    expect(calls).toEqual([
      {
        service: 'autoscaling',
        operation: 'DescribeAutoScalingGroups',
        input: { AutoScalingGroupNames: ['web'] },
        region: 'eu-west-1',
      },
    ]);
  });

  it("takes the profile's time for a call, half before the effect and half after", async () => {
    let effect = 0;
    const { world, clock } = worldThat(() => {
      effect = clock.elapsed();
      return {};
    });
    const client = new EC2Client(settings);
    attachWorld(client, world);
    await clock.run(client.send(new DescribeInstancesCommand({})));
    expect(clock.elapsed()).toBeGreaterThanOrEqual(profiles.realistic.call[0]);
    expect(clock.elapsed()).toBeLessThanOrEqual(profiles.realistic.call[1]);
    expect(effect).toBe(Math.floor(clock.elapsed() / 2));
  });

  it.each([
    ['ScalingActivityInProgress', ScalingActivityInProgressFault, 'ScalingActivityInProgressFault', 400],
    ['ScalingActivityInProgressFault', ScalingActivityInProgressFault, 'ScalingActivityInProgressFault', 400],
    ['ResourceContention', ResourceContentionFault, 'ResourceContentionFault', 500],
    ['ValidationError', AutoScalingServiceException, 'ValidationError', 400],
    ['Throttling', AutoScalingServiceException, 'Throttling', 400],
  ])("throws %s as the SDK's own class", async (code, Exception, name, status) => {
    const { world, clock } = worldThat(() => {
      throw new AwsError(code, 'not now', status);
    });
    const client = new AutoScalingClient(settings);
    attachWorld(client, world);
    const command = new SetDesiredCapacityCommand({ AutoScalingGroupName: 'web', DesiredCapacity: 1 });
    const error = await failureOf(clock, client.send(command));
    expect(error).toBeInstanceOf(Exception);
    expect(error).toMatchObject({ name, message: 'not now', $metadata: { httpStatusCode: status } });
  });

  it('does so for EC2 and for services that speak JSON', async () => {
    const { world, clock } = worldThat(({ service }) => {
      throw new AwsError(service === 'ec2' ? 'InvalidInstanceID.NotFound' : 'ParameterNotFound', 'not there');
    });
    const ec2 = new EC2Client(settings);
    const ssm = new SSMClient(settings);
    for (const client of [ec2, ssm]) attachWorld(client, world);
    const missingInstance = await failureOf(clock, ec2.send(new DescribeInstancesCommand({ InstanceIds: ['i-1'] })));
    expect(missingInstance).toBeInstanceOf(EC2ServiceException);
    expect(missingInstance).toMatchObject({ name: 'InvalidInstanceID.NotFound', Code: 'InvalidInstanceID.NotFound' });
    const missingParameter = await failureOf(clock, ssm.send(new GetParameterCommand({ Name: '/x' })));
    expect(missingParameter).toBeInstanceOf(ParameterNotFound);
  });

  it('throws a broken connection as the SDK does, with no answer in it', async () => {
    const { world, clock } = worldThat(() => {
      throw new AwsError('ECONNRESET', 'socket hang up');
    });
    const client = new EC2Client(settings);
    attachWorld(client, world);
    const error = await failureOf(clock, client.send(new DescribeInstancesCommand({})));
    expect(error).toMatchObject({ name: 'TimeoutError', code: 'ECONNRESET' });
    expect(error).not.toHaveProperty('$metadata');
  });

  it('refuses a parameter that the SDK would drop', async () => {
    const { world, clock } = worldThat(() => ({}));
    const client = new AutoScalingClient(settings);
    attachWorld(client, world);
    const input = { AutoScalingGroupName: 'web', LaunchTemplate: { Verion: '2' } };
    const error = await failureOf(clock, client.send(new UpdateAutoScalingGroupCommand(input as never)));
    expect((error as Error).message).toContain('LaunchTemplate.Verion');
  });

  it('shares nothing between caller and world: neither sees what the other changes later', async () => {
    const kept: { AlarmNames: string[] }[] = [];
    const alarms = { MetricAlarms: [{ AlarmName: 'cpu', AlarmActions: ['one'] }] };
    const { world, clock } = worldThat(({ input }) => {
      kept.push(input as { AlarmNames: string[] });
      return alarms;
    });
    const client = new CloudWatchClient(settings);
    attachWorld(client, world);
    const names = ['cpu'];
    const output = await clock.run(client.send(new DescribeAlarmsCommand({ AlarmNames: names })));
    names.push('disk');
    alarms.MetricAlarms[0]?.AlarmActions.push('two');
    expect(kept[0]?.AlarmNames).toEqual(['cpu']);
    expect(output.MetricAlarms?.[0]?.AlarmActions).toEqual(['one']);
  });

  it('tells of every call, also of a failed one', async () => {
    const { world, clock } = worldThat(({ operation }) => {
      if (operation === 'DescribeInstances') throw new AwsError('RequestLimitExceeded', 'slower', 503);
      return {};
    });
    const seen: unknown[] = [];
    const client = new EC2Client(settings);
    attachWorld(client, world, { onCall: (call) => seen.push(call) });
    await failureOf(clock, client.send(new DescribeInstancesCommand({})));
    expect(seen).toMatchObject([
      { service: 'ec2', operation: 'DescribeInstances', region: 'eu-west-1', error: 'RequestLimitExceeded' },
    ]);
  });
});
