import type { Clock } from '../platform/clock.js';
import { Failure, messageOf } from '../platform/failure.js';
import type { Post, PostRequest, PostResponse } from '../platform/http.js';
import type { Random } from '../platform/random.js';
import type { DeploymentEvent } from './event.js';
import type { Receiver } from './receiver.js';

export interface Delivery {
  readonly post: Post;
  readonly clock: Clock;
  readonly random: Random;
  readonly environment: NodeJS.ProcessEnv;
  /** Milliseconds that one attempt may take. */
  readonly timeout: number;
}

/** How telling one receiver ended: `problem` says why it was not told. */
export interface Delivered {
  readonly receiver: string;
  readonly problem?: string;
}

type Attempt = { readonly response: PostResponse } | { readonly error: string; readonly final: boolean };

const attempts = 4;
const firstWait = 1_000;
/** A receiver that asks for longer is given up: the job should not wait for it. */
const longestWait = 60_000;

/** Tells every receiver, each on its own: a slow or broken one holds nobody else up. Never throws. */
export function deliver(
  event: DeploymentEvent,
  receivers: readonly Receiver[],
  delivery: Delivery,
): Promise<readonly Delivered[]> {
  return Promise.all(receivers.map((receiver) => tell(event, receiver, delivery)));
}

async function tell(event: DeploymentEvent, receiver: Receiver, delivery: Delivery): Promise<Delivered> {
  for (let attempt = 1; ; attempt++) {
    const request = { ...receiver.request(event, delivery.clock.now()), timeout: delivery.timeout };
    const tried = await postWithin(request, delivery);
    const problem = 'error' in tried ? tried.error : problemOf(tried.response);
    if (problem === undefined) return { receiver: receiver.name };
    const wait = waitBefore(attempt, tried, delivery);
    if (wait === undefined) return { receiver: receiver.name, problem: `${problem} (attempt ${attempt})` };
    await delivery.clock.sleep(wait);
  }
}

/** One attempt; a time-out and a broken connection are answers too. */
async function postWithin(request: PostRequest, { post, clock, environment, timeout }: Delivery): Promise<Attempt> {
  const answered = new AbortController();
  const lateness = clock.sleep(timeout, answered.signal).then(() => late(timeout));
  const answer = post(request, environment).then(
    (response) => ({ response }),
    (error: unknown) => ({ error: messageOf(error), final: error instanceof Failure }),
  );
  const first = await Promise.race([answer, lateness]);
  answered.abort();
  return first;
}

function late(timeout: number): Attempt {
  return { error: `no answer within ${timeout / 1000} s`, final: false };
}

function problemOf({ status, body }: PostResponse): string | undefined {
  if (status >= 200 && status < 300) return undefined;
  const said = body.replace(/\s+/g, ' ').trim().slice(0, 200);
  return `it answered ${status}${said && `: ${said}`}`;
}

/** Milliseconds to wait before the next attempt; undefined when there shall be none. */
function waitBefore(attempt: number, tried: Attempt, { clock, random }: Delivery): number | undefined {
  if (attempt === attempts) return undefined;
  const backoff = firstWait * 2 ** attempt * (0.5 + random.next() / 2);
  if ('error' in tried) return tried.final ? undefined : backoff;
  const { status, headers } = tried.response;
  if (status !== 429 && status < 500) return undefined;
  const asked = askedWait(headers['retry-after'], clock);
  if (asked === undefined) return backoff;
  return asked <= longestWait ? asked : undefined;
}

/** `Retry-After` in milliseconds: seconds or a date (RFC 9110, section 10.2.3). */
function askedWait(header: string | undefined, clock: Clock): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d+$/.test(header)) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - clock.now());
}
