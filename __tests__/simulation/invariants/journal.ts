import type { Release } from '../../../src/rollout/heart/release.js';
import { isLine } from '../../../src/rollout/ledger/ledger.js';
import type { OurCall, Watcher } from './invariants.js';

/** The ledger as it is written, read from the very calls that write it. */
export class Journal implements Watcher {
  readonly releases = new Map<number, Release>();
  /** Who claimed each number. */
  readonly #claimants = new Map<number, string>();
  #newest = 0;
  readonly #listeners: ((now: Release, before: Release | undefined) => void)[] = [];

  get newest(): Release | undefined {
    return this.releases.get(this.#newest);
  }

  /** Who claimed the newest number. */
  get claimedBy(): string | undefined {
    return this.#claimants.get(this.#newest);
  }

  /** Whether a parameter is the line of the ledger that this caller has claimed. */
  isOwnLine(name: string, caller: string): boolean {
    return this.#claimants.get(numberIn(name)) === caller;
  }

  /** The newest release while it has no outcome. */
  get unfinished(): Release | undefined {
    return this.newest?.outcome === undefined ? this.newest : undefined;
  }

  /** `before` is what the line said last; for a new line, what the line before it says. */
  onChange(listener: (now: Release, before: Release | undefined) => void): void {
    this.#listeners.push(listener);
  }

  after({ operation, input, caller }: OurCall): void {
    if (operation !== 'PutParameter') return;
    const { Name = '', Value = '', Overwrite } = input as { Name?: string; Value?: string; Overwrite?: boolean };
    if (!isLine(Name)) return;
    const release = JSON.parse(Value) as Release;
    const before = this.releases.get(release.number) ?? this.newest;
    this.releases.set(release.number, release);
    if (!Overwrite) this.#claimants.set(release.number, caller);
    this.#newest = Math.max(this.#newest, release.number);
    for (const tell of this.#listeners) tell(release, before);
  }
}

function numberIn(name: string): number {
  return Number(name.slice(name.lastIndexOf('/') + 1));
}
