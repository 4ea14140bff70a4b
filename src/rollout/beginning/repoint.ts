import { isRefresh, type Plan } from '../heart/plan.js';
import type { Release } from '../heart/release.js';

/** A plan by which nothing is proven, for the machines serve already: the group is pointed at what they run. */
export function planToPoint({ releaseCommand: _, pauseAfter: __, pauseExpiry: ___, ...plan }: Plan): Plan {
  return { ...plan, strategy: 'rolling', soak: 0, gate: { kind: 'none' }, alarms: [], keepPrevious: 0 };
}

/**
 * Whether a release goes by such a plan. AWS's own engine may give the same version to the same machine anew, and what retires
 * kept machines leads nowhere else either.
 */
export function onlyPoints({ from, to, plan, retiresKept }: Release): boolean {
  return !retiresKept && !isRefresh(plan.strategy) && JSON.stringify(from) === JSON.stringify(to);
}
