import { get } from 'node:http';
import { join } from 'node:path';
import { type Hosts, openHosts } from '../../sandbox/hosts/hosts.js';
import { withPreparedImage } from '../../sandbox/prepared-image.js';
import { RealClock } from '../../sandbox/wire/real-clock.js';
import { type SandboxServer, serve } from '../../sandbox/wire/serve.js';
import { profiles } from '../../sandbox/world/profile.js';
import { SeededRandom } from '../../sandbox/world/random.js';
import type { Region } from '../../sandbox/world/region.js';
import { buildStarterWorld, type StarterWorld } from '../../sandbox/world/starter-world.js';
import { World } from '../../sandbox/world/world.js';

const regionName = 'eu-west-1';

/** The sandbox as the examples' workflows expect AWS to be: real machines in a test group and a production group. */
export interface WorkflowStage {
  readonly region: Region;
  readonly test: StarterWorld;
  readonly production: StarterWorld;
  /** An image without anything on it, to bake on. */
  readonly plainImageId: string;
  /** What steps need to speak to the sandbox; a template's variables too. */
  readonly environment: Readonly<Record<string, string>>;
  /** The image of each machine in service in a group. */
  imagesOf(groupName: string): readonly string[];
  /** The version that answers on a group's load balancer, for a host name. */
  versionAt(starter: StarterWorld, hostName: string): Promise<string>;
  close(): Promise<void>;
}

export async function openWorkflowStage(): Promise<WorkflowStage> {
  const hosts = await openHosts();
  if (!hosts.real) throw new Error(`These tests need real machines: ${hosts.limits.join(' ')}`);
  const clock = new RealClock();
  const world = new World({
    clock,
    random: new SeededRandom(1),
    profile: profiles.fast,
    machines: (made) => hosts.machinesFor(made),
  });
  const server = await serve(world);
  hosts.serve(world, regionName);
  const region = world.region(regionName);
  const servicePort = await hosts.freePort([8080, 18_080, 28_080]);
  const { test, production } = await buildGroups(hosts, world, servicePort);
  return {
    region,
    test,
    production,
    plainImageId: region.ec2.addImage({ name: 'plain' }).id,
    environment: environmentFor(server, hosts, servicePort),
    imagesOf: (groupName) => imagesOf(region, groupName),
    versionAt: (starter, hostName) => versionAt(starter, hostName),
    close: async () => {
      await server.close();
      clock.stop();
      await hosts.close();
    },
  };
}

async function buildGroups(hosts: Hosts, world: World, port: number) {
  const imageId = world.region(regionName).ec2.addImage({ name: 'sample-1' }).id;
  await withPreparedImage(join('examples', 'service'), { version: '1', healthy: true, port }, (folder) =>
    hosts.machines.putImage(imageId, folder),
  );
  const listenerPort = await hosts.freePort([80, 8000, 18_000]);
  const settings = { region: regionName, imageId, port, listenerPort, deregistrationDelay: 3 };
  return {
    test: buildStarterWorld(world, { ...settings, name: 'sample-test', machines: 2 }),
    production: buildStarterWorld(world, { ...settings, name: 'sample-production', machines: 1 }),
  };
}

function environmentFor(server: SandboxServer, hosts: Hosts, servicePort: number): Record<string, string> {
  return {
    STEADFLEET_SANDBOX: '1',
    STEADFLEET_SANDBOX_SSH_PORT: String(hosts.sshPort),
    AWS_ENDPOINT_URL: server.url,
    PKR_VAR_sandbox_endpoint: server.url,
    PKR_VAR_ssh_port: String(hosts.sshPort),
    PKR_VAR_ssh_username: 'root',
    PKR_VAR_service_port: String(servicePort),
  };
}

function imagesOf({ autoScaling }: Region, groupName: string): readonly string[] {
  const members = [...(autoScaling.groups.get(groupName)?.members.values() ?? [])];
  return members.filter(({ state }) => state === 'InService').map(({ instance }) => instance.imageId);
}

function versionAt({ host, listenerPort: port }: StarterWorld, hostName: string): Promise<string> {
  return new Promise((resolve, reject) => {
    get({ host, port, path: '/', headers: { Host: hostName }, agent: false, timeout: 5_000 }, (response) => {
      response.resume();
      resolve(String(response.headers['x-service-version'] ?? `status ${response.statusCode}`));
    }).on('error', reject);
  });
}
