import { brokenPromises } from './broken-promises.js';
import type { Mutant } from './mutant.js';
import { besideRefreshes } from './refreshes.js';
import { spoiledRows } from './spoiled-rows.js';
import { betweenTwo } from './two-groups.js';

/** Mistakes in the heart, each of which the proof must notice. */
export const mutants: readonly Mutant[] = [
  ...spoiledRows,
  ...brokenPromises,
  ...besideRefreshes.map((mutant) => ({
    row: 'decideRefresh',
    needs: { strategy: 'instance-refresh' } as const,
    ...mutant,
  })),
  ...betweenTwo.map((mutant) => ({ row: 'decideTwoGroups', needs: { strategy: 'two-group' } as const, ...mutant })),
];
