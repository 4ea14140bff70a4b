import type { WorldEvent } from '../../sandbox/world/event-log.js';
import type { Call } from '../../sandbox/world/world.js';
import { hookName } from '../../src/rollout/changes/launch-hook.js';
import type { Release } from '../../src/rollout/heart/release.js';
import { originOf, originsOf } from './invariants/origins.js';
import type { SimulatedRollout } from './simulated-rollout.js';

/** What a plan asks of new machines. */
export interface GatePromise {
  readonly gate: boolean;
  readonly releaseCommand: boolean;
  /**
   * Machines of a version that has soaked under traffic may serve untested where our hook does not hold them, or once their
   * run is dead or cancelled: so the group heals.
   */
  readonly untilProven?: boolean;
}

/** A run that lives calls at least once in its poll interval, and so much more. Milliseconds. */
const slack = 30_000;

/**
 * Watches from inside the world what a gate promises: no machine of a version that is rolled out is in service, where users
 * reach it, before its check has passed; the release command runs once at most, and before any of them is in service.
 */
export class GateWatch {
  readonly violations: string[] = [];
  readonly #rollout: SimulatedRollout;
  readonly #asks: GatePromise;
  readonly #passed = new Set<string>();
  /** Whom our hook has held. */
  readonly #held = new Set<string>();
  /** When a warm pool began to make a machine ready, by its id. */
  readonly #pooledAt = new Map<string, number>();
  /** When a clean-up was heard of, if that is the last of whom the group was. */
  #cleanedUpAt: number | undefined;
  /** Who has the group, and between which two calls it was never silent for longer than a living run is. */
  #tended: { readonly by: string; readonly since: number; readonly until: number } | undefined;

  constructor(rollout: SimulatedRollout, asks: GatePromise) {
    this.#rollout = rollout;
    this.#asks = asks;
    rollout.world.log.onEvent((event) => this.#see(event));
    rollout.world.interceptors.push({ after: (call, output) => this.#hear(call, output) });
  }

  /** On how many machines the release command was begun. */
  get executions(): number {
    const sent = this.#commands.filter(({ comment }) => comment.endsWith(' release-command'));
    return sent.reduce((sum, { invocations }) => sum + invocations.size, 0);
  }

  get #commands() {
    return [...this.#rollout.region.systemsManager.commands.all.values()];
  }

  get #hasRun(): boolean {
    const done = this.#commands.filter(
      ({ comment, status }) => /release-command$/.test(comment) && status === 'Success',
    );
    return done.length > 0;
  }

  #hear({ caller }: Call, output: object): object {
    const { auditor, clock } = this.#rollout;
    if (caller === undefined || caller !== auditor.journal.claimedBy) return output;
    const until = clock.now();
    this.#cleanedUpAt = this.#rollout.isCleaningUp(caller) ? until : undefined;
    const isSilent = this.#tended?.by !== caller || until - this.#tended.until > this.#silence;
    this.#tended = { by: caller, since: isSilent ? until : (this.#tended?.since ?? until), until };
    return output;
  }

  get #silence(): number {
    return this.#rollout.auditor.scene.plan.pollInterval + slack;
  }

  /** Whether a run that lives, and does more than clean up, has had the group for long enough to have told AWS that its machines still wait. */
  get #isTended(): boolean {
    const now = this.#rollout.clock.now();
    const { since, until, by } = this.#tended ?? { since: now, until: now, by: '' };
    if (this.#rollout.isCleaningUp(by)) return false;
    return now - since > this.#silence && now - until <= this.#silence;
  }

  #see({ kind, subject, change }: WorldEvent): void {
    const [, owner = '', id = ''] = subject.split('/');
    if (kind === 'command' && change === 'Success') this.#passes(owner, id);
    if (kind === 'warm-pool' && change === 'Warmed:Pending') this.#pooledAt.set(id || owner, this.#rollout.clock.now());
    if (kind === 'member' && change === 'Pending:Wait') this.#waits(owner, id);
    if (kind === 'member' && change === 'InService') this.#serves(owner, id);
  }

  #passes(commandId: string, id: string): void {
    const { commands } = this.#rollout.region.systemsManager;
    if (commands.all.get(commandId)?.comment.endsWith(' gate')) this.#passed.add(id);
  }

  #waits(groupName: string, id: string): void {
    if (this.#rollout.region.autoScaling.group(groupName).hooks.has(hookName)) this.#held.add(id);
  }

  #serves(groupName: string, id: string): void {
    const release = this.#bringing(groupName, id);
    if (release === undefined) return;
    const mayHeal = this.#asks.untilProven && !(this.#isTended && this.#held.has(id));
    if ((mayHeal && release.wavesDone > 0) || this.#wasHidden(id)) return;
    if (this.#asks.gate && !this.#passed.has(id)) this.violations.push(`${id} serves untested`);
    if (this.#asks.releaseCommand && !this.#hasRun) this.violations.push(`${id} serves before the release command`);
  }

  /**
   * What a warm pool had begun so shortly before the end of a clean-up, which has a minute, that EC2 may not have shown it to the
   * last look. Whoever comes next ends it, if the group has not taken it by then.
   */
  #wasHidden(id: string): boolean {
    const { world, auditor } = this.#rollout;
    const longest = world.profile.lag[1] + auditor.scene.oldestRead;
    const [pooledAt, until] = [this.#pooledAt.get(id), this.#cleanedUpAt];
    return pooledAt !== undefined && until !== undefined && pooledAt <= until && until - pooledAt < longest;
  }

  /**
   * The last release that goes to what a machine was launched from: a later one to something else takes no proof from it, but
   * to what a later one comes from it goes back unasked. What a person attaches comes from nowhere, whatever its image; an undo
   * goes to what has served before.
   */
  #bringing(groupName: string, id: string): Release | undefined {
    const { auditor, region } = this.#rollout;
    const member = region.autoScaling.group(groupName).members.get(id);
    const releases = [...auditor.journal.releases.values()];
    if (!member) return undefined;
    const origin = originOf(member);
    const goesTo = ({ isUndo, to }: Release) => !isUndo && to && originsOf(to).has(origin);
    const last = releases.findLast((release) => goesTo(release) || originsOf(release.from).has(origin));
    return last && goesTo(last) ? last : undefined;
  }
}
