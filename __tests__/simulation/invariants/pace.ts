import { ThrottleBuckets } from '../../../sandbox/faults/throttle-buckets.js';
import type { Audit, OurCall, Watcher } from './invariants.js';

/** Counts every call, each attempt one, against the bucket of AWS that it draws from (A6). */
export class Pace implements Watcher {
  readonly #audit: Audit;
  readonly #buckets: ThrottleBuckets;

  constructor(audit: Audit) {
    this.#audit = audit;
    this.#buckets = new ThrottleBuckets({ now: audit.now });
  }

  before(call: OurCall): void {
    try {
      this.#buckets.before(call);
    } catch {
      this.#audit.report('A6', `${call.operation} finds its bucket empty`);
    }
  }
}
