import type { Cancel, WorldClock } from '../world/clock.js';

/** Longer timers fire at once in Node (a 32-bit number of milliseconds), so they are set in parts. */
const longestTimer = 2 ** 31 - 1;

/** The machine's time, for worlds that run 1:1: with real machines, or over HTTP. */
export class RealClock implements WorldClock {
  readonly #timers = new Set<NodeJS.Timeout>();
  #stopped = false;

  now(): number {
    return Date.now();
  }

  schedule(delay: number, event: () => void): Cancel {
    if (this.#stopped) return () => {};
    let cancel: Cancel = () => {};
    const part = Math.min(Math.max(0, delay), longestTimer);
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      if (part < delay) cancel = this.schedule(delay - part, event);
      else event();
    }, part);
    this.#timers.add(timer);
    cancel = () => {
      clearTimeout(timer);
      this.#timers.delete(timer);
    };
    return () => cancel();
  }

  /** Takes back all that is scheduled, and schedules nothing more: the world ends. */
  stop(): void {
    this.#stopped = true;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }
}
