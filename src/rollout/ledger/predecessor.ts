import type { Aws } from '../../platform/aws.js';
import { isThere } from '../changes/template.js';
import type { LaunchSource, PlannedSource, TemplateVersion } from '../heart/launch-source.js';
import { runs, versionsOf } from '../heart/matching.js';
import type { Release } from '../heart/release.js';

/**
 * What a group is to run before a release of its own: what it runs. Where the newest release is left to a person and most machines
 * run a version that was left so, it is what ran before that one, as long as it can be launched. An undo is no such release: what
 * ran before that, somebody wanted to be rid of.
 */
export async function predecessorOf(
  aws: Aws,
  history: readonly Release[],
  running: LaunchSource,
): Promise<LaunchSource> {
  const [newest] = history;
  if (newest?.outcome !== 'needs-attention' || newest.undoes !== undefined || newest.sides) return running;
  const runsAll = (source: PlannedSource) =>
    versionsOf<TemplateVersion>(running).every((version) => runs(version, source));
  const isLeft = history.some(({ outcome, to }) => outcome === 'needs-attention' && runsAll(to));
  return isLeft && !runsAll(newest.from) && (await isThere(aws, newest.from)) ? newest.from : running;
}

/** The same where what runs was only given to a group without machines, so that nothing was asked of it before it served. */
export async function beforeUnproven(
  aws: Aws,
  history: readonly Release[],
  running: LaunchSource,
): Promise<LaunchSource> {
  const { imageId } = running;
  const brought = ({ outcome, to, from }: Release) => to.imageId === imageId && from.imageId !== imageId && outcome;
  const first = history.find(brought);
  return first?.outcome === 'unproven' && (await isThere(aws, first.from)) ? first.from : running;
}
