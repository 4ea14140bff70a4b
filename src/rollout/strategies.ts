import { decide } from './heart/decide.js';
import { fleetOf } from './heart/fleet.js';
import type { Move } from './heart/move.js';
import type { Observation } from './heart/observation.js';
import { isRefresh } from './heart/plan.js';
import { settle } from './heart/settle.js';
import { decideRefresh, settleRefresh } from './instance-refresh/decide-refresh.js';
import { keepClaim } from './ledger/keep-claim.js';
import { retireKept } from './retire-kept.js';
import { noteLoss, noteSize } from './size/note-size.js';
import { decideTwoGroups, settleTwoGroups } from './two-group/decide-two-groups.js';

/**
 * The next move of a rollout: the claim is kept first, and what others have made of the size is written down. Then it goes
 * on by its plan's strategy.
 */
export function nextMove(observation: Observation): Move {
  const noted = keepClaim(observation) ?? noteSize(observation);
  if (noted) return noted;
  const move = moveByStrategy(observation);
  return move.kind === 'wait' ? (noteLoss(observation) ?? move) : move;
}

function moveByStrategy(observation: Observation): Move {
  const { pair, release } = observation;
  if (pair) return decideTwoGroups({ ...observation, pair });
  if (release.retiresKept) return retireKept(observation);
  return isRefresh(release.plan.strategy) ? decideRefresh(observation) : decide(observation);
}

/** The next move of a rollout that was cancelled: what it borrowed is put back, then the ledger says that it rests. */
export function nextMoveAfterCancel(observation: Observation): Move {
  return (
    keepClaim(observation) ??
    putBack(observation) ?? { kind: 'note', changes: { rests: { kind: 'interrupted' }, suspended: [] } }
  );
}

function putBack(observation: Observation): Move | undefined {
  const { pair, release } = observation;
  if (pair) return settleTwoGroups({ ...observation, pair });
  const refresh = isRefresh(release.plan.strategy) ? settleRefresh(observation) : undefined;
  return refresh ?? settle(observation, fleetOf(observation));
}
