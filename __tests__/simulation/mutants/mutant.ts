/** A mistake on purpose: one place in the heart, written wrongly. The proof must notice. */
export interface Mutant {
  readonly name: string;
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
      `Mutant "${name}" does not fit ${file} any more: "${find}" stands there ${places} times. Write the mistake anew in mutants/table.ts.`,
    );
  }, source);
}
