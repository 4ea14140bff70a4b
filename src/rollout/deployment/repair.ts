import type { Release } from '../heart/release.js';
import { isThrough } from '../instance-refresh/is-through.js';
import { ledgersThatTell, newestTo } from '../ledger/find-ledger.js';
import { repaired } from '../ledger/unfinished.js';
import { keptTooLong, retirement } from '../retire-kept.js';
import type { DeploymentEnd } from '../telling/end.js';
import type { OnNumber, Session } from './session.js';

/**
 * Ends what a dead run has left unfinished, so that the group is whole again: back, unless AWS has brought it through. It
 * terminates what was kept long enough. What waits for a person is told again, and is left alone.
 * @returns undefined when there is nothing to repair.
 */
export async function repair(session: Session, onNumber: OnNumber): Promise<DeploymentEnd | undefined> {
  const history = await session.history();
  // Of a group that is not there, a schedule would find nothing to repair for ever.
  if (history.length === 0) await session.look();
  const newest = newestTo(session.groups, history);
  // What another group got alone since, is repaired under its own name.
  if (!newest || newest !== history[0]) return retire(session, onNumber);
  const claiming = session.claiming(onNumber);
  const isDone = () => isThrough(session.tools.aws, newest, () => session.look());
  if (newest.outcome === undefined) return session.end(await repaired(newest, claiming, isDone), claiming);
  if (newest.outcome === 'needs-attention') return leaveToPerson(session, newest);
  return retire(session, onNumber);
}

/** Ends what was kept long enough. What two groups have kept stands in the ledger of both, whatever one of them got since. */
async function retire(session: Session, onNumber: OnNumber): Promise<DeploymentEnd | undefined> {
  const { group } = session.settings;
  for (const { ledger, history } of await ledgersThatTell(session.ownLedger)) {
    session.goOnIn(ledger);
    const claiming = session.claiming(onNumber);
    const kept = keptTooLong(history, group, claiming.clock.now());
    const release = kept && retirement(kept, history, await session.look(), claiming);
    if (release) return session.end(release, claiming);
  }
  session.tools.tell(`There is nothing to repair in "${group}"; nothing was changed.`);
  return undefined;
}

function leaveToPerson(session: Session, release: Release): DeploymentEnd {
  const end = session.describe(release, session.tools.clock.now());
  return { ...end, reason: `${end.reason} Nothing was changed.`, endedBefore: true };
}
