import { Failure } from '../../platform/failure.js';
import type { LaunchSource } from '../heart/launch-source.js';
import { isMade } from '../heart/matching.js';
import type { Outcome, Release } from '../heart/release.js';
import { imageBefore } from '../two-group/sides.js';

/** Which release is undone, and what the group goes back to. */
export interface UndoTarget {
  readonly undoes: number;
  readonly to: LaunchSource;
}

/**
 * The last release that was healthy under traffic, of another image than runs now and not undone itself; before the first of
 * them, or in a group that has never had a machine, what was found running, past what the ledger knows to have failed, or that no machine ran.
 */
export function undoTarget(history: readonly Release[], imageNow: string): UndoTarget | undefined {
  const succeeded = history.filter(({ outcome }) => outcome === 'succeeded');
  const undoes = (succeeded.find(({ to }) => to.imageId === imageNow) ?? history[0])?.number ?? 0;
  const rejected = new Set([imageNow]);
  for (const release of succeeded) {
    const { to } = release;
    if (release.undoes !== undefined) rejected.add(imageBefore(release));
    if (!rejected.has(to.imageId) && isMade(to)) return { undoes, to };
  }
  const [newest] = history;
  // A group that has always been empty launches what nothing has proven: it goes back with the groups that it was deployed with.
  const first = succeeded.at(-1) ?? (newest?.outcome === 'unproven' ? newest : undefined);
  if (first?.to.imageId !== imageNow) return undefined;
  const to = foundBefore(history, first, imageNow);
  return !to || rejected.has(to.imageId) ? undefined : { undoes, to };
}

const failures: readonly (Outcome | undefined)[] = ['rolled-back', 'aborted', 'needs-attention'];

/** Whether an image was rolled out and has only failed. An undo that failed says nothing of what it went back to. */
export function hasFailed(history: readonly Release[], imageId: string): boolean {
  return hasOnlyEnded(failures, history, imageId);
}

function hasOnlyEnded(ends: readonly (Outcome | undefined)[], history: readonly Release[], imageId: string): boolean {
  const deployed = history.filter(({ to, undoes }) => to.imageId === imageId && undoes === undefined);
  const isProven = history.some(({ to, outcome }) => to.imageId === imageId && outcome === 'succeeded');
  return !isProven && deployed.some(({ outcome }) => ends.includes(outcome));
}

/** What a release found running; where that has failed, or was only given to a group without machines, what the one before found. */
function foundBefore(history: readonly Release[], release: Release, imageNow: string): LaunchSource | undefined {
  const upTo = history.filter(({ number, ...one }) => number <= release.number && imageBefore(one) !== imageNow);
  const good = upTo.find((one) => !hasOnlyEnded([...failures, 'unproven'], history, imageBefore(one)));
  return good && { ...good.from, imageId: imageBefore(good) };
}

/** What ran before the image that a group's last healthy release has brought, by the same rule; undefined without any. */
export function previousRelease(history: readonly Release[]): UndoTarget | undefined {
  const healthy = history.find(({ outcome }) => outcome === 'succeeded');
  return healthy && undoTarget(history, healthy.to.imageId);
}

/** The same. @throws {Failure} when there is none. */
export function requireUndoTarget(history: readonly Release[], imageNow: string): UndoTarget {
  const target = undoTarget(history, imageNow);
  if (target) return target;
  throw new Failure(
    `The group runs ${imageNow}, and its ledger knows no other image that was healthy under traffic. Deploy the one that you want by its id.`,
  );
}
