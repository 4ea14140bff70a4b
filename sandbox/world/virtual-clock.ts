import type { Clock } from '../../src/platform/clock.js';
import type { Cancel, WorldClock } from './clock.js';

interface Timer {
  readonly time: number;
  readonly sequence: number;
  event: (() => void) | undefined;
}

/** Where virtual time starts: any fixed instant will do, so that the same seed gives the same history. */
const beginning = Date.UTC(2026, 0, 1);

/** After so many instants comes a turn of the event loop. */
const instantsInATurn = 100;

/**
 * Time that passes only when nothing is left to do: the next event runs once every promise has settled and no call is
 * under way. Serves the world (as WorldClock) and the code under test (as the platform's Clock).
 */
export class VirtualClock implements WorldClock, Clock {
  #now = beginning;
  #sequence = 0;
  #holds = 0;
  readonly #timers: Timer[] = [];

  now(): number {
    return this.#now;
  }

  /** Milliseconds since this clock was made. */
  elapsed(): number {
    return this.#now - beginning;
  }

  schedule(delay: number, event: () => void): Cancel {
    const timer: Timer = { time: this.#now + Math.max(0, delay), sequence: this.#sequence++, event };
    this.#push(timer);
    return () => {
      timer.event = undefined;
    };
  }

  hold(): Cancel {
    let held = true;
    this.#holds++;
    return () => {
      if (held) this.#holds--;
      held = false;
    };
  }

  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const wake = () => {
        cancel();
        signal?.removeEventListener('abort', wake);
        resolve();
      };
      const cancel = this.schedule(milliseconds, wake);
      signal?.addEventListener('abort', wake);
    });
  }

  /** Runs every event due up to `time`, at once: for tests of the world alone, where nothing awaits. */
  advanceTo(time: number): void {
    for (let next = this.#timers[0]; next && next.time <= time; next = this.#timers[0]) this.#step();
    this.#now = Math.max(this.#now, time);
  }

  /** Like {@link advanceTo}, by so many milliseconds. */
  advance(milliseconds: number): void {
    this.advanceTo(this.#now + milliseconds);
  }

  /**
   * Lets time pass until `work` settles.
   * @throws what `work` throws; an Error when it can never settle (nothing scheduled), or not within `limit` milliseconds.
   */
  async run<Value>(work: Promise<Value>, limit = 24 * 3_600_000): Promise<Value> {
    let settled = false;
    const settle = () => {
      settled = true;
    };
    work.then(settle, settle);
    const deadline = this.#now + limit;
    // From a promise job on, nextTick comes after all promise jobs; from anything else it would come before them.
    await undefined;
    for (let instants = 1; ; instants++) {
      const isReal = this.#holds > 0 || this.#timers.length === 0 || instants % instantsInATurn === 0;
      await (isReal ? turnOfEventLoop() : allPromises());
      if (settled) return work;
      if (this.#holds > 0) continue;
      if (this.#timers.length === 0) throw new Error('deadlock: work waits, but no event is scheduled');
      if (this.#now > deadline) throw new Error(`not finished after ${limit / 1000} virtual seconds`);
      // Only an event that was awaited can make progress in promises, so all timers of one instant run together.
      const instant = this.#timers[0]?.time ?? 0;
      while (this.#timers[0]?.time === instant) this.#step();
    }
  }

  #step(): void {
    const timer = this.#pop();
    if (!timer) return;
    this.#now = timer.time;
    timer.event?.();
  }

  /** A binary heap by time, then by order of scheduling. */
  #push(timer: Timer): void {
    const heap = this.#timers;
    let at = heap.push(timer) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!isBefore(timer, heap[parent] as Timer)) break;
      heap[at] = heap[parent] as Timer;
      at = parent;
    }
    heap[at] = timer;
  }

  #pop(): Timer | undefined {
    const heap = this.#timers;
    const first = heap[0];
    const last = heap.pop();
    if (!last || heap.length === 0) return first;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(heap[child + 1] as Timer, heap[child] as Timer)) child++;
      if (!isBefore(heap[child] as Timer, last)) break;
      heap[at] = heap[child] as Timer;
      at = child;
    }
    heap[at] = last;
    return first;
  }
}

/** When it returns, no promise job is left, so everybody waits for time. A turn of the event loop would take longer. */
function allPromises(): Promise<void> {
  return new Promise((resolve) => process.nextTick(resolve));
}

/** The same, and what is really under way, a module that is being loaded, say, may get further. */
function turnOfEventLoop(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function isBefore(one: Timer, other: Timer): boolean {
  return one.time < other.time || (one.time === other.time && one.sequence < other.sequence);
}
