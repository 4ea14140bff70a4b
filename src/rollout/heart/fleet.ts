import type { LaunchSource } from './launch-source.js';
import { isMade, runs } from './matching.js';
import type { Machine, Observation } from './observation.js';
import type { Allowance } from './plan.js';
import { allowanceFor, goalOf, isProven, isProving, waveOf, waveTarget } from './waves.js';

/** What the machines of an observation are to the goal, and how many units of capacity there are to be. */
export interface Fleet {
  readonly size: number;
  readonly allowance: Allowance;
  /** How much of the size is to run the goal when the present wave is done. */
  readonly target: number;
  /** Running the goal, or starting to. */
  readonly fresh: readonly Machine[];
  /** Fresh ones that have been healthy for min-ready. */
  readonly ready: readonly Machine[];
  /** Still running anything else. */
  readonly stale: readonly Machine[];
  /** In standby to be kept for an undo: they run the goal, can serve again at once, and are needed for that. */
  readonly kept: readonly Machine[];
  /** In standby for nobody any more. */
  readonly leftover: readonly Machine[];
}

export function fleetOf(observation: Observation): Fleet {
  const { machines, release, now, size } = observation;
  const { plan, direction, isUndo, isStranded, from, to } = release;
  const live = machines.filter(({ stage }) => stage !== 'leaving' && stage !== 'aside');
  const aside = machines.filter(({ stage, isKept }) => stage === 'aside' && isKept && !isStranded);
  const [fresh, stale]: [Machine[], Machine[]] = [[], []];
  for (const machine of live) (runs(machine, goalOf(release)) ? fresh : stale).push(machine);
  const keeps = isUndo ? direction === 'hold' && to : direction !== 'back' && plan.keepPrevious > 0 && from;
  const isShort = unitsOf(fresh.filter(({ healthy }) => healthy)) < size && (isUndo || direction !== 'forward');
  const canReturn = (one: Machine) => isShort && runs(one, goalOf(release)) && !one.isStopped;
  return {
    size,
    allowance: allowanceOf(observation, live),
    target: direction === 'forward' ? waveTarget(plan, waveOf(release), size) : size,
    fresh,
    ready: fresh.filter(({ healthySince }) => healthySince !== undefined && now - healthySince >= plan.minReady),
    stale,
    kept: aside.filter((machine) => canReturn(machine) && !machine.isDraining),
    leftover: aside.filter((one) => one.isStopped || !(canReturn(one) || (keeps && runs(one, keeps)))),
  };
}

/** No surge is smaller than one machine, and none is larger than the maximum where that may not be raised. */
function allowanceOf({ group, isMaxOurs, release, size }: Observation, live: readonly Machine[]): Allowance {
  const { plan, baseline, direction } = release;
  const { surge, unavailable: missing } = allowanceFor(plan, size);
  const heaviest = live.reduce((most, { units = 1 }) => Math.max(most, units), 0);
  const room = plan.raiseMax ? Number.POSITIVE_INFINITY : Math.max(0, (isMaxOurs ? baseline.max : group.max) - size);
  // A bad image goes one by one then, for nothing else would end it; but not the only machine.
  const atLeast = direction === 'back' && room === 0 && heaviest < size ? heaviest : 0;
  return { surge: Math.min(surge && Math.max(surge, heaviest), room), unavailable: Math.max(missing, atLeast) };
}

/** How much of the group's capacity machines are: one each, unless its policy gives their types weights. */
export function unitsOf(machines: readonly Machine[]): number {
  return machines.reduce((sum, { units = 1 }) => sum + units, 0);
}

/** The first of these machines, as far as they are no more than so many units together. */
export function within(units: number, machines: readonly Machine[]): readonly Machine[] {
  let left = units;
  return machines.filter(({ units: own = 1 }) => {
    const fits = own <= left;
    if (fits) left -= own;
    return fits;
  });
}

/** The version that the group launches while nobody works on it: one that has served users. */
export function provenVersion({ release, size }: Pick<Observation, 'release' | 'size'>): LaunchSource {
  const { direction, from, to } = release;
  const isKnown = isProven(release) || size === 0;
  return direction !== 'back' && isKnown && isMade(to) ? to : from;
}

/** Whether machines of the present wave are still to be launched. */
export function isLaunching({ release }: Pick<Observation, 'release'>, { fresh, target }: Fleet): boolean {
  return release.direction === 'forward' && unitsOf(fresh) < target;
}

/** Whether the wave serves, and what it replaces is gone, surge and all; the first wave soaks beside all the others. */
export function isComplete({ group, release }: Observation, { ready, stale, target, size }: Fleet): boolean {
  const isReplaced = unitsOf(stale) <= size - target && group.desired <= size;
  return unitsOf(ready) >= target && (isProving(release) || isReplaced);
}

/** One machine of each zone in turn, so that no zone is emptied first. */
export function interleaveZones(machines: readonly Machine[]): readonly Machine[] {
  const turns = new Map<string, number>();
  const next = (zone: string) => turns.set(zone, (turns.get(zone) ?? 0) + 1).get(zone) ?? 0;
  const inTurn = machines.map((machine) => ({ machine, turn: next(machine.zone) }));
  return inTurn.sort((one, other) => one.turn - other.turn).map(({ machine }) => machine);
}
