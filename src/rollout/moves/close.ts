import type { Aws } from '../../platform/aws.js';
import { act } from '../changes/act.js';
import { discardCopies } from '../changes/launch-configuration.js';
import type { MoveOf } from '../heart/move.js';
import type { Observation } from '../heart/observation.js';
import type { Release } from '../heart/release.js';
import { holdsMachines } from '../heart/waves.js';
import { writeDown } from '../ledger/write-down.js';
import { pointAt } from './point-at.js';
import type { Tools } from './tools.js';
import { untagAfterCrash } from './untag.js';

/** The last move of a run: the ledger says how the release rests, or how it has ended. */
export async function close(move: MoveOf<'rest' | 'end'>, observation: Observation, tools: Tools): Promise<Release> {
  const { aws, clock, observer, tell } = tools;
  const release = await leaveAs(move.last ?? [], observation, tools);
  if (move.kind === 'rest') {
    if (move.say !== undefined) tell(move.say);
    await returnBorrowed(aws, observation, move.ending);
    return writeDown({ ...release, ...move.changes }, tools);
  }
  await untagAfterCrash(observation, tools);
  await discardCopies(aws, { ...release, ...move.changes });
  await returnBorrowed(aws, observation);
  return writeDown({ ...release, ...observer.boots(), ...move.changes, endedAt: clock.now() }, tools);
}

/** What may only be read as done is done once more. */
async function leaveAs(
  last: NonNullable<MoveOf<'rest'>['last']>,
  observation: Observation,
  tools: Tools,
): Promise<Release> {
  let { release } = observation;
  for (const change of last) {
    if (change.kind === 'point-at') release = await pointAt(change, observation, tools);
    else await act(tools.aws, observation, change);
  }
  return release;
}

/**
 * What a release may have borrowed goes back once more, whatever was read of it: a read may be from before it was borrowed, and
 * nobody would look again. `ending`: machines that are to end with our hook.
 */
async function returnBorrowed(aws: Aws, observation: Observation, ending: readonly string[] = []): Promise<void> {
  const { release } = observation;
  if (release.suspended.length > 0) await act(aws, observation, { kind: 'resume', processes: release.suspended });
  if (holdsMachines(release)) await act(aws, observation, { kind: 'delete-hook', ending });
}
