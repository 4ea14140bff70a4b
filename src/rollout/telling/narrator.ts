import { interference } from '../group/interference.js';
import type { Observation } from '../heart/observation.js';
import { describeProgress } from './progress.js';

/** Where the lines go. */
export interface Listeners {
  /** One line, only when something has changed. */
  readonly tell: (line: string) => void;
  /** What a person should know of, in a line. */
  readonly warn: (line: string) => void;
}

/** Tells of each observation what is new: how far it is, and once if somebody else has set the group back. */
export class Narrator {
  readonly #listeners: Listeners;
  #line = '';
  #before: Observation | undefined;
  #hasWarned = false;

  constructor(listeners: Listeners) {
    this.#listeners = listeners;
  }

  tell(observation: Observation): void {
    const line = describeProgress(observation);
    if (line !== this.#line) this.#listeners.tell(line);
    this.#line = line;
    const changed = this.#hasWarned ? undefined : interference(this.#before, observation);
    if (changed !== undefined) this.#listeners.warn(changed);
    this.#hasWarned ||= changed !== undefined;
    this.#before = observation;
  }
}
