import { failureKind } from '../../platform/retry.js';
import type { Release } from '../heart/release.js';
import { isAbandoned, refusal } from './abandoned.js';
import { newestIn } from './find-ledger.js';
import type { Ledger } from './ledger.js';
import type { Claiming } from './wish.js';

/**
 * A rollout between two groups and one to one of them alone stand in two ledgers, so that two runs may claim at the same moment.
 * Each looks for the other after its own claim, and what finds one gives its own up: one of them does, at least.
 * @throws {Failure} that names the other one.
 */
export async function requireAlone(release: Release, claiming: Claiming): Promise<void> {
  const { sides, group } = release;
  const groups = sides ? [sides.blue.group, sides.green.group] : [group];
  const elsewhere = await besideOf(release, claiming.ledger);
  const other = elsewhere && (await newestIn(elsewhere, groups));
  if (!other || other.outcome !== undefined || (await isAbandoned(other, claiming))) return;
  await giveUp(release, claiming.ledger);
  throw refusal(other);
}

/** Where another rollout to the same groups may stand; whoever goes there for one of two finds where that between both does. */
async function besideOf({ sides }: Release, ledger: Ledger): Promise<Ledger | undefined> {
  const name = sides && [sides.blue.group, sides.green.group].find((one) => one !== ledger.group);
  if (name === undefined) {
    const elsewhere = await ledger.askElsewhere();
    return elsewhere === undefined ? undefined : ledger.beside(elsewhere);
  }
  const other = ledger.beside(name);
  if ((await other.askElsewhere()) !== ledger.group) await other.referTo(ledger.group);
  return other;
}

/** A role that may delete nothing says that it ends here; what it was to carry on is carried on by the next run. */
async function giveUp(release: Release, ledger: Ledger): Promise<void> {
  try {
    await ledger.giveUp(release);
  } catch (error) {
    if (failureKind(error) !== 'refused') throw error;
    const isOwn = release.continues === undefined;
    const because = 'Another run has claimed one of its groups at the same moment.';
    await ledger.update(
      isOwn
        ? { ...release, outcome: 'unchanged', reason: because, endedAt: release.heartbeatAt }
        : { ...release, rests: { kind: 'interrupted', because } },
    );
  }
}
