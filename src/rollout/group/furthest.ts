import { liveAmong } from '../changes/running-source.js';
import { answersWithin } from '../gate/run-command.js';
import { fleetOf, isComplete } from '../heart/fleet.js';
import { runs } from '../heart/matching.js';
import type { Machine, Observation } from '../heart/observation.js';
import { goalOf } from '../heart/waves.js';
import { isActive, isGoingBack } from '../instance-refresh/refresh-status.js';

/** The furthest that a rollout was seen to get, and when. */
export interface Furthest {
  readonly phase: string;
  readonly steps: number;
  readonly stale: number;
  /**
   * How far AWS's own engine is, for by force it replaces machines that run the image already. Less than 0 on its way back, when
   * AWS counts down (Auto Scaling API, InstanceRefresh: PercentageComplete).
   */
  readonly percent: number;
  readonly at: number;
  /** The machine whose gate has been asked without any of it, since when, and how many were asked so before it. */
  readonly asked?: { readonly id: string; readonly since: number; readonly before: number };
}

/** So many machines may be lost while they are asked before the deadline goes on: reclaim after reclaim must not put it off for ever. */
const mostLost = 3;

/**
 * Only a new best counts: machines whose health comes and goes must not put the deadline off for ever. While the release command
 * runs, which has a time of its own, nothing else can get any further. A gate that is asked has its own time, too.
 */
export function furthestOf(observation: Omit<Observation, 'lastProgress'>, best: Furthest | undefined): Furthest {
  const { release, now, refresh } = observation;
  const whole = { ...observation, lastProgress: now };
  const fleet = fleetOf(whole);
  const steps = fleet.fresh.reduce((sum, machine) => sum + stepsOf(machine), 0);
  const phase = `${release.direction} ${release.wavesDone} ${release.command ?? ''} ${refresh?.status ?? ''}`;
  const isBack = refresh !== undefined && isGoingBack(refresh);
  const percent = isBack ? -refresh.percent : (refresh?.percent ?? 0);
  const seen = { phase, steps, stale: fleet.stale.length, percent, at: now };
  // What AWS takes back is not done before AWS says so, whatever the machines run.
  const isDone = isComplete(whole, fleet) && !isBack;
  if (!best || observation.command === 'running' || isDone) return seen;
  const isBetter = best.phase !== phase || isFurther(seen, best);
  if (isBetter) return seen;
  if (isAwsWaiting(whole)) return { ...best, at: now };
  const [asked] = fleet.fresh.filter(({ check }) => check?.state === 'running');
  return asked ? whileAsked(asked, observation, best) : best;
}

function isFurther(seen: Furthest, best: Furthest): boolean {
  return seen.steps > best.steps || seen.stale < best.stale || seen.percent > best.percent;
}

/**
 * Whether AWS waits for a machine that it replaces to leave, or to be stopped for its new root volume: that takes as long as hooks
 * and draining do, and says nothing of the image. Each goes but once, so it puts no deadline off for ever.
 */
function isAwsWaiting({ machines, release, refresh }: Observation): boolean {
  if (!refresh || !isActive(refresh)) return false;
  const other = release.direction === 'forward' ? release.from : release.to;
  const isOut = ({ stage }: Machine) =>
    stage === 'leaving' || (stage === 'starting' && release.plan.strategy === 'replace-root-volume');
  return machines.some((machine) => isOut(machine) && (!runs(machine, goalOf(release)) || runs(machine, other)));
}

/**
 * For as long as one answer may take, and no longer: agents that take no command must not put the deadline off for ever. A machine
 * that comes in the place of one that was lost has as long as that one.
 */
function whileAsked(
  { id }: Machine,
  { release, now, machines }: Omit<Observation, 'lastProgress'>,
  best: Furthest,
): Furthest {
  const { gate } = release.plan;
  const { asked = { id, since: now, before: 0 } } = best;
  const isLost = asked.before < mostLost && !liveAmong(machines).some((machine) => machine.id === asked.id);
  const current = isLost ? { id, since: now, before: asked.before + 1 } : asked;
  const isInTime = gate.kind !== 'none' && now - current.since <= answersWithin(gate.timeout);
  return { ...best, asked: current, ...(isInTime && { at: now }) };
}

/** A machine passes its gate first, then it becomes healthy. */
function stepsOf({ healthy, check }: Machine): number {
  if (healthy) return 2;
  return check?.state === 'passed' ? 1 : 0;
}
