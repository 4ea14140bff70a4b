import type { Step } from '../platform/step.js';
import type { DeploymentEnd } from '../rollout/deployment.js';

/** What main leaves for post of a group: what to look for, even after a kill; and what it would tell, had it not been cut off. */
export interface Left {
  readonly group: string;
  readonly number: number;
  /** When main began with it; milliseconds since the Unix epoch. */
  readonly startedAt: number;
  readonly end?: DeploymentEnd;
}

const state = 'left';

/**
 * The groups that main leaves for post so far. It remembers them itself, for only post is given what a step has saved (GitHub
 * Actions documentation, "Sending values to the pre and post actions").
 */
export class LeftForPost {
  readonly #step: Pick<Step, 'saveState'>;
  readonly #left = new Map<string, Left>();

  constructor(step: Pick<Step, 'saveState'>) {
    this.#step = step;
  }

  /** The last word on a group counts. */
  leave(left: Left): void {
    this.#left.set(left.group, left);
    this.#save();
  }

  /** Once a group is at its end, nothing is left to do for post. */
  forget(group: string): void {
    if (this.#left.delete(group)) this.#save();
  }

  #save(): void {
    this.#step.saveState(state, JSON.stringify([...this.#left.values()]));
  }
}

/** What main has left, as its post reads it. */
export function leftBy(step: Pick<Step, 'state'>): readonly Left[] {
  return JSON.parse(step.state(state) || '[]') as readonly Left[];
}
