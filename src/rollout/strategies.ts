import { decide, keepClaim } from './heart/decide.js';
import { fleetOf } from './heart/fleet.js';
import type { Move } from './heart/move.js';
import type { Observation } from './heart/observation.js';
import { isRefresh } from './heart/plan.js';
import { settle } from './heart/settle.js';
import { decideRefresh, settleRefresh } from './instance-refresh/decide-refresh.js';
import { retireKept } from './retire-kept.js';
import { decideTwoGroups, settleTwoGroups } from './two-group/decide-two-groups.js';

/** The next move of a rollout, by its plan's strategy. */
export function nextMove(observation: Observation): Move {
  const { pair, release } = observation;
  if (release.retiresKept) return retireKept(observation);
  if (pair) return decideTwoGroups({ ...observation, pair });
  return isRefresh(release.plan.strategy) ? decideRefresh(observation) : decide(observation);
}

/** The next move of a rollout that was cancelled: what it borrowed is put back, then the ledger says that it rests. */
export function nextMoveAfterCancel(observation: Observation): Move {
  return (
    keepClaim(observation) ?? putBack(observation) ?? { kind: 'note', changes: { rests: { kind: 'interrupted' } } }
  );
}

function putBack(observation: Observation): Move | undefined {
  const { pair, release } = observation;
  if (pair) return settleTwoGroups({ ...observation, pair });
  const refresh = isRefresh(release.plan.strategy) ? settleRefresh(observation) : undefined;
  return refresh ?? settle(observation, fleetOf(observation));
}
