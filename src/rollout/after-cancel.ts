import { fleetOf } from './heart/fleet.js';
import { isMade, runs } from './heart/matching.js';
import type { Move, MoveOf } from './heart/move.js';
import type { Machine, Observation, Pair } from './heart/observation.js';
import { isRefresh } from './heart/plan.js';
import type { Release } from './heart/release.js';
import { settle } from './heart/settle.js';
import { holdsMachines, isProven } from './heart/waves.js';
import { settleRefresh } from './instance-refresh/decide-refresh.js';
import { keepClaim } from './ledger/keep-claim.js';
import { isAsLeft } from './size/note-size.js';
import { oldestRead } from './size/size.js';
import { restsWith, settleTwoGroups } from './two-group/decide-two-groups.js';
import { inherit, isShared } from './two-group/hold.js';
import { isShifted } from './two-group/sides.js';
import { isWithoutRule, restsWithoutRule, settleWithoutRule } from './two-group/without-rule.js';

/** What is done once more at the end, whatever was read of it. */
type Change = NonNullable<MoveOf<'rest'>['last']>[number];

/**
 * The next move of a rollout that was cancelled: what it borrowed is put back, then the ledger says that it rests. GitHub
 * waits for minutes only, so no machine is waited for; `isOverdue` once what may serve, or is to serve again, has had its time.
 * `because`: why its run was cut off, where nobody has cancelled it.
 */
export function nextMoveAfterCancel(observation: Observation, isOverdue = false, because?: string): Move {
  const claimed = keepClaim(observation);
  if (claimed) return claimed;
  const move = putBack(observation);
  // What we have launched a moment ago would serve untested without our hook, and is not seen yet.
  const endsHook = (move?.kind ?? 'delete-hook') === 'delete-hook' && holdsMachines(observation.release);
  if (endsHook && !isOverdue && isUnseen(observation)) return { kind: 'wait' };
  const isHeld = move !== undefined && isHeldUp(observation, move, isOverdue);
  // Users whom their own group cannot serve stay where they are; whoever goes on finds it as a crash would leave it.
  const isLeft = isOverdue && move?.kind === 'wait' && isForUsers(observation);
  const { changes, last } = isLeft ? { last: [] } : atTheEnd(observation);
  const isDoneLast = isOverdue && isDoneBy(last, observation, move, isHeld);
  if (move && !isLeft && !isDoneLast) return isHeld ? letGoOfAll(observation) : move;
  const rests = { kind: 'interrupted', ...(because !== undefined && { because }) } as const;
  const resting = { ...changes, rests, suspended: [] } as const;
  return { kind: 'rest', changes: resting, ending: untestedIn(observation), ...(last.length > 0 && { last }) };
}

/** What is done at the end, whatever was read of it, and what the ledger says then. */
function atTheEnd(observation: Observation): { readonly changes?: Partial<Release>; readonly last: readonly Change[] } {
  const { pair } = observation;
  const rests = isWithoutRule(observation) ? restsWithoutRule : restsWith;
  const { changes, last = [] } = pair ? rests({ ...observation, pair }) : {};
  return { ...(changes && { changes }), last: [...last, ...launching(observation)] };
}

/**
 * Between two groups the end does all that is left, once no user reaches the new one or it has all that it inherits: what a
 * late read does not show as done would else be done again look after look.
 */
function isDoneBy(last: readonly Change[], observation: Observation, move: Move | undefined, isHeld: boolean): boolean {
  const { pair, release } = observation;
  if (!pair || isForUsers(observation)) return false;
  if (isShifted(release) && inherit({ ...observation, pair: asTold(pair) })) return false;
  return isHeld || last.some((change) => isSame(change, move));
}

function isSame(change: Change, move: Move | undefined): boolean {
  if (change.kind !== 'resize') return change.kind === move?.kind;
  return move?.kind === 'resize' && change.group === move.group;
}

/** What works is launched from now on: that the group was pointed at the new version a moment ago may not be read yet. */
function launching(observation: Observation): readonly Change[] {
  const { release, pair } = observation;
  const isMoving = release.direction === 'forward' && isMade(release.to) && !isRefresh(release.plan.strategy);
  const isKnown = pair ? isShifted(release) : isProven(release);
  return isMoving && !isKnown ? [{ kind: 'point-at', version: release.from }] : [];
}

function putBack(observation: Observation): Move | undefined {
  const { pair, release } = observation;
  const settlePair = isWithoutRule(observation) ? settleWithoutRule : settleTwoGroups;
  if (pair) return settlePair({ ...observation, pair: asTold(pair) });
  const refresh = isRefresh(release.plan.strategy) ? settleRefresh(observation) : undefined;
  const seen = { ...observation, group: asRaised(observation) };
  return refresh ?? settle(seen, fleetOf(seen));
}

/**
 * The group with the surge that we have raised a moment ago, where a late read does not show it: under a maximum that is too low for
 * it AWS would choose whom to terminate. Nobody can wait here until that is certain.
 */
function asRaised(observation: Observation): Observation['group'] {
  const { group, release } = observation;
  const { from = 0, machines = 0 } = release.surge ?? {};
  return isUnseen(observation) ? { ...group, desired: Math.max(group.desired, from + machines) } : group;
}

/** Whether desired is not as we have left it a moment ago: what was read may be from before that. */
function isUnseen({ group, release: { surge }, lookedAt }: Observation): boolean {
  const isLate = surge?.changedAt !== undefined && lookedAt - surge.changedAt < oldestRead;
  return isLate && !isAsLeft(surge, group.desired);
}

/** Who has made the old group smaller may be told only when there is no time left: nobody, then, but its policy. */
function asTold(pair: Pair): Pair {
  return pair.madeSmaller === 'unknown' ? { ...pair, madeSmaller: 'scaled' } : pair;
}

/** Our hook goes, and what it holds with it; before it what has no part in it. */
function letGoOfAll(observation: Observation): Move {
  return putBackBeside(observation) ?? { kind: 'delete-hook', ending: untestedIn(observation) };
}

/**
 * What has no part in our hook goes back before it: a role may lack the permission to delete it, or to end what has not come to it
 * yet. Of two groups the idle one gets no smaller while it is there.
 */
function putBackBeside(observation: Observation): Move | undefined {
  if (observation.pair) return undefined;
  const { hook: _, ...group } = observation.group;
  const move = putBack({ ...observation, group });
  return move?.kind === 'wait' ? undefined : move;
}

/** Nothing is left but our hook and what it holds, and users have been put back to what works, or cannot be. */
function isHeldUp(observation: Observation, move: Move, isOverdue: boolean): boolean {
  const isLettingGo = move.kind === 'let-go' && (move.result === 'ABANDON' || isOverdue);
  const isAlone = isOverdue || !isForUsers(observation);
  const isLeft = move.kind === 'wait' || move.kind === 'delete-hook' || isLettingGo;
  return observation.group.hook !== undefined && isAlone && isLeft;
}

/** Of two groups: users reach the one that is new, and are to come back first. */
function isForUsers({ release, pair }: Observation): boolean {
  return pair !== undefined && !isShifted(release) && isShared(pair.weights);
}

/**
 * What the hook holds ends with it (Auto Scaling API, DeleteLifecycleHook), and the group launches others, that work. What has
 * not come to it yet would serve unasked.
 */
function untestedIn({ machines, release, pair }: Observation): readonly string[] {
  const isKnown = pair ? isShifted(release) : release.direction === 'forward' && isProven(release);
  const isToCome = ({ stage, isReleased }: Machine) => stage === 'starting' && !isReleased;
  const untested = isKnown ? [] : machines.filter((machine) => isToCome(machine) && runs(machine, release.to));
  return untested.map(({ id }) => id);
}
