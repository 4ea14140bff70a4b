import type { Audit, OurCall, Watcher } from './invariants.js';
import type { Journal } from './journal.js';
import type { Wishes } from './sizes.js';

/** How many looks a run has to put the maximum back, and how long, besides how late answers are. Milliseconds. */
const looks = 4;
const timeToLower = 90_000;

/**
 * A maximum that was raised for surge stands no longer than that: while a wave serves users, and all that is desired has room
 * under the owner's own, it goes back to that. It is never raised where the plan does not let it be (A3).
 */
export class Room implements Watcher {
  readonly #audit: Audit;
  readonly #journal: Journal;
  readonly #wishes: Wishes;
  #seen: { readonly by: string; readonly since: number; readonly looks: number } | undefined;

  constructor(audit: Audit, journal: Journal, wishes: Wishes) {
    this.#audit = audit;
    this.#journal = journal;
    this.#wishes = wishes;
  }

  before(call: OurCall): void {
    const { operation, caller } = call;
    if (operation === 'UpdateAutoScalingGroup') this.#checkRaise(call);
    if (operation !== 'DescribeAutoScalingGroups' || caller !== this.#journal.claimedBy) return;
    if (!this.#isTooRoomy()) {
      this.#seen = undefined;
      return;
    }
    const now = this.#audit.now();
    const known = this.#seen?.by === caller ? this.#seen : { by: caller, since: now, looks: 0 };
    this.#seen = { ...known, looks: known.looks + 1 };
    const [, latest] = this.#audit.scene.region.world.profile.lag;
    if (this.#seen.looks <= looks || now - known.since <= timeToLower + latest) return;
    const { group, max } = this.#wishes;
    const seconds = Math.round((now - known.since) / 1000);
    this.#audit.report('A3', `the maximum stays at ${group.maxSize} in a soak, ${seconds} s after ${max} would do`);
  }

  #checkRaise({ input }: OurCall): void {
    const { MaxSize = 0 } = input as { readonly MaxSize?: number };
    const { maxSize } = this.#wishes.group;
    if (this.#journal.unfinished?.plan.raiseMax !== false || MaxSize <= maxSize) return;
    this.#audit.report('A3', `the maximum is raised from ${maxSize} to ${MaxSize}, which the plan does not let it be`);
  }

  /** No surge is out, or its machines fit without more room, and nothing is about to be launched. */
  #isTooRoomy(): boolean {
    const { soak, wavesDone, direction, surge, plan } = this.#journal.unfinished ?? {};
    const { group, max, isUncertain } = this.#wishes;
    const now = this.#audit.now();
    const isSoaking = soak !== undefined && soak.wave === wavesDone && now - soak.since < (plan?.soak ?? 0);
    const isAtRest = isSoaking && direction === 'forward' && surge?.launches === undefined;
    return isAtRest && !isUncertain && group.desired <= max && group.maxSize > max;
  }
}
