import { type Account, findGroup, findUser } from './accounts.js';
import { signal } from './child-process.js';
import type { ConsoleLog } from './console-log.js';
import { commandLine, readEnvironmentFile, readUnit, type Unit } from './unit-file.js';

/** A program that a machine runs. */
export interface Program {
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly directory: string | undefined;
  readonly account: Account | undefined;
}

export interface Running {
  /** The process itself, for signals. */
  pid(): number;
  /** Settles with its exit code; never rejects. */
  readonly ended: Promise<number>;
  whenEnded(listener: (exitCode: number) => void): void;
}

/** What services need of the machine they run on. */
export interface Host {
  readonly console: ConsoleLog;
  /** Given to every program: `HOST` is the machine's address. */
  readonly environment: Readonly<Record<string, string>> & { readonly HOST: string };
  /** Whether programs can run as the user that their unit names; otherwise all run as whoever runs the sandbox. */
  readonly hasUsers: boolean;
  /** @returns undefined if there is no such file. */
  read(path: string): string | undefined;
  /** The names in a folder; none if there is no such folder. */
  list(folder: string): string[];
  start(program: Program): Running;
}

interface Service {
  readonly unit: Unit;
  running: Running | undefined;
  /** Not to be started again: it was stopped on purpose. */
  stopped: boolean;
  /** When it was started lately: milliseconds since the Unix epoch. */
  starts: number[];
}

const unitFolders = ['/etc/systemd/system', '/usr/lib/systemd/system', '/lib/systemd/system'];
const enabledFolder = '/etc/systemd/system/multi-user.target.wants';

/** systemd's own defaults: systemd-system.conf(5), DefaultRestartSec, DefaultStartLimitIntervalSec and Burst. */
const restartAfter = 100;
const startLimit = { burst: 5, interval: 10_000 };

/** Starts what an image has enabled, as systemd would: the small part of systemd that a service needs. */
export class Services {
  readonly #host: Host;
  readonly #services = new Map<string, Service>();

  constructor(host: Host) {
    this.#host = host;
  }

  /** Starts every enabled unit. What goes wrong is on the console, and stops nothing else. */
  startEnabled(): void {
    for (const name of this.#host.list(enabledFolder).filter((each) => each.endsWith('.service'))) this.start(name);
  }

  /** @returns what is wrong, or undefined. */
  start(name: string): string | undefined {
    if (this.#services.get(name)?.running) return undefined;
    const text = unitFolders.map((folder) => this.#host.read(`${folder}/${name}`)).find((each) => each !== undefined);
    if (text === undefined) return this.#complain(name, 'there is no such unit');
    try {
      const service: Service = { unit: readUnit(text), running: undefined, stopped: false, starts: [] };
      this.#services.set(name, service);
      this.#run(name, service);
      return undefined;
    } catch (error) {
      return this.#complain(name, (error as Error).message);
    }
  }

  /** Asks a service to end, and waits for it. */
  async stop(name: string): Promise<void> {
    const service = this.#services.get(name);
    if (!service) return;
    service.stopped = true;
    if (!service.running) return;
    signal(service.running.pid(), 'SIGTERM');
    await service.running.ended;
  }

  async stopAll(): Promise<void> {
    await Promise.all([...this.#services.keys()].map((name) => this.stop(name)));
  }

  isActive(name: string): boolean {
    return this.#services.get(name)?.running !== undefined;
  }

  /** @throws {Error} when something that the unit names is not there. */
  #run(name: string, service: Service): void {
    const { console } = this.#host;
    const now = Date.now();
    service.starts = [...service.starts.filter((start) => now - start < startLimit.interval), now];
    const running = this.#host.start(this.#programOf(service.unit));
    service.running = running;
    console.say(`${name}: started`);
    running.whenEnded((exitCode) => this.#ended(name, service, exitCode));
  }

  #ended(name: string, service: Service, exitCode: number): void {
    const { console } = this.#host;
    service.running = undefined;
    console.say(`${name}: ended with ${exitCode}`);
    if (service.stopped || !wantsRestart(service.unit, exitCode)) return;
    if (service.starts.length >= startLimit.burst) console.say(`${name}: started too often, given up`);
    else setTimeout(() => this.#restart(name, service), restartAfter).unref();
  }

  #restart(name: string, service: Service): void {
    if (service.stopped || service.running) return;
    try {
      this.#run(name, service);
    } catch (error) {
      this.#complain(name, (error as Error).message);
    }
  }

  #programOf(unit: Unit): Program {
    const account = this.#accountOf(unit);
    const environment: Record<string, string> = {
      ...this.#host.environment,
      ...(account && { USER: account.name, LOGNAME: account.name, HOME: account.home }),
      ...Object.fromEntries(unit.environment),
    };
    for (const { path, optional } of unit.environmentFiles) {
      const text = this.#host.read(path);
      if (text === undefined && !optional) throw new Error(`EnvironmentFile=${path} is not there`);
      Object.assign(environment, Object.fromEntries(readEnvironmentFile(text ?? '')));
    }
    // "All addresses of the machine": it has this one. The computer's others belong to others.
    if (environment.HOST === '0.0.0.0') environment.HOST = this.#host.environment.HOST;
    const command = commandLine(unit.execStart, environment);
    return { command, environment, directory: unit.workingDirectory, account };
  }

  #accountOf({ user, group }: Unit): Account | undefined {
    if (!this.#host.hasUsers || (user === undefined && group === undefined)) return undefined;
    const account = findUser(this.#host.read('/etc/passwd') ?? '', user ?? 'root');
    if (!account) throw new Error(`User=${user} is not known on this machine`);
    if (group === undefined) return account;
    const groupId = findGroup(this.#host.read('/etc/group') ?? '', group);
    if (groupId === undefined) throw new Error(`Group=${group} is not known on this machine`);
    return { ...account, groupId };
  }

  #complain(name: string, problem: string): string {
    const lines = problem.split('\n').map((line) => `${name}: refused: ${line}`);
    for (const line of lines) this.#host.console.say(line);
    return lines.join('; ');
  }
}

function wantsRestart({ restart }: Unit, exitCode: number): boolean {
  return restart === 'always' || (restart === 'on-failure' && exitCode !== 0);
}
