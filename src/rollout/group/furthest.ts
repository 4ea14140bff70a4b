import { fleetOf, isComplete } from '../heart/fleet.js';
import type { Machine, Observation } from '../heart/observation.js';

/** The furthest that a rollout was seen to get, and when. */
export interface Furthest {
  readonly phase: string;
  readonly steps: number;
  readonly stale: number;
  readonly at: number;
}

/**
 * Only a new best counts: machines whose health comes and goes must not put the deadline off for ever. While the release command
 * runs, which has a time of its own, nothing else can get any further.
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
  return isBetter ? seen : best;
}

/** A machine passes its gate first, then it becomes healthy. */
function stepsOf({ healthy, check }: Machine): number {
  if (healthy) return 2;
  return check?.state === 'passed' ? 1 : 0;
}
