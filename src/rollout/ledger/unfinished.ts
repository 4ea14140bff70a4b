import { Failure } from '../../platform/failure.js';
import type { Release } from '../heart/release.js';
import { isAbandoned, refusal, requireAbandoned } from './abandoned.js';
import { carryOn, takeBack, turnBack } from './carry-on.js';
import { isoTime } from './lease.js';
import type { Claiming } from './wish.js';

/**
 * The release that goes on with one that is paused, or that a dead run has left unfinished.
 * @throws {Failure} when there is none, when somebody works on it, and when its pause is over.
 */
export async function resumed(
  newest: Release | undefined,
  { group, expedite }: { readonly group: string; readonly expedite: boolean },
  claiming: Claiming,
): Promise<Release> {
  if (newest?.outcome === 'needs-attention') {
    throw new Failure(
      `Release ${newest.number} to group "${newest.group}" waits for a person and cannot be resumed. Deploy what is right, or take it back with "command: abort".`,
    );
  }
  if (!newest || newest.outcome !== undefined) {
    const last = newest ? `the last one (release ${newest.number}) ended ${newest.outcome}` : 'there was none yet';
    throw new Failure(`There is no rollout to group "${group}" to resume: ${last}. Deploy again.`);
  }
  const { rests } = newest;
  const now = claiming.clock.now();
  if (rests?.kind !== 'paused') await requireAbandoned(newest, claiming);
  else if (now >= rests.until) {
    throw new Failure(
      `The rollout to group "${group}" was paused until ${isoTime(rests.until)}. It is too late to resume it: take it back with "command: repair", then deploy again.`,
    );
  }
  const rest = carryOn(newest, claiming.claimant, now);
  const { pauseAfter, ...plan } = rest.plan;
  // Where a run was cut off before the pause, nobody has said yet that it may go past that.
  const isAhead = rests?.kind !== 'paused' && pauseAfter !== undefined;
  return { ...rest, plan: { ...plan, ...(isAhead && { pauseAfter }), ...(expedite && { soak: 0 }) } };
}

/**
 * The release that takes back one that is paused, on hold for a person, or left unfinished by a dead run.
 * @returns undefined when there is none.
 * @throws {Failure} when somebody works on it.
 */
export async function aborted(newest: Release | undefined, claiming: Claiming): Promise<Release | undefined> {
  if (!newest || (newest.outcome !== undefined && newest.outcome !== 'needs-attention')) return undefined;
  if (newest.outcome === undefined && newest.rests === undefined) await requireAbandoned(newest, claiming);
  return turnBack(newest, claiming.claimant, claiming.clock.now());
}

/**
 * The release that ends what a dead run has left unfinished: it takes it back, unless it is through, for AWS may have done the rest.
 * @returns undefined while somebody works on it, or may resume it.
 */
export async function repaired(
  unfinished: Release,
  claiming: Claiming,
  isThrough: () => Promise<boolean>,
): Promise<Release | undefined> {
  const { claimant, clock, tell } = claiming;
  if (!(await isAbandoned(unfinished, claiming))) {
    tell(`${refusal(unfinished).message} Nothing was changed.`);
    return undefined;
  }
  if (!(await isThrough())) return takeBack(unfinished, claimant, clock.now());
  const { to, group } = unfinished;
  tell(
    `AWS has ended its refresh without the run: every machine of "${group}" runs ${to.imageId}, so it is not taken back`,
  );
  return carryOn(unfinished, claimant, clock.now());
}
