import type { Aws } from '../platform/aws.js';
import type { Fence } from '../platform/fence.js';
import { literally } from '../platform/markdown.js';
import type { Step } from '../platform/step.js';
import { type Claim, type ClaimRequest, claim, isAlive, refusal, takeBack } from './claim.js';
import { Gatekeeper } from './gatekeeper.js';
import { type ImageSource, resolveImage } from './image.js';
import { Ledger } from './ledger.js';
import { Observer } from './observe.js';
import type { Plan } from './plan.js';
import type { Outcome, Release } from './release.js';
import { rollOut, type Tools } from './rollout.js';
import { nextMoveAfterCancel } from './strategies.js';

export type { Outcome } from './release.js';

/** How a deployment ended, for outputs, summary and notices. */
export interface DeploymentEnd {
  readonly outcome: Outcome;
  /** One sentence for a person: what happened, and what to do if anything is to be done. */
  readonly reason: string;
  /** The image that was asked for. */
  readonly imageId: string;
  /** The image that the group ran before. */
  readonly previousImageId: string;
  /** Milliseconds. */
  readonly duration: number;
  /** What a rehearsal at its beginning said, in milliseconds. */
  readonly predicted?: number;
}

/** What a deployment is made of. */
export interface DeploymentSettings {
  readonly step: Step;
  readonly aws: Aws;
  /** The one that bounds what `aws` changes. */
  readonly fence: Fence;
  readonly group: string;
  readonly plan: Plan;
  /** Rehearses a rollout that is about to begin: how long it may take, in milliseconds. It must not throw. */
  readonly predict?: ClaimRequest['predict'];
}

/** A rollout to one group, from one step of a workflow. */
export class Deployment {
  readonly #step: Step;
  readonly #group: string;
  readonly #plan: Plan;
  readonly #predict: ClaimRequest['predict'];
  readonly #tools: Tools;

  constructor({ step, aws, fence, group, plan, predict }: DeploymentSettings) {
    const { clock, cancellation, log } = step;
    this.#step = step;
    this.#group = group;
    this.#plan = plan;
    this.#predict = predict;
    this.#tools = {
      aws,
      clock,
      cancellation,
      ledger: new Ledger(aws, group),
      fence,
      observer: new Observer(aws, clock),
      gatekeeper: new Gatekeeper(aws),
      tell: log.info,
    };
  }

  /**
   * Rolls the image out and waits for the end. `onNumber` is told the release's number before it is claimed.
   * @throws {Failure} when nothing was changed, and why.
   */
  async run(source: ImageSource, onNumber: (number: number) => void): Promise<DeploymentEnd> {
    const { aws, clock, observer } = this.#tools;
    const startedAt = clock.now();
    const imageId = await resolveImage(aws, observer, source);
    const claimed = await this.#claim(imageId, onNumber);
    if (claimed.kind === 'unchanged') {
      const reason = `Every machine of "${this.#group}" runs ${imageId} already; nothing was changed.`;
      return { outcome: 'unchanged', reason, imageId, previousImageId: imageId, duration: clock.now() - startedAt };
    }
    this.#tools.tell(introduce(claimed.release));
    return this.#finish(claimed.release, startedAt);
  }

  /**
   * Takes back what a dead run has left unfinished, so that the group is whole again.
   * @returns undefined when there is nothing to repair.
   */
  async repair(onNumber: (number: number) => void): Promise<DeploymentEnd | undefined> {
    const { clock, fence, ledger, tell } = this.#tools;
    const startedAt = clock.now();
    const newest = await ledger.newest();
    if (!newest || newest.outcome !== undefined) return undefined;
    if (isAlive(newest, startedAt)) {
      tell(refusal(newest).message);
      return undefined;
    }
    const release = takeBack(newest, this.#claimant(), startedAt);
    onNumber(release.number);
    await ledger.claim(release);
    fence.renew(release.heartbeatAt);
    return this.#finish(release, startedAt);
  }

  /** All releases of the group, the newest first. */
  history(): Promise<readonly Release[]> {
    return this.#tools.ledger.history();
  }

  /**
   * After a cancel: puts back what an unfinished release of this run has borrowed, and says in the ledger that nobody works
   * on it. The next run, or a repair, makes the group whole.
   * @returns undefined when there is nothing to put back.
   */
  async settle(number: number): Promise<Release | undefined> {
    const { release, superseded } = await this.#tools.ledger.follow(number);
    const isOurs = release?.claimant.runUrl === this.#step.workflow.runUrl;
    const isAtRest = release?.outcome !== undefined || release?.rests !== undefined;
    if (!release || !isOurs || superseded || isAtRest) return undefined;
    return rollOut(release, this.#tools, nextMoveAfterCancel);
  }

  /** Claims the group for an image; what a dead run left to another image is taken back first. */
  async #claim(imageId: string, onNumber: (number: number) => void): Promise<Claim> {
    const { aws, clock, fence, ledger, observer, tell, cancellation } = this.#tools;
    for (;;) {
      const view = await observer.look(this.#group);
      const claimed = await claim({
        aws,
        ledger,
        fence,
        clock,
        view,
        imageId,
        plan: this.#plan,
        claimant: this.#claimant(),
        predict: this.#predict,
        onNumber,
      });
      if (claimed.kind !== 'rescue') return claimed;
      tell(
        `First taking back the rollout of ${claimed.release.to.imageId} that was left unfinished: ${claimed.release.reason}`,
      );
      await rollOut(claimed.release, this.#tools);
      if (cancellation.aborted) return claimed;
    }
  }

  /** The end as a table for the job summary. */
  summarize({ outcome, reason, imageId, previousImageId, duration, predicted }: DeploymentEnd): string {
    const foreseen = predicted === undefined ? '' : ` (predicted: ${Math.round(predicted / 1000)} s)`;
    return [
      `### ${literally(this.#group)}: ${outcome}`,
      '',
      literally(reason),
      '',
      '| Image | Previous image | Time |',
      '| --- | --- | --- |',
      `| \`${imageId}\` | \`${previousImageId}\` | ${Math.round(duration / 1000)} s${foreseen} |`,
      '',
    ].join('\n');
  }

  async #finish(release: Release, startedAt: number): Promise<DeploymentEnd> {
    return this.describe(await rollOut(release, this.#tools), startedAt);
  }

  #claimant() {
    const { repository, actor, sha, runUrl } = this.#step.workflow;
    return { repository, actor, commit: sha, runUrl };
  }

  /** How a release ended, or where it stands. */
  describe(release: Release, startedAt = release.startedAt): DeploymentEnd {
    const outcome = release.outcome ?? 'aborted';
    return {
      outcome,
      reason: explain(outcome, release),
      imageId: release.to.imageId,
      previousImageId: release.from.imageId,
      duration: this.#tools.clock.now() - startedAt,
      ...(release.predicted !== undefined && { predicted: release.predicted }),
    };
  }
}

/** Which release this is, to be found again in the history. */
function introduce({ number, continues, from, to }: Release): string {
  const name = continues === undefined ? `Release ${number}` : `Release ${number}, carrying on ${continues}`;
  return `${name}: ${from.imageId} (template version ${from.version}) -> ${to.imageId}`;
}

function explain(outcome: Outcome, { group, from, to, reason = '', outcome: end }: Release): string {
  switch (outcome) {
    case 'succeeded':
      return `Every machine of "${group}" runs ${to.imageId}.`;
    case 'unchanged':
      return `"${group}" runs ${to.imageId} already.`;
    case 'unproven':
      return `"${group}" has no machines: it will launch ${to.imageId}, but no machine has proven it.`;
    case 'rolled-back':
      return `${to.imageId} was taken back; every machine of "${group}" runs ${from.imageId} again. Why: ${reason}`;
    case 'aborted':
      return end === undefined
        ? `The rollout of ${to.imageId} to "${group}" was cancelled; the post step takes it back to ${from.imageId}.`
        : `The rollout of ${to.imageId} was cancelled and taken back; every machine of "${group}" runs ${from.imageId} again.`;
    case 'needs-attention':
      return `"${group}" needs a person: on the way back to ${from.imageId}, ${reason} Look at the group's activity history and target health.`;
  }
}
