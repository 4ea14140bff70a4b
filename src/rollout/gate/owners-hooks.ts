import { isMade, pointsAt, runs } from '../heart/matching.js';
import type { Move } from '../heart/move.js';
import type { Machine, Observation } from '../heart/observation.js';
import { atOnce } from '../heart/replace.js';

/**
 * On the way back: has the group end machines of a bad image that wait in a launch hook of its owner. Nobody completes that for
 * them, it may last for an hour, and meanwhile AWS does not end them by name (Auto Scaling API,
 * TerminateInstanceInAutoScalingGroup: "ScalingActivityInProgress"). What comes in their place runs the predecessor.
 */
export function endTheirWaits({ group, machines, release }: Observation): Move | undefined {
  const { direction, from } = release;
  if (direction !== 'back' || !isMade(from) || !pointsAt(group, from)) return undefined;
  const waitsForUs = ({ isReleased }: Machine) => group.hook !== undefined && !isReleased;
  const theirs = machines.filter((one) => one.stage === 'waiting' && !waitsForUs(one) && !runs(one, from));
  if (theirs.length === 0) return undefined;
  return { kind: 'let-go', ids: theirs.slice(0, atOnce).map(({ id }) => id), result: 'ABANDON', isTheirs: true };
}
