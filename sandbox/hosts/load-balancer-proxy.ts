import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Listener } from '../world/load-balancing/listener.js';
import type { Region } from '../world/region.js';
import { answerWith, forward, idleTimeout } from './forward.js';
import type { HostMachines } from './host-machines.js';

interface Door {
  readonly server: Server;
  readonly host: string;
  readonly port: number;
  /** Settles when it is open, or with false when it cannot be opened. */
  readonly open: Promise<boolean>;
}

export interface ProxySettings {
  readonly machines: Pick<HostMachines, 'endpoint'>;
  /** Told when a listener cannot be opened. */
  readonly complain: (line: string) => void;
}

/**
 * The load balancers of the world, made real: an HTTP server for each listener, which asks the world for each request
 * where it goes, carries it there once, and never a second time. HTTPS listeners speak plain HTTP.
 */
export class LoadBalancerProxy {
  readonly #settings: ProxySettings;
  readonly #doors = new Map<string, Door>();

  constructor(settings: ProxySettings) {
    this.#settings = settings;
  }

  /** Opens the listeners of a region, those that are there and those to come. */
  serve(region: Region): void {
    const { loadBalancing } = region;
    for (const listener of loadBalancing.listeners.values()) this.#open(region, listener);
    loadBalancing.onListenerChange((listener, change) => {
      if (change === 'deleted') this.#close(listener.arn);
      else if (this.#doors.get(listener.arn)?.port !== listener.port) {
        this.#close(listener.arn);
        this.#open(region, listener);
      }
    });
  }

  /** Where a listener is reached from this computer. Undefined if it could not be opened. */
  async urlOf(listenerArn: string): Promise<string | undefined> {
    const door = this.#doors.get(listenerArn);
    return door && (await door.open) ? `http://${door.host}:${door.port}` : undefined;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#doors.values()].map(shut));
    this.#doors.clear();
  }

  #open(region: Region, listener: Listener): void {
    const host = region.loadBalancing.loadBalancers.get(listener.loadBalancerArn)?.dnsName ?? '127.0.0.1';
    const { port } = listener;
    const server = createServer({ keepAliveTimeout: idleTimeout, requestTimeout: 0 }, (request, answer) =>
      this.#serve(region, listener, request, answer),
    );
    const open = new Promise<boolean>((resolve) => {
      server.once('error', (error) => {
        const remedy = 'Choose another port for its listener.';
        this.#settings.complain(`The load balancer cannot listen on ${host}:${port} (${error.message}). ${remedy}`);
        resolve(false);
      });
      server.listen({ host, port }, () => resolve(true));
    });
    this.#doors.set(listener.arn, { server, host, port, open });
  }

  #serve(region: Region, listener: Listener, request: IncomingMessage, answer: ServerResponse): void {
    const { host = '' } = request.headers;
    const route = region.loadBalancing.route(listener.arn, {
      host,
      path: request.url ?? '/',
      method: request.method ?? 'GET',
    });
    if (route.kind === 'forward')
      forward(request, answer, this.#settings.machines.endpoint(route.instanceId, route.port), listener.port);
    else if (route.kind === 'fixed')
      answerWith(request, answer, route.status, { 'content-type': route.contentType }, route.body);
    else if (route.kind === 'redirect') answerWith(request, answer, route.status, { location: route.location });
    else answerWith(request, answer, route.status);
  }

  #close(listenerArn: string): void {
    const door = this.#doors.get(listenerArn);
    this.#doors.delete(listenerArn);
    if (door) shut(door).catch((error: Error) => this.#settings.complain(error.message));
  }
}

async function shut({ server, open }: Door): Promise<void> {
  if (!(await open)) return;
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
