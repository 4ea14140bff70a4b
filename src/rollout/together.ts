import { isDeepStrictEqual } from 'node:util';
import { isSameRun, type RunIdentity } from '../platform/workflow-run.js';
import type { Release, Together } from './heart/release.js';
import { hasUndone } from './telling/explain.js';
import { imageBefore } from './two-group/sides.js';
import { undoneAlready } from './undo-release.js';

/** A group, and the release of its ledger that an undo is about. */
export interface Undoable {
  readonly group: string;
  readonly release: Release | undefined;
}

/** Groups that are undone as one, and the release that rolled them out together. */
export interface UndoneTogether {
  readonly together: Together;
  readonly groups: readonly string[];
}

type History = readonly Release[];

/**
 * What a deployment to several groups begins. One run may roll out several images to them, one after the other, or once more where it
 * is started again: each of these is a release of its own, which is undone by itself.
 */
export function newTogether(groups: readonly string[], ledgers: readonly History[], { runId }: RunIdentity): Together {
  const names = new Set(ledgers.flat().map(({ together }) => together?.name));
  let name = runId;
  for (let count = 2; names.has(name); count++) name = `${runId} (${count})`;
  return { name, groups };
}

/**
 * What an earlier run has begun with an image in the same groups, as far as one of them still runs it or is on its way to it: whoever
 * rolls that image out again goes on with that, so that an undo finds all of them.
 */
export function togetherBefore(
  groups: readonly string[],
  ledgers: readonly History[],
  own: RunIdentity,
  imageId: string,
): Together | undefined {
  const brought = ledgers.flatMap((history) => releaseToUndo(history, own, () => false) ?? []);
  const isSame = ({ together, to, undoes }: Release) =>
    isDeepStrictEqual(new Set(together?.groups), new Set(groups)) && to.imageId === imageId && undoes === undefined;
  return brought.find((release) => isSame(release) && !isBack(release))?.together;
}

/**
 * The groups that are undone with one: those of its newest release, though that may have left this very group as it was; where
 * nothing of that is left to be undone, those of the release that has brought what the group runs.
 * @returns undefined where that was rolled out to this group alone.
 */
export async function undoneWith(
  group: string,
  historyOf: (group: string) => Promise<History>,
  own: RunIdentity,
): Promise<UndoneTogether | undefined> {
  const history = await historyOf(group);
  const last = (of: History) => releaseToUndo(of, own, hasOthers);
  const origin = (of: History) => releaseToUndo(of, own, () => false);
  const tries: readonly [Release | undefined, typeof last][] = [
    [history[0], last],
    [last(history), last],
    [origin(history), origin],
  ];
  for (const groupsOf of [leftToUndo, undoneTogether]) {
    for (const [release, find] of tries) {
      if (!release?.together) continue;
      const { together } = release;
      const look = async (member: string) => ({ group: member, release: find(await historyOf(member)) });
      const groups = groupsOf(together, await Promise.all(together.groups.map(look)), own);
      if (groups.length > 0) return { together, groups };
    }
  }
  return undefined;
}

/**
 * What is not over, or taken back already by this very run; else what has brought the image that runs. An undo only goes back to
 * what another release had brought, but for those that count.
 */
function releaseToUndo(history: History, own: RunIdentity, counts: (undo: Release) => boolean): Release | undefined {
  const [newest] = history;
  if (!newest || isOpen(newest) || undoneAlready(newest, own)) return newest;
  const imageNow = isBack(newest) ? imageBefore(newest) : newest.to.imageId;
  const brought = history.find(
    (release) =>
      (release.outcome === 'succeeded' || release.outcome === 'unproven') &&
      release.to.imageId === imageNow &&
      (release.undoes === undefined || counts(release)),
  );
  return brought ?? newest;
}

/** Whether an undo was one of several groups: it may have been cut off before the others. */
function hasOthers({ together }: Release): boolean {
  return together !== undefined;
}

/**
 * Which groups of a release are undone with it: those that are left to be undone. Once all are, another undo goes further back in
 * each.
 */
export function undoneTogether(together: Together, all: readonly Undoable[], own: RunIdentity): readonly string[] {
  const left = leftToUndo(together, all, own);
  return left.length > 0 ? left : namesOf(presentIn(together, all));
}

/**
 * Those that have not moved on since, without those that it has left as they were, and those that an undo which was cut off has
 * been through already. The same run of a workflow, started again, finds what it has done already.
 */
function leftToUndo(together: Together, all: readonly Undoable[], own: RunIdentity): readonly string[] {
  const present = presentIn(together, all);
  const undone = present.filter(({ release }) => release && hasUndone(release));
  const left = present.filter((one) => !undone.includes(one) && !isLeftAsItWas(one));
  if (left.length > 0) return namesOf(left);
  const isAgain = present.some(({ release }) => release && isSameRun(release.claimant, own));
  return isAgain ? namesOf(undone.length > 0 ? undone : present) : [];
}

function presentIn({ name }: Together, all: readonly Undoable[]): readonly Undoable[] {
  return all.filter(({ release }) => release?.together?.name === name);
}

function namesOf(members: readonly Undoable[]): readonly string[] {
  return members.map(({ group }) => group);
}

/** What was rolled back, or aborted, has changed nothing in the end. An undo that was, is still to be done. */
function isLeftAsItWas({ release }: Undoable): boolean {
  return release !== undefined && release.undoes === undefined && isBack(release);
}

function isBack({ outcome }: Release): boolean {
  return outcome === 'rolled-back' || outcome === 'aborted';
}

function isOpen({ outcome }: Release): boolean {
  return outcome === undefined || outcome === 'needs-attention';
}
