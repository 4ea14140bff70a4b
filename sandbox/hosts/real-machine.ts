import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { type Child, signal, startChild } from './child-process.js';
import { ConsoleLog } from './console-log.js';
import type { DiskStore } from './disk-store.js';
import { MachineFiles } from './machine-files.js';
import { type Program, type Running, Services } from './services.js';

const path = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** How long services may take to end when their machine is shut down: milliseconds. */
const patience = 2_500;

export interface MachineSettings {
  readonly id: string;
  readonly imageId: string;
  readonly address: string;
  /** The layers under the machine's own, uppermost first, as paths in the store. */
  readonly layers: readonly string[];
  readonly store: DiskStore;
  /** Marks its processes. */
  readonly mark: NodeJS.ProcessEnv;
}

/** One machine: a disk of its own over the computer's, and while it is up, processes that see nothing else. */
export class RealMachine {
  readonly settings: MachineSettings;
  readonly console = new ConsoleLog();
  readonly #environment: Record<string, string> & { readonly HOST: string };
  #init: Child | undefined;
  /** Process 1 of the machine, by its id on the computer. */
  #process1 = 0;
  #services: Services | undefined;
  #bootedBefore = false;
  #ending = false;
  #commands = 0;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(settings: MachineSettings) {
    this.settings = settings;
    const { id, imageId, address } = settings;
    const own = { HOST: address, STEADFLEET_INSTANCE_ID: id, STEADFLEET_IMAGE_ID: imageId };
    this.#environment = { ...own, PATH: path, LANG: 'C.UTF-8', HOME: '/root' };
  }

  /** Of a machine that is up. */
  get files(): MachineFiles {
    return new MachineFiles(this.#process1);
  }

  get isUp(): boolean {
    return this.#process1 !== 0;
  }

  /** Does one thing after the other: a machine that is terminated while it boots is up before it goes down. */
  inTurn<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(task);
    this.#turn = result.catch(() => undefined);
    return result;
  }

  /** What this machine has changed on its disk, as a folder. */
  get difference(): string {
    return this.settings.store.outside(this.#folder, 'upper');
  }

  get #folder(): string {
    return `machines/${this.settings.id}`;
  }

  /**
   * Brings the machine up to where programs can be started on it.
   * @returns whether it was its first boot.
   * @throws {Error} when it does not come up.
   */
  async powerOn(): Promise<boolean> {
    const { store, address, layers } = this.settings;
    this.#ending = false;
    for (const each of ['upper', 'work', 'root']) await mkdir(store.outside(this.#folder, each), { recursive: true });
    const lower = [...layers.map((layer) => store.inside(layer)), '/'].join(':');
    const name = `ip-${address.replaceAll('.', '-')}`;
    const namespaces = ['--pid', '--mount', '--uts', '--ipc', '--propagation', 'private'];
    const enter = ['setpriv', '--pdeathsig', 'KILL', 'nsenter', `--mount=${store.mountNamespace}`];
    const init = ['sh', store.inside('init'), store.inside(this.#folder), lower, name];
    await new Promise<void>((up, down) => {
      const child = startChild([...enter, 'unshare', '--fork', '--kill-child', ...namespaces, ...init], {
        environment: { ...this.settings.mark, ...this.#environment },
        output: (text) => (text.startsWith('up\n') ? up() : this.#answerAll(text)),
        // What it says of its own end is no line of the machine's.
        errors: (text) => this.#ending || this.console.write(text),
      });
      this.#init = child;
      child.whenEnded(() => {
        this.#process1 = 0;
        down(new Error(`the machine did not come up: ${this.console.text.trim()}`));
      });
    });
    this.#process1 = childOf(this.#init?.pid ?? 0);
    this.console.say(`${name}: up, from ${this.settings.imageId}`);
    const first = !this.#bootedBefore;
    this.#bootedBefore = true;
    return first;
  }

  /** Starts what the image has enabled. */
  startServices(): void {
    this.#services = new Services({
      console: this.console,
      environment: this.#environment,
      hasUsers: true,
      read: (file) => this.files.read(file),
      list: (folder) => this.files.list(folder),
      start: (program) => this.#startProgram(program),
    });
    this.#services.startEnabled();
  }

  /**
   * Runs a script as root: with what its first line names, else with sh.
   * @returns the child, and what it wrote when it is done.
   */
  async startScript(text: string, output?: { stdout(text: string): void; stderr(text: string): void }): Promise<Child> {
    const file = `/run/steadfleet/script-${++this.#commands}`;
    await this.files.write(file, text, 0o700);
    const command = text.startsWith('#!') ? [file] : ['/bin/sh', file];
    return this.start(command, output);
  }

  /** Ends its processes, services first; the disk stays. */
  async powerOff(): Promise<void> {
    const init = this.#init;
    if (!init) return;
    let timer: NodeJS.Timeout | undefined;
    const enough = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, patience);
    });
    await Promise.race([this.#services?.stopAll(), enough]);
    clearTimeout(timer);
    this.kill();
    await init.ended;
    this.#init = undefined;
  }

  /** Ends its processes at once. */
  kill(): void {
    this.#ending = true;
    // Process 1 first: the one outside then sees it end, and leaves nothing to be waited for.
    if (this.#process1) signal(this.#process1, 'SIGKILL');
    else if (this.#init) signal(this.#init.pid, 'SIGKILL');
    this.#process1 = 0;
  }

  /** Removes its disk. */
  async wipe(): Promise<void> {
    await this.settings.store.remove(this.#folder);
  }

  #enter(): string[] {
    return ['nsenter', '--target', `${this.#process1}`, '--mount', '--uts', '--ipc', '--pid', '--'];
  }

  /** Starts a program as root; what it writes goes to the console, unless it is wanted elsewhere. */
  start(command: readonly string[], output?: { stdout(text: string): void; stderr(text: string): void }): Child {
    const write = (text: string) => this.console.write(text);
    return startChild([...this.#enter(), ...command], {
      environment: { ...this.settings.mark, ...this.#environment },
      output: output?.stdout ?? write,
      errors: output?.stderr ?? write,
    });
  }

  #startProgram({ command, environment, directory, account }: Program): Running {
    const user = account
      ? ['setpriv', '--reuid', account.userId, '--regid', account.groupId, '--init-groups', '--']
      : [];
    const place = directory ? ['env', `--chdir=${directory}`] : [];
    const write = (text: string) => this.console.write(text);
    const child = startChild([...this.#enter(), ...place, ...user, ...command], {
      environment: { ...this.settings.mark, ...environment },
      output: write,
      errors: write,
    });
    return { pid: () => childOf(child.pid), ended: child.ended, whenEnded: child.whenEnded };
  }

  #answerAll(text: string): void {
    for (const line of text.split('\n').filter(Boolean)) {
      this.#answer(line).catch((error: Error) => this.console.say(`systemctl: ${error.message}`));
    }
  }

  /** Carries out what `systemctl` inside asks for: `VERB UNIT REPLY`. */
  async #answer(line: string): Promise<void> {
    const [verb = '', unit = '', reply = ''] = line.split(' ');
    const answer = (await this.#control(verb, unit)) ?? 'ok';
    // Only a pipe that the stand-in made: whoever else writes to the control pipe gets no file written.
    if (/^\/run\/steadfleet\/reply\.\d+$/.test(reply)) await this.files.tell(reply, answer);
  }

  async #control(verb: string, unit: string): Promise<string | undefined> {
    const services = this.#services;
    if (!services) return 'the machine is still starting';
    if (verb === 'status') return services.isActive(unit) ? 'active' : 'inactive';
    if (verb === 'stop' || verb === 'restart') await services.stop(unit);
    return verb === 'start' || verb === 'restart' ? services.start(unit) : undefined;
  }
}

/** The one child of a process: what `nsenter` and `unshare` wait for. 0 when there is none. */
function childOf(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')[0]);
  } catch {
    return 0;
  }
}
