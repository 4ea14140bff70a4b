import { runningSource } from '../changes/running-source.js';
import type { GroupView } from '../heart/observation.js';
import type { Release } from '../heart/release.js';
import { resolveImage } from '../image/image.js';
import { requireAbandoned } from '../ledger/abandoned.js';
import { carryOn } from '../ledger/carry-on.js';
import { requireUndoTarget } from '../ledger/undo-target.js';
import type { DeploymentEnd } from '../telling/end.js';
import { findSides } from '../two-group/find-sides.js';
import { planBack, quickUndo, requireToUndo, stillThere, undoneAlready } from '../undo-release.js';
import { abort } from './abort.js';
import type { OnNumber, Session } from './session.js';

/**
 * Goes back to what was healthy under traffic before: within seconds while its machines are kept, else by a rollout. An
 * unfinished rollout is aborted. Run again by the same run of a workflow it goes no further back.
 * @throws {Failure} when there is nothing to go back to.
 */
export async function undo(session: Session, onNumber: OnNumber): Promise<DeploymentEnd> {
  const history = await session.history();
  const [newest] = history;
  const { aws, clock, observer } = session.tools;
  const claiming = session.claiming(onNumber);
  requireToUndo(history, session.groups);
  const isOpen = newest && (newest.outcome === undefined || newest.outcome === 'needs-attention');
  if (isOpen && newest.undoes === undefined) return abort(session, onNumber);
  if (newest && newest.outcome === undefined) {
    await requireAbandoned(newest, claiming);
    return session.end(carryOn(newest, claiming.claimant, clock.now()), claiming);
  }
  const already = newest && undoneAlready(newest, claiming.claimant);
  if (already) return session.unchanged(already.imageId, already.reason);
  const names = session.pairIn(history, true);
  const pair = names && (await findSides(aws, observer, names, { history, now: clock.now() }));
  const view = pair?.blue ?? (await session.look());
  const quick = await quickUndo(session.tools, history, view, pair, claiming);
  return quick ? session.end(quick, claiming) : byRollout(session, history, view, onNumber);
}

async function byRollout(
  session: Session,
  history: readonly Release[],
  view: GroupView,
  onNumber: OnNumber,
): Promise<DeploymentEnd> {
  const { aws, clock, tell } = session.tools;
  const { plan: own, hasOwnPlan = false, predict } = session.settings;
  const startedAt = clock.now();
  const { from } = await runningSource(aws, view);
  const { undoes, to } = requireUndoTarget(history, from.imageId);
  const undone = history.find(({ number }) => number === undoes);
  const plan = planBack(own, hasOwnPlan, undone);
  tell(`Undoing release ${undoes}: no machine is kept for it, so ${to.imageId} is rolled out again`);
  const imageId = await resolveImage(session.tools, { imageId: to.imageId });
  // Of two groups the other one is rolled out to, and that may launch from a template of its own. Machines that stay keep theirs.
  const isOther = history[0]?.sides !== undefined || plan.strategy === 'replace-root-volume';
  const isThere = isOther ? undefined : await stillThere(aws, from, to);
  const asked = { plan, predict, undo: { undoes, to: isThere } };
  return session.deploy(imageId, onNumber, startedAt, asked);
}
