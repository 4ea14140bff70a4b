import type { Machine, Observation } from '../heart/observation.js';
import type { Release } from '../heart/release.js';

/**
 * What a rollout is like, as a rehearsal foresees it or as a run has seen it: `duration` in milliseconds, the most machines
 * at a time, what ran beyond the group's size in machine-minutes, and the fewest that served. Machines are units of capacity
 * where the group counts in weights.
 */
export type Figures = NonNullable<Release['predicted']>;

/**
 * Measures a rollout by what its looks see, until its end. What comes and goes between two looks it does not see, nor what
 * still answers its last requests after the last one.
 */
export class Meter {
  #size: number | undefined;
  #peak = 0;
  #leastServing = Number.POSITIVE_INFINITY;
  /** Machines times milliseconds. */
  #extra = 0;
  #last = { at: 0, machines: 0, staying: 0 };

  /** One look: of two groups both count together, for both are billed. */
  look({ now, machines, pair, size }: Observation): void {
    const all = pair ? [...machines, ...pair.blue.machines] : machines;
    // What others have put in standby is none of the rollout's.
    const seen = all.filter(({ stage, isKept }) => stage !== 'aside' || isKept);
    // As large as when it began: what others add meanwhile is extra, here as in a rehearsal.
    this.#size ??= pair ? pair.blue.group.desired : size;
    this.#count(now);
    const runs = (machine: Machine) => machine.stage !== 'leaving' || machine.isDraining === true;
    const running = unitsOf(seen, runs);
    this.#last = { at: now, machines: running, staying: unitsOf(seen, ({ stage }) => stage !== 'leaving') };
    this.#peak = Math.max(this.#peak, running);
    this.#leastServing = Math.min(
      this.#leastServing,
      this.#size,
      unitsOf(seen, ({ healthy }) => healthy),
    );
  }

  /** @returns undefined when there was no look. */
  figures({ endedAt = this.#last.at, keptUntil, plan }: Release, duration: number): Figures | undefined {
    if (this.#size === undefined) return undefined;
    this.#count(endedAt);
    const kept = keptUntil === undefined ? 0 : Math.max(0, this.#last.staying - this.#size);
    const extraMachineMinutes = Math.round((this.#extra + kept * plan.keepPrevious) / 60_000);
    return { duration, peak: this.#peak, extraMachineMinutes, leastServing: this.#leastServing };
  }

  /** What was seen last stood until now. */
  #count(now: number): void {
    const { at, machines } = this.#last;
    this.#extra += Math.max(0, machines - (this.#size ?? 0)) * Math.max(0, now - at);
    this.#last = { ...this.#last, at: now };
  }
}

function unitsOf(machines: readonly Machine[], counts: (machine: Machine) => boolean): number {
  return machines.reduce((sum, machine) => (counts(machine) ? sum + (machine.units ?? 1) : sum), 0);
}
