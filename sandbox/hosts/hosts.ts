import type { World } from '../world/world.js';
import { Addresses } from './addresses.js';
import { chooseMachines } from './choose-machines.js';
import type { HostMachines } from './host-machines.js';
import { LoadBalancerProxy } from './load-balancer-proxy.js';
import { claimSlot } from './slot.js';
import { markOfThisProcess, removeStrays } from './strays.js';

/**
 * This computer as a data centre. Open it, make the world with its machines, then let it serve the world's regions:
 *
 *     const hosts = await openHosts();
 *     const world = new World({ clock, random, profile, machines: (world) => hosts.machinesFor(world) });
 *     hosts.serve(world, 'eu-west-1');
 *     ...
 *     await hosts.close();
 */
export interface Hosts {
  readonly machines: HostMachines;
  /** Whether machines are real: a disk, processes and a log-in of their own. */
  readonly real: boolean;
  /** What is not real here, a sentence each; empty where everything is. */
  readonly limits: readonly string[];
  /** How many processes a sandbox before this one had left behind; they are gone. */
  readonly strays: number;
  /** Where the machines' sshd listens: Packer's `ssh_port`, given to templates as STEADFLEET_SANDBOX_SSH_PORT. */
  readonly sshPort: number;
  /** The same machines, once they know the world. */
  machinesFor(world: World): HostMachines;
  /** Opens the load balancers of a region, those that are there and those to come. */
  serve(world: World, region: string): void;
  /** Where a listener is reached; undefined if its port cannot be opened. */
  urlOf(listenerArn: string): Promise<string | undefined>;
  /** The first of these ports that no other program holds on all addresses (0.0.0.0). @throws {Error} if all are held. */
  freePort(candidates: readonly number[]): Promise<number>;
  /** Ends every machine and load balancer, and leaves nothing behind. */
  close(): Promise<void>;
}

export interface HostSettings {
  readonly environment?: NodeJS.ProcessEnv;
  /** Told of what goes wrong later, a line each. */
  readonly complain?: (line: string) => void;
}

/** @throws {Error} when the port in STEADFLEET_SANDBOX_SSH_PORT is held by another program, or no slot is free. */
export async function openHosts(settings: HostSettings = {}): Promise<Hosts> {
  const { environment = process.env, complain = () => undefined } = settings;
  const strays = removeStrays();
  const slot = await claimSlot();
  const addresses = new Addresses(slot.number);
  const sshPort = await chooseSshPort(environment.STEADFLEET_SANDBOX_SSH_PORT, addresses);
  const chosen = await chooseMachines({ addresses, sshPort, mark: markOfThisProcess(), environment });
  const { machines } = chosen;
  const proxy = new LoadBalancerProxy({ machines, complain });
  return {
    ...chosen,
    strays,
    sshPort,
    machinesFor: (world) => {
      machines.join(world);
      return machines;
    },
    serve: (world, region) => proxy.serve(world.region(region)),
    urlOf: (listenerArn) => proxy.urlOf(listenerArn),
    freePort: (candidates) => freePort(candidates, addresses),
    close: async () => {
      await proxy.close();
      await machines.close();
      slot.release();
    },
  };
}

async function chooseSshPort(wanted: string | undefined, addresses: Addresses): Promise<number> {
  if (!wanted) return freePort([22, 2222, 2022, 22222], addresses);
  const port = await addresses.firstFreePort([Number(wanted)]);
  if (port === undefined)
    throw new Error(
      `STEADFLEET_SANDBOX_SSH_PORT is ${wanted}, which another program holds or nobody may open. Set another.`,
    );
  return port;
}

async function freePort(candidates: readonly number[], addresses: Addresses): Promise<number> {
  const port = await addresses.firstFreePort(candidates);
  if (port === undefined)
    throw new Error(`Other programs hold all of the ports ${candidates.join(', ')}. End one of them.`);
  return port;
}
