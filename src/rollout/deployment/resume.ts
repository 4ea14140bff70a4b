import { resumed } from '../ledger/unfinished.js';
import type { DeploymentEnd } from '../telling/end.js';
import type { OnNumber, Session } from './session.js';

/** Goes on with a rollout that is paused, or that a dead run has left unfinished. @throws {Failure} when there is none. */
export async function resume(session: Session, onNumber: OnNumber): Promise<DeploymentEnd> {
  const { group, expedite = false, together } = session.settings;
  const newest = await session.newest();
  const nothing = (why: string) => `There is nothing to resume in "${group}": ${why}. Nothing was changed.`;
  // Of several groups one that ran the image already has begun nothing, perhaps ever.
  if (!newest && together) {
    await session.look();
    return session.unchanged('', nothing('it has had no release yet'));
  }
  // One that was empty did not pause.
  if (newest?.outcome === 'succeeded' || newest?.outcome === 'unproven') {
    return session.unchanged(newest.to.imageId, nothing(`release ${newest.number} ended ${newest.outcome}`));
  }
  const claiming = session.claiming(onNumber);
  return session.end(await resumed(newest, { group, expedite }, claiming), claiming);
}
