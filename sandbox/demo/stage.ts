import { get } from 'node:http';
import { type Hosts, openHosts } from '../hosts/hosts.js';
import { withPreparedImage } from '../prepared-image.js';
import { RealClock } from '../wire/real-clock.js';
import { type SandboxServer, serve } from '../wire/serve.js';
import type { Group } from '../world/auto-scaling/group.js';
import { profiles } from '../world/profile.js';
import { SeededRandom } from '../world/random.js';
import type { Region } from '../world/region.js';
import { buildStarterWorld, type StarterWorld } from '../world/starter-world.js';
import { World } from '../world/world.js';

const region = 'eu-west-1';
const machines = 4;
const minute = 60_000;

/** The sandbox with the sample service in it: four machines of version 1 behind a load balancer. */
export class Stage {
  readonly hosts: Hosts;
  readonly starter: StarterWorld;
  /** Where users reach the service. */
  readonly url: string;
  readonly servicePort: number;
  readonly #world: World;
  readonly #clock: RealClock;
  readonly #server: SandboxServer;
  readonly #service: string;

  private constructor(parts: Foundation & Pick<Stage, 'hosts' | 'starter' | 'url' | 'servicePort'>) {
    this.hosts = parts.hosts;
    this.starter = parts.starter;
    this.url = parts.url;
    this.servicePort = parts.servicePort;
    this.#world = parts.world;
    this.#clock = parts.clock;
    this.#server = parts.server;
    this.#service = parts.service;
  }

  /**
   * @param service the folder of the sample service
   * @throws {Error} when the sandbox cannot start here; nothing is left behind then.
   */
  static async build(service: string, complain: (line: string) => void): Promise<Stage> {
    const hosts = await openHosts({ complain });
    const clock = new RealClock();
    let server: SandboxServer | undefined;
    try {
      const world = new World({
        clock,
        random: new SeededRandom(1),
        profile: profiles.fast,
        machines: (made) => hosts.machinesFor(made),
      });
      server = await serve(world, { onDefect: (error) => complain(String(error)) });
      hosts.serve(world, region);
      const servicePort = await hosts.freePort([8080, 18_080, 28_080]);
      const imageId = world.region(region).ec2.addImage({ name: 'steadfleet-sample-1' }).id;
      await withPreparedImage(service, { version: '1', healthy: true, port: servicePort }, (folder) =>
        hosts.machines.putImage(imageId, folder),
      );
      const listenerPort = await hosts.freePort([80, 8000, 18_000]);
      const starter = buildStarterWorld(world, { region, machines, imageId, port: servicePort, listenerPort });
      const url = await hosts.urlOf(starter.listenerArn);
      if (url === undefined) throw new Error('The load balancer could not open its port.');
      return new Stage({ hosts, world, clock, server, service, starter, url, servicePort });
    } catch (error) {
      await closeAll(server, clock, hosts);
      throw error;
    }
  }

  /** All that is in it. */
  get region(): Region {
    return this.#world.region(region);
  }

  /** What the shell of a person, or a workflow, needs to speak to the sandbox instead of AWS. */
  get environment(): NodeJS.ProcessEnv {
    return {
      STEADFLEET_SANDBOX: '1',
      STEADFLEET_SANDBOX_SSH_PORT: String(this.hosts.sshPort),
      AWS_ENDPOINT_URL: this.#server.url,
      AWS_ACCESS_KEY_ID: 'sandbox',
      AWS_SECRET_ACCESS_KEY: 'sandbox',
      AWS_REGION: region,
    };
  }

  /** An image without anything of ours on it: what a bake starts from. */
  addPlainImage(): string {
    return this.region.ec2.addImage({ name: 'plain' }).id;
  }

  /** An image of a release that nobody baked. */
  async addPreparedImage(version: string, healthy: boolean): Promise<string> {
    const { id } = this.region.ec2.addImage({ name: `steadfleet-sample-${version}` });
    await withPreparedImage(this.#service, { version, healthy, port: this.servicePort }, (folder) =>
      this.hosts.machines.putImage(id, folder),
    );
    return id;
  }

  /** The machines of the group, those that come and go included. */
  machines(): readonly string[] {
    const { groupName } = this.starter;
    const group = this.region.autoScaling.groups.get(groupName);
    return group ? [...group.members.keys()] : [];
  }

  /** The group as AWS has it. */
  get group(): Group {
    const group = this.region.autoScaling.groups.get(this.starter.groupName);
    if (!group) throw new Error(`The group "${this.starter.groupName}" is gone.`);
    return group;
  }

  /** Whatever a rollout borrows, and must put back; the template's version is the rollout's very purpose. */
  settings(): Readonly<Record<string, string>> {
    const { minSize, maxSize, desired, suspended, hooks } = this.group;
    return {
      minimum: String(minSize),
      maximum: String(maxSize),
      desired: String(desired),
      'suspended processes': [...suspended.keys()].join(', ') || 'none',
      'lifecycle hooks': [...hooks.keys()].join(', ') || 'none',
    };
  }

  /** How many machines serve, by whether they run this image or one before it. */
  inService(imageId: string): { readonly before: number; readonly after: number } {
    const serving = [...this.group.members.values()].filter(({ state }) => state === 'InService');
    const after = serving.filter(({ instance }) => instance.imageId === imageId).length;
    return { before: serving.length - after, after };
  }

  /** Where rolling-deploy keeps its newest line on the group, and whether that tells of an end. */
  newestLine(): string {
    const { parameters } = this.region.systemsManager;
    const [name = ''] = [...parameters.all.keys()].sort().slice(-1);
    const { outcome = 'no outcome yet' } = JSON.parse(parameters.valueOf(name) ?? '{}') as { outcome?: string };
    return `${name}, ${outcome}`;
  }

  /** Waits until every machine passes the load balancer's health check, and none is on its way out. */
  async whenSettled(signal: AbortSignal): Promise<void> {
    const { loadBalancing } = this.region;
    const deadline = Date.now() + minute;
    while (!signal.aborted) {
      const states = this.machines().map((id) => loadBalancing.healthOf(this.starter.targetGroupArn, id)?.state);
      if (states.length === machines && states.every((state) => state === 'healthy')) return;
      if (Date.now() > deadline) throw new Error(`The group does not settle: its machines are ${states.join(', ')}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** Asks every machine itself, past the load balancer, which version it runs. */
  versions(): Promise<readonly string[]> {
    return Promise.all(this.machines().map((id) => askVersion(this.hosts.machines.endpoint(id, this.servicePort))));
  }

  /** Ends everything, and leaves nothing behind. */
  close(): Promise<void> {
    return closeAll(this.#server, this.#clock, this.hosts);
  }
}

interface Foundation {
  readonly world: World;
  readonly clock: RealClock;
  readonly server: SandboxServer;
  readonly service: string;
}

async function closeAll(server: SandboxServer | undefined, clock: RealClock, hosts: Hosts): Promise<void> {
  await server?.close();
  clock.stop();
  await hosts.close();
}

/** The version, or what is wrong. */
function askVersion(machine: { readonly host: string; readonly port: number }): Promise<string> {
  return new Promise((resolve) => {
    const request = get({ ...machine, path: '/', agent: false, timeout: 2_000 }, (response) => {
      response.resume();
      resolve(String(response.headers['x-service-version'] ?? `status ${response.statusCode}`));
    });
    request.on('timeout', () => request.destroy(new Error('no answer')));
    request.on('error', (error) => resolve(error.message));
  });
}
