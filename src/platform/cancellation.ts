import { type CallMiddleware, isRead } from './aws-call.js';
import type { Clock } from './clock.js';

/** Thrown where a call was given up, or not even begun, because the step is to end. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';

  constructor() {
    super('The step was cancelled');
  }
}

/** @throws {Cancelled} once the signal is aborted. */
export function refuseWhenAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new Cancelled();
}

/**
 * Lets a step end between two calls. No call begins once the signal is aborted, and no read is waited for. A change under
 * way is: what became of it must be known.
 */
export function cancellable(signal: AbortSignal): CallMiddleware {
  return (next, { commandName = '' }) =>
    async (args) => {
      refuseWhenAborted(signal);
      return isRead(commandName) ? unlessAborted(next(args), signal) : next(args);
    };
}

/** @throws {Cancelled} as soon as the signal is aborted; nobody waits for the answer then. */
function unlessAborted<Value>(answer: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(new Cancelled());
    signal.addEventListener('abort', giveUp, { once: true });
    answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}

/**
 * Milliseconds. GitHub ends all that a cancelled job still does after five minutes (GitHub Actions documentation,
 * "Canceling a workflow run"); main and post together take no more than one of them. Where other steps' clean-up has used
 * that up, post has the least.
 */
export const postBudget = { whole: 60_000, least: 20_000 } as const;

/** Aborts when a post phase is to end. `cancelledAt`: when main was told to, in milliseconds since the Unix epoch. */
export function endOfPost(clock: Clock, cancelledAt: number | undefined): AbortSignal {
  const now = clock.now();
  const ending = new AbortController();
  const left = Math.max(postBudget.least, Math.min(cancelledAt ?? now, now) + postBudget.whole - now);
  const end = () => ending.abort();
  clock.sleep(left).then(end, end);
  return ending.signal;
}
