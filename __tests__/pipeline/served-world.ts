import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RealClock } from '../../sandbox/wire/real-clock.js';
import { type SandboxServer, serve } from '../../sandbox/wire/serve.js';
import { SimulatedMachines } from '../../sandbox/world/machines/simulated-machines.js';
import { profiles } from '../../sandbox/world/profile.js';
import { SeededRandom } from '../../sandbox/world/random.js';
import { buildStarterWorld, type StarterWorld } from '../../sandbox/world/starter-world.js';
import { World } from '../../sandbox/world/world.js';

/** The small world on loopback, for programs that are not ours. */
export interface ServedWorld {
  readonly world: World;
  readonly starter: StarterWorld;
  readonly server: SandboxServer;
  /** What a program needs in its environment, and nothing of ours: no profile, no configuration file. */
  readonly environment: NodeJS.ProcessEnv;
  close(): Promise<void>;
}

export async function serveStarterWorld(): Promise<ServedWorld> {
  const clock = new RealClock();
  const machines = (world: World) => new SimulatedMachines(world);
  const world = new World({ clock, random: new SeededRandom(1), profile: profiles.fast, machines });
  const starter = buildStarterWorld(world, { region: 'eu-west-1', machines: 4 });
  await whenInService(world, starter);
  const server = await serve(world);
  const home = mkdtempSync(join(tmpdir(), 'steadfleet-home-'));
  const environment = {
    PATH: process.env.PATH,
    HOME: home,
    AWS_ENDPOINT_URL: server.url,
    AWS_ACCESS_KEY_ID: 'sandbox',
    AWS_SECRET_ACCESS_KEY: 'sandbox',
    AWS_REGION: starter.region,
    AWS_DEFAULT_REGION: starter.region,
    AWS_PAGER: '',
    AWS_MAX_ATTEMPTS: '1',
    AWS_EC2_METADATA_DISABLED: 'true',
    // Whatever ignores the endpoint meets the refusing proxy, never AWS.
    HTTPS_PROXY: server.url,
    HTTP_PROXY: server.url,
    NO_PROXY: '127.0.0.1,localhost',
  };
  const close = async () => {
    await server.close();
    clock.stop();
    rmSync(home, { recursive: true, force: true });
  };
  return { world, starter, server, environment, close };
}

/** The machines of the group come up in moments, but not at once. */
async function whenInService(world: World, { region, groupName }: StarterWorld): Promise<void> {
  const members = () => [...(world.region(region).autoScaling.groups.get(groupName)?.members.values() ?? [])];
  while (members().length < 4 || members().some(({ state }) => state !== 'InService')) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export interface Finished {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end. */
export function run(command: readonly string[], env: NodeJS.ProcessEnv): Promise<Finished> {
  const [program = '', ...parameters] = command;
  return new Promise((resolve) => {
    execFile(program, parameters, { env, timeout: 60_000 }, (error, stdout, stderr) => {
      resolve({ exitCode: error ? Number(error.code ?? 1) : 0, stdout, stderr });
    });
  });
}
