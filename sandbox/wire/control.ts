import { type FaultRule, readFaultRule } from '../faults/fault-rule.js';
import type { Faults } from '../faults/faults.js';
import type { World } from '../world/world.js';
import type { CallRecord } from './door.js';
import type { WireResponse } from './protocols.js';
import { snapshotOf } from './snapshot.js';

/** What the control endpoints look at and act on. */
export interface Controlled {
  readonly world: World;
  readonly faults: Faults;
  readonly calls: readonly CallRecord[];
  reset(): Promise<void>;
}

export interface ControlRequest {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly body: string;
}

type Endpoint = (controlled: Controlled, request: ControlRequest, query: URLSearchParams) => object | Promise<object>;

/** Everything under `/_sandbox/`, which AWS has not: to watch the world and to make things go wrong in it. */
const endpoints: Readonly<Record<string, Endpoint>> = {
  'GET /_sandbox/clock': ({ world }) => {
    const now = world.clock.now();
    return { now, time: new Date(now).toISOString() };
  },
  'GET /_sandbox/timeline': ({ world }, _request, query) => after(query, world.log.events, 'events'),
  'GET /_sandbox/calls': ({ calls }, _request, query) => after(query, calls, 'calls'),
  'GET /_sandbox/snapshot': ({ world }) => snapshotOf(world),
  'GET /_sandbox/faults': ({ faults }) => ({ faults: faults.list() }),
  'POST /_sandbox/faults': ({ faults }, { body }) => {
    for (const rule of readRules(body)) faults.add(rule);
    return { faults: faults.list() };
  },
  'DELETE /_sandbox/faults': ({ faults }) => {
    faults.clear();
    return { faults: [] };
  },
  'POST /_sandbox/reset': async (controlled) => {
    await controlled.reset();
    return { reset: true };
  },
};

/** Answers a request to a control endpoint. */
export async function control(controlled: Controlled, request: ControlRequest): Promise<WireResponse> {
  const url = new URL(request.path, 'http://sandbox');
  const endpoint = new Map(Object.entries(endpoints)).get(`${request.method} ${url.pathname}`);
  if (!endpoint) return answer(404, { error: `No such endpoint. There are: ${Object.keys(endpoints).join(', ')}` });
  try {
    return answer(200, await endpoint(controlled, request, url.searchParams));
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError) return answer(400, { error: error.message });
    throw error;
  }
}

/** All that came after the first `since` (as many as the caller has seen), and what to ask for next time. */
function after(query: URLSearchParams, all: readonly object[], name: string): object {
  const since = Number(query.get('since') ?? 0);
  if (!Number.isInteger(since) || since < 0)
    throw new TypeError('since must be a whole number: "next" of the last answer');
  return { [name]: all.slice(since), next: all.length };
}

function readRules(body: string): readonly FaultRule[] {
  const value: unknown = JSON.parse(body);
  return (Array.isArray(value) ? value : [value]).map(readFaultRule);
}

function answer(status: number, body: object): WireResponse {
  return { status, headers: { 'content-type': 'application/json' }, body: `${JSON.stringify(body)}\n` };
}
