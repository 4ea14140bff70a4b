import { describe, expect, it } from '@jest/globals';
import { ThrottleBuckets } from '../../../sandbox/faults/throttle-buckets.js';
import { VirtualClock } from '../../../sandbox/world/virtual-clock.js';
import type { ServiceName } from '../../../sandbox/world/world.js';

const instanceIds = (count: number) => Array.from({ length: count }, (_, number) => `i-${number}`);

function open() {
  const clock = new VirtualClock();
  const buckets = new ThrottleBuckets(clock);
  const ask = (service: ServiceName, operation: string, input: object = {}, region = 'eu-west-1'): string => {
    try {
      buckets.before({ service, operation, input, region });
      return 'fine';
    } catch (error) {
      return (error as { code: string }).code;
    }
  };
  /** How many calls at once get through. */
  const burst = (service: ServiceName, operation: string, input?: object): number => {
    let count = 0;
    while (ask(service, operation, input) === 'fine') count++;
    return count;
  };
  return { clock, buckets, ask, burst };
}

describe('throttle buckets', () => {
  it.each([
    ['autoscaling', 'TerminateInstanceInAutoScalingGroup', {}, 10, 2],
    ['autoscaling', 'DescribeAutoScalingGroups', {}, 20, 5],
    ['elasticloadbalancing', 'DescribeTargetHealth', {}, 40, 10],
    ['ec2', 'DescribeInstances', {}, 50, 10],
    ['ec2', 'DescribeInstances', { InstanceIds: ['i-1'] }, 100, 20],
    ['ec2', 'CreateLaunchTemplateVersion', {}, 100, 5],
    ['ec2', 'RunInstances', { MaxCount: 100 }, 10, 0],
    ['ec2', 'TerminateInstances', { InstanceIds: instanceIds(20) }, 50, 1],
    ['ssm', 'GetParameters', { Names: ['/web/000001'] }, 40, 40],
    ['ssm', 'PutParameter', {}, 3, 3],
    ['monitoring', 'DescribeAlarms', {}, 9, 9],
  ] as const)('%s %s %j: %d at once, %d a second later', (service, operation, input, atOnce, later) => {
    const { clock, burst } = open();
    expect(burst(service, operation, input)).toBe(atOnce);
    clock.advance(1_000);
    expect(burst(service, operation, input)).toBe(later);
  });

  it('are one for all changes of a group, but one for each action of EC2', () => {
    const { ask, burst } = open();
    burst('autoscaling', 'SetDesiredCapacity');
    expect(ask('autoscaling', 'CompleteLifecycleAction')).toBe('Throttling');
    expect(ask('autoscaling', 'DescribeAutoScalingGroups')).toBe('fine');
    burst('ec2', 'CreateTags');
    expect(ask('ec2', 'CreateTags')).toBe('RequestLimitExceeded');
    expect(ask('ec2', 'DeleteTags')).toBe('fine');
  });

  it('are one for all reads of parameters', () => {
    const { ask, burst } = open();
    burst('ssm', 'GetParametersByPath');
    expect(ask('ssm', 'GetParameter')).toBe('ThrottlingException');
    expect(ask('ssm', 'PutParameter')).toBe('fine');
  });

  it('are others in another region, and services without a known limit have none', () => {
    const { ask, burst } = open();
    burst('autoscaling', 'SetDesiredCapacity');
    expect(ask('autoscaling', 'SetDesiredCapacity', {}, 'us-east-1')).toBe('fine');
    expect(Array.from({ length: 1_000 }, () => ask('ssm', 'SendCommand'))).not.toContain('ThrottlingException');
  });

  it('tell which calls were refused, and how empty they ever were', () => {
    const { clock, ask, burst, buckets } = open();
    burst('autoscaling', 'SetDesiredCapacity');
    clock.advance(60_000);
    ask('autoscaling', 'SetDesiredCapacity');
    expect(buckets.throttled).toMatchObject([{ operation: 'SetDesiredCapacity' }]);
    expect(buckets.lowest).toEqual({ 'eu-west-1 autoscaling changes': 0 });
  });
});
