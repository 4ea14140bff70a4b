import type { Release } from './heart/release.js';
import { writeDown } from './ledger/write-down.js';
import type { Tools } from './moves/tools.js';
import { whatMayStand, whatStands } from './telling/what-stands.js';

/** What a clean-up has left that failed. */
export interface Left {
  readonly release: Release;
  /** In words, for the end that is told. */
  readonly standing: string;
}

/**
 * After a clean-up that AWS refused: the ledger says that nobody works on the release, and why, with all that is still to be put
 * back; so the next run goes on with it at once. `release`: as the ledger has it now. It must not fail: what it tells of has
 * failed already.
 */
export async function leave(release: Release, because: string, tools: Tools): Promise<Left> {
  const { observer, ledger, gatekeeper } = tools;
  const standing = await observer
    .observeGroup(release, ledger, gatekeeper)
    .then(whatStands, () => whatMayStand(release));
  const rests = { kind: 'interrupted', because } as const;
  return { release: await writeDown({ ...release, rests }, tools).catch(() => release), standing };
}
