import { keptIn } from './group/set-aside.js';
import { isMade } from './heart/matching.js';
import type { Move } from './heart/move.js';
import type { GroupView, Observation } from './heart/observation.js';
import type { Claimant, Release } from './heart/release.js';
import { atOnce } from './heart/replace.js';
import { carryOn } from './ledger/carry-on.js';
import { firstOf } from './ledger/first-of.js';
import { isoTime } from './ledger/lease.js';
import type { Claiming } from './ledger/wish.js';
import { undoPlan } from './undo-release.js';

/**
 * The release whose predecessor was kept long enough: the newest one between two groups, or else that to this group alone. One of
 * the one kind changes nothing of what one of the other kind has kept. None while the newest is not over,
 * waits for a person, or can itself be undone within seconds: it must stay the newest for that.
 */
export function keptTooLong(history: readonly Release[], group: string, now: number): Release | undefined {
  const between = history.find(({ sides }) => sides?.blue.group === group || sides?.green.group === group);
  const alone = history.find((release) => !release.sides && release.group === group);
  const { outcome, keptUntil: newestUntil = 0 } = history[0] ?? {};
  if (outcome === undefined || outcome === 'needs-attention' || newestUntil > now) return undefined;
  const isDue = ({ keptUntil = Number.POSITIVE_INFINITY, to }: Release) => keptUntil <= now && isMade(to);
  return [between, alone].find((release) => release && isDue(release));
}

/** A release of its own for what that one has kept; undefined while there is nothing. `history` is the group's, newest first. */
export function retirement(
  kept: Release,
  history: readonly Release[],
  view: GroupView,
  { claimant, clock }: Claiming,
): Release | undefined {
  const now = clock.now();
  const { to, plan, sides } = kept;
  if (sides) return sizeDown(kept, history, claimant, now);
  if (keptIn(view).length === 0 || !isMade(to)) return undefined;
  return { ...firstOf(history[0], { view, from: to, to, plan: undoPlan(plan), claimant, now }), retiresKept: true };
}

/**
 * Of two groups the idle one was kept as large as it was: what the rollout has left out is done now. The one that serves may have
 * got another image alone since: told is what this ledger knows of it.
 */
function sizeDown(kept: Release, history: readonly Release[], claimant: Claimant, now: number): Release {
  const { outcome: _, keptUntil: __, ...rest } = kept;
  const number = (history[0]?.number ?? kept.number) + 1;
  const serving = history.find(({ group, outcome }) => group === kept.group && outcome === 'succeeded');
  return { ...carryOn(rest, claimant, now), number, to: serving?.to ?? kept.to, retiresKept: true };
}

/** The next move of such a release: nobody is served by these machines, and desired does not count them. */
export function retireKept(observation: Observation): Move {
  const kept = keptIn(observation).slice(0, atOnce);
  if (kept.length > 0) return { kind: 'retire', machines: kept.map(({ id }) => ({ id, decrement: false })) };
  const { group, to, startedAt } = observation.release;
  const reason = `The machines that were kept in "${group}" until ${isoTime(startedAt)} are terminated; it runs ${to.imageId} as before.`;
  return { kind: 'end', changes: { outcome: 'unchanged', reason } };
}
