import type { Move } from '../heart/move.js';
import type { Observation } from '../heart/observation.js';
import { isRaised, surgeLeft } from '../size/size.js';
import { lease } from './lease.js';

/** Stops for another run's claim, gives a sign of life when it is time, and writes down what came of the last change. */
export function keepClaim({ superseded, release, group, now, missed }: Observation): Move | undefined {
  if (superseded) return { kind: 'stop' };
  if (now - release.heartbeatAt >= lease.heartbeatEvery) return { kind: 'note', changes: {} };
  if (missed) return { kind: 'note', changes: missed };
  const { surge: raise } = release;
  if (raise?.raised === false && isRaised(group.desired, raise)) {
    return { kind: 'note', changes: { surge: { ...raise, raised: true, changedAt: now } } };
  }
  if (!raise?.retiring && !raise?.returning) return undefined;
  const { retiring: _, returning: __, ...surge } = raise;
  const machines = surgeLeft(group.desired, raise);
  return { kind: 'note', changes: { surge: { ...surge, machines, changedAt: now } } };
}
