import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openHosts } from './hosts/hosts.js';
import { withPreparedImage } from './prepared-image.js';
import { RealClock } from './wire/real-clock.js';
import { SimulatedMachines } from './world/machines/simulated-machines.js';
import { type ProfileName, profiles } from './world/profile.js';
import { SeededRandom } from './world/random.js';
import { buildStarterWorld, type StarterWorld } from './world/starter-world.js';
import { World } from './world/world.js';

/** A world with a group of four machines behind a load balancer, running on the machine's time. */
export interface SmallWorld {
  readonly world: World;
  readonly starter: StarterWorld;
  /** Where the group is reached from this computer; undefined where nothing answers. */
  readonly url: string | undefined;
  /** Where the machines' sshd listens, for Packer; undefined where there is none. */
  readonly sshPort: number | undefined;
  /** What is not real here, a sentence each. */
  readonly limits: readonly string[];
  /** Ends it, and leaves nothing behind. */
  close(): Promise<void>;
}

export interface SmallWorldSettings {
  readonly profile: ProfileName;
  readonly seed: number;
  readonly simulated: boolean;
  /** Told of what goes wrong later, a line each. */
  readonly complain: (line: string) => void;
}

const region = 'eu-west-1';
const machines = 4;

/** This file runs as build/sandbox/small-world.js. */
const service = join(dirname(fileURLToPath(import.meta.url)), '../../examples/service');

/** Opens the small world: with machines of this computer, unless they shall be simulated. */
export function openSmallWorld(settings: SmallWorldSettings): Promise<SmallWorld> {
  return settings.simulated ? openSimulated(settings) : openOnHosts(settings);
}

async function openSimulated({ profile, seed }: SmallWorldSettings): Promise<SmallWorld> {
  const clock = new RealClock();
  const random = new SeededRandom(seed);
  const world = new World({
    clock,
    random,
    profile: profiles[profile],
    machines: (made) => new SimulatedMachines(made),
  });
  const starter = buildStarterWorld(world, { region, machines });
  const limits = ['Machines are simulated: nothing answers at the load balancer, and nobody can log in to them.'];
  return { world, starter, url: undefined, sshPort: undefined, limits, close: async () => clock.stop() };
}

async function openOnHosts({ profile, seed, complain }: SmallWorldSettings): Promise<SmallWorld> {
  const hosts = await openHosts({ complain });
  const clock = new RealClock();
  const close = async () => {
    clock.stop();
    await hosts.close();
  };
  try {
    const random = new SeededRandom(seed);
    const world = new World({ clock, random, profile: profiles[profile], machines: (made) => hosts.machinesFor(made) });
    hosts.serve(world, region);
    const port = await hosts.freePort([8080, 18_080, 28_080]);
    const listenerPort = await hosts.freePort([80, 8000, 18_000]);
    const imageId = world.region(region).ec2.addImage({ name: 'steadfleet-sample-1' }).id;
    await withPreparedImage(service, { version: '1', healthy: true, port }, (folder) =>
      hosts.machines.putImage(imageId, folder),
    );
    const starter = buildStarterWorld(world, { region, machines, imageId, port, listenerPort });
    const url = await hosts.urlOf(starter.listenerArn);
    return { world, starter, url, sshPort: hosts.real ? hosts.sshPort : undefined, limits: hosts.limits, close };
  } catch (error) {
    await close();
    throw error;
  }
}
