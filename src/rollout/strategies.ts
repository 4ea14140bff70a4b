import { endTheirWaits } from './gate/owners-hooks.js';
import { endWithCommand, noteCommand } from './gate/release-command.js';
import { leaveForAdded } from './group/added-template.js';
import { decide } from './heart/decide.js';
import type { Move } from './heart/move.js';
import type { Observation } from './heart/observation.js';
import { isRefresh } from './heart/plan.js';
import { decideRefresh } from './instance-refresh/decide-refresh.js';
import { keepClaim } from './ledger/keep-claim.js';
import { retireKept } from './retire-kept.js';
import { dropLaunches, noteLoss, noteSize } from './size/note-size.js';
import { decideTwoGroups } from './two-group/decide-two-groups.js';
import { leaveWithoutRule } from './two-group/without-rule.js';

/**
 * The next move of a rollout: the claim is kept first, and what others have made of the size is written down. Then it goes
 * on by its plan's strategy.
 */
export function nextMove(observation: Observation): Move {
  const noted = keepClaim(observation) ?? noteSize(observation) ?? noteCommand(observation);
  if (noted) return noted;
  const decided = endWithCommand(moveByStrategy(observation), observation);
  const move = decided.kind === 'launch' ? (dropLaunches(observation) ?? decided) : awaitStarting(decided, observation);
  return move.kind === 'wait' ? (endTheirWaits(observation) ?? noteLoss(observation) ?? move) : move;
}

/** Our hook goes once nothing comes that it is to hold, and no late read may say so. */
function awaitStarting(move: Move, { lacksStarting }: Observation): Move {
  return move.kind === 'delete-hook' && lacksStarting ? { kind: 'wait' } : move;
}

function moveByStrategy(observation: Observation): Move {
  const { pair, release } = observation;
  if (pair) return leaveWithoutRule(observation) ?? decideTwoGroups({ ...observation, pair });
  if (release.retiresKept) return retireKept(observation);
  const left = leaveForAdded(observation);
  const seen = { ...observation, ...(left && { standstill: left }) };
  return isRefresh(release.plan.strategy) ? decideRefresh(seen) : decide(seen);
}
