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

/**
 * The ledger that tells last of a group: its own; or, for the second of two groups, the one that they share. What is not over
 * comes first.
 */
export async function findLedger(aws: SystemsManager, ledger: Ledger): Promise<FoundLedger> {
  const own = { ledger, history: await ledger.history() };
  if (ledger.elsewhere === undefined) return own;
  const shared = new Ledger(aws, ledger.elsewhere);
  const other = { ledger: shared, history: await shared.history() };
  return rank(other) > rank(own) ? other : own;
}

function rank({ history: [newest] }: FoundLedger): number {
  if (!newest) return 0;
  return newest.outcome === undefined ? Number.POSITIVE_INFINITY : newest.startedAt;
}

/**
 * Where else a rollout to these groups can stand: one to the second of two groups alone stands in that one's own ledger,
 * one between both in that of the first.
 */
export function otherLedger(aws: SystemsManager, ledger: Ledger, groups: readonly string[]): Ledger | undefined {
  const other = groups.find((group) => group !== ledger.group) ?? ledger.elsewhere;
  return other === undefined ? undefined : new Ledger(aws, other);
}

/** The newest rollout of that ledger, if it is one to any of these groups. */
export async function newestIn(ledger: Ledger, groups: readonly string[]): Promise<Release | undefined> {
  const newest = await ledger.newest();
  return newest && isTo(newest, groups) ? newest : undefined;
}

function isTo({ group, sides }: Release, groups: readonly string[]): boolean {
  const taken = sides ? [sides.blue.group, sides.green.group] : [group];
  return taken.some((one) => groups.includes(one));
}
