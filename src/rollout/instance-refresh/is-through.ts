import type { Aws } from '../../platform/aws.js';
import { liveAmong } from '../changes/running-source.js';
import { runs } from '../heart/matching.js';
import type { GroupView } from '../heart/observation.js';
import { isRefresh } from '../heart/plan.js';
import type { Release } from '../heart/release.js';
import { findRefresh } from './refresh.js';

/**
 * Whether AWS has brought to its end what a dead run had handed over to it, as it was asked to: every machine runs the image and is
 * healthy, so there is nothing to take back.
 */
export async function isThrough(aws: Aws, release: Release, look: () => Promise<GroupView>): Promise<boolean> {
  const { plan, direction, refresh: known, command, to } = release;
  const isWanted = direction === 'forward' && known?.kind !== 'taken-back';
  const isUnasked = plan.releaseCommand !== undefined && command !== 'done';
  if (!isRefresh(plan.strategy) || !isWanted || isUnasked) return false;
  const refresh = await findRefresh(aws, release);
  if (refresh?.status !== 'Successful') return false;
  const { machines } = await look();
  return liveAmong(machines).every((one) => one.healthy && runs(one, to));
}
