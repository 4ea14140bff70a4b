import type { Group } from '../../../sandbox/world/auto-scaling/group.js';
import type { WorldEvent } from '../../../sandbox/world/event-log.js';
import { allowanceFor } from '../../../src/rollout/heart/waves.js';
import type { Audit, OurCall, Watcher } from './invariants.js';
import type { Journal } from './journal.js';

/** For how long a run may look on before the ledger says what it sees, and how soon after a look it may have died. */
const timeToWrite = 180_000;
const timeToLook = 90_000;

/** A group's sizes. */
export interface Sizes {
  readonly desired: number;
  readonly min: number;
  readonly max: number;
}

/** How AWS begins the cause of a change by which somebody names the number itself. */
const setting = /^At \S+ a (scheduled action|user request (explicitly set|update of))/;

/**
 * What the group's owner wants, told apart from what we do: each change of a size that is not ours is the owner's, a
 * policy's or a person's. What a policy adds or takes while our surge is out can be read in two ways, so the size that is
 * wanted is known only between two bounds; whoever sets a number, wants just that. Watches that ours stay within the surge (A3) and never go below the owner's (A1).
 */
export class Wishes implements Watcher {
  low: number;
  high: number;
  min: number;
  max: number;
  /** The one whose size that is: of two groups, the one that serves. */
  group: Group;
  /** Whether some of the requests, or all, go to another group that serves. */
  isPartOf: () => boolean = () => false;
  /** When somebody else changed the size last; milliseconds. */
  changedAt = Number.NEGATIVE_INFINITY;
  /**
   * Somebody changed the size while what the ledger says of our surge was not so (a call was under way, its answer lost, or
   * its runner dead), or between our look and our change. No program can tell the two changes apart then.
   */
  #isTorn = false;
  /** Somebody has set the very maximum that we had raised it to, now or for an earlier raise: whose it is, nobody can tell. */
  hasOurMax = false;
  /** Our last change of the size is not yet in the ledger. */
  #isUnwritten = false;
  #lowBefore: number;
  #lowest: number;
  #seen: Sizes;
  /** What somebody has set, as long as the group has not acted on it. */
  #untold: { readonly desired: number; readonly cause: string; readonly at: number } | undefined;
  /** Why desired was changed last, as AWS words it. */
  #cause = '';
  readonly #lookedAt = new Map<string, number>();
  /** Who has seen, from when to when, that the ledger does not say how the size stands. */
  #amiss: { readonly by: string; readonly from: number; readonly to: number } | undefined;
  readonly #audit: Audit;
  readonly #journal: Journal;

  constructor(audit: Audit, journal: Journal) {
    this.#audit = audit;
    this.#journal = journal;
    this.group = audit.scene.groups[0];
    this.#seen = sizesOf(this.group);
    const { desired, min, max } = this.#seen;
    this.low = desired;
    this.high = desired;
    this.#lowBefore = desired;
    this.#lowest = desired;
    this.min = min;
    this.max = max;
  }

  /** Somebody else's last change came after a runner's last look, which may show what was as long ago as answers are late. */
  isNewsTo(caller: string): boolean {
    return this.changedAt >= (this.#lookedAt.get(caller) ?? 0) - this.#audit.scene.oldestRead;
  }

  /** What is wanted cannot be known: the changes of several came together, or somebody has set our own maximum. */
  get isUncertain(): boolean {
    return this.#isTorn || this.hasOurMax;
  }

  /** The size that was wanted all through the last so many milliseconds. */
  lowestWithin(milliseconds: number): number {
    if (this.isUncertain) return this.#lowest;
    return this.#audit.now() - this.changedAt < milliseconds ? Math.min(this.#lowBefore, this.low) : this.low;
  }

  /** Another group serves in place of this one: what its owner wants stays. */
  moveTo(group: Group): void {
    this.group = group;
    this.#seen = sizesOf(group);
    this.#cause = group.causes.at(-1) ?? '';
  }

  /**
   * The other one of two groups gets requests, too, and somebody has changed its size: as many more are wanted of both. What
   * fewer mean for both is open.
   */
  heed(before: number, desired: number): void {
    const wanted = Math.max(this.min, Math.min(desired, this.max));
    this.#lowBefore = this.lowestWithin(60_000);
    this.changedAt = this.#audit.now();
    this.low = desired > before ? Math.max(this.low, wanted) : Math.min(this.low, wanted);
    this.high = Math.max(this.high, wanted);
    this.#lowest = Math.min(this.#lowest, this.low);
  }

  /** A group has been given sizes that were read before its owner's last change, which nobody could know. */
  miss({ min, max }: Sizes): void {
    this.min = min;
    this.max = max;
    this.#isTorn = true;
  }

  before({ operation, input, caller }: OurCall): void {
    if (operation !== 'DescribeAutoScalingGroups') return;
    const { AutoScalingGroupNames: names } = input as { readonly AutoScalingGroupNames?: readonly string[] };
    if (!(names?.includes(this.group.name) ?? true)) return;
    const to = this.#audit.now();
    this.#lookedAt.set(caller, to);
    const from = this.#amiss?.by === caller ? this.#amiss.from : to;
    this.#amiss = this.#isAmiss(this.group.desired) ? { by: caller, from, to } : undefined;
  }

  after({ operation }: OurCall): void {
    if (operation === 'PutParameter') this.#isUnwritten = false;
  }

  event({ kind, subject, change }: WorldEvent, by: OurCall | undefined): void {
    const { region } = this.#audit.scene;
    const { group } = this;
    if (this.#untold && group.activities.slice(-25).some(({ cause }) => cause.includes(this.#untold?.cause ?? ''))) {
      this.#learn(this.#untold);
    }
    if (kind !== 'group' || subject !== `${region.name}/${group.name}`) return;
    const before = this.#seen;
    this.#seen = sizesOf(group);
    const cause = group.causes.at(-1) ?? '';
    const isNews = cause !== this.#cause;
    this.#cause = cause;
    if (by) this.#ours(before, this.#seen, by);
    else this.#theirs(before, this.#seen);
    if (by) return;
    if (isNews && setting.test(cause)) this.#hear(this.#seen.desired, cause);
    if (/^resumed .*\bScheduledActions\b/.test(change)) this.#seem();
    const scheduled = /^scheduled action .* sets desired to (\d+)$/.exec(change)?.[1];
    if (scheduled === undefined) return;
    if (this.#isForeseen) this.#set(Number(scheduled));
    else this.#mayMean(Number(scheduled));
  }

  /**
   * A scheduled action came due and was skipped, and they are resumed before anybody has looked: it may have set the very number
   * that stands, for all that can be read.
   */
  #seem(): void {
    const { scheduled: due } = this.#journal.unfinished ?? {};
    const last = this.#lookedAt.get(this.#journal.claimedBy ?? '') ?? 0;
    if (due && !due.isSkipped && due.at > last && due.at <= this.#audit.now()) this.#mayMean(due.desired);
  }

  /**
   * Whoever owns the group was there to see a scheduled action that was to come, or has written it down; once it is over AWS no
   * longer lists it.
   */
  get #isForeseen(): boolean {
    const now = this.#audit.now();
    const last = this.#lookedAt.get(this.#journal.claimedBy ?? '') ?? 0;
    const { at = 0 } = this.#journal.newest?.scheduled ?? {};
    return now - last <= timeToLook || Math.abs(now - at) < 1_000;
  }

  #theirs(before: Sizes, now: Sizes): void {
    if (now.min !== before.min) this.min = now.min;
    if (now.max !== before.max) {
      this.max = now.max;
      const { max, maxBefore } = this.#journal.unfinished?.surge ?? {};
      this.hasOurMax = now.max === max || now.max === maxBefore;
    }
    const by = now.desired - before.desired;
    if (by === 0) return;
    if (this.#untold) this.#untold = { ...this.#untold, desired: this.#untold.desired + by };
    if (this.#isUnwritten || this.#isExcused(before.desired)) this.#isTorn = true;
    this.#lowBefore = this.lowestWithin(60_000);
    this.changedAt = this.#audit.now();
    // Room that we made for surge is no leave to grow beyond the owner's maximum, until the owner says so.
    this.low = Math.max(this.min, Math.min(this.low + by, this.max));
    const grown = Math.max(0, before.desired - this.high - (this.#journal.unfinished?.surge?.machines ?? 0));
    // What a policy takes from a group that gets a share of the requests, or none, may be for that: how many are wanted is open.
    const lowered = this.isPartOf() ? this.high : Math.min(this.high, now.desired);
    const high = by > 0 ? Math.min(this.high + grown + by, this.max) : lowered;
    this.high = Math.max(this.low, high);
    this.#lowest = Math.min(this.#lowest, this.low);
  }

  /** A number that somebody sets can be read in both ways, until an activity of the group tells of it. */
  #hear(desired: number, cause: string): void {
    this.#untold = { desired, cause, at: this.#audit.now() };
    this.#mayMean(desired);
  }

  /** One that was read as the size before our surge says nothing of what policies have made of the two together since. */
  #learn({ desired, at }: { readonly desired: number; readonly at: number }): void {
    const { settledAt = 0 } = this.#journal.unfinished?.surge ?? {};
    if (at > settledAt) this.#set(desired);
    else this.#untold = undefined;
  }

  #mayMean(desired: number): void {
    this.low = Math.min(this.low, Math.max(this.min, Math.min(desired, this.max)));
    this.high = Math.max(this.high, Math.min(desired, this.max));
    this.#lowest = Math.min(this.#lowest, this.low);
  }

  /** Whoever sets a number means it, whatever our surge was: within the owner's own bounds that is the size. */
  #set(desired: number): void {
    this.#lowBefore = this.lowestWithin(60_000);
    this.changedAt = this.#audit.now();
    this.low = Math.max(this.min, Math.min(desired, this.max));
    this.high = this.low;
    this.#isTorn = false;
    this.#untold = undefined;
    this.#lowest = Math.min(this.#lowest, this.low);
  }

  /** Nobody can tell a change of size from our own just then; but whoever looks on at it could have written it down. */
  #isExcused(desired: number): boolean {
    const { from, to } = this.#amiss ?? { from: 0, to: 0 };
    const hadTime = to - from >= timeToWrite && this.#audit.now() - to <= timeToLook;
    return this.#isAmiss(desired) && !hadTime;
  }

  /** Whether the surge is not as the ledger has it: not raised yet, or launched, or taken by a scale-in a moment ago. */
  #isAmiss(desired: number): boolean {
    const surge = this.#journal.unfinished?.surge;
    if (surge === undefined) return false;
    const { raised, returning, launches, from, machines } = surge;
    const isLaunched = launches !== undefined && desired > from + machines;
    return !raised || returning !== undefined || isLaunched || desired < from + machines;
  }

  #ours(before: Sizes, now: Sizes, { caller, operation }: OurCall): void {
    if (now.desired !== before.desired) this.#isUnwritten = true;
    if (this.isNewsTo(caller)) this.#isTorn = true;
    const surge = this.#surge();
    const { report } = this.#audit;
    if (now.min < Math.min(before.min, this.min))
      report('A3', `${operation} lowers the minimum from ${before.min} to ${now.min}`);
    if (this.isUncertain) return;
    if (now.max > before.max && now.max > Math.max(this.max, this.high + surge)) {
      report('A3', `${operation} raises the maximum to ${now.max}, for ${this.high} machines and ${surge} of surge`);
    }
    if (now.desired > before.desired && now.desired > this.high + surge && operation !== 'ExitStandby') {
      report('A3', `${operation} raises desired to ${now.desired}, for ${this.high} machines and ${surge} of surge`);
    }
    if (now.desired < before.desired && now.desired < this.low) {
      report('A1', `${operation} lowers desired to ${now.desired}, but its owner wants ${this.low}`);
    }
  }

  /** Machines that come back from standby are surge, too, beside what is out already: as many as there are. */
  #surge(): number {
    // Of two groups none is ever larger than its owner wants the serving one.
    if (this.#audit.scene.groups[1]) return 0;
    const release = this.#journal.newest;
    const allowed = allowanceFor(release?.plan ?? this.#audit.scene.plan, this.high).surge;
    // What was written down is raised as it was, whatever the size has become since.
    const { machines = 0, launches } = release?.surge ?? {};
    const noted = Object.values(launches?.zones ?? {}).reduce((sum, count) => sum + count, machines);
    const surge = Math.max(allowed, noted);
    if (!release || (release.direction === 'forward' && release.undoes === undefined)) return surge;
    const aside = [...this.group.members.values()].filter(({ state }) => state === 'Standby');
    return (
      surge +
      Math.max(
        this.high,
        aside.reduce((sum, { weight }) => sum + weight, 0),
      )
    );
  }
}

export function sizesOf({ desired, minSize: min, maxSize: max }: Group): Sizes {
  return { desired, min, max };
}
