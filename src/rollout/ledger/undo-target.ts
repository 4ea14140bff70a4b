import { Failure } from '../../platform/failure.js';
import type { LaunchSource } from '../heart/launch-source.js';
import { isMade } from '../heart/matching.js';
import type { Release } from '../heart/release.js';
import { imageBefore } from '../two-group/sides.js';

/** Which release is undone, and what the group goes back to. */
export interface UndoTarget {
  readonly undoes: number;
  readonly to: LaunchSource;
}

/**
 * The last release that was healthy under traffic, of another image than runs now and not undone itself; before the first of
 * them, what the ledger's first release found running, unless the ledger knows that it has failed.
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
  const [first, oldest] = [succeeded.at(-1), history.at(-1)];
  if (!oldest || first?.to.imageId !== imageNow) return undefined;
  const to = { ...oldest.from, imageId: imageBefore(oldest) };
  // An undo that has failed says nothing of what it went back to.
  const deployed = history.filter(({ outcome, undoes }) => outcome !== undefined && undoes === undefined);
  const hasFailed = deployed.some((release) => release.to.imageId === to.imageId);
  return rejected.has(to.imageId) || hasFailed ? undefined : { undoes, to };
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
