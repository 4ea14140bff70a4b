import { DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch';
import { expect, it } from '@jest/globals';
import type { Aws } from '../../../../src/platform/aws.js';
import { chooseAlarms } from '../../../../src/rollout/group/alarms.js';

const arnOf = (name: string) => `arn:aws:cloudwatch:eu-west-1:1:alarm:${name}`;

it('an alarm that is deleted between its listing and the look at its tags has none', async () => {
  const names = ['TargetTracking-web-AlarmHigh', 'shop-errors'];
  const cloudWatch = {
    send: async (command: { input: { ResourceARN?: string } }) => {
      if (command instanceof DescribeAlarmsCommand) {
        const MetricAlarms = names.map((name) => ({ AlarmName: name, AlarmArn: arnOf(name), StateValue: 'OK' }));
        return { MetricAlarms };
      }
      if (command.input.ResourceARN === arnOf('shop-errors')) return { Tags: [{ Key: 'service', Value: 'shop' }] };
      throw Object.assign(new Error('Unknown'), { name: 'ResourceNotFoundException' });
    },
  };
  const aws = { region: 'eu-west-1', cloudWatch } as unknown as Pick<Aws, 'cloudWatch' | 'region'>;
  const choice = { tags: { service: 'shop' }, acceptsAlarm: false, tell: () => undefined };
  expect(await chooseAlarms(aws, [], choice)).toEqual(['shop-errors']);
});
