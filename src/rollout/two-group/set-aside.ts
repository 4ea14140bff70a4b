import { keptIn } from '../group/set-aside.js';
import type { MoveOf } from '../heart/move.js';
import { atOnce } from '../heart/replace.js';
import type { PairObservation } from './hold.js';

/** What a release to either group alone has kept in standby: once one between both has come to its end, no undo goes back to that. */
export function endSetAside(observation: PairObservation): MoveOf<'retire'> | undefined {
  const kept = [observation, observation.pair.blue].flatMap(keptIn).slice(0, atOnce);
  return kept.length > 0 ? { kind: 'retire', machines: kept.map(({ id }) => ({ id, decrement: false })) } : undefined;
}
