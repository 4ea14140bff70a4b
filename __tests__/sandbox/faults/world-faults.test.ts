import type { DescribeScalingActivitiesCommandOutput } from '@aws-sdk/client-auto-scaling';
import { describe, expect, it } from '@jest/globals';
import type { FaultSite, PlannedFault } from '../../../sandbox/faults/world-fault.js';
import { worldFaults } from '../../../sandbox/faults/world-faults.js';
import { SeededRandom } from '../../../sandbox/world/random.js';
import { Traffic } from '../../../sandbox/world/traffic.js';
import { codeOf, starter } from '../world/starter.js';

/** Six machines in three zones, in service, with users. */
function site(settings: Parameters<typeof starter>[0] = {}) {
  const world = starter({ machines: 6, minSize: 2, maxSize: 12, gracePeriod: 0, ...settings });
  world.seconds(30);
  const traffic = new Traffic(world.here, world.machines, { listenerArn: world.names.listenerArn, rate: 120 });
  const random = new SeededRandom(7);
  const where: FaultSite = {
    region: world.here,
    groupName: world.names.groupName,
    machines: world.machines,
    traffic,
    random,
  };
  const strike = (plan: (where: FaultSite) => PlannedFault) => plan(where).strike();
  const failures = () =>
    (
      world.autoscaling<DescribeScalingActivitiesCommandOutput>('DescribeScalingActivities', {}).Activities ?? []
    ).filter(({ StatusCode }) => StatusCode === 'Failed');
  const zones = () => world.instances('InService').map(({ AvailabilityZone = '' }) => AvailabilityZone.slice(-1));
  const healthy = () => world.ids().filter((id) => world.target(id)?.State === 'healthy');
  return { ...world, where, traffic, strike, failures, zones, healthy };
}

const desire = (world: ReturnType<typeof site>, DesiredCapacity: number) =>
  world.autoscaling('SetDesiredCapacity', { DesiredCapacity });

describe('machines', () => {
  it('slow-boots: a new machine is healthy much later, and in its usual time again afterwards', () => {
    const world = site({ healthCheckType: 'EC2' });
    const end = world.strike((where) => worldFaults['slow-boots'].with(where, { factor: 100, seconds: 600 }));
    desire(world, 7);
    world.seconds(15);
    expect(world.healthy()).toHaveLength(6);
    world.seconds(60);
    expect(world.healthy()).toHaveLength(7);
    end();
    desire(world, 8);
    world.seconds(15);
    expect(world.healthy()).toHaveLength(8);
  });

  it('dead-machines: so many of the next ones never answer', () => {
    const world = site({ healthCheckType: 'EC2' });
    world.strike((where) => worldFaults['dead-machines'].with(where, { machines: 2 }));
    desire(world, 9);
    world.seconds(300);
    expect(world.ids('InService')).toHaveLength(9);
    expect(world.healthy()).toHaveLength(7);
  });

  it('machine-death: EC2 says why, and the group replaces them', () => {
    const world = site();
    const before = world.ids();
    world.strike((where) => worldFaults['machine-death'].with(where, { machines: 2 }));
    world.seconds(1);
    const dead = before.filter((id) => world.here.ec2.instances.get(id)?.state !== 'running');
    expect(dead).toHaveLength(2);
    expect(world.here.ec2.instances.get(dead[0] ?? '')?.stateReason?.code).toBe('Server.InternalError');
    expect(world.traffic.failed).toBeGreaterThan(0);
    world.seconds(60);
    expect(world.ids('InService')).toHaveLength(6);
  });

  it('flapping-health: a target is unhealthy by turns, and well in the end', () => {
    const world = site({ healthCheckType: 'EC2' });
    world.strike((where) => worldFaults['flapping-health'].with(where, { times: 3, seconds: 20 }));
    const seen: number[] = [];
    for (let time = 0; time < 180; time += 5) {
      world.seconds(5);
      seen.push(world.healthy().length);
    }
    expect(seen.filter((count, index) => count === 5 && seen[index - 1] === 6)).toHaveLength(3);
    expect(seen.at(-1)).toBe(6);
  });

  it('spot-reclaim: two minutes after the warning they go, with the reason; without Spot there is nothing to reclaim', () => {
    const world = site({ spot: true });
    const before = world.ids();
    expect(worldFaults['spot-reclaim'].applies(world.where)).toBe(true);
    expect(worldFaults['spot-reclaim'].applies(site().where)).toBe(false);
    world.strike((where) => worldFaults['spot-reclaim'].with(where, { machines: 2 }));
    world.seconds(119);
    expect(world.ids()).toEqual(before);
    world.seconds(60);
    expect(world.ids('InService')).toHaveLength(6);
    const reclaimed = before.filter((id) => !world.ids().includes(id));
    expect(reclaimed.map((id) => world.here.ec2.instances.get(id)?.stateReason?.code)).toEqual([
      'Server.SpotInstanceTermination',
      'Server.SpotInstanceTermination',
    ]);
  });
});

describe('zones and capacity', () => {
  it('no-capacity-in-zone: failed activities in AWS words, and the other zones launch instead', () => {
    const world = site({ machines: 3 });
    const zone = 'eu-west-1a';
    world.strike((where) => worldFaults['no-capacity-in-zone'].with(where, { zone, seconds: 60 }));
    desire(world, 6);
    world.seconds(30);
    expect(world.zones().filter((zone) => zone !== 'a')).toHaveLength(5);
    expect(world.failures()[0]?.StatusMessage).toMatch(
      /^We currently do not have sufficient t3.micro capacity in the Availability Zone you requested \(eu-west-1a\)\. Our/,
    );
  });

  it('no-capacity-for-type: launches fail ever more rarely, and work again once there is capacity', () => {
    const world = site();
    world.strike((where) => worldFaults['no-capacity-for-type'].with(where, { seconds: 60 }));
    desire(world, 7);
    world.seconds(30);
    const times = world.failures().map(({ StartTime }) => +(StartTime ?? 0));
    const rounds = [...new Set(times)].reverse();
    const gaps = rounds.slice(1).map((time, index) => time - (rounds[index] ?? 0));
    expect(gaps.length).toBeGreaterThan(3);
    expect(gaps.at(-1)).toBeGreaterThan(4 * (gaps[0] ?? 0));
    expect(world.ids()).toHaveLength(6);
    world.seconds(60);
    expect(world.ids('InService')).toHaveLength(7);
  });

  it('zone-loss: what is there does not answer and is replaced elsewhere; then the zones are evened out', () => {
    const world = site();
    world.strike((where) => worldFaults['zone-loss'].with(where, { zone: 'eu-west-1b', seconds: 120 }));
    world.seconds(100);
    expect(world.traffic.failed).toBeGreaterThan(0);
    expect(world.zones().sort().join('')).toBe('aaaccc');
    world.seconds(300);
    expect(world.zones().sort().join('')).toBe('aabbcc');
  });

  it('zone-loss: cuts off what comes up meanwhile, and gives all of it back', () => {
    const world = site({ healthCheckType: 'EC2' });
    world.autoscaling('SetDesiredCapacity', { DesiredCapacity: 9 });
    world.strike((where) => worldFaults['zone-loss'].with(where, { zone: 'eu-west-1a', seconds: 60 }));
    world.seconds(50);
    const lost = world.instances().filter(({ AvailabilityZone }) => AvailabilityZone === 'eu-west-1a');
    const answering = () => lost.filter(({ InstanceId = '' }) => world.machines.isAnswering(InstanceId)).length;
    expect([lost.length, answering()]).toEqual([2, 0]);
    world.seconds(20);
    expect(answering()).toBe(2);
  });

  it('zone-rebalance: the group launches before it terminates, beyond desired by one', () => {
    const world = site();
    world.strike((where) => worldFaults['zone-rebalance'].with(where, { zone: 'eu-west-1c', seconds: 60 }));
    world.seconds(50);
    expect(world.zones().sort().join('')).toBe('aaabbb');
    const sizes: number[] = [];
    for (let time = 0; time < 120; time += 0.1) {
      world.seconds(0.1);
      sizes.push(world.ids('InService').length);
    }
    expect(Math.max(...sizes)).toBe(7);
    expect(Math.min(...sizes)).toBe(6);
    expect(world.zones().sort().join('')).toBe('aabbcc');
  });

  it('load-balancer-blind: all targets are unhealthy and all get requests (fail-open)', () => {
    const world = site({ healthCheckType: 'EC2' });
    const end = world.strike((where) => worldFaults['load-balancer-blind'].with(where, { seconds: 300 }));
    world.seconds(60);
    expect(world.ids().map((id) => world.target(id)?.State)).toEqual(Array(6).fill('unhealthy'));
    expect(world.traffic.failed).toBe(0);
    end();
    world.seconds(60);
    expect(world.healthy()).toHaveLength(6);
  });
});

describe('people and schedules', () => {
  it('sizes-changed: the new size is kept within bounds that give way', () => {
    const world = site();
    world.strike((where) => worldFaults['sizes-changed'].with(where, { by: -5 }));
    expect(world.group()).toMatchObject({ DesiredCapacity: 1, MinSize: 1, MaxSize: 12 });
  });

  it('processes-suspended: until they are resumed, and only those that were not suspended before', () => {
    const world = site();
    const suspended = () => world.group().SuspendedProcesses?.map(({ ProcessName }) => ProcessName);
    world.autoscaling('SuspendProcesses', { ScalingProcesses: ['Launch'] });
    const names = ['Launch', 'Terminate'] as const;
    world.strike((where) => worldFaults['processes-suspended'].with(where, { names, seconds: 60 }));
    expect(suspended()).toEqual(['Launch', 'Terminate']);
    world.seconds(61);
    expect(suspended()).toEqual(['Launch']);
  });

  it('instance-attached and instance-detached: machines come and go by hand', () => {
    const world = site();
    world.strike((where) => worldFaults['instance-attached'].with(where, {}));
    world.seconds(30);
    expect(world.group().DesiredCapacity).toBe(7);
    expect(world.ids('InService')).toHaveLength(7);
    const before = world.ids();
    world.strike((where) => worldFaults['instance-detached'].with(where, { isDecremented: true }));
    world.seconds(30);
    expect(world.group().DesiredCapacity).toBe(6);
    const gone = before.find((id) => !world.ids().includes(id)) ?? '';
    expect(world.here.ec2.instances.get(gone)?.state).toBe('running');
  });

  it('hook-never-completed: a launch waits for the time-out, and ends as the hook says', () => {
    const world = site();
    const hook = { heartbeat: 60, result: 'CONTINUE' } as const;
    const end = world.strike((where) => worldFaults['hook-never-completed'].with(where, hook));
    desire(world, 7);
    world.seconds(55);
    expect(world.ids('Pending:Wait')).toHaveLength(1);
    world.seconds(10);
    expect(world.ids('InService')).toHaveLength(7);
    end();
    expect(world.autoscaling('DescribeLifecycleHooks', {})).toMatchObject({ LifecycleHooks: [] });
  });

  it('scheduled-action: sets the size at its time', () => {
    const world = site();
    world.strike((where) => worldFaults['scheduled-action'].with(where, { after: 60, by: 2 }));
    world.seconds(59);
    expect(world.group().DesiredCapacity).toBe(6);
    world.seconds(2);
    expect(world.group().DesiredCapacity).toBe(8);
  });

  it('traffic-change: target tracking follows the users', () => {
    const world = site();
    world.strike((where) => worldFaults['traffic-change'].with(where, { factor: 4, seconds: 1200 }));
    world.seconds(600);
    expect(world.group().DesiredCapacity).toBe(10);
    world.seconds(700);
    expect(world.traffic.rate).toBe(120);
  });
});

describe('what a launch needs', () => {
  it('image-deregistered: nothing can be launched any more', () => {
    const world = site();
    world.strike((where) => worldFaults['image-deregistered'].with(where, {}));
    desire(world, 7);
    world.seconds(60);
    expect(world.ids()).toHaveLength(6);
    expect(world.failures()[0]?.StatusMessage).toContain(world.names.imageId);
  });

  it('template-version-deleted: launches fail, unless it is the default, which cannot be deleted', () => {
    const world = site();
    const LaunchTemplateId = world.names.launchTemplateId;
    world.strike((where) => worldFaults['template-version-deleted'].with(where, {}));
    desire(world, 7);
    world.seconds(30);
    expect(world.ids('InService')).toHaveLength(7);
    world.call('ec2', 'CreateLaunchTemplateVersion', { LaunchTemplateId, SourceVersion: '1', LaunchTemplateData: {} });
    world.autoscaling('UpdateAutoScalingGroup', { LaunchTemplate: { LaunchTemplateId, Version: '2' } });
    world.strike((where) => worldFaults['template-version-deleted'].with(where, {}));
    desire(world, 8);
    world.seconds(30);
    expect(world.failures()[0]?.StatusMessage).toContain('version');
    expect(world.ids()).toHaveLength(7);
  });

  it('expired-credentials: every service refuses in its own words, until they are renewed', () => {
    const world = site();
    world.strike((where) => worldFaults['expired-credentials'].with(where, { seconds: 60 }));
    expect(codeOf(() => desire(world, 7))).toBe('ExpiredToken');
    expect(codeOf(() => world.call('ec2', 'DescribeInstances', {}))).toBe('RequestExpired');
    expect(codeOf(() => world.call('ssm', 'GetParameter', { Name: 'x' }))).toBe('ExpiredTokenException');
    world.seconds(61);
    expect(codeOf(() => desire(world, 7))).toBe('no error');
  });

  it('expired-credentials do not befall what other people do', () => {
    const world = site();
    world.strike((where) => worldFaults['expired-credentials'].with(where, { seconds: 60 }));
    world.strike((where) => worldFaults['sizes-changed'].with(where, { by: 1 }));
    expect(world.here.autoScaling.group('shop').desired).toBe(7);
  });
});
