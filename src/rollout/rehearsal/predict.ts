import type { Aws } from '../../platform/aws.js';
import type { Clock } from '../../platform/clock.js';
import type { GroupView } from '../heart/observation.js';
import type { Plan } from '../heart/plan.js';
import { allowanceFor } from '../heart/waves.js';
import { ledgerOf } from '../ledger/find-ledger.js';
import type { Figures } from '../telling/meter.js';
import { rehearsed } from './forecast.js';
import { portray } from './portrait.js';

/** Up to here three rehearsals take a second or two, enough for a figure in the middle. */
const small = 100;
const rehearsals = 3;

/** One rehearsal of so many machines takes about as long, and many machines even out the differences. */
const largest = 300;

/** Fewer at a time cannot be told from one more or one less. */
const fewest = 5;

/**
 * What a rollout that is about to begin is going to be like, measured as it will be itself; of two groups the idle one is what
 * is rolled out to. Undefined for an empty group, for one so large that what goes at a time is no share of it, where it waits for
 * a person, and where its rehearsal did not go well.
 */
export async function predict(
  { aws, clock, plan }: { readonly aws: Aws; readonly clock: Clock; readonly plan: Plan },
  serving: GroupView,
  idle?: GroupView,
): Promise<Figures | undefined> {
  const { name, desired } = serving.group;
  if (desired === 0 || plan.pauseAfter !== undefined || !canBeReduced(plan, desired)) return undefined;
  const ledger = ledgerOf(aws, idle ? [name, idle.group.name] : [name]);
  const own = await portray(aws, clock, ledger, serving);
  const portrait = idle ? { ...own, idle: await portray(aws, clock, ledger, idle) } : own;
  const { typical, factor } = await rehearsed(
    { portrait, plan, imageId: 'next', days: 1 },
    desired > small ? 1 : rehearsals,
    largest,
  );
  if (typical.outcome !== 'succeeded' || !typical.seen) return undefined;
  const { duration, peak, extraMachineMinutes, leastServing } = typical.seen;
  const all = (machines: number) => Math.round(factor * machines);
  return {
    duration,
    peak: all(peak),
    extraMachineMinutes: all(extraMachineMinutes),
    leastServing: all(leastServing),
  };
}

function canBeReduced(plan: Plan, size: number): boolean {
  const { surge, unavailable } = allowanceFor(plan, size);
  return size <= largest || ((surge + unavailable) * largest) / size >= fewest;
}
