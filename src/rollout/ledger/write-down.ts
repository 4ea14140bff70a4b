import type { Clock } from '../../platform/clock.js';
import type { Fence } from '../../platform/fence.js';
import type { Release } from '../heart/release.js';
import type { Ledger } from './ledger.js';

/** What it takes to write into the ledger. */
export interface Writing {
  readonly ledger: Ledger;
  readonly clock: Pick<Clock, 'now'>;
  readonly fence: Fence;
}

/** Writes what has changed into the ledger. Each such line is a sign of life, and renews the lease. */
export async function writeDown(release: Release, { ledger, clock, fence }: Writing): Promise<Release> {
  const heartbeatAt = clock.now();
  const written = await ledger.update({ ...release, heartbeatAt });
  fence.renew(heartbeatAt);
  return written;
}
