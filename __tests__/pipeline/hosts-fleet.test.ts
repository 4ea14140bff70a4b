import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Hosts, openHosts } from '../../sandbox/hosts/hosts.js';
import { Traffic } from '../../sandbox/hosts/traffic.js';
import { withPreparedImage } from '../../sandbox/prepared-image.js';
import { RealClock } from '../../sandbox/wire/real-clock.js';
import { profiles } from '../../sandbox/world/profile.js';
import { SeededRandom } from '../../sandbox/world/random.js';
import { buildStarterWorld, type StarterWorld } from '../../sandbox/world/starter-world.js';
import { World } from '../../sandbox/world/world.js';
import { lastProcessesOf } from './marked-processes.js';

const region = 'eu-west-1';
const service = join(import.meta.dirname, '../../examples/service');

describe('a fleet of real machines behind a real load balancer', () => {
  let hosts: Hosts;
  let world: World;
  let clock: RealClock;
  let starter: StarterWorld;
  let url: string;

  beforeAll(async () => {
    hosts = await openHosts();
    clock = new RealClock();
    world = new World({
      clock,
      random: new SeededRandom(1),
      profile: profiles.fast,
      machines: (made) => hosts.machinesFor(made),
    });
    hosts.serve(world, region);
    const image = world.region(region).ec2.addImage({ name: 'sample-1' });
    await withPreparedImage(service, { version: '1', healthy: true, port: 8080 }, (folder) =>
      hosts.machines.putImage(image.id, folder),
    );
    const listenerPort = await hosts.freePort([80, 8080, 8000]);
    starter = buildStarterWorld(world, { region, imageId: image.id, listenerPort, deregistrationDelay: 3 });
    url = (await hosts.urlOf(starter.listenerArn)) ?? '';
  });

  afterAll(async () => {
    clock.stop();
    await hosts.close();
    expect(await lastProcessesOf(process.pid)).toEqual([]);
  });

  const call = (service: 'autoscaling' | 'ec2', operation: string, input: object) =>
    world.call({ service, operation, input, region });
  const healthy = () => {
    const { targets } = world.region(region).loadBalancing.targetGroup(starter.targetGroupArn);
    return [...targets.values()].filter(({ health }) => health.state === 'healthy').map(({ id }) => id);
  };
  const until = async (condition: () => boolean, patience: number) => {
    const end = Date.now() + patience;
    while (!condition()) {
      if (Date.now() > end) throw new Error(`not so within ${patience} ms`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };

  it('serves from four machines of its own making', async () => {
    await until(() => healthy().length === 4, 20_000);
    const answer = await fetch(url);
    expect(await answer.json()).toMatchObject({ version: '1' });
  });

  it('loses no request while every machine is replaced, one by one', async () => {
    const traffic = new Traffic({ url });
    traffic.start();
    const before = healthy();
    for (const id of before) {
      call('autoscaling', 'TerminateInstanceInAutoScalingGroup', {
        InstanceId: id,
        ShouldDecrementDesiredCapacity: false,
      });
      await until(() => healthy().length === 4 && !healthy().includes(id), 30_000);
    }
    const counts = await traffic.drain();
    expect(healthy().filter((id) => before.includes(id))).toEqual([]);
    expect(counts).toMatchObject({ failed: 0, firstFailures: [] });
    expect(counts.sent).toBeGreaterThan(500);
    expect(counts.byVersion).toEqual({ 1: counts.sent });
  });
});
