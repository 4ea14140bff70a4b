import type { Mutant } from './mutant.js';

/** Mistakes in the heart, each of which the proof must notice. */
export const mutants: readonly Mutant[] = [];
