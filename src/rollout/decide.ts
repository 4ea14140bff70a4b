import type { Machine, Observation } from './observation.js';
import { type Allowance, allowanceFor, type Plan } from './plan.js';
import { goalOf, type Outcome, type TemplateVersion } from './release.js';

/** The one thing to do next. */
export type Move =
  | { readonly kind: 'wait' }
  /** Make the numbered template version that launches the new image. */
  | { readonly kind: 'create-version' }
  /** Make the group launch this version from now on. */
  | { readonly kind: 'point-at'; readonly version: TemplateVersion }
  | { readonly kind: 'resize'; readonly desired?: number; readonly max?: number }
  /** Terminate these machines by name. Each either shrinks the group by one or is replaced by it. */
  | { readonly kind: 'retire'; readonly machines: readonly Retirement[] }
  | { readonly kind: 'turn-back'; readonly reason: string }
  | { readonly kind: 'end'; readonly outcome: Outcome; readonly reason?: string }
  /** Another run owns the group now. */
  | { readonly kind: 'stop' };

export interface Retirement {
  readonly id: string;
  /** Lower the group's desired capacity with it. */
  readonly decrement: boolean;
}

/** What the machines of an observation are to the goal. */
interface Fleet {
  /** Running the goal, or starting to. */
  readonly fresh: readonly Machine[];
  /** Fresh ones that have been healthy for min-ready. */
  readonly ready: readonly Machine[];
  /** Still running anything else. */
  readonly stale: readonly Machine[];
}

/**
 * Decides the next move of a rollout from one look at AWS. Pure: the same observation gives the same move, so any
 * runner that starts at any point goes on rightly.
 */
export function decide(observation: Observation, plan: Plan): Move {
  if (observation.superseded) return { kind: 'stop' };
  const { group, release } = observation;
  const goal = goalOf(release);
  const fleet = fleetOf(observation, plan);
  const failure = failureOf(observation, plan);
  if (failure !== undefined && release.direction === 'forward') return { kind: 'turn-back', reason: failure };
  if (failure !== undefined) return { kind: 'end', outcome: 'needs-attention', reason: failure };
  if (goal.version === undefined) return { kind: 'create-version' };
  if (group.template.id !== goal.templateId || group.template.version !== String(goal.version)) {
    return { kind: 'point-at', version: { ...goal, version: goal.version } };
  }
  if (fleet.stale.length === 0) return finish(observation, fleet);
  const allowance = allowanceFor(plan, release.baseline.desired);
  return retire(observation, fleet, allowance) ?? surge(observation, fleet, allowance) ?? { kind: 'wait' };
}

function fleetOf({ machines, release, now }: Observation, plan: Plan): Fleet {
  const goal = goalOf(release);
  const live = machines.filter(({ stage }) => stage === 'starting' || stage === 'in-service');
  const runsGoal = (machine: Machine) =>
    machine.templateId === goal.templateId && machine.version === goal.version && machine.imageId === goal.imageId;
  const fresh = live.filter(runsGoal);
  return {
    fresh,
    ready: fresh.filter(({ healthySince }) => healthySince !== undefined && now - healthySince >= plan.minReady),
    stale: live.filter((machine) => !runsGoal(machine)),
  };
}

/** Why the image at the goal counts as bad, or undefined while it may still be good. */
function failureOf({ now, lastProgress, setbacks, release }: Observation, plan: Plan): string | undefined {
  if (release.direction === 'forward' && setbacks[0] !== undefined) return setbacks[0];
  if (now - lastProgress < plan.progressDeadline) return undefined;
  const seconds = Math.round(plan.progressDeadline / 1000);
  return `No machine on ${goalOf(release).imageId} became healthy within ${seconds} s (progress-deadline).`;
}

/** All machines run the goal: waits until enough are ready, puts the settings back, ends. */
function finish({ group, release }: Observation, { ready }: Fleet): Move {
  const { desired, max } = release.baseline;
  if (ready.length < desired) {
    return group.desired < desired ? { kind: 'resize', desired } : { kind: 'wait' };
  }
  if (group.max > max && group.desired <= max) return { kind: 'resize', max };
  if (release.direction === 'back') {
    return {
      kind: 'end',
      outcome: release.backOutcome ?? 'rolled-back',
      ...(release.reason && { reason: release.reason }),
    };
  }
  return { kind: 'end', outcome: desired === 0 ? 'unproven' : 'succeeded' };
}

/**
 * Retires stale machines: those that serve nobody at once, the others as far as the serving ones stay above the floor.
 * Shrinks the group only by what is above the size that the rest of the rollout needs.
 */
function retire({ group, release }: Observation, fleet: Fleet, { surge, unavailable }: Allowance): Move | undefined {
  const floor = release.baseline.desired - unavailable;
  const serving = fleet.stale.filter(({ healthy }) => healthy);
  const spare = Math.min(serving.length, Math.max(0, fleet.ready.length + serving.length - floor));
  // While nobody serves, a load balancer sends requests to all machines alike, so even an unhealthy one stays.
  const idle = fleet.ready.length + serving.length > 0 ? fleet.stale.filter(({ healthy }) => !healthy) : [];
  const candidates = [...interleaveZones(idle), ...interleaveZones(serving).slice(0, spare)];
  if (candidates.length === 0) return undefined;

  // What the group must still hold afterwards: its size, and the surge for the stale machines that remain.
  const needed = release.baseline.desired + Math.min(surge, fleet.stale.length - candidates.length);
  const shrink = Math.min(group.desired - needed, group.desired - group.min);
  return { kind: 'retire', machines: candidates.map(({ id }, position) => ({ id, decrement: position < shrink })) };
}

function surge({ group, release }: Observation, { stale }: Fleet, allowance: Allowance): Move | undefined {
  const desired = release.baseline.desired + Math.min(allowance.surge, stale.length);
  if (group.desired >= desired) return undefined;
  return { kind: 'resize', desired, ...(group.max < desired && { max: desired }) };
}

/** One machine of each zone in turn, so that no zone is emptied first. */
function interleaveZones(machines: readonly Machine[]): readonly Machine[] {
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
