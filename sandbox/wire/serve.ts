import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { messageOf } from '../../src/platform/failure.js';
import { Faults } from '../faults/faults.js';
import type { World } from '../world/world.js';
import { control } from './control.js';
import { type CallRecord, Door } from './door.js';
import { BrokenConnection, exchange } from './exchange.js';
import type { WireResponse } from './protocols.js';
import { proxiedHost, refusalOf, refuseTunnel } from './refusing-proxy.js';

export interface ServeSettings {
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** An address of this machine's loopback; 127.0.0.1 by default. */
  readonly host?: string;
  /** Builds the world that takes this one's place when POST /_sandbox/reset asks for it. */
  readonly reset?: () => Promise<World>;
  /** Told of a defect of the sandbox itself, besides the caller, who gets a 500. */
  readonly onDefect?: (error: unknown) => void;
}

export interface SandboxServer {
  /** Such as `http://127.0.0.1:4566`, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** Every API call so far, in order. */
  readonly calls: readonly CallRecord[];
  readonly faults: Faults;
  close(): Promise<void>;
}

/**
 * Serves a world to anything that speaks to AWS: every service and region at one address.
 * @throws {TypeError} for a host that is not loopback.
 */
export async function serve(world: World, settings: ServeSettings = {}): Promise<SandboxServer> {
  const host = settings.host ?? '127.0.0.1';
  if (!/^(127\.\d{1,3}\.\d{1,3}\.\d{1,3}|::1|localhost)$/.test(host)) {
    throw new TypeError(`The sandbox binds to loopback only, not to ${host}. Use 127.0.0.1.`);
  }
  const served = new Served(world, settings);
  const server = createServer((request, response) => served.answer(request, response));
  server.on('connect', (request, socket) => served.recordRefusal(refuseTunnel(request, socket)));
  await listen(server, settings.port ?? 0, host);
  const { port } = server.address() as AddressInfo;
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  return {
    url,
    port,
    calls: served.calls,
    get faults() {
      return served.faults;
    },
    close: () => close(server),
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** The world behind the server, and what is kept beside it. */
class Served {
  readonly calls: CallRecord[] = [];
  readonly #settings: ServeSettings;
  world: World;
  faults: Faults;
  #door: Door;

  constructor(world: World, settings: ServeSettings) {
    this.#settings = settings;
    this.world = world;
    this.faults = faultsIn(world);
    this.#door = this.#open(world);
  }

  /** Replaces the world; calls and faults begin anew. */
  async reset(): Promise<void> {
    if (!this.#settings.reset) throw new TypeError('This sandbox cannot be reset: start it anew');
    this.world = await this.#settings.reset();
    this.faults = faultsIn(this.world);
    this.#door = this.#open(this.world);
    this.calls.length = 0;
  }

  recordRefusal(target: string): void {
    this.world.log.append({ time: this.world.clock.now(), kind: 'proxy', subject: target, change: 'refused' });
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const answer = await this.#respond(request);
      // The world's time, by which a client may set its clock (RFC 9110, "Date").
      response.setHeader('date', new Date(this.world.clock.now()).toUTCString());
      send(response, answer);
    } catch (error) {
      if (error instanceof BrokenConnection) {
        request.socket.destroy();
        return;
      }
      // The client is gone before it had said everything: there is nobody to answer.
      if (request.destroyed && !request.complete) return;
      this.#settings.onDefect?.(error);
      send(response, text(500, `The sandbox itself failed: ${messageOf(error)}`));
    }
  }

  async #respond(request: IncomingMessage): Promise<WireResponse> {
    const path = request.url ?? '/';
    const outside = proxiedHost(path);
    if (outside !== undefined) {
      this.recordRefusal(outside);
      return text(403, refusalOf(outside));
    }
    // A browser names the page that asks. No page has any business here, and without this any could reset the world.
    if (request.headers.origin !== undefined) return text(403, 'The sandbox takes no calls from web pages.');
    const body = await readBody(request);
    if (path.startsWith('/_sandbox/')) return control(this, { method: request.method ?? 'GET', path, body });
    return exchange(this.#door, { headers: request.headers as Record<string, string | undefined>, body });
  }

  #open(world: World): Door {
    return new Door(world, { onCall: (call) => this.calls.push(call) });
  }
}

function faultsIn(world: World): Faults {
  const faults = new Faults(world.random.fork('faults'));
  world.interceptors.push(faults);
  return faults;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  return (request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString('utf8');
}

function send(response: ServerResponse, { status, headers, body }: WireResponse): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

function text(status: number, line: string): WireResponse {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: `${line}\n` };
}
