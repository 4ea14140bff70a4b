import { act } from '../changes/act.js';
import { missingOf, remakeDeleted } from '../changes/template.js';
import type { MoveOf } from '../heart/move.js';
import type { Observation } from '../heart/observation.js';
import type { Release } from '../heart/release.js';
import { writeDown } from '../ledger/write-down.js';
import type { Tools } from './tools.js';

/**
 * Somebody may have deleted the version meanwhile, which AWS allows of all but a template's default one: what ran before is made
 * anew, and without the new one the rollout turns back.
 */
export async function pointAt(move: MoveOf<'point-at'>, observation: Observation, tools: Tools): Promise<Release> {
  const { aws, tell } = tools;
  const { release } = observation;
  try {
    await act(aws, observation, move);
    return release;
  } catch (error) {
    if ((error as Error).name !== 'ValidationError') throw error;
    const missing = await missingOf(aws, move.version);
    if (!missing) throw error;
    const { templateId, version, imageId } = missing;
    const gone = `Somebody has deleted version ${version} of launch template ${templateId}`;
    const isNew = pointsAtNew(move, release);
    if (isNew && release.direction === 'forward') {
      const reason = `${gone}, which launches ${imageId}.`;
      tell(reason);
      return writeDown({ ...release, direction: 'back', backOutcome: 'rolled-back', reason }, tools);
    }
    const from = isNew ? undefined : await remakeDeleted(aws, release);
    if (!from) throw error;
    tell(`${gone}, so it is made anew`);
    return writeDown({ ...release, from }, tools);
  }
}

function pointsAtNew({ version }: MoveOf<'point-at'>, { to }: Release): boolean {
  return version.imageId === to.imageId && version.version === to.version;
}
