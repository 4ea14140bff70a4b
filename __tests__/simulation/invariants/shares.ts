import { forwardsTo } from '../../../sandbox/world/load-balancing/listener.js';
import type { Release } from '../../../src/rollout/heart/release.js';
import { isShifted } from '../../../src/rollout/two-group/sides.js';
import type { Audit, Watcher } from './invariants.js';
import type { Journal } from './journal.js';

/** How a listener rule shares requests out is borrowed, too: in the end one group has them all, or it is as it was (E3). */
export class Shares implements Watcher {
  readonly #audit: Audit;
  readonly #journal: Journal;
  #before: string;

  constructor(audit: Audit, journal: Journal) {
    this.#audit = audit;
    this.#journal = journal;
    this.#before = this.#weights();
    journal.onChange((now, before) => this.#began(now, before));
  }

  end(): void {
    const { newest } = this.#journal;
    const now = this.#weights();
    if (!newest?.sides || newest.outcome === undefined || newest.outcome === 'needs-attention') return;
    const { sides } = newest;
    const { blue, green } = sides;
    const wanted = isShifted(newest) ? weightsIn({ [blue.targetGroup]: 0, [green.targetGroup]: 100 }) : this.#before;
    if (now !== wanted) this.#audit.report('E3', `the rule has the weights ${now}, where it should have ${wanted}`);
  }

  #began(now: Release, before: Release | undefined): void {
    if (now.number !== before?.number && now.continues === undefined) this.#before = this.#weights();
  }

  #weights(): string {
    const { region, starter } = this.#audit.scene;
    const actions = region.loadBalancing.listeners.get(starter.listenerArn)?.rules.at(-1)?.actions ?? [];
    return weightsIn(Object.fromEntries(forwardsTo(actions).map(({ arn, weight }) => [arn, weight])));
  }
}

/** The same text for the same weights, whatever their order. */
function weightsIn(weights: Readonly<Record<string, number>>): string {
  const nameIn = (arn: string) => arn.split('/')[1];
  return Object.entries(weights)
    .map(([arn, weight]) => `${nameIn(arn)} ${weight}`)
    .sort()
    .join(', ');
}
