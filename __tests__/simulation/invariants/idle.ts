import type { Group } from '../../../sandbox/world/auto-scaling/group.js';
import type { WorldEvent } from '../../../sandbox/world/event-log.js';
import type { Release } from '../../../src/rollout/heart/release.js';
import { isShifted } from '../../../src/rollout/two-group/sides.js';
import type { Audit, OurCall, Watcher } from './invariants.js';
import type { Journal } from './journal.js';
import type { Serving } from './serving.js';
import { type Sizes, sizesOf, type Wishes } from './sizes.js';

/**
 * Of two groups the idle one: which that is, the ledger tells, and its owner wants each idle one as the first was. What
 * somebody changes of it while a rollout has it can be meant for what it was or for what it is about to be. Watches that we make
 * it no larger than the serving one (A3), and no smaller than its share of the requests needs (A1).
 */
export class Idle implements Watcher {
  group: Group;
  wanted: Sizes;
  /** Somebody has changed its sizes while a rollout had it. */
  isUncertain = false;
  readonly #audit: Audit;
  readonly #journal: Journal;
  readonly #wishes: Wishes;
  readonly #serving: Serving;
  #seen: Sizes;

  constructor(
    audit: Audit,
    journal: Journal,
    { wishes, serving }: { readonly wishes: Wishes; readonly serving: Serving },
    group: Group,
  ) {
    this.#audit = audit;
    this.#journal = journal;
    this.#wishes = wishes;
    this.#serving = serving;
    this.group = group;
    this.wanted = sizesOf(group);
    this.#seen = this.wanted;
    journal.onChange((release) => this.#learnRoles(release));
  }

  event({ kind, subject }: WorldEvent, by: OurCall | undefined): void {
    if (kind !== 'group' || subject !== `${this.#audit.scene.region.name}/${this.group.name}`) return;
    const before = this.#seen;
    this.#seen = sizesOf(this.group);
    if (by) this.#ours(before, this.#seen, by);
    else this.#theirs(before, this.#seen);
  }

  /** Until then whoever changes the old group means the one that serves. */
  before({ operation, input }: OurCall): void {
    const { unfinished } = this.#journal;
    const { AutoScalingGroupName: name } = input as { readonly AutoScalingGroupName?: string };
    const isGivenOver = operation === 'UpdateAutoScalingGroup' && name === this.#wishes.group.name;
    if (isGivenOver && unfinished && isShifted(unfinished)) this.#exchange();
  }

  /** From the moment that the new group has been given its sizes the old one is idle, though the ledger says so a moment later. */
  after({ operation, input, caller }: OurCall): void {
    const { unfinished } = this.#journal;
    const { AutoScalingGroupName: name, MinSize } = input as { AutoScalingGroupName?: string; MinSize?: number };
    const isGiven = operation === 'UpdateAutoScalingGroup' && MinSize !== undefined && name === this.group.name;
    if (!isGiven || !unfinished?.sides || !isShifted(unfinished) || unfinished.sides.green.group !== name) return;
    if (this.#wishes.isNewsTo(caller)) this.#wishes.miss(sizesOf(this.group));
    if (sizesOf(this.group).min === MinSize) this.#exchange();
  }

  /**
   * Of a rollout on its way the roles change once all requests have been shifted: when it is written down that the new group has
   * its sizes, or the old one is given others.
   */
  #learnRoles(release: Release): void {
    if (!release.sides || release !== this.#journal.newest) return;
    const { blue, green } = release.sides;
    if (isShifted(release) && release.outcome === undefined && !release.sides.pin?.isInherited) return;
    const serving = isShifted(release) ? green.group : blue.group;
    if (serving === this.group.name) this.#exchange();
  }

  #exchange(): void {
    const idle = this.#wishes.group;
    this.#wishes.moveTo(this.group);
    this.group = idle;
    this.#seen = sizesOf(idle);
  }

  #ours(before: Sizes, now: Sizes, { operation, caller }: OurCall): void {
    const { low, high, max } = this.#wishes;
    const { report } = this.#audit;
    if (this.#wishes.isUncertain || this.#wishes.isNewsTo(caller)) return;
    const { name } = this.group;
    if (now.desired > before.desired && now.desired > Math.max(high, this.wanted.desired)) {
      report('A3', `${operation} raises idle ${name} to ${now.desired}, the other one is to have ${high}`);
    }
    if (now.max > before.max && now.max > Math.max(max, this.wanted.max)) {
      report('A3', `${operation} raises the maximum of idle ${name} to ${now.max}, the other one's is ${max}`);
    }
    const share = this.#serving.shareOf(this.group);
    if (now.desired < before.desired && now.desired < low * share) {
      report('A1', `${operation} lowers ${name} to ${now.desired}, with ${share} of the requests of ${low} machines`);
    }
  }

  #theirs(before: Sizes, now: Sizes): void {
    const isNothing = now.min === before.min && now.max === before.max && now.desired === before.desired;
    if (isNothing) return;
    if (this.#serving.shareOf(this.group) > 0) this.#wishes.heed(before.desired, now.desired);
    else if (this.#journal.unfinished || this.isKept) this.isUncertain = true;
    else this.wanted = now;
  }

  /** As large as it was when it served, for an undo. */
  get isKept(): boolean {
    const { outcome, keptUntil = 0 } = this.#journal.newest ?? {};
    return outcome === 'succeeded' && keptUntil > this.#audit.now();
  }
}
