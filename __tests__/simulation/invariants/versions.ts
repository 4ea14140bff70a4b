import type { Group } from '../../../sandbox/world/auto-scaling/group.js';
import type { WorldEvent } from '../../../sandbox/world/event-log.js';
import { type Audit, groupOf, type OurCall, type Watcher } from './invariants.js';
import type { Journal } from './journal.js';
import { originOf, originsOf } from './origins.js';

/**
 * Forward, the old machines only become fewer (A7). Until the new version has served users a scale-out or a repair by AWS
 * gets the old one, on purpose; but we never have an old machine replaced by another. Once the group points at the proven
 * new version, no old one is launched any more.
 */
export class Versions implements Watcher {
  readonly #audit: Audit;
  readonly #journal: Journal;
  readonly #warm = new Set<string>();
  /** When we have last made the group launch something else, or hold what it launches; milliseconds. */
  movedAt = Number.NEGATIVE_INFINITY;
  /** The release whose proven version the group has pointed at. */
  #arrived: number | undefined;

  constructor(audit: Audit, journal: Journal) {
    this.#audit = audit;
    this.#journal = journal;
  }

  after({ operation, input }: OurCall): void {
    if (operation === 'UpdateAutoScalingGroup' || operation === 'PutLifecycleHook') this.movedAt = this.#audit.now();
    const { unfinished } = this.#journal;
    if (unfinished?.direction !== 'forward') return;
    const launches = this.#group.template?.Version;
    const isProven = unfinished.wavesDone > 0 && launches === String(unfinished.to.version);
    if (operation === 'UpdateAutoScalingGroup' && isProven) this.#arrived = unfinished.number;
    if (launches === String(unfinished.from.version)) this.#checkReplaced(operation, input);
  }

  event({ kind, subject, change }: WorldEvent): void {
    const isLaunch = kind === 'member' && change === 'Pending';
    if (!isLaunch && kind !== 'warm-pool') return;
    const prefix = `${this.#audit.scene.region.name}/${this.#group.name}/`;
    if (!subject.startsWith(prefix)) return;
    const id = subject.slice(prefix.length);
    if (kind === 'warm-pool') this.#warm.add(id);
    const release = this.#journal.unfinished;
    if (!isLaunch || release?.direction !== 'forward' || release.number !== this.#arrived) return;
    // What was launched into the warm pool before is taken from there until it is found there.
    if (this.#warm.has(id) || !this.#isOld(id)) return;
    this.#audit.report('A7', `${id} is launched on the old version, after the new one has proven itself`);
  }

  #checkReplaced(operation: string, input: object): void {
    const { InstanceId = '', ShouldDecrementDesiredCapacity } = input as {
      InstanceId?: string;
      ShouldDecrementDesiredCapacity?: boolean;
    };
    if (ShouldDecrementDesiredCapacity !== false || !this.#isOld(InstanceId)) return;
    // For so long a read may still show what the group launched before: it costs one launch, and the next look makes up for it.
    if (this.#audit.now() - this.movedAt < this.#audit.scene.oldestRead) return;
    this.#audit.report('A7', `${operation} has ${InstanceId} replaced by another machine on the old version`);
  }

  #isOld(id: string): boolean {
    const member = this.#group.members.get(id);
    const { from, to } = this.#journal.unfinished ?? {};
    if (member === undefined || from === undefined || to === undefined) return false;
    const origin = originOf(member);
    return originsOf(from).has(origin) && !originsOf(to).has(origin);
  }

  /** The one that a release launches machines in. */
  get #group(): Group {
    return groupOf(this.#audit.scene, this.#journal.newest);
  }
}
