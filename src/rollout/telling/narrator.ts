import { InterferenceWatch } from '../group/interference.js';
import type { Move } from '../heart/move.js';
import type { Observation } from '../heart/observation.js';
import { WeightsWatch } from '../two-group/weights-watch.js';
import { describeProgress } from './progress.js';
import { type Wait, waitsIn } from './waits.js';

/** Where the lines go. */
export interface Listeners {
  /** One line, only when something has changed. */
  readonly tell: (line: string) => void;
  /** What a person should know of, in a line. */
  readonly warn: (line: string) => void;
}

/** A wait whose end is known is told if it lasts so long, any other once nothing was told for so long. Milliseconds. */
const worthTelling = { sure: 20_000, open: 60_000 } as const;

function wordsOfDeleted({ release: { number, group } }: Observation): string {
  return `Somebody has deleted release ${number} from the ledger of group "${group}". It is written anew, for it says what is to be put back; to end a rollout, cancel its run.`;
}

function wordsOfAlarm(name: string): string {
  return `Somebody has deleted CloudWatch alarm "${name}" in the middle of the rollout, which goes on without it. If it is made anew under this name, it is watched again.`;
}

/**
 * Tells of each observation what is new: how far it is, what is waited for, and once if somebody else has set the group
 * back. No wait of a minute is silent, and each is told once.
 */
export class Narrator {
  readonly #listeners: Listeners;
  #line = '';
  #toldAt = 0;
  /** Waits that were told, by kind: until when. */
  #told: ReadonlyMap<string, number> = new Map();
  readonly #lines = new Set<string>();
  readonly #interference = new InterferenceWatch();
  readonly #weights = new WeightsWatch();
  #hasWarned = false;

  constructor(listeners: Listeners) {
    this.#listeners = listeners;
  }

  tell(observation: Observation, move: Move): void {
    const line = describeProgress(observation);
    if (line !== this.#line) this.#say(line, observation);
    this.#line = line;
    for (const name of observation.deletedAlarms ?? []) this.#warnOnce(wordsOfAlarm(name));
    if (observation.wasDeleted) this.#listeners.warn(wordsOfDeleted(observation));
    const shared = this.#weights.look(observation, move);
    if (shared !== undefined) this.#listeners.warn(shared);
    const changed = this.#interference.look(observation);
    if (changed !== undefined && !this.#hasWarned) this.#listeners.warn(changed);
    this.#hasWarned ||= changed !== undefined;
    // What AWS has no capacity for is tried again and again.
    if (move.kind === 'wait' || move.kind === 'launch') this.#wait(observation);
  }

  /** Tells a line, unless it was told before. */
  tellOnce(line: string): void {
    if (!this.#lines.has(line)) this.#listeners.tell(line);
    this.#lines.add(line);
  }

  #warnOnce(line: string): void {
    if (!this.#lines.has(line)) this.#listeners.warn(line);
    this.#lines.add(line);
  }

  #wait(observation: Observation): void {
    const waits = waitsIn(observation);
    const told = new Map<string, number>();
    for (const wait of waits) {
      const isTold = this.#isWorthTelling(wait, observation);
      if (isTold) this.#say(wait.line, observation);
      const before = this.#told.get(wait.kind);
      const until = isTold ? (wait.until ?? Number.POSITIVE_INFINITY) : before;
      if (until !== undefined) told.set(wait.kind, until);
    }
    this.#told = told;
  }

  #isWorthTelling({ kind, until = 0, sure }: Wait, { now }: Observation): boolean {
    if ((this.#told.get(kind) ?? 0) >= now) return false;
    return sure ? until - now >= worthTelling.sure : now - this.#toldAt >= worthTelling.open;
  }

  #say(line: string, { now }: Observation): void {
    this.#listeners.tell(line);
    this.#toldAt = now;
  }
}
