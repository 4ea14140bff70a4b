import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readFileCommands } from '../../sandbox/demo/file-commands.js';
import { RealClock } from '../../sandbox/wire/real-clock.js';
import { type SandboxServer, serve } from '../../sandbox/wire/serve.js';
import type { Image } from '../../sandbox/world/ec2/image.js';
import { SimulatedMachines } from '../../sandbox/world/machines/simulated-machines.js';
import type { Profile } from '../../sandbox/world/profile.js';
import { SeededRandom } from '../../sandbox/world/random.js';
import { World } from '../../sandbox/world/world.js';

export const region = 'eu-west-1';
export const copyRegion = 'us-east-1';

/** Everything happens at once: which calls Packer makes is all that counts here. */
const instant: Profile = {
  call: [0, 0],
  lag: [0, 0],
  start: [0, 0],
  agent: [0, 0],
  boot: [0, 0],
  shutdown: [0, 0],
  capture: [0, 0],
  reconcile: [1_000, 1_000],
  command: [0, 0],
};

/** A served world with one base image in it. */
export interface BakeWorld {
  readonly world: World;
  readonly server: SandboxServer;
  readonly base: Image;
  close(): Promise<void>;
}

export async function openBakeWorld(seed: number): Promise<BakeWorld> {
  const clock = new RealClock();
  const machines = (world: World) => new SimulatedMachines(world);
  const world = new World({ clock, random: new SeededRandom(seed), profile: instant, machines });
  const base = world.region(region).ec2.addImage({ name: 'base', owner: 'amazon' });
  const server = await serve(world);
  return {
    world,
    server,
    base,
    close: async () => {
      clock.stop();
      await server.close();
    },
  };
}

/** How a step ended, and everything that it handed to the runner. */
export interface StepEnd {
  /** Null when a signal ended it. */
  readonly exitCode: number | null;
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly log: string;
}

type StepFiles = Readonly<Record<'GITHUB_OUTPUT' | 'GITHUB_STATE' | 'GITHUB_STEP_SUMMARY', string>>;

/** A step that runs as GitHub's runner runs it: the bundle, inputs and file commands in its environment. */
export class BakeStep {
  readonly process: ChildProcess;
  readonly #files: StepFiles;
  readonly #folder: string;
  #log = '';

  private constructor(folder: string, files: StepFiles, environment: NodeJS.ProcessEnv) {
    this.#folder = folder;
    this.#files = files;
    this.process = spawn(process.execPath, [resolve('dist/bake-ami.js')], {
      cwd: folder,
      env: { ...process.env, ...files, RUNNER_TEMP: folder, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.process.stdout, this.process.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        this.#log += chunk.toString('utf8');
      });
    }
  }

  static async start(inputs: Readonly<Record<string, string>>, environment: NodeJS.ProcessEnv): Promise<BakeStep> {
    const folder = await mkdtemp(join(tmpdir(), 'bake-step-'));
    const files = {
      GITHUB_OUTPUT: join(folder, 'output'),
      GITHUB_STATE: join(folder, 'state'),
      GITHUB_STEP_SUMMARY: join(folder, 'summary'),
    };
    for (const file of Object.values(files)) await writeFile(file, '');
    const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
    return new BakeStep(folder, files, { ...environment, ...Object.fromEntries(given) });
  }

  /** What the step has saved so far. */
  state(): Readonly<Record<string, string>> {
    return readFileCommands(readFileSync(this.#files.GITHUB_STATE, 'utf8'));
  }

  /** Waits for the process itself, not for what it left running. */
  async end(): Promise<StepEnd> {
    const exitCode = await exitOf(this.process);
    const end = {
      exitCode,
      outputs: readFileCommands(await readFile(this.#files.GITHUB_OUTPUT, 'utf8')),
      state: this.state(),
      summary: await readFile(this.#files.GITHUB_STEP_SUMMARY, 'utf8'),
      log: this.#log,
    };
    await rm(this.#folder, { recursive: true });
    return end;
  }
}

function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((done) => child.once('exit', (code) => done(code)));
}

/** The environment that a sandbox gives to actions and their children. */
export function sandboxEnvironment({ url }: SandboxServer): NodeJS.ProcessEnv {
  return {
    STEADFLEET_SANDBOX: '1',
    AWS_ENDPOINT_URL: url,
    AWS_ACCESS_KEY_ID: 'sandbox',
    AWS_SECRET_ACCESS_KEY: 'sandbox',
    AWS_REGION: region,
    // Today's plugin refuses 0: say 1 to run these tests with the Packer of today.
    AWS_POLL_DELAY_SECONDS: process.env.AWS_POLL_DELAY_SECONDS ?? '0',
    AWS_MAX_ATTEMPTS: '200',
    GITHUB_REPOSITORY: 'octo/shop',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
    GITHUB_RUN_ID: '42',
  };
}

/** Main, and then post with what main saved, as the runner does it whatever happened to main. */
export async function postOf(
  main: StepEnd,
  inputs: Readonly<Record<string, string>>,
  environment: NodeJS.ProcessEnv,
): Promise<StepEnd> {
  const saved = Object.entries(main.state).map(([name, value]) => [`STATE_${name}`, value]);
  return (await BakeStep.start(inputs, { ...environment, ...Object.fromEntries(saved) })).end();
}

/** Everything that a bake may leave behind, in every region. */
export function leftIn(world: World, base: Image): string[] {
  return [...world.regions.values()].flatMap(({ name, ec2 }) => [
    ...[...ec2.instances.values()].filter(({ state }) => state !== 'terminated').map(({ id }) => `${id} in ${name}`),
    ...[...ec2.images.values()].filter(({ id }) => id !== base.id).map(({ id }) => `${id} in ${name}`),
    ...named(world, name, 'DescribeSnapshots', { OwnerIds: ['self'] }, 'Snapshots', 'SnapshotId'),
    ...named(world, name, 'DescribeKeyPairs', {}, 'KeyPairs', 'KeyName'),
    ...named(world, name, 'DescribeSecurityGroups', {}, 'SecurityGroups', 'GroupName').filter(
      (group) => !group.startsWith('default '),
    ),
  ]);
}

function named(world: World, name: string, operation: string, input: object, list: string, field: string): string[] {
  const output = world.call({ service: 'ec2', operation, input, region: name }) as Record<
    string,
    Record<string, string>[]
  >;
  return (output[list] ?? []).map((item) => `${item[field]} in ${name}`);
}

/** Without the bundles these tests would prove nothing. */
export function requireBundle(): void {
  if (!existsSync(resolve('dist/bake-ami.js')))
    throw new Error('dist/bake-ami.js is missing: run "npm run bundle" first.');
}
