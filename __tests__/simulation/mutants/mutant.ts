import type { InvariantName } from '../invariants/invariants.js';
import type { Needs } from './stories.js';

/** A mistake on purpose: one place in the heart, written wrongly. The proof must notice. */
export interface Mutant {
  readonly name: string;
  /** The row of `nextMove` or `decide` that it spoils: the function's name. */
  readonly row?: string;
  /** The invariant that it breaks, and that must find it. Left out: any of them may. */
  readonly breaks?: InvariantName;
  /** What a story must have for it to show: then it is hunted with such stories alone. Left out: it shows in many. */
  readonly needs?: Needs;
  /** In src. */
  readonly file: string;
  /** What is found stands in the file exactly once; otherwise the mutant fails loudly, for the code has moved on under it. */
  readonly edits: readonly (readonly [find: string, replace: string])[];
}

/** The source with the mistake in it. @throws {Error} when the place is not there, or more than once. */
export function mutate(source: string, { name, file, edits }: Mutant): string {
  return edits.reduce((mutated, [find, replace]) => {
    const places = mutated.split(find).length - 1;
    if (places === 1) return mutated.replace(find, () => replace);
    throw new Error(
      `Mutant "${name}" does not fit ${file} any more: "${find}" stands there ${places} times. Write the mistake anew in mutants/.`,
    );
  }, source);
}
