import { act } from '../changes/act.js';
import { deletedOf, remakeDeleted } from '../changes/template.js';
import type { MoveOf } from '../heart/move.js';
import type { Observation } from '../heart/observation.js';
import type { Release } from '../heart/release.js';
import { writeDown } from '../ledger/write-down.js';
import type { Tools } from './tools.js';

/**
 * Somebody may have deleted what is to be launched meanwhile, which AWS allows of all but a template's default version: without
 * a new one the rollout turns back, anything else is made anew, from what differs in nothing but its image.
 */
export async function pointAt(move: MoveOf<'point-at'>, observation: Observation, tools: Tools): Promise<Release> {
  const { aws } = tools;
  try {
    await act(aws, observation, move);
    return observation.release;
  } catch (error) {
    if ((error as Error).name !== 'ValidationError') throw error;
    const gone = await deletedOf(aws, move.version);
    if (gone !== undefined) return goOnWithout(gone, move, observation.release, tools);
    return stayPut(observation, tools) ?? Promise.reject(error);
  }
}

/** While somebody's refresh is under way AWS may let nobody change what the group launches (Auto Scaling user guide, "Instance refresh"). */
function stayPut({ release, otherRefresh }: Observation, tools: Tools): Promise<Release> | undefined {
  const isLeft = otherRefresh !== undefined && release.direction === 'hold';
  return isLeft ? writeDown({ ...release, isStranded: true }, tools) : undefined;
}

/** An undo leads away from what nobody wants, so that it never turns back for this. Where nothing can be made anew a person is asked. */
async function goOnWithout(
  gone: string,
  { version }: MoveOf<'point-at'>,
  release: Release,
  tools: Tools,
): Promise<Release> {
  const { from, to, direction, undoes } = release;
  const isNew = version.imageId === to.imageId && version.version === to.version;
  if (isNew && direction === 'forward' && undoes === undefined) {
    const reason = `${gone}.`;
    tools.tell(reason);
    return writeDown({ ...release, direction: 'back', backOutcome: 'rolled-back', reason }, tools);
  }
  const made = await remakeDeleted(tools.aws, release, version, isNew ? from : to);
  if (!made) return strand(gone, release, tools);
  tools.tell(`${gone}, so it is made anew`);
  return writeDown({ ...release, [isNew ? 'to' : 'from']: made }, tools);
}

/**
 * Nobody can launch it again, so a new release from what the group launches now is all that is left. Of two groups the other one
 * serves all the same: the way back goes on to that, or no release could begin before a person has mended the rule.
 */
async function strand(gone: string, release: Release, tools: Tools): Promise<Release> {
  const { direction, group, sides, reason: before } = release;
  const why = `${gone}, and what it could be made of anew is gone as well: "${group}" stays on what it launches.`;
  tools.tell(why);
  const reason = direction === 'forward' || before === undefined ? why : `${before} ${why}`;
  const isWayBack = sides !== undefined && direction === 'back';
  return writeDown({ ...release, direction: isWayBack ? 'back' : 'hold', isStranded: true, reason }, tools);
}
