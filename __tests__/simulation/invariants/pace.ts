import { ThrottleBuckets } from '../../../sandbox/faults/throttle-buckets.js';
import type { Audit, OurCall, Watcher } from './invariants.js';

/**
 * Counts every call of a run, each attempt one, against the bucket of AWS that it draws from (A6). What several runs at one
 * instant take together no one of them can know.
 */
export class Pace implements Watcher {
  readonly #audit: Audit;
  readonly #bucketsOf = new Map<string, ThrottleBuckets>();

  constructor(audit: Audit) {
    this.#audit = audit;
  }

  before(call: OurCall): void {
    const buckets = this.#bucketsOf.get(call.caller) ?? new ThrottleBuckets({ now: this.#audit.now });
    this.#bucketsOf.set(call.caller, buckets);
    try {
      buckets.before(call);
    } catch {
      this.#audit.report('A6', `${call.operation} finds its bucket empty`);
    }
  }
}
