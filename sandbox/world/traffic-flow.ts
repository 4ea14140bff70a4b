import { failsOpen, type Target, type TargetGroup, targetKey } from './load-balancing/target-group.js';

/** A stretch of time in which every target that got requests got them at one rate. */
interface Stretch {
  readonly from: number;
  to: number;
  /** Requests a millisecond. */
  readonly rate: number;
}

/**
 * How requests flow to one target group. At any time all of its targets that get any get as many, so one running total
 * stands for all of them, and a change of one target costs no look at the others.
 */
export class Flow {
  readonly group: TargetGroup;
  /** Its part of the listener's requests, from 0 to 1. */
  weight = 0;
  readonly #healthy = new Set<Target>();
  /** Those that get requests while no target is healthy. */
  readonly #others = new Set<Target>();
  /** The longest a request takes, in milliseconds. */
  readonly #longest: number;
  readonly #recent: Stretch[] = [];
  #rate = 0;
  #total = 0;
  #counted: number;

  constructor(group: TargetGroup, longest: number, now: number) {
    this.group = group;
    this.#longest = longest;
    this.#counted = now;
    for (const target of group.targets.values()) this.sort(target);
  }

  /** The targets that get requests: the healthy ones; all of them when none is (`routableTargets` says why). */
  get targets(): ReadonlySet<Target> {
    return this.#healthy.size > 0 || !failsOpen(this.group) ? this.#healthy : this.#others;
  }

  /** Requests a millisecond for each target that gets any. */
  get rate(): number {
    return this.#rate;
  }

  /** How many requests each target would have got that was there all the time, as far as that is counted. */
  get total(): number {
    return this.#total;
  }

  /** Puts a target where its state belongs. */
  sort(target: Target): void {
    this.#healthy.delete(target);
    this.#others.delete(target);
    const { state } = target.health;
    if (this.group.targets.get(targetKey(target.id, target.port)) !== target) return;
    if (state === 'healthy') this.#healthy.add(target);
    else if (state === 'initial' || state === 'unhealthy') this.#others.add(target);
  }

  /** Spreads so many of the listener's requests a millisecond from now on. Whoever calls has counted up to now. */
  spread(requests: number): void {
    const { size } = this.targets;
    this.#rate = size > 0 ? (this.weight * requests) / size : 0;
  }

  /** Counts up to now, at the rate that held all the while. */
  count(now: number): void {
    if (now === this.#counted) return;
    this.#total += this.#rate * (now - this.#counted);
    const last = this.#recent.at(-1);
    if (last?.rate === this.#rate) last.to = now;
    else this.#recent.push({ from: this.#counted, to: now, rate: this.#rate });
    this.#counted = now;
    while ((this.#recent[0]?.to ?? now) <= now - this.#longest) this.#recent.shift();
  }

  /** Of what one target got between two times, how much is not answered yet. Durations spread evenly up to the longest. */
  underWay(from: number, to: number): number {
    const now = this.#counted;
    let requests = 0;
    for (const stretch of this.#recent) {
      const oldest = Math.min(this.#longest, now - Math.max(from, stretch.from));
      const youngest = Math.min(this.#longest, now - Math.min(to, stretch.to));
      if (oldest <= youngest) continue;
      // The integral of (1 - age / longest) over the ages of this stretch.
      requests += stretch.rate * (oldest - youngest - (oldest ** 2 - youngest ** 2) / (2 * this.#longest));
    }
    return requests;
  }
}
