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

/**
 * Writes what has changed into the ledger. Each such line is a sign of life, and renews the lease; so a run that stood still
 * writes none of what an old look has led to: it looks again first.
 * @throws {LeaseExpired}
 */
export async function writeDown(release: Release, writing: Writing): Promise<Release> {
  writing.fence.check();
  return signOfLife(release, writing);
}

/** The same however late it comes: for what is true even then, and only where a new look follows before any change. */
export async function signOfLife(release: Release, { ledger, clock, fence }: Writing): Promise<Release> {
  const heartbeatAt = clock.now();
  const written = await ledger.update({ ...release, heartbeatAt });
  fence.renew(heartbeatAt);
  return written;
}
