import { HttpResponse } from '@smithy/core/protocols';
import type { HandlerExecutionContext, HttpRequest, MiddlewareStack } from '@smithy/types';
import type { World } from '../world/world.js';
import { type SdkClient, serviceOf } from './attach-world.js';
import { Door, type DoorSettings } from './door.js';
import { exchange } from './exchange.js';

/** What an SDK client takes as `requestHandler`. */
export interface RequestHandler {
  readonly metadata: { readonly handlerProtocol: string };
  handle(request: HttpRequest): Promise<{ response: HttpResponse }>;
  updateHttpClientConfig(): void;
  httpHandlerConfigs(): object;
}

/**
 * The wire without a socket: for the `requestHandler` of an SDK client, which then serialises, signs and parses as it
 * does for AWS.
 */
export function requestHandler(world: World, settings: DoorSettings = {}): RequestHandler {
  const door = new Door(world, settings);
  return {
    metadata: { handlerProtocol: 'http/1.1' },
    async handle({ headers, body }) {
      const answer = await exchange(door, { headers: lowerCase(headers), body: textOf(body) });
      // No Date header: the SDK would take the world's time for a skew of its own clock.
      const response = { statusCode: answer.status, headers: { ...answer.headers }, body: Buffer.from(answer.body) };
      return { response: new HttpResponse(response) };
    },
    updateHttpClientConfig() {},
    httpHandlerConfigs: () => ({}),
  };
}

/**
 * Answers a client from the world through its real serialisers, at exactly the times of {@link attachWorld}: a client
 * that serialises reads files when it is first used, so the world's clock stands still from `send` to the handler and
 * from its answer to the caller, and calls reach the world in the order in which they were sent.
 */
export function attachWire(client: SdkClient, world: World, settings: DoorSettings = {}): void {
  serviceOf(client);
  Object.assign(client.config, { requestHandler: requestHandler(world, settings) });
  const stack = client.middlewareStack as unknown as MiddlewareStack<object, object>;
  const tickets = new WeakMap<HandlerExecutionContext, Ticket>();
  stack.add(
    (next, context) => async (args) => {
      const ticket = new Ticket(world);
      tickets.set(context, ticket);
      try {
        return await next(args);
      } finally {
        ticket.leaveQueue();
        ticket.letTimePass();
      }
    },
    { step: 'initialize', priority: 'low', name: 'steadfleet-queue', override: true },
  );
  stack.add(
    (next, context) => async (args) => {
      const ticket = tickets.get(context);
      await ticket?.turn;
      // The call enters the world before `next` returns; only its answer takes time.
      const answer = next(args);
      ticket?.leaveQueue();
      ticket?.letTimePass();
      try {
        return await answer;
      } finally {
        ticket?.stopTime();
      }
    },
    { step: 'deserialize', priority: 'low', name: 'steadfleet-turn', override: true },
  );
}

const queues = new WeakMap<World, Promise<void>>();

/** A call's place in the order of sending, and its hold on the clock while it is not in the world. */
class Ticket {
  /** Resolves once all calls that were sent before have entered the world. */
  readonly turn: Promise<void>;
  readonly #world: World;
  #leave = () => {};
  #release: (() => void) | undefined;

  constructor(world: World) {
    this.#world = world;
    this.turn = queues.get(world) ?? Promise.resolve();
    const left = new Promise<void>((resolve) => {
      this.#leave = resolve;
    });
    queues.set(
      world,
      this.turn.then(() => left),
    );
    this.stopTime();
  }

  leaveQueue(): void {
    this.#leave();
  }

  stopTime(): void {
    this.#release = this.#world.clock.hold?.();
  }

  letTimePass(): void {
    this.#release?.();
    this.#release = undefined;
  }
}

function lowerCase(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

/** Bodies come as text or as bytes. */
function textOf(body: unknown): string {
  if (typeof body === 'string') return body;
  return body instanceof Uint8Array ? new TextDecoder().decode(body) : '';
}
