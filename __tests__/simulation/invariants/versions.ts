import type { WorldEvent } from '../../../sandbox/world/event-log.js';
import type { Audit, OurCall, Watcher } from './invariants.js';
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
  readonly #prefix: string;
  readonly #warm = new Set<string>();
  /** When we have last made the group launch something else, or hold what it launches; milliseconds. */
  movedAt = Number.NEGATIVE_INFINITY;
  /** The release whose proven version the group has pointed at. */
  #arrived: number | undefined;

  constructor(audit: Audit, journal: Journal) {
    this.#audit = audit;
    this.#journal = journal;
    this.#prefix = `${audit.scene.region.name}/${audit.scene.group.name}/`;
  }

  after({ operation, input }: OurCall): void {
    if (operation === 'UpdateAutoScalingGroup' || operation === 'PutLifecycleHook') this.movedAt = this.#audit.now();
    const { unfinished } = this.#journal;
    if (unfinished?.direction !== 'forward') return;
    const launches = this.#audit.scene.group.template?.Version;
    const isProven = unfinished.wavesDone > 0 && launches === String(unfinished.to.version);
    if (operation === 'UpdateAutoScalingGroup' && isProven) this.#arrived = unfinished.number;
    if (launches === String(unfinished.from.version)) this.#checkReplaced(operation, input);
  }

  event({ kind, subject, change }: WorldEvent): void {
    if (kind === 'warm-pool' && subject.startsWith(this.#prefix)) this.#warm.add(subject.slice(this.#prefix.length));
    if (kind !== 'member' || change !== 'Pending' || !subject.startsWith(this.#prefix)) return;
    const release = this.#journal.unfinished;
    if (release?.direction !== 'forward' || release.number !== this.#arrived) return;
    const id = subject.slice(this.#prefix.length);
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
    this.#audit.report('A7', `${operation} has ${InstanceId} replaced by another machine on the old version`);
  }

  #isOld(id: string): boolean {
    const member = this.#audit.scene.group.members.get(id);
    const from = this.#journal.unfinished?.from;
    return member !== undefined && from !== undefined && originsOf(from).has(originOf(member));
  }
}
