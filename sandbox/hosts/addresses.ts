import { createServer } from 'node:net';

/**
 * The loopback addresses of one sandbox: 127.SLOT.0.10 and up for machines, 127.SLOT.255.1 and up for load balancers.
 * On Linux all of 127.0.0.0/8 is there without being set up; elsewhere these are names only. An address is not given twice until all have had a turn:
 * programs such as ssh keep connections and host keys by address.
 */
export class Addresses {
  /** Whether this computer has only 127.0.0.1, so that machines must differ by port. */
  readonly single: boolean;
  readonly #slot: number;
  readonly #taken = new Map<string, string>();
  #machine = 9;
  #loadBalancer = 0;

  constructor(slot: number, single = process.platform !== 'linux') {
    this.single = single;
    this.#slot = slot;
  }

  /** The address of a machine, always the same one. */
  ofMachine(id: string): string {
    const known = this.#taken.get(id);
    if (known) return known;
    const inUse = new Set(this.#taken.values());
    let address: string;
    do {
      this.#machine = this.#machine >= 254 * 256 ? 10 : this.#machine + 1;
      address = `127.${this.#slot}.${this.#machine >> 8}.${this.#machine & 255}`;
    } while (inUse.has(address));
    this.#taken.set(id, address);
    return address;
  }

  release(id: string): void {
    this.#taken.delete(id);
  }

  nextLoadBalancer(): string {
    if (this.single) return '127.0.0.1';
    this.#loadBalancer = (this.#loadBalancer % 254) + 1;
    return `127.${this.#slot}.255.${this.#loadBalancer}`;
  }

  /** The first of these ports that no program of the computer holds on all its addresses (0.0.0.0, as a system's sshd). */
  async firstFreePort(candidates: readonly number[]): Promise<number | undefined> {
    for (const port of candidates) if (await this.#isFree(port)) return port;
    return undefined;
  }

  #isFree(port: number): Promise<boolean> {
    const host = this.single ? '127.0.0.1' : `127.${this.#slot}.255.255`;
    return new Promise((resolve) => {
      const server = createServer();
      server.once('error', () => resolve(false));
      server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(true)));
    });
  }
}
