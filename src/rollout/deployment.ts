import { type CleanedUp, CleanUp, type Interrupted } from './clean-up.js';
import { abort } from './deployment/abort.js';
import { repair } from './deployment/repair.js';
import { resume } from './deployment/resume.js';
import { type OnNumber, Session } from './deployment/session.js';
import { undo } from './deployment/undo.js';
import type { DeploymentSettings } from './deployment-settings.js';
import type { Release } from './heart/release.js';
import { type ImageSource, resolveImage } from './image/image.js';
import { releasesTo } from './ledger/find-ledger.js';
import { type DeploymentEnd, summarizeEnd } from './telling/end.js';

export type { DeploymentSettings } from './deployment-settings.js';
export type { Outcome } from './heart/release.js';
export type { DeploymentEnd } from './telling/end.js';
export type { Ending } from './telling/explain.js';

/** The rollouts to one group, or between two, from one step of a workflow: what its commands do. */
export class Deployment {
  readonly #session: Session;
  readonly #afterwards: CleanUp;

  constructor(settings: DeploymentSettings) {
    const session = new Session(settings);
    this.#session = session;
    this.#afterwards = new CleanUp({
      group: settings.group,
      tools: () => session.tools,
      follow: (number) => session.follow(number),
      describe: (release, startedAt, beside) => session.describe(release, startedAt, beside),
    });
  }

  /**
   * Rolls the image out and waits for the end.
   * @throws {Failure} when nothing was changed, and why.
   */
  async run(source: ImageSource, onNumber: OnNumber): Promise<DeploymentEnd> {
    const { tools } = this.#session;
    const startedAt = tools.clock.now();
    return this.#session.deploy(await resolveImage(tools, source), onNumber, startedAt);
  }

  /** See {@link repair}. */
  repair(onNumber: OnNumber): Promise<DeploymentEnd | undefined> {
    return repair(this.#session, onNumber);
  }

  /** See {@link resume}. */
  resume(onNumber: OnNumber): Promise<DeploymentEnd> {
    return resume(this.#session, onNumber);
  }

  /** See {@link abort}. */
  abort(onNumber: OnNumber): Promise<DeploymentEnd> {
    return abort(this.#session, onNumber);
  }

  /** See {@link undo}. */
  undo(onNumber: OnNumber): Promise<DeploymentEnd> {
    return undo(this.#session, onNumber);
  }

  /** All releases of the ledger that tells last of the group, the newest first. */
  history(): Promise<readonly Release[]> {
    return this.#session.history();
  }

  /** Those of them that went to the group: the other one of two may have got some alone. */
  async releases(): Promise<readonly Release[]> {
    return releasesTo(this.#session.settings.group, await this.history());
  }

  /** A name without releases may be that of no group. @throws {Failure} when it is. */
  async requireGroup(): Promise<void> {
    await this.#session.look();
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
    const { known: newest } = this.#session;
    return this.#afterwards.cutOff({ number, known: newest?.number === number ? newest : undefined, error, startedAt });
  }

  /** The end as a table for the job summary. */
  summarize(end: DeploymentEnd): string {
    return summarizeEnd(this.#session.settings.group, end);
  }
}
