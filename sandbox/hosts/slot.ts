import { createServer, type Server } from 'node:net';

/** A sandbox's own part of 127.0.0.0/8: no two sandboxes of one computer share addresses. */
export interface Slot {
  /** The second number of its addresses. */
  readonly number: number;
  release(): void;
}

const first = 64;
const last = 127;

/**
 * Takes the first free slot. A listening socket is the claim, so that it goes with the process, however that ends.
 * @throws {Error} when all are taken.
 */
export async function claimSlot(): Promise<Slot> {
  for (let number = first; number <= last; number++) {
    const server = await listen(number);
    if (server) return { number, release: () => server.close() };
  }
  throw new Error(`${last - first + 1} sandboxes run on this computer already. End one of them.`);
}

function listen(number: number): Promise<Server | undefined> {
  const server = createServer((socket) => socket.destroy());
  // On Linux a name in the abstract space, which is no file; elsewhere a port.
  const place =
    process.platform === 'linux'
      ? { path: `\0steadfleet-sandbox-${number}` }
      : { host: '127.0.0.1', port: 47_000 + number };
  return new Promise((resolve) => {
    server.once('error', () => resolve(undefined));
    server.listen({ ...place, exclusive: true }, () => {
      server.unref();
      resolve(server);
    });
  });
}
