import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Cancel } from '../world/clock.js';
import type { Instance } from '../world/ec2/instance.js';
import type { CommandResult, Machines, Probe, ProbeResult } from '../world/machines/machines.js';
import type { Addresses } from './addresses.js';
import { signal, startChild } from './child-process.js';
import { ConsoleLog } from './console-log.js';
import type { HostMachines } from './host-machines.js';
import { probeOverHttp } from './probe.js';
import { type Program, type Running, Services } from './services.js';
import { isGone, thisOwner } from './strays.js';

/** Where there is only one address, a machine's port is another port of the computer, counted from here. */
const firstMappedPort = 26_000;

const folderPrefix = 'steadfleet-sandbox-';

type ImageReport = Parameters<Machines['copy']>[2];

interface ProcessMachine {
  readonly console: ConsoleLog;
  readonly services: Services;
  /** The shells that watch its services. */
  readonly watchers: Set<number>;
}

/**
 * Runs a program and ends it when the sandbox is gone, however that came: then standard input closes. File 3 is that
 * input, for a shell gives its background commands none.
 */
const watcher = `
exec 3<&0
"$@" </dev/null 3<&- &
program=$!
(cat <&3 >/dev/null; kill -9 $program 2>/dev/null) &
watch=$!
trap 'kill -TERM $program' TERM
wait $program; code=$?
while kill -0 $program 2>/dev/null; do wait $program; code=$?; done
kill $watch 2>/dev/null
exit $code
`;

/**
 * Machines that are no more than the services of their image, as plain processes of this computer: for computers that
 * are not Linux, or without root. The files of an image are a folder; paths in units that lie in it are read from there.
 */
export class ProcessMachines implements HostMachines {
  readonly #addresses: Addresses;
  readonly #mark: NodeJS.ProcessEnv;
  readonly #images = new Map<string, string>();
  readonly #machines = new Map<string, ProcessMachine>();
  readonly #ports = new Map<string, number>();
  readonly #folder: string;
  #copies = 0;

  private constructor(addresses: Addresses, mark: NodeJS.ProcessEnv, folder: string) {
    this.#addresses = addresses;
    this.#mark = mark;
    this.#folder = folder;
  }

  static async open(addresses: Addresses, mark: NodeJS.ProcessEnv): Promise<ProcessMachines> {
    await removeFoldersOfTheGone();
    const folder = await mkdtemp(join(tmpdir(), folderPrefix));
    await writeFile(join(folder, 'owner'), thisOwner());
    return new ProcessMachines(addresses, mark, folder);
  }

  /** Nothing of the world is needed: nobody logs in to these machines. */
  join(): void {}

  async putImage(imageId: string, folder: string): Promise<void> {
    const copy = join(this.#folder, `image-${++this.#copies}`);
    await cp(folder, copy, { recursive: true, verbatimSymlinks: true });
    this.#images.set(imageId, copy);
  }

  addressFor(instance: Pick<Instance, 'id'>): string {
    return this.#addresses.ofMachine(instance.id);
  }

  addressForLoadBalancer(): string {
    return this.#addresses.nextLoadBalancer();
  }

  endpoint(instanceId: string, port: number): { host: string; port: number } {
    if (!this.#addresses.single) return { host: this.addressFor({ id: instanceId }), port };
    const key = `${instanceId}:${port}`;
    const mapped = this.#ports.get(key) ?? firstMappedPort + this.#ports.size;
    this.#ports.set(key, mapped);
    return { host: '127.0.0.1', port: mapped };
  }

  boot(instance: Instance, report: Parameters<Machines['boot']>[1]): void {
    const machine = this.#machines.get(instance.id) ?? this.#build(instance);
    if (instance.userData)
      machine.console.say('user data: not run, for without root it would run on this computer itself');
    setImmediate(() => {
      machine.services.startEnabled();
      report.running();
    });
  }

  stop(instance: Instance, done: () => void): void {
    const services = this.#machines.get(instance.id)?.services;
    if (services) services.stopAll().then(done, done);
    else setImmediate(done);
  }

  terminate(instance: Instance, done: () => void): void {
    this.stop(instance, () => {
      this.#addresses.release(instance.id);
      done();
    });
  }

  /** Nothing but its image was ever on the machine: the image is the same. */
  capture(instance: Instance, imageId: string, report: ImageReport): void {
    this.copy(instance.imageId, imageId, report);
  }

  copy(sourceImageId: string, imageId: string, report: ImageReport): void {
    const folder = this.#images.get(sourceImageId);
    if (folder) this.#images.set(imageId, folder);
    setImmediate(report.available);
  }

  discard(imageId: string): void {
    this.#images.delete(imageId);
  }

  execute(_instance: Instance, _script: readonly string[], done: (result: CommandResult) => void): Cancel {
    const stderr =
      'The sandbox runs commands only on real machines (Linux, as root): here they would run on this computer itself.\n';
    const timer = setImmediate(() => done({ exitCode: 1, stdout: '', stderr }));
    return () => clearImmediate(timer);
  }

  probe(instance: Instance, probe: Probe, done: (result: ProbeResult) => void): void {
    const { host, port } = this.endpoint(instance.id, probe.port);
    probeOverHttp(host, port, probe, done);
  }

  consoleOutput(instance: Instance): string {
    return this.#machines.get(instance.id)?.console.text ?? '';
  }

  async close(): Promise<void> {
    for (const { watchers } of this.#machines.values()) for (const pid of watchers) signal(-pid, 'SIGKILL');
    await rm(this.#folder, { recursive: true, force: true });
  }

  #build(instance: Instance): ProcessMachine {
    const root = this.#images.get(instance.imageId);
    const console = new ConsoleLog();
    const watchers = new Set<number>();
    const own = {
      HOST: this.endpoint(instance.id, 0).host,
      STEADFLEET_INSTANCE_ID: instance.id,
      STEADFLEET_IMAGE_ID: instance.imageId,
    };
    const services = new Services({
      console,
      environment: { ...own, PATH: process.env.PATH ?? '/usr/bin:/bin' },
      hasUsers: false,
      read: (path) => (root ? readText(join(root, path)) : undefined),
      list: (folder) => (root ? namesIn(join(root, folder)) : []),
      start: (program) => this.#start(this.#onItsPort(program, instance.id), root ?? '/', console, watchers),
    });
    const machine = { console, services, watchers };
    this.#machines.set(instance.id, machine);
    return machine;
  }

  /** A service learns its port from PORT, where ports must differ. */
  #onItsPort(program: Program, instanceId: string): Program {
    const { PORT } = program.environment;
    if (!this.#addresses.single || !PORT) return program;
    const { port } = this.endpoint(instanceId, Number(PORT));
    return { ...program, environment: { ...program.environment, PORT: `${port}` } };
  }

  #start(
    { command, environment, directory }: Program,
    root: string,
    console: ConsoleLog,
    watchers: Set<number>,
  ): Running {
    const [program = '', ...parameters] = command.map((word) => insideImage(root, word));
    const write = (text: string) => console.write(text);
    // Where the computer has the program in another place, its name must do.
    const argv = ['sh', '-c', watcher, 'watcher', existsSync(program) ? program : basename(program), ...parameters];
    const child = startChild(argv, {
      environment: { ...this.#mark, ...environment },
      ...(directory && { directory: insideImage(root, directory) }),
      input: 'pipe',
      output: write,
      errors: write,
    });
    watchers.add(child.pid);
    child.whenEnded(() => watchers.delete(child.pid));
    return { pid: () => child.pid, ended: child.ended, whenEnded: child.whenEnded };
  }
}

/** After a `kill -9` the folder of a sandbox stays: whoever comes next removes it. */
async function removeFoldersOfTheGone(): Promise<void> {
  const folders = namesIn(tmpdir()).filter((name) => name.startsWith(folderPrefix));
  for (const folder of folders.map((name) => join(tmpdir(), name))) {
    const owner = readText(join(folder, 'owner'));
    if (owner !== undefined && isGone(owner)) await rm(folder, { recursive: true, force: true });
  }
}

function insideImage(root: string, path: string): string {
  return path.startsWith('/') && existsSync(join(root, path)) ? join(root, path) : path;
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
