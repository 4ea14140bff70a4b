import { refuseWhenAborted } from '../../platform/cancellation.js';
import type { Workflow } from '../../platform/workflow.js';
import type { Claimant, Release } from '../heart/release.js';
import { requireAbandoned } from './abandoned.js';
import { requireAlone } from './alone.js';
import { begin, requireNoOtherLocks } from './begin.js';
import { carryOn, takeBack, turnBack } from './carry-on.js';
import type { Claim, Claiming, Wish } from './wish.js';

/**
 * Writes the next release into the ledger, before anything is changed. What a dead run left to the same goal is carried
 * on with what that run found; anything else is taken back first. `history` is older than all that was looked at for the wish,
 * so whoever has changed anything since, has claimed the number that this run wants.
 * @throws {Failure} when the group is in the hands of another, living rollout, or waits for a person.
 */
export async function claim(history: readonly Release[], wish: Wish, claiming: Claiming): Promise<Claim> {
  const [newest] = history;
  const claimed =
    newest && isOpen(newest, wish) ? await adopt(newest, wish, claiming) : await begin(history, wish, claiming);
  if (claimed.kind !== 'unchanged') await take(claimed.release, claiming);
  return claimed;
}

/** Who a step is, from the context of its workflow. */
export function claimantOf(workflow: Workflow): Claimant {
  const { repository, runId, runAttempt, job, runnerName, runnerEnvironment, actor, sha, runUrl } = workflow;
  return { repository, runId, runAttempt, job, runnerName, runnerEnvironment, actor, commit: sha, runUrl };
}

/**
 * Writes a release into the ledger: from then on the group is this run's, for a lease.
 * @throws {Cancelled} before it is begun. @throws {Failure} when another run has taken a group of its own in another ledger meanwhile.
 */
export async function take(release: Release, claiming: Claiming): Promise<Release> {
  const { ledger, fence, cancellation, onNumber } = claiming;
  // Here nothing has been written, so a clean-up has nothing to look for.
  refuseWhenAborted(cancellation);
  onNumber(release.number);
  await ledger.claim(release);
  fence.renew(release.heartbeatAt);
  await requireAlone(release, claiming);
  return release;
}

/** Whether something is to be ended before a rollout can begin. Two groups that share requests out are never left so. */
function isOpen({ outcome }: Release, { pair }: Wish): boolean {
  return outcome === undefined || (outcome === 'needs-attention' && pair?.isOpen === true);
}

async function adopt(unfinished: Release, wish: Wish, claiming: Claiming): Promise<Claim> {
  const { imageId, plan, view, pair } = wish;
  const { direction, to, rests, isUndo, retiresKept, outcome, group, sides } = unfinished;
  const { claimant, clock } = claiming;
  if (outcome === undefined) await requireAbandoned(unfinished, claiming);
  await requireNoOtherLocks(wish, claiming, unfinished);
  if (outcome !== undefined) return { kind: 'rescue', release: turnBack(unfinished, claimant, clock.now()) };
  const isSamePlace = group === view.group.name && (sides === undefined) === (pair === undefined);
  const isSameGoal = isSamePlace && to.imageId === imageId && unfinished.plan.releaseCommand === plan.releaseCommand;
  const isOfItsOwn = isUndo || retiresKept || rests?.kind === 'paused';
  if (direction === 'forward' && isSameGoal && !isOfItsOwn) {
    return { kind: 'own', release: carryOn(unfinished, claimant, clock.now()) };
  }
  return { kind: 'rescue', release: takeBack(unfinished, claimant, clock.now()) };
}
