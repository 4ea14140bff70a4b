import { createHash } from 'node:crypto';

/** One change of the world. */
export interface WorldEvent {
  /** Milliseconds since the Unix epoch. */
  readonly time: number;
  /** What changed, for example `instance` or `target`. */
  readonly kind: string;
  /** Which one: an id, name or ARN. */
  readonly subject: string;
  /** What happened to it, for example `running`. */
  readonly change: string;
}

/** Everything that ever changed, in order. Its hash is the proof of determinism: same seed, same hash. */
export class EventLog {
  readonly #listeners: ((event: WorldEvent) => void)[] = [];
  readonly events: WorldEvent[] = [];

  append(event: WorldEvent): void {
    this.events.push(event);
    for (const listener of this.#listeners) listener(event);
  }

  onEvent(listener: (event: WorldEvent) => void): void {
    this.#listeners.push(listener);
  }

  /** SHA-256 of all events so far, in hexadecimal. */
  hash(): string {
    const hash = createHash('sha256');
    for (const { time, kind, subject, change } of this.events) hash.update(`${time} ${kind} ${subject} ${change}\n`);
    return hash.digest('hex');
  }
}
