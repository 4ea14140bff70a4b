import { type CallMiddleware, isRead } from './aws-call.js';
import type { Clock } from './clock.js';
import { Failure } from './failure.js';

/** Thrown in place of a change that came too late: the call was not made, and is never repeated. */
export class LeaseExpired extends Failure {
  override readonly name = 'LeaseExpired';
}

/**
 * Keeps a run that was held up (a stopped process, a long wait before another attempt) from changing what another run
 * may own by now: once `reach` milliseconds have passed since the lease was last confirmed, only reads get through.
 * Open until it is renewed for the first time, for who never claims anything needs no lease.
 */
export class Fence {
  readonly #clock: Pick<Clock, 'now'>;
  readonly #reach: number;
  #confirmedAt: number | undefined;

  constructor(clock: Pick<Clock, 'now'>, reach: number) {
    this.#clock = clock;
    this.#reach = reach;
  }

  /** `confirmedAt`: when the heartbeat that AWS has taken was sent, not when its answer came. An older one does nothing. */
  renew(confirmedAt: number): void {
    this.#confirmedAt = Math.max(confirmedAt, this.#confirmedAt ?? confirmedAt);
  }

  /** @throws {LeaseExpired} */
  check(): void {
    const age = this.#clock.now() - (this.#confirmedAt ?? this.#clock.now());
    if (age <= this.#reach) return;
    throw new LeaseExpired(
      `This run was held up: its last confirmed sign of life is ${Math.round(age / 1000)} s old, and after ` +
        `${Math.round(this.#reach / 1000)} s it changes nothing more, for another run may have taken over. ` +
        'Run the same step again.',
    );
  }
}

const exempt = new WeakSet<object>();

/** Marks a command's input as one that the fence lets through: the sign of life itself, which AWS checks in its own way. */
export function outsideTheFence<Input extends object>(input: Input): Input {
  exempt.add(input);
  return input;
}

/** Checks the fence at each attempt of each call that changes something. */
export function fenced(fence: Fence): CallMiddleware {
  return (next, { commandName = '' }) =>
    async (args) => {
      if (!isRead(commandName) && !exempt.has(args.input)) fence.check();
      return next(args);
    };
}
