import { answersWithin } from '../gate/run-command.js';
import { fleetOf, isComplete } from '../heart/fleet.js';
import type { Machine, Observation } from '../heart/observation.js';

/** The furthest that a rollout was seen to get, and when. */
export interface Furthest {
  readonly phase: string;
  readonly steps: number;
  readonly stale: number;
  readonly at: number;
  /** Since when a gate has been asked without any of it. */
  readonly askedSince?: number;
}

/**
 * Only a new best counts: machines whose health comes and goes must not put the deadline off for ever. While the release command
 * runs, which has a time of its own, nothing else can get any further. A gate that is asked has its own time, too.
 */
export function furthestOf(observation: Omit<Observation, 'lastProgress'>, best: Furthest | undefined): Furthest {
  const { release, now } = observation;
  const whole = { ...observation, lastProgress: now };
  const fleet = fleetOf(whole);
  const steps = fleet.fresh.reduce((sum, machine) => sum + stepsOf(machine), 0);
  const phase = `${release.direction} ${release.wavesDone} ${release.command ?? ''}`;
  const seen = { phase, steps, stale: fleet.stale.length, at: now };
  if (!best || observation.command === 'running' || isComplete(whole, fleet)) return seen;
  const isBetter = best.phase !== phase || seen.steps > best.steps || seen.stale < best.stale;
  if (isBetter) return seen;
  return fleet.fresh.some(({ check }) => check?.state === 'running') ? whileAsked(observation, best) : best;
}

/** For as long as one answer may take, and no longer: agents that take no command must not put the deadline off for ever. */
function whileAsked({ release, now }: Pick<Observation, 'release' | 'now'>, best: Furthest): Furthest {
  const { gate } = release.plan;
  const { askedSince = now } = best;
  const isInTime = gate.kind !== 'none' && now - askedSince <= answersWithin(gate.timeout);
  return { ...best, askedSince, ...(isInTime && { at: now }) };
}

/** A machine passes its gate first, then it becomes healthy. */
function stepsOf({ healthy, check }: Machine): number {
  if (healthy) return 2;
  return check?.state === 'passed' ? 1 : 0;
}
