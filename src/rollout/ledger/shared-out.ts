import type { Aws } from '../../platform/aws.js';
import { Failure } from '../../platform/failure.js';
import type { Release } from '../heart/release.js';
import type { Sides } from '../heart/sides.js';
import { findWeights } from '../two-group/sides.js';

/**
 * One of two groups gets no release, alone or with a third, while one between both waits for a person with requests shared out: that release would
 * no longer be the newest, so nothing would give the requests back. `newest` are those of the ledgers that may tell of the group.
 * @throws {Failure} that names such a release, before anything is changed.
 */
export async function requireNotSharedOut(aws: Aws, newest: readonly (Release | undefined)[]): Promise<void> {
  for (const release of newest) {
    if (release?.outcome !== 'needs-attention' || !release.sides) continue;
    const { blue, green } = release.sides;
    if (!(await isSharedOut(aws, release.sides))) continue;
    throw new Failure(
      `Release ${release.number} has left requests shared out between groups "${blue.group}" and "${green.group}". Take it back with "command: abort" first, or deploy to both with "strategy: two-group".`,
    );
  }
}

/** A rule that is gone, or forwards no more, shares out nothing. */
async function isSharedOut(aws: Aws, sides: Sides): Promise<boolean> {
  const { blue = 0, green = 0 } = (await findWeights(aws, sides)) ?? {};
  return blue > 0 && green > 0;
}
