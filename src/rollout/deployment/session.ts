import { Failure } from '../../platform/failure.js';
import { sameProcessIsGone } from '../../platform/workflow-run.js';
import type { DeploymentSettings } from '../deployment-settings.js';
import { tellForeword } from '../foreword.js';
import { Gatekeeper } from '../gate/gatekeeper.js';
import { HookHeartbeat } from '../gate/hook-heartbeat.js';
import { Observer } from '../group/observe.js';
import { requireNoOtherLock } from '../group/other-locks.js';
import type { GroupView } from '../heart/observation.js';
import type { Claimant, Release } from '../heart/release.js';
import { requireNoOther } from '../ledger/alone.js';
import { claim, claimantOf, take } from '../ledger/claim.js';
import { findLedger, groupsOf, ledgerOf, newestTo } from '../ledger/find-ledger.js';
import { keepShort, type Ledger } from '../ledger/ledger.js';
import type { Claim, Claiming, Wish } from '../ledger/wish.js';
import type { Tools } from '../moves/tools.js';
import { rollOut } from '../rollout.js';
import { type DeploymentEnd, describeEnd, introduce, unchangedEnd } from '../telling/end.js';
import { type Beside, whyCutOff } from '../telling/explain.js';
import type { LastWords } from '../telling/last-words.js';
import { Meter } from '../telling/meter.js';
import { findSides, namesOf, type PairNames } from '../two-group/find-sides.js';

/** Told the number of a release before it is claimed. */
export type OnNumber = (number: number) => void;

/** What is asked for beside the image. */
export type Asked = Pick<Wish, 'plan' | 'predict' | 'undo'>;

/** A step of a workflow at work on a group, or on two: which ledger it goes by, and how it claims a release and ends it. */
export class Session {
  readonly settings: DeploymentSettings;
  /** That of the group, or of the two, whichever of those that tell of a group is gone on in. */
  readonly ownLedger: Ledger;
  /** What was the newest release when this run read the history, and what it has claimed since then. */
  #newest: Release | undefined;
  #tools: Tools;
  #lastWords: LastWords | undefined;

  constructor(settings: DeploymentSettings) {
    const { step, aws, fence } = settings;
    const { clock, cancellation, log } = step;
    this.settings = settings;
    this.ownLedger = ledgerOf(aws, this.groups);
    this.#tools = {
      aws,
      clock,
      cancellation,
      ledger: this.ownLedger,
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
  }

  /** What it works with, as it is now. */
  get tools(): Tools {
    return this.#tools;
  }

  /** The group, or both of two. */
  get groups(): readonly string[] {
    const { pair, group } = this.settings;
    return pair?.groups ?? [group];
  }

  /** The newest release that this run knows of, whichever group it went to. */
  get known(): Release | undefined {
    return this.#newest;
  }

  /** All releases of the ledger that tells last of the group, the newest first: one of two groups shares it with the other. */
  async history(): Promise<readonly Release[]> {
    const own = this.ownLedger;
    const found = this.settings.pair ? { ledger: own, history: await own.history() } : await findLedger(own);
    this.goOnIn(found.ledger);
    [this.#newest] = found.history;
    return found.history;
  }

  /** The newest release of the group. */
  async newest(): Promise<Release | undefined> {
    return newestTo(this.groups, await this.history());
  }

  /** From now on it claims in this ledger. */
  goOnIn(ledger: Ledger): void {
    this.#tools = { ...this.#tools, ledger };
  }

  /** One look at the group. @throws {Failure} when there is no such group. */
  look(): Promise<GroupView> {
    return this.#tools.observer.look(this.settings.group);
  }

  /** The two groups that a workflow names, or else that the newest release went between, if that counts. */
  pairIn([newest]: readonly Release[], ledgerCounts: boolean): PairNames | undefined {
    const known = ledgerCounts && newest?.sides ? namesOf(newest.sides) : undefined;
    return this.settings.pair ?? known;
  }

  /** Rolls an image out, from a moment on that the time is told from. */
  async deploy(imageId: string, onNumber: OnNumber, startedAt: number, asked?: Asked): Promise<DeploymentEnd> {
    const claimed = await this.#claim(imageId, onNumber, asked);
    if (claimed.kind === 'unchanged') return this.unchanged(imageId, undefined, startedAt);
    return this.#finish(claimed.release, startedAt);
  }

  /** Claims the group for an image; what a dead run left to another goal is ended first. */
  async #claim(imageId: string, onNumber: OnNumber, asked: Asked = this.settings): Promise<Claim> {
    const { aws, tell, cancellation } = this.#tools;
    const { plan } = asked;
    for (;;) {
      const history = await this.#tools.ledger.history();
      const wish = await this.#wish(imageId, asked, history);
      const { view, pair } = wish;
      const claimed = await claim(history, wish, this.claiming(onNumber));
      if (claimed.kind === 'own') {
        const before = { plan, acceptsAlarm: wish.alarms?.acceptsAlarm === true, newest: history[0] };
        await tellForeword(aws, this.settings.step.log, { view, release: claimed.release }, before);
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
    const { aws, clock, observer, tell } = this.#tools;
    const { group, alarms, together, force = false } = this.settings;
    const names = this.pairIn(history, undo !== undefined);
    const claiming = this.claiming(() => undefined);
    await requireNoOther(aws, names?.groups ?? [group], history, claiming);
    const pair = names && (await findSides(aws, observer, names, { history, now: clock.now() }));
    const view = pair?.green ?? (await observer.look(group));
    const undone = history.find(({ number }) => number === undo?.undoes);
    const choice = alarms && { ...alarms, undoneSince: undone?.startedAt, tell };
    return { aws, view, pair, imageId, plan, predict, force, undo, together: together?.(imageId), alarms: choice };
  }

  /** Claims the group for a release, and rolls that to its end. */
  end(release: Release, claiming: Claiming): Promise<DeploymentEnd>;
  end(release: Release | undefined, claiming: Claiming): Promise<DeploymentEnd | undefined>;
  async end(release: Release | undefined, claiming: Claiming): Promise<DeploymentEnd | undefined> {
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
    for (const name of groupsOf(release)) {
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

  /** How it ends where nothing was changed, and why. */
  unchanged(imageId: string, reason?: string, startedAt = this.#tools.clock.now()): DeploymentEnd {
    return unchangedEnd(this.settings.group, imageId, this.#tools.clock.now() - startedAt, reason);
  }

  /** How a release ended, or where it stands. */
  describe(release: Release, startedAt = release.startedAt, beside: Beside = {}): DeploymentEnd {
    const lastWords = this.#lastWords;
    return { ...describeEnd(release, this.#tools.clock.now() - startedAt, beside), ...(lastWords && { lastWords }) };
  }

  /** A release of this run; one between two groups may stand in the ledger of the other one. */
  async follow(number: number): ReturnType<Ledger['follow']> {
    const isOurs = ({ claimant }: Release) => claimant.runUrl === this.settings.step.workflow.runUrl;
    const own = await this.#tools.ledger.follow(number);
    if (own.release && isOurs(own.release)) return own;
    await this.history();
    const found = await this.#tools.ledger.follow(number);
    return found.release && isOurs(found.release) ? found : { ...found, release: undefined };
  }

  /** What a claim is made with. */
  claiming(onNumber: OnNumber): Claiming {
    const { ledger, fence, clock, cancellation, tell } = this.#tools;
    const { step, hasEnded } = this.settings;
    const claimant = claimantOf(step.workflow);
    const isGone = hasEnded ?? (async (earlier: Claimant) => sameProcessIsGone(earlier, claimant));
    return { ledger, fence, clock, cancellation, claimant, isGone, onNumber, tell };
  }
}
