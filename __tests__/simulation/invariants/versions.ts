import { activeMembers, type Member } from '../../../sandbox/world/auto-scaling/group.js';
import type { WorldEvent } from '../../../sandbox/world/event-log.js';
import type { Audit, Watcher } from './invariants.js';
import type { Journal } from './journal.js';
import type { Wishes } from './sizes.js';

/**
 * Forward, the old machines only become fewer (A7). Until the new version has served users a scale-out or a repair by
 * AWS gets the old one, on purpose: so until then there are never more of it than the group is meant to have; afterwards
 * none is launched any more.
 */
export class Versions implements Watcher {
  readonly #audit: Audit;
  readonly #journal: Journal;
  readonly #wishes: Wishes;
  readonly #prefix: string;

  constructor(audit: Audit, journal: Journal, wishes: Wishes) {
    this.#audit = audit;
    this.#journal = journal;
    this.#wishes = wishes;
    this.#prefix = `${audit.scene.region.name}/${audit.scene.group.name}/`;
  }

  event({ kind, subject, change }: WorldEvent): void {
    if (kind !== 'member' || change !== 'Pending' || !subject.startsWith(this.#prefix)) return;
    const release = this.#journal.unfinished;
    const { group } = this.#audit.scene;
    const member = group.members.get(subject.slice(this.#prefix.length));
    if (release?.direction !== 'forward' || !member || !this.#isOld(member)) return;
    const old = activeMembers(group).filter((one) => this.#isOld(one) && one.instance.id !== group.rebalancing).length;
    const most = Math.max(this.#wishes.high, group.minSize);
    if (release.wavesDone > 0 && release.rests === undefined) {
      this.#audit.report(
        'A7',
        `${member.instance.id} is launched on the old version, after the new one has proven itself`,
      );
    } else if (old > most && !this.#wishes.isUncertain) {
      this.#audit.report('A7', `${old} machines on the old version, for a group of ${most}`);
    }
  }

  #isOld({ instance }: Member): boolean {
    const from = this.#journal.unfinished?.from;
    return instance.launchTemplate?.id === from?.templateId && instance.launchTemplate?.version === from?.version;
  }
}
