import type { WorldEvent } from '../../../sandbox/world/event-log.js';
import type { Release } from '../../../src/rollout/heart/release.js';
import { lease } from '../../../src/rollout/ledger/lease.js';
import { type Audit, groupOf, type OurCall, type Watcher } from './invariants.js';
import type { Journal } from './journal.js';
import type { Wishes } from './sizes.js';

/** States that a campaign must have met: what was never reached was never proven. */
export const rareStates = {
  'turned-back-while-draining': 'a rollout turned back while a machine drained',
  'turned-back-after-a-soak': 'a rollout turned back after its first wave had proven itself',
  'adopted-while-in-the-hook': 'a run took over while a machine waited in our launch hook',
  'adopted-with-surge-out': 'a run took over with surge outstanding',
  'raise-answer-lost': 'desired was raised and the answer got lost',
  'maximum-raised': 'the surge needed a higher maximum',
  superseded: 'a run met a newer claim than its own',
  'claim-refused': 'two runs claimed the same number, and one was refused',
  'spot-reclaim-in-the-first-wave': 'a Spot reclaim before the first wave had soaked',
  'crashed-in-the-soak': 'a runner died while a wave soaked',
  'repaired-after-a-crash': 'the scheduled repair ended what a dead runner had left',
  'scaled-out-after-a-crash': 'a group that a dead or cancelled run had left was to grow',
  'at-its-maximum-after-a-crash': 'one could not grow, for it was as large as its owner allows',
  'scaled-out-with-surge-out': 'a policy or a person scaled out while surge was outstanding',
  'scaled-in-with-surge-out': 'a policy or a person scaled in while surge was outstanding',
  'new-machine-died-in-the-first-wave': 'a new machine died before the first wave had soaked',
  'needs-attention': 'a rollout ended with a person to be asked',
  'held-up-past-its-lease': 'a run was held up for longer than it may change anything',
} as const;

export type RareState = keyof typeof rareStates;

/** Notes the rare states as the world goes through them. */
export class RareStates implements Watcher {
  readonly #audit: Audit;
  readonly #wishes: Wishes;
  readonly #journal: Journal;
  #raising = false;

  constructor(audit: Audit, journal: Journal, wishes: Wishes) {
    this.#audit = audit;
    this.#journal = journal;
    this.#wishes = wishes;
    journal.onChange((now, before) => this.#changed(now, before));
  }

  before({ caller }: OurCall): void {
    const { unfinished, claimedBy } = this.#journal;
    const heldFor = this.#audit.now() - (unfinished?.heartbeatAt ?? Number.POSITIVE_INFINITY);
    if (caller === claimedBy && heldFor > lease.lasts / 2) this.#audit.reach('held-up-past-its-lease');
  }

  after({ operation, input, caller }: OurCall): void {
    const { Names = [] } = input as { readonly Names?: readonly string[] };
    const isFollowing = operation === 'GetParameters' && Names.some((name) => this.#journal.isOwnLine(name, caller));
    if (isFollowing && caller !== this.#journal.claimedBy) this.#audit.reach('superseded');
    const raises = operation === 'SetDesiredCapacity' || operation === 'LaunchInstances';
    const { DesiredCapacity, MaxSize } = input as { DesiredCapacity?: number; MaxSize?: number };
    this.#raising = raises || (operation === 'UpdateAutoScalingGroup' && DesiredCapacity !== undefined);
    if (MaxSize !== undefined && MaxSize > this.#wishes.max) this.#audit.reach('maximum-raised');
  }

  /** The call that had its effect a moment ago was answered with an error, or not at all. */
  answerLost(): void {
    if (this.#raising) this.#audit.reach('raise-answer-lost');
  }

  event(event: WorldEvent, by: OurCall | undefined): void {
    const release = this.#journal.unfinished;
    if (!release || by) return;
    const isFirstWave = release.direction === 'forward' && release.wavesDone === 0;
    if (event.kind === 'instance' && isFirstWave) this.#lost(event, release);
    if (event.kind === 'group' && event.change.startsWith('desired')) this.#scaled(release);
  }

  #lost({ subject, change }: WorldEvent, release: Release): void {
    const { region } = this.#audit.scene;
    const group = groupOf(this.#audit.scene, release);
    if (change.includes('Spot Instance Interruption')) this.#audit.reach('spot-reclaim-in-the-first-wave');
    const member = group.members.get(subject.slice(region.name.length + 1));
    const isNew = member?.instance.launchTemplate?.version === release.to.version;
    const died = change === 'shutting-down' && isNew && !member?.handedToEc2;
    if (died) this.#audit.reach('new-machine-died-in-the-first-wave');
  }

  #scaled(release: Release): void {
    const { surge } = release;
    const isNews = this.#wishes.changedAt === this.#audit.now();
    if (!isNews || !surge?.raised || surge.machines === 0) return;
    const isOut = groupOf(this.#audit.scene, release).desired > surge.from + surge.machines;
    this.#audit.reach(isOut ? 'scaled-out-with-surge-out' : 'scaled-in-with-surge-out');
  }

  #changed(now: Release, before: Release | undefined): void {
    const { reach } = this.#audit;
    if (before?.direction === 'forward' && now.direction === 'back') this.#turned(now);
    if (now.outcome === 'needs-attention') reach('needs-attention');
    const isAdopted = now.continues !== undefined && before?.number !== now.number;
    if (!isAdopted) return;
    const group = groupOf(this.#audit.scene, now);
    const members = [...group.members.values()];
    if (members.some(({ state }) => state === 'Pending:Wait')) reach('adopted-while-in-the-hook');
    if (now.surge && group.desired > now.surge.from) reach('adopted-with-surge-out');
    if (before?.soak !== undefined) reach('crashed-in-the-soak');
  }

  #turned(now: Release): void {
    const members = [...groupOf(this.#audit.scene, now).members.values()];
    if (members.some(({ state }) => state.startsWith('Terminating'))) this.#audit.reach('turned-back-while-draining');
    if (now.wavesDone > 0) this.#audit.reach('turned-back-after-a-soak');
  }
}
