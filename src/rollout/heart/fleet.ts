import { isMade, type LaunchSource, runs } from './launch-source.js';
import type { Group, Machine, Observation } from './observation.js';
import { type Allowance, allowanceFor, waveTarget } from './plan.js';
import { goalOf, isProven, isProving, type Surge, waveOf } from './release.js';

/** What the machines of an observation are to the goal, and how many there are to be. */
export interface Fleet {
  /** How many machines the group is meant to have without our surge. */
  readonly size: number;
  readonly allowance: Allowance;
  /** How many machines are to run the goal when the present wave is done. */
  readonly target: number;
  /** Running the goal, or starting to. */
  readonly fresh: readonly Machine[];
  /** Fresh ones that have been healthy for min-ready. */
  readonly ready: readonly Machine[];
  /** Still running anything else. */
  readonly stale: readonly Machine[];
  /** In standby to be kept for an undo: they run the goal, and can serve again at once. */
  readonly kept: readonly Machine[];
  /** In standby for nobody any more. */
  readonly leftover: readonly Machine[];
}

export function fleetOf(observation: Observation): Fleet {
  const { machines, release, now, group } = observation;
  const { plan, direction } = release;
  const goal = goalOf(release);
  const size = sizeOf(observation);
  const allowance = allowanceFor(plan, size);
  const live = machines.filter(({ stage }) => stage !== 'leaving' && stage !== 'aside');
  const aside = machines.filter(({ stage, isKept }) => stage === 'aside' && isKept);
  const fresh: Machine[] = [];
  const stale: Machine[] = [];
  for (const machine of live) (runs(machine, goal) ? fresh : stale).push(machine);
  const isForUndo = (machine: Machine) => direction !== 'back' && plan.keepPrevious > 0 && runs(machine, release.from);
  return {
    size,
    allowance: { ...allowance, surge: surgeFor(allowance, group, release.baseline.max, plan.raiseMax, size) },
    target: direction === 'forward' ? waveTarget(plan, waveOf(release), size) : size,
    fresh,
    ready: fresh.filter(({ healthySince }) => healthySince !== undefined && now - healthySince >= plan.minReady),
    stale,
    kept: aside.filter((machine) => runs(machine, goal) && !machine.isStopped),
    leftover: aside.filter((machine) => machine.isStopped || (!runs(machine, goal) && !isForUndo(machine))),
  };
}

function surgeFor({ surge }: Allowance, { max }: Group, baselineMax: number, raiseMax: boolean, size: number): number {
  return raiseMax ? surge : Math.min(surge, Math.max(0, Math.min(max, baselineMax) - size));
}

/** The version that the group launches while nobody works on it: one that has served users. */
export function provenVersion({ release }: Pick<Observation, 'release'>, { size }: Fleet): LaunchSource {
  const { direction, from, to } = release;
  const isKnown = isProven(release) || size === 0;
  return direction !== 'back' && isKnown && isMade(to) ? to : from;
}

/** Whether machines of the present wave are still to be launched. */
export function isLaunching({ release }: Pick<Observation, 'release'>, { fresh, target }: Fleet): boolean {
  return release.direction === 'forward' && fresh.length < target;
}

/**
 * Whether the wave is done: its machines serve, the ones that they replace are gone, and no surge is left. The machines of
 * the first wave soak beside all the others.
 */
export function isComplete(
  { group, release }: Pick<Observation, 'group' | 'release'>,
  { ready, stale, target, size }: Fleet,
): boolean {
  return ready.length >= target && (isProving(release) || (stale.length <= size - target && group.desired <= size));
}

/**
 * How many machines the group is meant to have without our surge: what its owner and its scaling policies want now.
 * A raise counts as far as desired still stands above where it began, so a policy that scales in while we surge never
 * makes us retire more than we added: too many for a moment, never too few.
 */
export function sizeOf({ group, release }: Pick<Observation, 'group' | 'release'>): number {
  const { surge, baseline } = release;
  if (!surge) return group.desired;
  const size = isRaised(group.desired, surge)
    ? Math.max(group.desired - surgeLeft(group.desired, surge), Math.min(group.desired, surge.from))
    : group.desired;
  // Room that we made for surge is no leave for a policy to grow beyond what the owner allows.
  return Math.max(group.min, hasOurMax(group, surge) ? Math.min(size, baseline.max) : size);
}

/** What is out of a surge while machines go with it or come back: a crash may have come in the middle of that. */
export function surgeLeft(desired: number, { machines, retiring, returning }: Surge): number {
  const gone = retiring ? Math.min(retiring.machines, Math.max(0, retiring.from - desired)) : 0;
  const back = returning ? Math.min(returning.machines, Math.max(0, desired - returning.from)) : 0;
  return machines - gone + back;
}

/** Nobody has set the maximum since we raised it. */
export function hasOurMax({ max }: Group, surge: Surge | undefined): boolean {
  return surge?.max !== undefined && max === surge.max;
}

/** Whether a raise was done, as far as can be told: a crash may have come before its confirmation. */
export function isRaised(desired: number, { raised, from, machines }: Surge): boolean {
  return raised || desired === from + machines;
}

/** One machine of each zone in turn, so that no zone is emptied first. */
export function interleaveZones(machines: readonly Machine[]): readonly Machine[] {
  const turns = new Map<string, number>();
  return machines
    .map((machine) => {
      const turn = turns.get(machine.zone) ?? 0;
      turns.set(machine.zone, turn + 1);
      return { machine, turn };
    })
    .sort((one, other) => one.turn - other.turn)
    .map(({ machine }) => machine);
}
