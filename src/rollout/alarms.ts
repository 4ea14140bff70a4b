import { DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch';
import type { Aws } from '../platform/aws.js';

/** Which of these alarms are in ALARM; a hundred names a call (CloudWatch API, DescribeAlarms). */
export async function alarmsInAlarm(
  { cloudWatch }: Pick<Aws, 'cloudWatch'>,
  names: readonly string[],
): Promise<readonly string[]> {
  const found: string[] = [];
  for (let at = 0; at < names.length; at += 100) {
    const answer = await cloudWatch.send(
      new DescribeAlarmsCommand({
        AlarmNames: names.slice(at, at + 100),
        AlarmTypes: ['MetricAlarm', 'CompositeAlarm'],
        StateValue: 'ALARM',
      }),
    );
    for (const { AlarmName } of [...(answer.MetricAlarms ?? []), ...(answer.CompositeAlarms ?? [])]) {
      if (AlarmName) found.push(AlarmName);
    }
  }
  return found;
}
