import type { Amount } from '../../platform/input-types.js';
import type { Plan } from '../heart/plan.js';
import type { Portrait } from './portrait.js';

/** A rollout that takes the place of a larger one: each of its machines stands for `factor` of them. */
export interface Reduced {
  readonly portrait: Portrait;
  readonly plan: Plan;
  /** Not always a whole number: the reduced size times this is the real one. */
  readonly factor: number;
}

/**
 * Makes a rollout of so many machines at most, to be rehearsed in a moment. Shares of the group stay as they are, numbers of machines
 * shrink with it; how long machines take does not depend on how many there are.
 */
export function reduced(portrait: Portrait, plan: Plan, largest: number): Reduced {
  const { desired } = portrait;
  if (desired <= largest) return { portrait, plan, factor: 1 };
  const factor = desired / largest;
  const lessOf = (amount: Amount): Amount =>
    'machines' in amount ? { machines: Math.ceil(amount.machines / factor) } : amount;
  return {
    factor,
    portrait: smaller(portrait, factor),
    plan: {
      ...plan,
      waves: plan.waves.map(lessOf),
      maxSurge: lessOf(plan.maxSurge),
      maxUnavailable: lessOf(plan.maxUnavailable),
    },
  };
}

function smaller(portrait: Portrait, factor: number): Portrait {
  const less = (machines: number) => Math.round(machines / factor);
  const { idle, cohorts, appointments } = portrait;
  const desired = less(portrait.desired);
  const [first, ...others] = cohorts.map((cohort) => ({ ...cohort, machines: less(cohort.machines) }));
  const rest = others.reduce((sum, { machines }) => sum + machines, 0);
  return {
    ...portrait,
    desired,
    min: Math.min(desired, less(portrait.min)),
    max: Math.max(desired, less(portrait.max)),
    cohorts: first ? [{ ...first, machines: desired - rest }, ...others] : [],
    appointments: appointments.map(({ sizes, ...appointment }) => ({
      ...appointment,
      sizes: Object.fromEntries(Object.entries(sizes).map(([name, size]) => [name, less(size)])),
    })),
    ...(idle && { idle: smaller(idle, factor) }),
  };
}
