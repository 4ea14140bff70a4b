import { isMade } from './heart/matching.js';
import type { Move } from './heart/move.js';
import type { GroupView, Machine, Observation } from './heart/observation.js';
import type { Claimant, Release } from './heart/release.js';
import { carryOn } from './ledger/carry-on.js';
import { firstOf } from './ledger/first-of.js';
import { isoTime } from './ledger/lease.js';
import type { Claiming } from './ledger/wish.js';
import { undoPlan } from './undo.js';

/** Machines that a rollout has put in standby. */
function keptIn({ machines }: Pick<GroupView, 'machines'>): readonly Machine[] {
  return machines.filter(({ stage, isKept }) => stage === 'aside' && isKept);
}

/** A release of its own for what was kept and whose time is over; undefined while there is none. */
export function retirement(newest: Release, view: GroupView, { claimant, clock }: Claiming): Release | undefined {
  const now = clock.now();
  const { keptUntil = Number.POSITIVE_INFINITY, to, plan, sides } = newest;
  if (keptUntil > now || !isMade(to)) return undefined;
  if (sides) return sizeDown(newest, claimant, now);
  if (keptIn(view).length === 0) return undefined;
  return { ...firstOf(newest, { view, from: to, to, plan: undoPlan(plan), claimant, now }), retiresKept: true };
}

/** Of two groups the idle one was kept as large as it was: what the rollout has left out is done now. */
function sizeDown({ outcome: _, keptUntil: __, ...newest }: Release, claimant: Claimant, now: number): Release {
  return { ...carryOn(newest, claimant, now), retiresKept: true };
}

/** The next move of such a release: nobody is served by these machines, and desired does not count them. */
export function retireKept(observation: Observation): Move {
  const kept = keptIn(observation).slice(0, 20);
  if (kept.length > 0) return { kind: 'retire', machines: kept.map(({ id }) => ({ id, decrement: false })) };
  const { group, to, startedAt } = observation.release;
  const reason = `The machines that were kept in "${group}" until ${isoTime(startedAt)} are terminated; it runs ${to.imageId} as before.`;
  return { kind: 'end', changes: { outcome: 'unchanged', reason } };
}
