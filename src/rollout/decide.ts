import type { Group, Machine, Observation } from './observation.js';
import { type Allowance, allowanceFor, type Plan } from './plan.js';
import { goalOf, heartbeat, type Outcome, type Release, type Surge, type TemplateVersion } from './release.js';

/** The one thing to do next. */
export type Move =
  | { readonly kind: 'wait' }
  /** Tell the ledger that this run is alive. */
  | { readonly kind: 'heartbeat' }
  /** Make the numbered template version that launches the new image. */
  | { readonly kind: 'create-version' }
  /** Make the group launch this version from now on. */
  | { readonly kind: 'point-at'; readonly version: TemplateVersion }
  /** Raise desired by so many machines from what it is now, and the maximum where that needs it. */
  | { readonly kind: 'surge'; readonly machines: number; readonly from: number; readonly max?: number }
  /** Write down that a raise was done whose answer was lost. */
  | { readonly kind: 'confirm-surge'; readonly surge: Surge }
  | { readonly kind: 'restore-max'; readonly max: number }
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
  const { group, release, now } = observation;
  if (now - release.heartbeatAt >= heartbeat.every) return { kind: 'heartbeat' };
  const goal = goalOf(release);
  const { surge: raise } = release;
  if (raise && !raise.raised && isRaised(group.desired, raise)) return { kind: 'confirm-surge', surge: raise };
  const fleet = fleetOf(observation, plan);
  const failure = failureOf(observation, fleet, plan);
  if (failure !== undefined && release.direction === 'forward') return { kind: 'turn-back', reason: failure };
  if (failure !== undefined) {
    return restoreMax(observation) ?? { kind: 'end', outcome: 'needs-attention', reason: failure };
  }
  if (goal.version === undefined) return { kind: 'create-version' };
  if (group.template.id !== goal.templateId || group.template.version !== String(goal.version)) {
    return { kind: 'point-at', version: { ...goal, version: goal.version } };
  }
  const allowance = allowanceFor(plan, sizeOf(observation));
  if (fleet.stale.length === 0) return finish(observation, fleet, allowance);
  return retire(observation, fleet, allowance) ?? surge(observation, fleet, allowance) ?? { kind: 'wait' };
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
    ? Math.max(group.desired - surge.machines, Math.min(group.desired, surge.from))
    : group.desired;
  // Room that we made for surge is no leave for a policy to grow beyond what the owner allows.
  return hasOurMax(group, surge) ? Math.min(size, baseline.max) : size;
}

/** Whether the group's maximum is still the one that we raised it to; otherwise somebody has set it since. */
function hasOurMax({ max }: Group, surge: Surge | undefined): boolean {
  return surge?.max !== undefined && max === surge.max;
}

/** Whether a raise was done, as far as can be told: a crash may have come before its confirmation. */
function isRaised(desired: number, { raised, from, machines }: Surge): boolean {
  return raised || desired === from + machines;
}

function fleetOf({ machines, release, now }: Observation, plan: Plan): Fleet {
  const goal = goalOf(release);
  const live = machines.filter(({ stage }) => stage === 'starting' || stage === 'in-service');
  // EC2 may not know a machine yet that its group has just launched: it is what its template version says then.
  const runsGoal = ({ templateId, version, imageId }: Machine) =>
    templateId === goal.templateId && version === goal.version && (imageId === goal.imageId || imageId === '');
  const fresh = live.filter(runsGoal);
  return {
    fresh,
    ready: fresh.filter(({ healthySince }) => healthySince !== undefined && now - healthySince >= plan.minReady),
    stale: live.filter((machine) => !runsGoal(machine)),
  };
}

/** Why the image at the goal counts as bad, or undefined while it may still be good. */
function failureOf(
  { now, lastProgress, setbacks, release }: Observation,
  { fresh }: Fleet,
  plan: Plan,
): string | undefined {
  if (release.direction === 'forward' && setbacks[0] !== undefined) return setbacks[0];
  if (now - lastProgress < plan.progressDeadline) return undefined;
  const seconds = Math.round(plan.progressDeadline / 1000);
  const why = troublesOf(fresh);
  return `No machine on ${goalOf(release).imageId} became healthy within ${seconds} s (progress-deadline).${why && ` ${why}`}`;
}

/** What AWS says of the unhealthy ones: each trouble once, with the first machine that has it. */
function troublesOf(machines: readonly Machine[]): string {
  const firsts = new Map<string, string>();
  for (const { id, trouble } of machines) {
    if (trouble !== undefined && !firsts.has(trouble)) firsts.set(trouble, id);
  }
  return [...firsts].map(([trouble, id]) => `${id}: ${trouble.replace(/\.?$/, '.')}`).join(' ');
}

/** All machines run the goal: removes what surge is left, puts the maximum back, ends. */
function finish(observation: Observation, { fresh, ready }: Fleet, { unavailable }: Allowance): Move {
  const { group, release } = observation;
  const size = sizeOf(observation);
  const surplus = group.desired - size;
  if (surplus > 0) {
    const idle = fresh.filter(({ healthy }) => !healthy);
    const spare = interleaveZones(ready).slice(0, Math.max(0, ready.length - (size - unavailable)));
    const machines = [...idle, ...spare].slice(0, Math.max(0, Math.min(surplus, group.desired - group.min)));
    return machines.length > 0 ? retirement(machines, machines.length) : { kind: 'wait' };
  }
  if (ready.length < size) return { kind: 'wait' };
  return restoreMax(observation) ?? endOf(release, size);
}

function endOf({ direction, backOutcome = 'rolled-back', reason }: Release, size: number): Move {
  if (direction === 'forward') return { kind: 'end', outcome: size === 0 ? 'unproven' : 'succeeded' };
  return { kind: 'end', outcome: backOutcome, ...(reason && { reason }) };
}

/** Puts the maximum back as soon as the group fits: under a lower one AWS would choose whom to terminate. */
function restoreMax({ group, release }: Observation): Move | undefined {
  const { max } = release.baseline;
  const isRaised = hasOurMax(group, release.surge) && group.max !== max;
  return isRaised && group.desired <= max ? { kind: 'restore-max', max } : undefined;
}

/**
 * Retires stale machines: those that serve nobody at once, the others as far as the serving ones stay above the floor.
 * Shrinks the group only by surge that the remaining stale machines no longer need.
 */
function retire(observation: Observation, fleet: Fleet, { surge, unavailable }: Allowance): Move | undefined {
  const { group } = observation;
  const size = sizeOf(observation);
  const serving = fleet.stale.filter(({ healthy }) => healthy);
  const servers = fleet.ready.length + serving.length;
  const spare = Math.max(0, servers - (size - unavailable));
  // While nobody serves, a load balancer sends requests to all machines alike, so even an unhealthy one stays.
  const idle = servers > 0 ? fleet.stale.filter(({ healthy }) => !healthy) : [];
  const candidates = [...interleaveZones(idle), ...interleaveZones(serving).slice(0, spare)];
  if (candidates.length === 0) return undefined;
  const needed = size + Math.min(surge, fleet.stale.length - candidates.length);
  return retirement(candidates, Math.min(group.desired - needed, group.desired - group.min));
}

/** Retires these machines; the first `shrink` of them lower the group's desired capacity. */
function retirement(machines: readonly Machine[], shrink: number): Move {
  return { kind: 'retire', machines: machines.map(({ id }, position) => ({ id, decrement: position < shrink })) };
}

/** Raises the group by what the stale machines need, unless a raise is still standing. */
function surge(observation: Observation, { stale }: Fleet, allowance: Allowance): Move | undefined {
  const { group } = observation;
  const from = sizeOf(observation);
  const machines = Math.min(allowance.surge, stale.length);
  if (machines === 0 || group.desired > from) return undefined;
  const desired = from + machines;
  return { kind: 'surge', machines, from, ...(group.max < desired && { max: desired }) };
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
