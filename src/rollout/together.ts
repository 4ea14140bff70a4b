import { isSameRun, type RunIdentity } from '../platform/workflow-run.js';
import type { Release, Together } from './heart/release.js';
import { hasUndone } from './telling/end.js';

/** A group, and the newest release of its ledger. */
export interface Newest {
  readonly group: string;
  readonly release: Release | undefined;
}

/**
 * Which groups of a release are undone with it: those that have not moved on since, without those that it has left as they
 * were, and those that an undo which was cut off has been through already. Once all are undone, another undo goes further
 * back in each, but for one by the same run of a workflow, started again: that finds what it has done already.
 */
export function undoneTogether({ name }: Together, all: readonly Newest[], own: RunIdentity): readonly string[] {
  const present = all.filter(({ release }) => release?.together?.name === name);
  const undone = present.filter(({ release }) => release && hasUndone(release));
  const left = present.filter((newest) => !undone.includes(newest) && !isLeftAsItWas(newest));
  const isAgain = undone.some(({ release }) => release && isSameRun(release.claimant, own));
  const found = left.length > 0 ? left : isAgain ? undone : present;
  return found.map(({ group }) => group);
}

/** What was rolled back, or aborted, has changed nothing in the end. An undo that was, is still to be done. */
function isLeftAsItWas({ release }: Newest): boolean {
  return release?.undoes === undefined && (release?.outcome === 'rolled-back' || release?.outcome === 'aborted');
}
