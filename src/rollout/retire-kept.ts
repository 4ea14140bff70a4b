import { type Claiming, firstOf } from './claim.js';
import { keepClaim } from './decide.js';
import type { Move } from './move.js';
import type { GroupView, Machine, Observation } from './observation.js';
import { isoTime, type Release } from './release.js';
import { undoPlan } from './undo.js';

/** Machines that a rollout has put in standby. */
function keptIn({ machines }: Pick<GroupView, 'machines'>): readonly Machine[] {
  return machines.filter(({ stage, isKept }) => stage === 'aside' && isKept);
}

/** A release of its own for machines whose time in standby is over; undefined while there are none. */
export function retirement(newest: Release, view: GroupView, { claimant, clock }: Claiming): Release | undefined {
  const now = clock.now();
  const { keptUntil, to, plan } = newest;
  if (keptUntil === undefined || keptUntil > now || to.version === undefined || keptIn(view).length === 0)
    return undefined;
  const running = { ...to, version: to.version } as Release['from'];
  const beginning = { view, from: running, to: running, plan: undoPlan(plan), claimant, now };
  return { ...firstOf(newest, beginning), retiresKept: true };
}

/** The next move of such a release: nobody is served by these machines, and desired does not count them. */
export function retireKept(observation: Observation): Move {
  const claim = keepClaim(observation);
  if (claim) return claim;
  const kept = keptIn(observation).slice(0, 20);
  if (kept.length > 0) return { kind: 'retire', machines: kept.map(({ id }) => ({ id, decrement: false })) };
  const { group, to, startedAt } = observation.release;
  const reason = `The machines that were kept in "${group}" until ${isoTime(startedAt)} are terminated; it runs ${to.imageId} as before.`;
  return { kind: 'end', changes: { outcome: 'unchanged', reason } };
}
