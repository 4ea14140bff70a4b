import { interleaveZones } from '../heart/fleet.js';
import type { MoveOf } from '../heart/move.js';
import type { GroupView, Machine } from '../heart/observation.js';
import { atOnce } from '../heart/replace.js';

/**
 * Ends the machines beyond desired that AWS never would: those that are protected from scale-in, the `unwanted` ones first. By
 * name they can be ended, and nothing comes in the place of what is more than desired (Auto Scaling user guide, "Use instance
 * scale-in protection"; Auto Scaling API, TerminateInstanceInAutoScalingGroup). The others are left to AWS.
 */
export function endProtected(
  { group, machines }: GroupView,
  unwanted: (machine: Machine) => boolean = () => false,
): MoveOf<'retire'> | undefined {
  // Protection begins when a machine is in service.
  const spared = machines.filter(({ isProtected, stage }) => isProtected && stage === 'in-service');
  const surplus = Math.min(spared.length - group.desired, atOnce);
  if (surplus <= 0) return undefined;
  const inTurn = interleaveZones(spared);
  const ending = [...inTurn.filter(unwanted), ...inTurn.filter((machine) => !unwanted(machine))].slice(0, surplus);
  return { kind: 'retire', machines: ending.map(({ id }) => ({ id, decrement: false })) };
}

/** What is still starting may be protected before AWS ends it as too many. */
export function awaitProtected({ group, machines }: GroupView): MoveOf<'wait'> | undefined {
  const starting = machines.filter(({ stage }) => stage === 'starting').length;
  const serving = machines.filter(({ stage }) => stage === 'in-service').length;
  const isTooMany = starting > 0 && starting + serving > group.desired;
  return group.protectsNew && isTooMany ? { kind: 'wait' } : undefined;
}
