import type { Clock } from '../../platform/clock.js';
import type { Machine } from '../heart/observation.js';
import type { Release } from '../heart/release.js';
import { oldestRead } from '../size/size.js';
import { type HealthRecord, recordOf, type Sight } from './health-record.js';

/** Since when machines are as they are: AWS does not keep that. */
export class HealthRecords {
  readonly #clock: Pick<Clock, 'now'>;
  readonly #records = new Map<string, HealthRecord>();
  /** When, in milliseconds since the epoch. */
  readonly #retired = new Map<string, number>();
  /** When these were last seen on their way into service. */
  readonly #starting = new Map<string, number>();

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
  }

  /** Notes how a machine is now, and tells since when it is so. */
  note(id: string, sight: Omit<Sight, 'now'>) {
    const { healthy } = sight;
    const record = recordOf(this.#records.get(id), { ...sight, now: this.#clock.now() });
    this.#records.set(id, record);
    if (record.stage === 'starting' || record.stage === 'waiting') this.#starting.set(id, this.#clock.now());
    else this.#starting.delete(id);
    return {
      healthySince: healthy ? record.since : undefined,
      unhealthySince: healthy ? undefined : record.since,
      hasServed: record.hasServed,
    };
  }

  /** AWS has been told to end these, and has agreed: a late read may still show them in service. */
  retire(ids: readonly string[]): void {
    const now = this.#clock.now();
    for (const id of ids) this.#retired.set(id, now);
  }

  /** Whether a machine is on its way out, whatever was read of it. Later it may be back: warm pools can take machines again. */
  isRetired(id: string): boolean {
    const at = this.#retired.get(id);
    return at !== undefined && this.#clock.now() - at < oldestRead;
  }

  /** Whether some were on their way into service a moment ago and are not among these: a read may be late, and lack them. */
  lacksStarting(machines: readonly Pick<Machine, 'id'>[]): boolean {
    const now = this.#clock.now();
    const seen = new Set(machines.map(({ id }) => id));
    return [...this.#starting].some(([id, at]) => !seen.has(id) && now - at < oldestRead);
  }

  /** What is seen of these machines is that they wait for us, until they are seen the next time. */
  hold(ids: readonly string[]): void {
    const heldSince = this.#clock.now();
    for (const id of ids) {
      const record = this.#records.get(id);
      if (record) this.#records.set(id, { ...record, heldSince });
    }
  }

  /** How long the machines that were launched meanwhile took to become healthy; nothing where that was not seen. */
  boots(): Pick<Release, 'boots'> {
    const times = [...this.#records.values()].flatMap(({ boot }) => (boot === undefined ? [] : [boot]));
    if (times.length === 0) return {};
    times.sort((one, other) => one - other);
    const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
    return { boots: { median: at(0.5), p99: at(0.99), machines: times.length } };
  }
}
