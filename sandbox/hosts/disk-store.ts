import { once } from 'node:events';
import { mkdir, rm } from 'node:fs/promises';
import { type Child, runChild, signal, startChild } from './child-process.js';

/** Where the store is mounted, inside its own namespace: a folder that every Linux has. */
const mountPoint = '/mnt';

/**
 * Mounts the store, and makes the layer "computer", which lies right over the computer's own files and hides from all
 * machines what is no business of theirs: the services that the computer has enabled, and its keys.
 * Made through an overlay, so that the kernel itself writes what marks a folder as replaced.
 */
const keep = `
set -eu
mount -t tmpfs -o mode=0755 steadfleet "$0"
cd "$0"
mkdir -m 0755 computer work merged layers machines
mount -t overlay steadfleet -o lowerdir=/,upperdir=computer,workdir=work merged
rm -rf merged/root/.ssh merged/etc/systemd/system/multi-user.target.wants
mkdir -p -m 0755 merged/etc/systemd/system/multi-user.target.wants
umount merged
rm -rf work merged
echo mounted
exec cat
`;

/**
 * The disks of all machines and images: a file system in memory, in a mount namespace that one waiting process holds.
 * Nobody else sees it, and it is gone with that process, which is gone with the sandbox.
 */
export class DiskStore {
  readonly #keeper: Child;
  readonly #environment: NodeJS.ProcessEnv;
  #layers = 0;

  private constructor(keeper: Child, environment: NodeJS.ProcessEnv) {
    this.#keeper = keeper;
    this.#environment = environment;
  }

  /** @throws {Error} where mounts are refused, with the system's words. */
  static async open(environment: NodeJS.ProcessEnv): Promise<DiskStore> {
    let refusal = '';
    const argv = [
      'setpriv',
      '--pdeathsig',
      'KILL',
      'unshare',
      '--mount',
      '--propagation',
      'private',
      'sh',
      '-c',
      keep,
      mountPoint,
    ];
    const keeper = startChild(argv, {
      environment,
      input: 'pipe',
      output: () => undefined,
      errors: (text) => {
        refusal += text;
      },
    });
    const { stdout } = keeper.process;
    await Promise.race([stdout ? once(stdout, 'data') : undefined, keeper.ended]);
    if (keeper.process.exitCode !== null || !keeper.pid) throw new Error(refusal.trim() || 'mounts are refused');
    return new DiskStore(keeper, environment);
  }

  get mountNamespace(): string {
    return `/proc/${this.#keeper.pid}/ns/mnt`;
  }

  /** A path in the store, as a process in its namespace sees it. */
  inside(...parts: readonly string[]): string {
    return [mountPoint, ...parts].join('/');
  }

  /** The same path, as everybody else reaches it. */
  outside(...parts: readonly string[]): string {
    return [`/proc/${this.#keeper.pid}/root${mountPoint}`, ...parts].join('/');
  }

  /**
   * Keeps a copy of a folder as a layer that is never changed again: owners, modes, whiteouts and all, for `cp -a`
   * copies what marks a folder as replaced (the attribute trusted.overlay.opaque), too.
   * @returns the layer's path in the store.
   */
  async addLayer(folder: string): Promise<string> {
    const layer = `layers/${++this.#layers}`;
    await mkdir(this.outside(layer), { recursive: true });
    await this.#run(['cp', '-a', `${folder}/.`, this.outside(layer)]);
    // The uppermost layer's mode is that of the machine's "/".
    await this.#run(['chmod', '0755', this.outside(layer)]);
    return layer;
  }

  /** The same of a folder that somebody wrote: on a machine it is root's. */
  async addForeignLayer(folder: string): Promise<string> {
    const layer = await this.addLayer(folder);
    await this.#run(['chown', '-hR', '0:0', this.outside(layer)]);
    return layer;
  }

  async remove(path: string): Promise<void> {
    await rm(this.outside(path), { recursive: true, force: true });
  }

  async #run(argv: readonly string[]): Promise<void> {
    const { exitCode, stderr } = await runChild(argv, this.#environment);
    if (exitCode !== 0) throw new Error(`${argv[0]} failed: ${stderr.trim()}`);
  }

  async close(): Promise<void> {
    signal(this.#keeper.pid, 'SIGKILL');
    await this.#keeper.ended;
  }
}
