import type { Aws } from '../../platform/aws.js';
import type { Release } from '../heart/release.js';
import { Ledger } from './ledger.js';

type SystemsManager = Pick<Aws, 'ssm'>;

/** Two groups have one ledger, that of the name that comes first, whichever of them is named first. */
export function ledgerOf(aws: SystemsManager, groups: readonly string[]): Ledger {
  return new Ledger(aws, [...groups].sort()[0] ?? '');
}

/** A ledger, and what stands in it, the newest first. */
export interface FoundLedger {
  readonly ledger: Ledger;
  readonly history: readonly Release[];
}

/** Those that tell of a group: its own first, then what it shares with each group that it was rolled out with as one of two. */
export async function ledgersThatTell(own: Ledger): Promise<readonly FoundLedger[]> {
  const found = { ledger: own, history: await own.history() };
  const shared = own.elsewhere.map((group) => own.beside(group));
  return [found, ...(await Promise.all(shared.map(async (ledger) => ({ ledger, history: await ledger.history() }))))];
}

/** The one of them that tells last of the group. What is not over comes first. */
export async function findLedger(own: Ledger): Promise<FoundLedger> {
  const found = await ledgersThatTell(own);
  const rank = ({ history }: FoundLedger) => {
    const newest = newestTo([own.group], history);
    const isOpen = newest?.outcome === undefined && newest === history[0];
    return newest && isOpen ? Number.POSITIVE_INFINITY : (newest?.startedAt ?? 0);
  };
  return found.reduce((best, one) => (rank(one) > rank(best) ? one : best));
}

/** The newest of these that went to any of the groups: a ledger that one of them shares tells of the other one as well. */
export function newestTo(groups: readonly string[], history: readonly Release[]): Release | undefined {
  return history.find((release) => groupsOf(release).some((group) => groups.includes(group)));
}

/** Those of them that went to one group. */
export function releasesTo(group: string, history: readonly Release[]): readonly Release[] {
  return history.filter((release) => groupsOf(release).includes(group));
}

/** Where a release goes to: one group, or two. */
export function groupsOf({ group, sides }: Pick<Release, 'group' | 'sides'>): readonly string[] {
  return sides ? [sides.blue.group, sides.green.group] : [group];
}

/**
 * The newest rollouts to any of these groups that stand in other ledgers: their own, and those that they share with others. Asked
 * anew: a run that claims one of them says first where, then looks here.
 */
export async function newestElsewhere(ledger: Ledger, groups: readonly string[]): Promise<readonly Release[]> {
  const own = groups.map((group) => (group === ledger.group ? ledger : ledger.beside(group)));
  const shared = await Promise.all(own.map((one) => one.askElsewhere()));
  const names = new Set([...groups, ...shared.flat()]);
  names.delete(ledger.group);
  const newest = await Promise.all([...names].map((name) => ledger.beside(name).newest()));
  return newest.filter((release) => release !== undefined).filter((release) => newestTo(groups, [release]));
}
