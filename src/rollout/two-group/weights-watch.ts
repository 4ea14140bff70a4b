import type { Move } from '../heart/move.js';
import type { Observation } from '../heart/observation.js';
import type { Weights } from '../heart/sides.js';
import { oldestRead } from '../size/size.js';

/** Watches for somebody else who shares out the requests of two groups anew: a person in a hurry, or infrastructure code. */
export class WeightsWatch {
  /** How they are shared out, and since when that has been read without a break, and without a change of ours. */
  #before: { readonly weights: Weights; readonly since: number } | undefined;

  /** `move`: what is about to be done. @returns what was found, for a person; undefined when nothing was, or a read may be late. */
  look({ pair, now, release }: Observation, move: Move): string | undefined {
    const before = this.#before;
    const weights = pair?.withoutRuleSince === undefined ? pair?.weights : undefined;
    const isSame = before?.weights.blue === weights?.blue && before?.weights.green === weights?.green;
    const isOver = weights === undefined || move.kind === 'set-weights' || release.direction !== 'forward';
    const seen = weights && { weights, since: isSame ? (before?.since ?? now) : now };
    this.#before = isOver ? undefined : seen;
    if (!pair || !weights || !before || isSame || now - before.since < oldestRead) return undefined;
    const { rule, blue, green } = pair.sides;
    return (
      `Listener rule ${rule} was changed by somebody else, to the weights ${weights.blue ?? 0} for "${blue.group}" and ${weights.green ?? 0} for "${green.group}"; the rollout goes on, and shares requests out by its waves. ` +
      'To take it back, cancel its run, then give "command: abort". Let infrastructure code ignore the weights.'
    );
  }
}
