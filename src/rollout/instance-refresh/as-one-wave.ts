import type { Observation } from '../heart/observation.js';
import { isRefresh } from '../heart/plan.js';
import { checkpointsOf } from './checkpoints.js';
import { isActive } from './refresh-status.js';

/**
 * What is seen of a rollout while AWS's own engine is to carry it out; anything else as it is. All of the plan's waves are
 * AWS's checkpoints: to us there is one, as large as the group, and nothing gets any further while AWS rests at them. Where the
 * group has replaced machines meanwhile, it rests at several of them one after the other, for a soak each.
 */
export function asOneWave<Seen extends Pick<Observation, 'release' | 'refresh' | 'size'>>(seen: Seen): Seen {
  const { release, refresh, size } = seen;
  const { plan, direction } = release;
  const isLeftToAws = direction === 'forward' ? refresh?.status !== 'Successful' : refresh && isActive(refresh);
  if (!isRefresh(plan.strategy) || !isLeftToAws) return seen;
  const whole = { percent: 100 };
  const reached = checkpointsOf(plan, size).filter((percent) => percent < 100 && percent <= (refresh?.percent ?? 0));
  const progressDeadline = plan.progressDeadline + plan.soak * Math.max(1, reached.length);
  const asOne = { ...plan, waves: [whole], maxSurge: whole, raiseMax: true, progressDeadline };
  return { ...seen, release: { ...release, plan: asOne } };
}
