import { type Fleet, isLaunching, provenVersion, unitsOf } from './fleet.js';
import type { PlannedSource } from './launch-source.js';
import { isMade, pointsAt, runs } from './matching.js';
import type { Move } from './move.js';
import type { Machine, Observation } from './observation.js';
import { atOnce } from './replace.js';
import { holdsMachines, isProven } from './waves.js';

/** Puts back what a rollout borrows. */
export function settle(observation: Observation, fleet: Fleet): Move | undefined {
  const { group, size, release, now, lastProgress } = observation;
  const { direction, plan } = release;
  // On the way back, surge that AWS could not launch within the deadline must not come once it can.
  const isStuck = direction === 'back' && now - lastProgress >= plan.progressDeadline;
  const absent = isStuck ? group.desired - Math.max(size, unitsOf([...fleet.fresh, ...fleet.stale])) : 0;
  const proven = provenVersion(observation);
  const resting = release.suspended.filter((process) => group.suspended.includes(process));
  const leftover = firstOf(fleet.leftover).map((id) => ({ id, decrement: false }));
  return (
    (leftover.length > 0 ? { kind: 'retire', machines: leftover } : undefined) ??
    repoint(observation, proven) ??
    renewWarm(observation, proven) ??
    letGo(observation, fleet, 'settling') ??
    (absent > 0 ? { kind: 'give-up', machines: absent, from: group.desired } : undefined) ??
    (Object.keys(release.missed ?? {}).length > 1 ? { kind: 'replay' } : undefined) ??
    (resting.length > 0 ? { kind: 'resume', processes: resting } : undefined) ??
    restoreMax(observation) ??
    (group.hook === undefined && !observation.areReturning ? undefined : { kind: 'wait' })
  );
}

/** The maximum waits until the group fits: under a lower one AWS would choose whom to terminate. Once it is back, the ledger says so. */
export function restoreMax({ group, isMaxOurs, release: { baseline, surge } }: Observation): Move | undefined {
  const isRoomy = isMaxOurs && surge?.max !== baseline.max && group.desired <= baseline.max;
  return isRoomy ? { kind: 'restore-max', max: baseline.max } : undefined;
}

/** Makes the group launch from this; our hook is there before any machine that it must hold. */
export function launchFrom(observation: Observation, fleet: Fleet, version: PlannedSource): Move | undefined {
  const { group, release } = observation;
  const otherwise = isProven(release) ? 'CONTINUE' : 'ABANDON';
  const isOurs = version === release.to && isLaunching(observation, fleet);
  if (isOurs && holdsMachines(release) && group.hook !== otherwise) return { kind: 'put-hook', otherwise };
  return repoint(observation, version);
}

function repoint({ group, release: { isStranded } }: Observation, version: PlannedSource): Move | undefined {
  return isMade(version) && !isStranded && !pointsAt(group, version) ? { kind: 'point-at', version } : undefined;
}

/**
 * Ends what the warm pool has ready from anything but what the group launches now: the group would take that first. In a
 * pool TerminateInstanceInAutoScalingGroup is not valid (Auto Scaling API). What EC2 does not know yet, it cannot end.
 */
export function renewWarm({ warm = [], release }: Observation, version: PlannedSource): Move | undefined {
  const stale = warm.filter((one) => one.stage !== 'leaving' && one.imageId !== '' && !runs(one, version));
  return stale.length > 0 && !release.isStranded ? { kind: 'retire-warm', ids: firstOf(stale) } : undefined;
}

/**
 * Machines that our hook holds: the predecessor goes into service as it is, the new version once it has passed the gate; or, at
 * an end, once a proven one cannot be asked for as long as a boot may take: the group launches others of it unasked from then on.
 * Deleting a hook throws away what waits in it (Auto Scaling API, DeleteLifecycleHook), so it goes last.
 */
export function letGo(observation: Observation, fleet: Fleet, settling?: 'settling'): Move | undefined {
  const { group, machines, release, command, now, patience } = observation;
  if (group.hook === undefined) return undefined;
  const isForward = release.direction === 'forward' && (!settling || isProven(release));
  const isWaiting = ({ stage, isReleased }: Machine) => stage === 'waiting' && !isReleased;
  const waiting = machines.filter(isWaiting);
  const isMute = ({ check: { state } = { state: 'unreachable' }, unhealthySince = now }: Machine) =>
    settling && isForward && state === 'unreachable' && now - unhealthySince >= patience.boot;
  const isTrusted = (machine: Machine) => !runs(machine, release.to) || isMute(machine);
  const trusted = waiting.filter(isTrusted);
  if (trusted.length > 0) return { kind: 'let-go', ids: firstOf(trusted), result: 'CONTINUE' };
  // Nothing is thrown away in the middle of the release command: nobody would know then what it has done.
  if (waiting.length > 0 && !isForward && command === 'running') return undefined;
  if (waiting.length > 0 && !isForward) return { kind: 'let-go', ids: firstOf(waiting), result: 'ABANDON' };
  const pooled = (observation.warm ?? []).filter(isWaiting);
  if (pooled.length > 0) return { kind: 'let-go', ids: firstOf(pooled), result: 'CONTINUE', isWarm: true };
  if (waiting.length > 0) return test(observation, waiting);
  const starting = machines.filter(({ stage, isReleased }) => stage === 'starting' && !isReleased);
  const isNeeded = !starting.every(isTrusted) || (!settling && isLaunching(observation, fleet));
  return isNeeded ? undefined : { kind: 'delete-hook' };
}

/** Asks the gate, runs the release command on the first machine that passes, and lets go those that have passed. */
function test({ release }: Observation, waiting: readonly Machine[]): Move | undefined {
  const isGated = release.plan.gate.kind !== 'none';
  const reached = waiting.filter(({ check }) => check?.state !== 'unreachable');
  const unasked = isGated ? reached.filter(({ check }) => check === undefined) : [];
  if (unasked.length > 0) return { kind: 'check', ids: firstOf(unasked) };
  const passed = isGated ? reached.filter(({ check }) => check?.state === 'passed') : reached;
  const [first] = passed;
  if (!first) return undefined;
  if (release.plan.releaseCommand !== undefined && release.command !== 'done') {
    return release.command === undefined ? { kind: 'run-command', id: first.id } : undefined;
  }
  return { kind: 'let-go', ids: firstOf(passed), result: 'CONTINUE' };
}

function firstOf(machines: readonly Machine[]): readonly string[] {
  return machines.slice(0, atOnce).map(({ id }) => id);
}
