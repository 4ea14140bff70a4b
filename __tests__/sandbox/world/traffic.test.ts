import { describe, expect, it } from '@jest/globals';
import { Traffic } from '../../../sandbox/world/traffic.js';
import { starter } from './starter.js';

/** A starter world in service, with 100 requests a second from now on. */
function underTraffic(settings: Parameters<typeof starter>[0] = {}) {
  const world = starter(settings);
  world.machines.behave(world.names.imageId, { version: '1' });
  world.seconds(10);
  const traffic = new Traffic(world.here, world.machines, { listenerArn: world.names.listenerArn, rate: 100 });
  return { ...world, traffic };
}

describe('traffic', () => {
  it('is served by version while all is well', () => {
    const { seconds, traffic } = underTraffic();
    seconds(60);
    expect(traffic.failed).toBe(0);
    expect(traffic.served).toBeCloseTo(6000);
    expect(traffic.byVersion.get('1')).toBeCloseTo(6000);
  });

  it('follows its rate when that changes in mid-run', () => {
    const { names, seconds, traffic } = underTraffic();
    seconds(10);
    traffic.setRate(20);
    seconds(10);
    expect(traffic.served).toBeCloseTo(1200);
    expect(traffic.requestsTo(names.targetGroupArn)).toBeCloseTo(20);
  });

  it('loses nothing when a machine is drained before it goes', () => {
    const { call, ids, seconds, traffic } = underTraffic();
    call('autoscaling', 'TerminateInstanceInAutoScalingGroup', {
      InstanceId: ids()[0],
      ShouldDecrementDesiredCapacity: false,
    });
    seconds(60);
    expect(traffic.failed).toBe(0);
    expect(traffic.served).toBeCloseTo(6000);
  });

  it('loses what was under way when a machine dies, and its share until the checks have noticed', () => {
    const { here, ids, seconds, traffic } = underTraffic();
    seconds(10);
    const before = traffic.failed;
    here.ec2.stop(ids()[0] ?? '');
    // Of 25 requests a second that take 0 to 2 seconds, 25 are under way at any time.
    expect(traffic.failed - before).toBeCloseTo(25);
    seconds(60);
    expect(traffic.failed).toBeGreaterThan(25);
    expect(traffic.served + traffic.failed).toBeCloseTo(7000);
  });

  it('loses the share of a machine that answers badly until it is unhealthy', () => {
    const { ids, machines, seconds, traffic } = underTraffic({ healthCheckType: 'EC2', gracePeriod: 0 });
    machines.setAnswering(ids()[0] ?? '', false);
    seconds(1000);
    // Two failed checks, 5 seconds apart, at a quarter of 100 requests a second; and what was under way.
    expect(traffic.failed).toBeGreaterThan(5 * 25);
    expect(traffic.failed).toBeLessThan(10 * 25 + 25);
  });

  it('loses everything when there is no target', () => {
    const { seconds, traffic } = underTraffic({ machines: 0, maxSize: 1 });
    seconds(10);
    expect(traffic.failed).toBeCloseTo(1000);
    expect(traffic.served).toBe(0);
  });

  it('loses what the last machines had under way when they are drained too briefly', () => {
    const { call, ids, seconds, traffic } = underTraffic({ deregistrationDelay: 1 });
    seconds(10);
    call('autoscaling', 'TerminateInstanceInAutoScalingGroup', {
      InstanceId: ids()[0],
      ShouldDecrementDesiredCapacity: false,
    });
    seconds(60);
    expect(traffic.failed).toBeCloseTo(25 / 4);
  });
});
