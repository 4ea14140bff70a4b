import { Failure } from '../platform/failure.js';
import { sameProcessIsGone } from '../platform/workflow-run.js';
import { runningSource } from './changes/template.js';
import { type CleanedUp, CleanUp, type Interrupted } from './clean-up.js';
import type { DeploymentSettings } from './deployment-settings.js';
import { tellForeword } from './foreword.js';
import { Gatekeeper } from './gate/gatekeeper.js';
import { HookHeartbeat } from './gate/hook-heartbeat.js';
import { Observer } from './group/observe.js';
import { requireNoOtherLock } from './group/other-locks.js';
import type { GroupView } from './heart/observation.js';
import type { Claimant, Release } from './heart/release.js';
import { type ImageSource, resolveImage } from './image/image.js';
import { isThrough } from './instance-refresh/is-through.js';
import { requireAbandoned } from './ledger/abandoned.js';
import { requireNoOther } from './ledger/alone.js';
import { carryOn } from './ledger/carry-on.js';
import { claim, claimantOf, take } from './ledger/claim.js';
import { findLedger, ledgerOf, ledgersThatTell, newestTo } from './ledger/find-ledger.js';
import { keepShort, type Ledger } from './ledger/ledger.js';
import { requireUndoTarget } from './ledger/undo-target.js';
import { aborted, repaired, resumed } from './ledger/unfinished.js';
import type { Claim, Claiming, Wish } from './ledger/wish.js';
import type { Tools } from './moves/tools.js';
import { keptTooLong, retirement } from './retire-kept.js';
import { rollOut } from './rollout.js';
import { type DeploymentEnd, describeEnd, introduce, summarizeEnd, unchangedEnd } from './telling/end.js';
import { type Beside, whyCutOff } from './telling/explain.js';
import type { LastWords } from './telling/last-words.js';
import { Meter } from './telling/meter.js';
import { findSides, namesOf, type PairNames } from './two-group/find-sides.js';
import { planBack, quickUndo, requireToUndo, stillThere, undoneAlready } from './undo.js';

export type { DeploymentSettings } from './deployment-settings.js';
export type { Outcome } from './heart/release.js';
export type { DeploymentEnd } from './telling/end.js';
export type { Ending } from './telling/explain.js';

/** Told the number of a release before it is claimed. */
type OnNumber = (number: number) => void;

/** What is asked for beside the image. */
type Asked = Pick<Wish, 'plan' | 'predict' | 'undo'>;

/** The rollouts to one group, from one step of a workflow. */
export class Deployment {
  readonly #settings: DeploymentSettings;
  /** That of the group, or of the two, whichever of those that tell of a group is gone on in. */
  readonly #ledger: Ledger;
  #tools: Tools;
  #lastWords: LastWords | undefined;
  readonly #afterwards: CleanUp;
  /** What was the newest release when this run read the history, and what it has claimed since then. */
  #newest: Release | undefined;

  constructor(settings: DeploymentSettings) {
    const { step, aws, fence, group } = settings;
    const { clock, cancellation, log } = step;
    this.#settings = settings;
    this.#ledger = ledgerOf(aws, this.#groups);
    this.#tools = {
      aws,
      clock,
      cancellation,
      ledger: this.#ledger,
      fence,
      observer: new Observer(aws, clock),
      gatekeeper: new Gatekeeper(aws, clock),
      hookHeartbeat: new HookHeartbeat(aws),
      tell: log.info,
      warn: (line) => log.warning(line, 'Changed meanwhile'),
      longestWait: Number.POSITIVE_INFINITY,
      hear: (words) => {
        this.#lastWords = words;
      },
    };
    this.#afterwards = new CleanUp({
      group,
      tools: () => this.#tools,
      follow: (number) => this.#follow(number),
      describe: (release, startedAt, beside) => this.describe(release, startedAt, beside),
    });
  }

  /**
   * Rolls the image out and waits for the end.
   * @throws {Failure} when nothing was changed, and why.
   */
  async run(source: ImageSource, onNumber: OnNumber): Promise<DeploymentEnd> {
    const { clock } = this.#tools;
    const startedAt = clock.now();
    const imageId = await resolveImage(this.#tools, source);
    const claimed = await this.#claim(imageId, onNumber);
    if (claimed.kind === 'unchanged') return this.#unchanged(imageId, startedAt);
    return this.#finish(claimed.release, startedAt);
  }

  /**
   * Ends what a dead run has left unfinished, so that the group is whole again: back, unless AWS has brought it through. It
   * terminates what was kept long enough. What waits for a person is told again, and is left alone.
   * @returns undefined when there is nothing to repair.
   */
  async repair(onNumber: OnNumber): Promise<DeploymentEnd | undefined> {
    const history = await this.history();
    // Of a group that is not there, a schedule would find nothing to repair for ever.
    if (history.length === 0) await this.requireGroup();
    const claiming = this.#claiming(onNumber);
    const newest = newestTo(this.#groups, history);
    if (!newest || newest !== history[0]) return this.#retire(onNumber);
    const isDone = () => isThrough(this.#tools.aws, newest, () => this.#look());
    if (newest.outcome === undefined) return this.#end(await repaired(newest, claiming, isDone), claiming);
    if (newest.outcome === 'needs-attention') return this.#leaveToPerson(newest);
    return this.#retire(onNumber);
  }

  /** Ends what was kept long enough. What two groups have kept stands in the ledger of both, whatever one of them got since. */
  async #retire(onNumber: OnNumber): Promise<DeploymentEnd | undefined> {
    const { group } = this.#settings;
    for (const { ledger, history } of await ledgersThatTell(this.#ledger)) {
      this.#tools = { ...this.#tools, ledger };
      const claiming = this.#claiming(onNumber);
      const kept = keptTooLong(history, group, claiming.clock.now());
      const release = kept && retirement(kept, history, await this.#look(), claiming);
      if (release) return this.#end(release, claiming);
    }
    this.#tools.tell(`There is nothing to repair in "${group}"; nothing was changed.`);
    return undefined;
  }

  #leaveToPerson(release: Release): DeploymentEnd {
    const end = this.describe(release, this.#tools.clock.now());
    return { ...end, reason: `${end.reason} Nothing was changed.`, endedBefore: true };
  }

  /** Goes on with a rollout that is paused, or that a dead run has left unfinished. @throws {Failure} when there is none. */
  async resume(onNumber: OnNumber): Promise<DeploymentEnd> {
    const { group, expedite = false } = this.#settings;
    const newest = await this.newest();
    // Of several groups one that ran the image already has begun nothing, perhaps ever.
    if (!newest && this.#settings.together) {
      await this.requireGroup();
      const reason = `There is nothing to resume in "${group}": it has had no release yet. Nothing was changed.`;
      return this.#unchanged('', this.#tools.clock.now(), reason);
    }
    // One that was empty did not pause.
    if (newest?.outcome === 'succeeded' || newest?.outcome === 'unproven') {
      const reason = `There is nothing to resume in "${group}": release ${newest.number} ended ${newest.outcome}. Nothing was changed.`;
      return this.#unchanged(newest.to.imageId, this.#tools.clock.now(), reason);
    }
    const claiming = this.#claiming(onNumber);
    return this.#end(await resumed(newest, { group, expedite }, claiming), claiming);
  }

  /**
   * Takes back a rollout that is paused, on hold for a person, or left unfinished by a dead run.
   * @returns `unchanged` when there is none.
   * @throws {Failure} when somebody works on it.
   */
  async abort(onNumber: OnNumber): Promise<DeploymentEnd> {
    const newest = await this.newest();
    if (!newest) await this.requireGroup();
    const claiming = this.#claiming(onNumber);
    // Of two groups one alone may have got a release since: there is nothing left to take back from both.
    const ended = newest === this.#newest ? await this.#end(await aborted(newest, claiming), claiming) : undefined;
    const reason = `There is no unfinished rollout to "${this.#settings.group}" to abort; nothing was changed.`;
    return ended ?? this.#unchanged('', this.#tools.clock.now(), reason);
  }

  /**
   * Goes back to what was healthy under traffic before: within seconds while its machines are kept, else by a rollout. An
   * unfinished rollout is aborted. Run again by the same run of a workflow it goes no further back.
   * @throws {Failure} when there is nothing to go back to.
   */
  async undo(onNumber: OnNumber): Promise<DeploymentEnd> {
    const history = await this.history();
    const [newest] = history;
    const { clock } = this.#tools;
    const claiming = this.#claiming(onNumber);
    requireToUndo(history, this.#groups);
    const isOpen = newest && (newest.outcome === undefined || newest.outcome === 'needs-attention');
    if (isOpen && newest.undoes === undefined) return this.abort(onNumber);
    if (newest && newest.outcome === undefined) {
      await requireAbandoned(newest, claiming);
      return this.#end(carryOn(newest, claiming.claimant, clock.now()), claiming);
    }
    const already = newest && undoneAlready(newest, claiming.claimant);
    if (already) return this.#unchanged(already.imageId, clock.now(), already.reason);
    const { aws, observer } = this.#tools;
    const names = this.#pairIn(history, true);
    const pair = names && (await findSides(aws, observer, names, history));
    const view = pair?.blue ?? (await this.#look());
    const quick = await quickUndo(this.#tools, history, view, pair, claiming);
    return quick ? this.#end(quick, claiming) : this.#undoByRollout(history, view, onNumber);
  }

  /** The newest release of the group. */
  async newest(): Promise<Release | undefined> {
    return newestTo(this.#groups, await this.history());
  }

  /** All releases of the ledger that tells last of the group, the newest first: one of two groups shares it with the other. */
  async history(): Promise<readonly Release[]> {
    const own = this.#ledger;
    const found = this.#settings.pair ? { ledger: own, history: await own.history() } : await findLedger(own);
    this.#tools = { ...this.#tools, ledger: found.ledger };
    [this.#newest] = found.history;
    return found.history;
  }

  /** A name without releases may be that of no group. @throws {Failure} when it is. */
  async requireGroup(): Promise<void> {
    await this.#look();
  }

  /**
   * After a cancel: puts back what an unfinished release of this run has borrowed.
   * @returns undefined when there is nothing.
   */
  cleanUp(number: number, run?: Interrupted): Promise<CleanedUp | undefined> {
    return this.#afterwards.cleanUp(number, run);
  }

  /** How a run ended that something has cut off on its way; undefined when it had begun nothing, or had come to its end before. */
  cutOff(number: number, error: unknown, startedAt: number): Promise<DeploymentEnd | undefined> {
    const known = this.#newest?.number === number ? this.#newest : undefined;
    return this.#afterwards.cutOff({ number, known, error, startedAt });
  }

  /** How a release ended, or where it stands. */
  describe(release: Release, startedAt = release.startedAt, beside: Beside = {}): DeploymentEnd {
    const lastWords = this.#lastWords;
    return { ...describeEnd(release, this.#tools.clock.now() - startedAt, beside), ...(lastWords && { lastWords }) };
  }

  /** The end as a table for the job summary. */
  summarize(end: DeploymentEnd): string {
    return summarizeEnd(this.#settings.group, end);
  }

  /** A release of this run; one between two groups may stand in the ledger of the other one. */
  async #follow(number: number): ReturnType<Ledger['follow']> {
    const isOurs = ({ claimant }: Release) => claimant.runUrl === this.#settings.step.workflow.runUrl;
    const own = await this.#tools.ledger.follow(number);
    if (own.release && isOurs(own.release)) return own;
    await this.history();
    const found = await this.#tools.ledger.follow(number);
    return found.release && isOurs(found.release) ? found : { ...found, release: undefined };
  }

  /** Claims the group for an image; what a dead run left to another goal is ended first. */
  async #claim(imageId: string, onNumber: OnNumber, asked: Asked = this.#settings): Promise<Claim> {
    const { aws, tell, cancellation } = this.#tools;
    const { plan } = asked;
    for (;;) {
      const history = await this.#tools.ledger.history();
      const wish = await this.#wish(imageId, asked, history);
      const { view, pair } = wish;
      const claimed = await claim(history, wish, this.#claiming(onNumber));
      if (claimed.kind === 'own') {
        const before = { plan, acceptsAlarm: wish.alarms?.acceptsAlarm === true, newest: history[0] };
        await tellForeword(aws, this.#settings.step.log, { view, release: claimed.release }, before);
      }
      if (claimed.kind !== 'unchanged') this.#goOnWith(claimed.release, history[0]);
      if (claimed.kind !== 'rescue') return claimed;
      const { to, reason } = claimed.release;
      tell(`First ending the rollout of ${to.imageId} that was left unfinished. ${reason ?? ''}`.trim());
      const ended = await rollOut(claimed.release, this.#tools);
      this.#newest = ended;
      if (cancellation.aborted) return claimed;
      if (pair && ended.outcome === 'needs-attention') throw new Failure(this.describe(ended).reason);
    }
  }

  /** What is asked for, of groups as they are now. @throws {Failure} when another rollout has them. */
  async #wish(imageId: string, { plan, predict, undo }: Asked, history: readonly Release[]): Promise<Wish> {
    const { aws, observer, tell } = this.#tools;
    const { group, alarms, together, force = false } = this.#settings;
    const names = this.#pairIn(history, undo !== undefined);
    await requireNoOther(
      aws,
      names?.groups ?? [group],
      history,
      this.#claiming(() => undefined),
    );
    const pair = names && (await findSides(aws, observer, names, history));
    const view = pair?.green ?? (await observer.look(group));
    const undone = history.find(({ number }) => number === undo?.undoes);
    const choice = alarms && { ...alarms, undoneSince: undone?.startedAt, tell };
    return { aws, view, pair, imageId, plan, predict, force, undo, together, alarms: choice };
  }

  async #undoByRollout(history: readonly Release[], view: GroupView, onNumber: OnNumber): Promise<DeploymentEnd> {
    const { aws, clock, tell } = this.#tools;
    const { plan: own, hasOwnPlan = false, predict } = this.#settings;
    const startedAt = clock.now();
    const { from } = await runningSource(aws, view);
    const { undoes, to } = requireUndoTarget(history, from.imageId);
    const plan = planBack(
      own,
      hasOwnPlan,
      history.find(({ number }) => number === undoes),
    );
    tell(`Undoing release ${undoes}: no machine is kept for it, so ${to.imageId} is rolled out again`);
    const imageId = await resolveImage(this.#tools, { imageId: to.imageId });
    // Of two groups the other one is rolled out to, and that may launch from a template of its own. Machines that stay keep theirs.
    const isOther = history[0]?.sides !== undefined || plan.strategy === 'replace-root-volume';
    const isThere = isOther ? undefined : await stillThere(aws, from, to);
    // What rehearses it knows the step's own plan alone.
    const asked = { plan, undo: { undoes, to: isThere }, ...(plan === own && predict && { predict }) };
    const claimed = await this.#claim(imageId, onNumber, asked);
    return claimed.kind === 'unchanged'
      ? this.#unchanged(imageId, startedAt)
      : this.#finish(claimed.release, startedAt);
  }

  #look(): Promise<GroupView> {
    return this.#tools.observer.look(this.#settings.group);
  }

  /** The two groups that a workflow names, or else that the newest release went between, if that counts. */
  #pairIn([newest]: readonly Release[], ledgerCounts: boolean): PairNames | undefined {
    const known = ledgerCounts && newest?.sides ? namesOf(newest.sides) : undefined;
    return this.#settings.pair ?? known;
  }

  get #groups(): readonly string[] {
    const { pair, group } = this.#settings;
    return pair?.groups ?? [group];
  }

  /** Claims the group for a release, and rolls that to its end. */
  #end(release: Release, claiming: Claiming): Promise<DeploymentEnd>;
  #end(release: Release | undefined, claiming: Claiming): Promise<DeploymentEnd | undefined>;
  async #end(release: Release | undefined, claiming: Claiming): Promise<DeploymentEnd | undefined> {
    const startedAt = this.#tools.clock.now();
    if (!release) return undefined;
    await this.#requireNoOtherLocks(release);
    this.#goOnWith(await take(release, claiming), this.#newest);
    return this.#finish(release, startedAt);
  }

  /** What cut the run before off is told once, for it may cut this one off as well. */
  #goOnWith(release: Release, newest: Release | undefined): void {
    this.#newest = release;
    const why = newest && whyCutOff(newest);
    const isTold = why === undefined || release.reason?.includes(why);
    if (!isTold) this.#tools.tell(`Release ${newest?.number} was cut off: ${why}`);
  }

  /** @throws {Failure} when somebody else is changing what a release goes on with. */
  async #requireNoOtherLocks(release: Release): Promise<void> {
    const { aws, observer, tell } = this.#tools;
    for (const name of release.sides ? namesOf(release.sides).groups : [release.group]) {
      const { group } = await observer.look(name);
      await requireNoOtherLock(aws, group, tell, release);
    }
  }

  async #finish(release: Release, startedAt: number): Promise<DeploymentEnd> {
    this.#tools.tell(introduce(release));
    const meter = new Meter();
    const ended = await rollOut(release, { ...this.#tools, meter });
    const { ledger, tell, cancellation } = this.#tools;
    if (ended.outcome !== undefined && !cancellation.aborted) await keepShort(ledger, ended.number, tell);
    const end = this.describe(ended, startedAt);
    const seen = meter.figures(ended, end.duration);
    return { ...end, ...(seen && { seen }) };
  }

  #unchanged(imageId: string, startedAt: number, reason?: string): DeploymentEnd {
    return unchangedEnd(this.#settings.group, imageId, this.#tools.clock.now() - startedAt, reason);
  }

  #claiming(onNumber: OnNumber): Claiming {
    const { ledger, fence, clock, cancellation, tell } = this.#tools;
    const { step, hasEnded } = this.#settings;
    const claimant = claimantOf(step.workflow);
    const isGone = hasEnded ?? (async (earlier: Claimant) => sameProcessIsGone(earlier, claimant));
    return { ledger, fence, clock, cancellation, claimant, isGone, onNumber, tell };
  }
}
