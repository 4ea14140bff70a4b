import type { GroupView, Machine } from '../heart/observation.js';

/** Machines that a rollout has put in standby, to be kept for an undo. */
export function keptIn({ machines }: Pick<GroupView, 'machines'>): readonly Machine[] {
  return machines.filter(({ stage, isKept }) => stage === 'aside' && isKept);
}
