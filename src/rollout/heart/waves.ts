import type { Amount } from '../../platform/input-types.js';
import type { PlannedSource } from './launch-source.js';
import type { Allowance, Plan } from './plan.js';
import type { Release } from './release.js';

/** Where the machines are to end up: the new version, or the predecessor on the way back. */
export function goalOf(release: Release): PlannedSource {
  return release.direction === 'forward' ? release.to : release.from;
}

/** Whether the new version has served users for a soak. Until then whatever is launched besides gets what works. */
export function isProven({ wavesDone, isUndo }: Release): boolean {
  return wavesDone > 0 || isUndo === true;
}

/** Whether the first wave is on its way: nothing of it has soaked yet. */
export function isProving(release: Release): boolean {
  return release.direction === 'forward' && !isProven(release);
}

/** Whether a rollout waits for `resume` once the machines that its last wave has replaced are gone. */
export function isPausing({ plan, wavesDone, direction }: Release): boolean {
  return direction === 'forward' && plan.pauseAfter !== undefined && wavesDone >= plan.pauseAfter;
}

/** The wave that is on its way; the first is 0. */
export function waveOf(release: Release): number {
  return isPausing(release) ? release.wavesDone - 1 : release.wavesDone;
}

/** Whether new machines are held in our launch hook until something has been asked of them. */
export function holdsMachines({ plan, isUndo }: Release): boolean {
  return !isUndo && (plan.gate.kind !== 'none' || plan.releaseCommand !== undefined);
}

/**
 * Turns the plan's amounts into machines, as Kubernetes does for a Deployment's rolling update: surge is rounded up,
 * unavailability down, and never are both zero (surge is 1 then).
 */
export function allowanceFor(plan: Pick<Plan, 'maxSurge' | 'maxUnavailable'>, size: number): Allowance {
  const unavailable = Math.min(size, machinesIn(plan.maxUnavailable, size, Math.floor));
  const surge = machinesIn(plan.maxSurge, size, Math.ceil);
  return { surge: surge === 0 && unavailable === 0 ? 1 : surge, unavailable };
}

/**
 * How many machines of a group of this size run the new image after so many waves and one more. The first wave is never
 * larger than what can be launched at once, for the group points at an unproven version only while it launches. Without
 * a soak or a pause to wait for, the waves after it are one.
 */
export function waveTarget({ waves, soak, pauseAfter = 0, ...plan }: Plan, wavesDone: number, size: number): number {
  const wave = waves[wavesDone];
  if (wave === undefined || (soak === 0 && wavesDone > 0 && wavesDone >= pauseAfter)) return size;
  const target = Math.min(size, Math.max(1, machinesIn(wave, size, Math.ceil)));
  const { surge, unavailable } = allowanceFor(plan, size);
  return wavesDone === 0 ? Math.min(target, surge + unavailable) : target;
}

function machinesIn(amount: Amount, size: number, round: (value: number) => number): number {
  return 'machines' in amount ? amount.machines : round((size * amount.percent) / 100);
}
