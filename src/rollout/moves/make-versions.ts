import { Failure } from '../../platform/failure.js';
import { onlyPoints } from '../beginning/repoint.js';
import { createVersions, deletedOf, pinVersions } from '../changes/template.js';
import type { MoveOf } from '../heart/move.js';
import type { Observation } from '../heart/observation.js';
import type { Release } from '../heart/release.js';
import { writeDown } from '../ledger/write-down.js';
import type { Tools } from './tools.js';

/**
 * Makes the versions that launch the new image, or pin the one that runs: copies of what runs. Where somebody has deleted
 * that, the group can launch nothing at all, which only a person can mend.
 */
export async function makeVersions(
  { kind }: MoveOf<'create-version' | 'pin-version'>,
  { release }: Observation,
  tools: Tools,
): Promise<Release> {
  const { aws } = tools;
  try {
    const made = kind === 'pin-version' ? await pin(aws, release) : { to: await createVersions(aws, release) };
    return await writeDown({ ...release, ...made }, tools);
  } catch (error) {
    if (!(error instanceof Failure) && !/^InvalidLaunchTemplate/.test((error as Error).name)) throw error;
    const gone = await deletedOf(aws, release.from);
    if (gone === undefined) throw error;
    const reason = `${gone}, so no other can be made of it. Point the group at what is there.`;
    tools.tell(reason);
    return writeDown({ ...release, direction: 'hold', reason }, tools);
  }
}

/** Where a release goes to what runs, that is pinned as well. */
async function pin(aws: Tools['aws'], release: Release): Promise<Pick<Release, 'from'> & Partial<Pick<Release, 'to'>>> {
  const from = await pinVersions(aws, release);
  return onlyPoints(release) ? { from, to: from } : { from };
}
