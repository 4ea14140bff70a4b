import type { Release } from './heart/release.js';

/** Several groups that one step rolls out, one after the other, under one name. */
export interface Together {
  /** The id of the run that began it. */
  readonly name: string;
  readonly groups: readonly string[];
}

/** A group, and the newest release of its ledger. */
export interface Newest {
  readonly group: string;
  readonly release: Release | undefined;
}

/**
 * Which groups of a release are undone with it: those that have not moved on since, without those that an undo which was
 * cut off has been through already.
 */
export function undoneTogether({ name }: Together, all: readonly Newest[]): readonly string[] {
  const present = all.filter(({ release }) => release?.together?.name === name);
  const left = present.filter(({ release }) => release?.undoes === undefined || release.outcome === undefined);
  return (left.length > 0 ? left : present).map(({ group }) => group);
}
