import type { Aws } from '../../platform/aws.js';
import { failureKind } from '../../platform/retry.js';
import type { Release } from '../heart/release.js';
import { isAbandoned, refusal, refusalElsewhere } from './abandoned.js';
import { groupsOf, newestElsewhere } from './find-ledger.js';
import type { Ledger } from './ledger.js';
import { requireNotSharedOut } from './shared-out.js';
import type { Claiming } from './wish.js';

/**
 * Before anything is looked at: no rollout that is not this run's to end goes to any of these groups, or has left requests shared
 * out between one of them and another. `history` is that of the ledger that the claim will stand in, newest first.
 * @throws {Failure} that names such a rollout, and who is at it.
 */
export async function requireNoOther(
  aws: Aws,
  groups: readonly string[],
  [newest]: readonly Release[],
  claiming: Claiming,
): Promise<void> {
  const elsewhere = await newestElsewhere(claiming.ledger, groups);
  const isSame = newest && groupsOf(newest).every((group) => groups.includes(group));
  // What stands in this ledger a rollout to one group ends first; one to two groups finds its way by the weights of its own two.
  const isInTheWay = groups.length > 1 && !isSame;
  const unfinished = [...(isInTheWay ? [newest] : []), ...elsewhere].find((one) => one && one.outcome === undefined);
  if (unfinished) throw await refusalElsewhere(unfinished, claiming);
  // What the same groups have left is carried on from where it is.
  await requireNotSharedOut(aws, [...(isSame ? [] : [newest]), ...elsewhere]);
}

/**
 * Rollouts that share a group may stand in several ledgers (one to it alone, one between it and another, one between it and a third), so that
 * two runs may claim at the same moment. Each looks for others after its own claim, and what finds one gives its own up: one of
 * two does, at least.
 * @throws {Failure} that names the other one.
 */
export async function requireAlone(release: Release, claiming: Claiming): Promise<void> {
  const { ledger } = claiming;
  const groups = groupsOf(release);
  await referToLedger(groups, ledger);
  for (const other of await newestElsewhere(ledger, groups)) {
    if (other.outcome !== undefined || (await isAbandoned(other, claiming))) continue;
    await giveUp(release, ledger);
    throw refusal(other);
  }
}

/** Whoever goes to the second of two groups finds where a rollout between both stands. */
async function referToLedger(groups: readonly string[], ledger: Ledger): Promise<void> {
  for (const group of groups) {
    if (group === ledger.group) continue;
    const other = ledger.beside(group);
    if (!(await other.askElsewhere()).includes(ledger.group)) await other.referTo(ledger.group);
  }
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
