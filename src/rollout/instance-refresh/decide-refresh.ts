import { decide, prepare } from '../heart/decide.js';
import { type Fleet, fleetOf, isLaunching } from '../heart/fleet.js';
import { judge } from '../heart/judge.js';
import type { Move } from '../heart/move.js';
import type { Observation, Refresh } from '../heart/observation.js';
import { launchFrom, letGo } from '../heart/settle.js';
import { holdsMachines } from '../heart/waves.js';

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
  if (release.direction !== 'forward') return goBack(observation);
  const fleet = fleetOf(whole);
  if (refresh?.status === 'Successful') return succeed(observation);
  const verdict = judge(whole, fleet);
  if (verdict) return turnBack(verdict.reason);
  if (refresh && !isActive(refresh)) {
    return turnBack(`AWS ended the instance refresh as ${refresh.status}: ${refresh.reason ?? 'it gave no reason'}`);
  }
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

/** All of the plan's waves are AWS's checkpoints: to us there is one, as large as the group, that rests between them. */
function asOneWave(observation: Observation): Observation {
  const { release } = observation;
  const { plan } = release;
  const whole = { percent: 100 };
  const progressDeadline = plan.progressDeadline + plan.soak;
  return {
    ...observation,
    release: { ...release, plan: { ...plan, waves: [whole], maxSurge: whole, raiseMax: true, progressDeadline } },
  };
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
  const isGoingBack = refresh.status === 'RollbackInProgress' || refresh.status === 'Cancelling';
  return (isGoingBack ? letGo(observation, fleet) : { kind: 'roll-back-refresh' }) ?? { kind: 'wait' };
}

function hold({ group, release }: Observation, fleet: Fleet): Move | undefined {
  const isNeeded = holdsMachines(release) && isLaunching({ release }, fleet) && group.hook !== 'ABANDON';
  return isNeeded ? { kind: 'put-hook', otherwise: 'ABANDON' } : undefined;
}

function noteStart({ id }: Refresh): Move {
  return { kind: 'note', changes: { refresh: { id, kind: 'ours' } } };
}

function turnBack(reason: string): Move {
  return { kind: 'note', changes: { direction: 'back', backOutcome: 'rolled-back', reason }, say: reason };
}

function isActive({ status }: Refresh): boolean {
  return ['Pending', 'InProgress', 'Baking', 'Cancelling', 'RollbackInProgress'].includes(status);
}
