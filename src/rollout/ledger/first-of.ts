import type { GroupView } from '../heart/observation.js';
import type { Release } from '../heart/release.js';
import { hasOurMax, isSettledBefore, oldestRead } from '../size/size.js';

/** What a release of one's own begins with. */
export interface Beginning extends Pick<Release, 'from' | 'to' | 'plan' | 'claimant'> {
  readonly view: GroupView;
  readonly now: number;
}

/** A release of one's own, after the newest one in the ledger. What that one left to a person, surge and all, it inherits. */
export function firstOf(newest: Release | undefined, { view, now, ...beginning }: Beginning): Release {
  const { group } = view;
  const left = surgeLeftBy(newest, view, now);
  const isMaxLeft = newest && left && hasOurMax({ group, release: { ...newest, surge: left }, now });
  return {
    ...beginning,
    number: (newest?.number ?? 0) + 1,
    group: group.name,
    startedAt: now,
    heartbeatAt: now,
    baseline: { desired: group.desired, max: isMaxLeft ? newest.baseline.max : group.max },
    suspended: [],
    ...(left && { surge: left }),
    ...(newest?.refresh && { refresh: { id: newest.refresh.id, kind: 'earlier' } }),
    wavesDone: 0,
    direction: 'forward',
  };
}

/** Whether the newest release was left to a person: the group may launch what is gone, or have surge that nobody needs. */
export function isLeft(newest: Release | undefined, { group }: GroupView): boolean {
  return newest?.outcome === 'needs-attention' && newest.group === group.name;
}

/** Of a release that is over: of its last change of size a read may not tell yet, so that what was surge looks like the size. */
function surgeLeftBy(newest: Release | undefined, view: GroupView, now: number): Release['surge'] {
  if (newest?.surge === undefined || isLeft(newest, view)) return newest?.surge;
  const isLate = newest.group === view.group.name && !isSettledBefore(newest.surge, now - oldestRead);
  return isLate ? newest.surge : undefined;
}
