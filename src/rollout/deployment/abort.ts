import { aborted } from '../ledger/unfinished.js';
import type { DeploymentEnd } from '../telling/end.js';
import type { OnNumber, Session } from './session.js';

/**
 * Takes back a rollout that is paused, on hold for a person, or left unfinished by a dead run.
 * @returns `unchanged` when there is none.
 * @throws {Failure} when somebody works on it.
 */
export async function abort(session: Session, onNumber: OnNumber): Promise<DeploymentEnd> {
  const newest = await session.newest();
  if (!newest) await session.look();
  const claiming = session.claiming(onNumber);
  // Of two groups one alone may have got a release since: there is nothing left to take back from both.
  const ended = newest === session.known ? await session.end(await aborted(newest, claiming), claiming) : undefined;
  const reason = `There is no unfinished rollout to "${session.settings.group}" to abort; nothing was changed.`;
  return ended ?? session.unchanged('', reason);
}
