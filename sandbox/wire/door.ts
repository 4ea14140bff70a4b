import type { Clock } from '../../src/platform/clock.js';
import { AwsError } from '../world/aws-error.js';
import { draw } from '../world/profile.js';
import type { SeededRandom } from '../world/random.js';
import type { Call, World } from '../world/world.js';

/** A call that came through a door, and how it ended. */
export interface CallRecord {
  /** When it took effect: milliseconds since the Unix epoch. */
  readonly time: number;
  /** As signatures and IAM name it. */
  readonly service: string;
  readonly operation: string;
  readonly region: string;
  /** The error's code; undefined if all went well. */
  readonly error: string | undefined;
}

export interface DoorSettings {
  /** Whose time calls take; the world's own by default. */
  readonly clock?: Clock;
  /** Told of every call, also of those that fail. */
  readonly onCall?: (call: CallRecord) => void;
}

/** The answer to a call, with the id that AWS would give it. */
export interface Answer {
  readonly requestId: string;
  readonly output: object;
}

/** An AwsError with the id of the request that it answers. */
export class RefusedCall extends Error {
  readonly requestId: string;
  readonly reason: AwsError;

  constructor(requestId: string, reason: AwsError) {
    super(reason.message);
    this.requestId = requestId;
    this.reason = reason;
  }
}

/** What all doors of one world share, so that calls through different doors come in one order. */
class Passage {
  readonly random: SeededRandom;
  #count = 0;

  constructor(world: World) {
    this.random = world.random.fork('wire');
  }

  nextRequestId(): string {
    this.#count++;
    return `00000000-0000-4000-8000-${this.#count.toString(16).padStart(12, '0')}`;
  }
}

const passages = new WeakMap<World, Passage>();

/** The way of every API call into the world: time there, the effect, time back. */
export class Door {
  readonly world: World;
  readonly #sleep: (milliseconds: number) => Promise<void>;
  readonly #onCall: (call: CallRecord) => void;
  readonly #passage: Passage;

  constructor(world: World, { clock, onCall }: DoorSettings = {}) {
    this.world = world;
    this.#sleep = clock
      ? (milliseconds) => clock.sleep(milliseconds)
      : (milliseconds) => new Promise((resolve) => world.clock.schedule(milliseconds, resolve));
    this.#onCall = onCall ?? (() => {});
    const passage = passages.get(world) ?? new Passage(world);
    passages.set(world, passage);
    this.#passage = passage;
  }

  /** @throws {RefusedCall} */
  async call(call: Call): Promise<Answer> {
    const requestId = this.#passage.nextRequestId();
    const latency = draw(this.world.profile.call, this.#passage.random) + this.#delay(call);
    const there = Math.floor(latency / 2);
    await this.#sleep(there);
    try {
      const output = this.world.call(call);
      this.#record(call, undefined);
      return { requestId, output };
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      this.#record(call, error.code);
      throw new RefusedCall(requestId, error);
    } finally {
      await this.#sleep(latency - there);
    }
  }

  /** Refuses what never gets as far as the world. */
  refuse(call: Pick<CallRecord, 'service' | 'operation' | 'region'>, reason: AwsError): RefusedCall {
    this.#record(call, reason.code);
    return new RefusedCall(this.#passage.nextRequestId(), reason);
  }

  #delay(call: Call): number {
    return this.world.interceptors.reduce((total, interceptor) => total + (interceptor.delay?.(call) ?? 0), 0);
  }

  #record(
    { service, operation, region }: Pick<CallRecord, 'service' | 'operation' | 'region'>,
    error: string | undefined,
  ): void {
    const time = this.world.clock.now();
    this.#onCall({ time, service: service.replace(/-classic$/, ''), operation, region, error });
  }
}
