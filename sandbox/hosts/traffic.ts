import { Agent, request as ask, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';

export interface TrafficSettings {
  /** Where the load balancer listens: `http://ADDRESS:PORT`. */
  readonly url: string;
  /** The Host header, for listeners whose rules look at it. */
  readonly host?: string;
  /** Requests per second; 160 if left out. */
  readonly rate?: number;
  /** How long an answer may take, in milliseconds, before it counts as failed; 10 seconds if left out. */
  readonly patience?: number;
}

export interface TrafficCounts {
  readonly sent: number;
  readonly succeeded: number;
  readonly failed: number;
  /** Good answers by what their header `x-service-version` says. */
  readonly byVersion: Readonly<Record<string, number>>;
  /** What went wrong with the first of those that failed. */
  readonly firstFailures: readonly string[];
}

interface Exchange {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body: string | undefined;
  readonly keepAlive: boolean;
}

interface Answer {
  readonly status: number;
  readonly version: string | undefined;
  readonly body: string;
}

const failuresTold = 10;

/**
 * Users of the sample service. They come when they come, whether or not those before them were served (an open loop),
 * and take turns: two in five post something that must come back as it was, every other one on a fresh connection, and
 * one in twenty asks for an answer that takes two seconds. Failed is whatever a user would call so: a status other than
 * 2xx, an error, no answer in time, an answer that is cut off or is not the one that was asked for.
 */
export class Traffic {
  readonly #settings: Required<TrafficSettings>;
  readonly #kept = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
  readonly #byVersion: Record<string, number> = {};
  readonly #firstFailures: string[] = [];
  readonly #underWay = new Set<Promise<void>>();
  #timer: NodeJS.Timeout | undefined;
  #sent = 0;
  #succeeded = 0;
  #failed = 0;

  constructor(settings: TrafficSettings) {
    this.#settings = { host: new URL(settings.url).host, rate: 160, patience: 10_000, ...settings };
  }

  get counts(): TrafficCounts {
    const [byVersion, firstFailures] = [{ ...this.#byVersion }, [...this.#firstFailures]];
    return { sent: this.#sent, succeeded: this.#succeeded, failed: this.#failed, byVersion, firstFailures };
  }

  /** Begins to send. */
  start(): void {
    if (this.#timer) return;
    const began = performance.now();
    const before = this.#sent;
    this.#timer = setInterval(() => {
      const due = before + Math.floor(((performance.now() - began) * this.#settings.rate) / 1000);
      while (this.#sent < due) this.#send();
    }, 5);
  }

  /** Sends no more; what is under way goes on. */
  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** Stops, and waits for all that is under way. */
  async drain(): Promise<TrafficCounts> {
    this.stop();
    await Promise.all(this.#underWay);
    this.#kept.destroy();
    return this.counts;
  }

  #send(): void {
    const exchange = exchangeNumber(this.#sent++);
    const settled = this.#exchange(exchange).then(
      (answer) => this.#judge(exchange, answer),
      (error: Error) => this.#fail(exchange, error.message),
    );
    this.#underWay.add(settled);
    settled.finally(() => this.#underWay.delete(settled)).catch(() => undefined);
  }

  #exchange({ method, path, body, keepAlive }: Exchange): Promise<Answer> {
    const { url, host, patience } = this.#settings;
    const { hostname, port } = new URL(url);
    const headers: OutgoingHttpHeaders = {
      host,
      ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
    };
    const agent = keepAlive ? this.#kept : false;
    return new Promise((resolve, reject) => {
      const outgoing = ask({ hostname, port, method, path, headers, agent });
      const timer = setTimeout(() => outgoing.destroy(new Error(`no answer within ${patience} ms`)), patience);
      outgoing.once('close', () => clearTimeout(timer));
      outgoing.once('error', reject);
      outgoing.once('response', (incoming) => read(incoming).then(resolve, reject));
      outgoing.end(body);
    });
  }

  #judge(exchange: Exchange, { status, version, body }: Answer): void {
    if (status < 200 || status > 299) this.#fail(exchange, `status ${status}: ${body.trim().slice(0, 200)}`);
    else if (exchange.body !== undefined && exchange.body !== body)
      this.#fail(exchange, 'the answer is not what was sent');
    else {
      const said = version ?? 'unknown';
      this.#succeeded += 1;
      this.#byVersion[said] = (this.#byVersion[said] ?? 0) + 1;
    }
  }

  #fail({ method, path, keepAlive }: Exchange, why: string): void {
    this.#failed += 1;
    if (this.#firstFailures.length >= failuresTold) return;
    const connection = keepAlive ? 'kept connection' : 'fresh connection';
    this.#firstFailures.push(`${new Date(Date.now()).toISOString()} ${method} ${path} (${connection}): ${why}`);
  }
}

/** The whole of an answer. Rejects when it is cut off: shorter than its content-length, or without its last chunk. */
async function read(incoming: IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  if (!incoming.complete) throw new Error('the answer was cut off');
  const version = incoming.headers['x-service-version'];
  return {
    status: incoming.statusCode ?? 0,
    version: version?.toString(),
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

/** What the n-th user asks for. */
function exchangeNumber(n: number): Exchange {
  const keepAlive = n % 2 === 0;
  if (n % 40 === 7 || n % 40 === 18) return { method: 'GET', path: '/slow', body: undefined, keepAlive };
  if (n % 5 < 2) return { method: 'POST', path: '/echo', body: `order ${n}: ${'x'.repeat(n % 512)}`, keepAlive };
  return { method: 'GET', path: '/', body: undefined, keepAlive };
}
