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
import { afterCancel, decideTwoGroups, settleTwoGroups } from './two-group/decide-two-groups.js';

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

/**
 * The next move of a rollout that was cancelled: what it borrowed is put back, then the ledger says that it rests. Our launch
 * hook, which cannot go before the machines that are starting have come to it, is left to whoever goes on once that is overdue.
 */
export function nextMoveAfterCancel(observation: Observation, isOverdue = false): Move {
  const { pair } = observation;
  const changes = {
    ...(pair && afterCancel({ ...observation, pair })),
    rests: { kind: 'interrupted' },
    suspended: [],
  } as const;
  return keepClaim(observation) ?? putBack(observation, isOverdue) ?? { kind: 'note', changes };
}

function putBack(observation: Observation, isOverdue: boolean): Move | undefined {
  const { pair, release } = observation;
  if (pair) return settleTwoGroups({ ...observation, pair }, isOverdue);
  const refresh = isRefresh(release.plan.strategy) ? settleRefresh(observation) : undefined;
  const move = refresh ?? settle(observation, fleetOf(observation));
  return isOverdue && move?.kind === 'wait' ? undefined : move;
}
