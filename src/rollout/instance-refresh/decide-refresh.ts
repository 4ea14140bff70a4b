import { decide, prepare } from '../heart/decide.js';
import { type Fleet, fleetOf, isLaunching } from '../heart/fleet.js';
import { judge } from '../heart/judge.js';
import type { Move } from '../heart/move.js';
import type { Observation, Refresh } from '../heart/observation.js';
import { launchFrom, letGo, settle } from '../heart/settle.js';
import { holdsMachines } from '../heart/waves.js';
import { asOneWave } from './as-one-wave.js';
import { isActive, isGoingBack } from './refresh-status.js';

/**
 * Decides the next move of a rollout that AWS's own engine carries out: we hold new machines for the gate, judge the image
 * as in any other rollout, and have AWS take it back. What AWS leaves undone, in either direction, our own loop does. AWS goes
 * back only to a version that names its image (Auto Scaling user guide, "Undo changes with a rollback"), so one is pinned first.
 */
export function decideRefresh(observation: Observation): Move {
  const whole = asOneWave(observation);
  const { release, refresh } = whole;
  // The answer of its start was lost.
  if (refresh && refresh.id !== release.refresh?.id) return noteStart(refresh);
  if (release.direction !== 'forward') return goBack(whole);
  const fleet = fleetOf(whole);
  if (refresh?.status === 'Successful') return succeed(observation);
  // Before ours has started a person is asked, where another one has, say.
  const verdict = (refresh ? undefined : whole.standstill) ?? judge(whole, fleet);
  if (verdict?.direction === 'hold') return { kind: 'note', changes: verdict, say: verdict.reason };
  if (verdict) return turnBack(verdict.reason);
  if (refresh && (refresh.status === 'RollbackInProgress' || !isActive(refresh))) return turnBack(reasonOf(refresh));
  return (
    prepare(whole, fleet) ??
    (refresh ? undefined : launchFrom(whole, fleet, release.from)) ??
    hold(whole, fleet) ??
    letGo(whole, fleet) ?? { kind: refresh ? 'wait' : 'start-refresh' }
  );
}

/** After a cancel AWS is asked to take the refresh back, which it does without us. */
export function settleRefresh({ refresh }: Observation): Move | undefined {
  return refresh && isActive(refresh) && refresh.status !== 'RollbackInProgress'
    ? { kind: 'roll-back-refresh' }
    : undefined;
}

/** AWS has baked it: that was its soak. Machines that AWS has left out are replaced by our own loop. */
function succeed(observation: Observation): Move {
  const { release } = observation;
  if (release.wavesDone > 0) return decide(observation);
  const wavesDone = release.plan.waves.length;
  return { kind: 'note', changes: { wavesDone, soak: { wave: wavesDone, since: release.startedAt } } };
}

function goBack(observation: Observation): Move {
  const { refresh } = observation;
  if (!refresh || !isActive(refresh)) return decide(observation);
  const fleet = fleetOf(observation);
  if (!isGoingBack(refresh)) return { kind: 'roll-back-refresh' };
  const stuck = standstill(observation, refresh);
  if (stuck === undefined) return letGo(observation, fleet) ?? { kind: 'wait' };
  return settle(observation, fleet) ?? { kind: 'end', changes: { outcome: 'needs-attention', reason: stuck } };
}

/** AWS waits for ever while a process that it needs rests, and says nothing (Auto Scaling user guide, "Suspend and resume processes"). */
function standstill(
  { now, lastProgress, release, group }: Observation,
  { status, percent }: Refresh,
): string | undefined {
  const { progressDeadline } = release.plan;
  if (now - lastProgress < progressDeadline) return undefined;
  const resting = group.suspended.length === 0 ? '' : ` Suspended: ${group.suspended.join(', ')}.`;
  const seconds = Math.round(progressDeadline / 1000);
  return `AWS took its instance refresh no further back for ${seconds} s (${status}, ${percent} %; progress-deadline).${resting}`;
}

function hold({ group, release }: Observation, fleet: Fleet): Move | undefined {
  const isNeeded = holdsMachines(release) && isLaunching({ release }, fleet) && group.hook !== 'ABANDON';
  return isNeeded ? { kind: 'put-hook', otherwise: 'ABANDON' } : undefined;
}

function noteStart({ id }: Refresh): Move {
  return { kind: 'note', changes: { refresh: { id, kind: 'ours' } } };
}

/** Why AWS goes no further, as far as it says so. */
function reasonOf({ status, reason = 'it gave no reason' }: Refresh): string {
  return status === 'RollbackInProgress'
    ? `AWS takes the instance refresh back: ${reason}`
    : `AWS ended the instance refresh as ${status}: ${reason}`;
}

function turnBack(reason: string): Move {
  return { kind: 'note', changes: { direction: 'back', backOutcome: 'rolled-back', reason }, say: reason };
}
