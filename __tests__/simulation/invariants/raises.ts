import { isRefresh } from '../../../src/rollout/heart/plan.js';
import type { Release } from '../../../src/rollout/heart/release.js';
import { allowanceFor } from '../../../src/rollout/heart/waves.js';
import type { Audit } from './invariants.js';
import type { Journal } from './journal.js';
import type { Wishes } from './sizes.js';

/** A raise is done as it was written down, so it is when that is done that it must be within the plan's surge (A3). */
export function watchRaises({ report }: Audit, journal: Journal, wishes: Wishes): void {
  journal.onChange(({ surge, plan }, before) => {
    const raise = raiseIn(surge);
    if (raise === 0 || raise === raiseIn(before?.surge)) return;
    if (wishes.isUncertain || wishes.isNewsTo(journal.claimedBy ?? '')) return;
    const heaviest = Math.max(1, ...[...wishes.group.members.values()].map(({ weight }) => weight));
    // What AWS's own engine leaves to us is replaced all at once.
    const allowed = isRefresh(plan.strategy) ? wishes.high : allowanceFor(plan, wishes.high).surge;
    // No machine is less than one, and whole ones are launched: where they have weights that may be more.
    const most = allowed === 0 ? 0 : Math.max(allowed, heaviest) + heaviest - 1;
    if (raise > most) report('A3', `a raise by ${raise} is written down, the plan allows ${most}`);
  });
}

/** How much surge there will be after a raise that is written down and not done yet. */
function raiseIn(surge: Release['surge']): number {
  if (!surge) return 0;
  const { machines, raised, launches } = surge;
  if (launches) return Object.values(launches.zones).reduce((sum, count) => sum + count, machines);
  return raised ? 0 : machines;
}
