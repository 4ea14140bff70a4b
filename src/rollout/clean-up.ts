import { briefly } from '../platform/aws-failure.js';
import { Cancelled } from '../platform/cancellation.js';
import { Failure } from '../platform/failure.js';
import { nextMoveAfterCancel } from './after-cancel.js';
import { leave } from './cut-off.js';
import type { Release } from './heart/release.js';
import type { Ledger } from './ledger/ledger.js';
import type { Tools } from './moves/tools.js';
import { isOver, rollOut } from './rollout.js';
import type { DeploymentEnd } from './telling/end.js';
import { type Beside, capital, sentence } from './telling/explain.js';
import { whatMayStand } from './telling/what-stands.js';

/** What stands after a clean-up, and whether everything was put back. */
export interface CleanedUp {
  readonly end: DeploymentEnd;
  readonly isClean: boolean;
}

/** What a clean-up works with: the tools, as they are when it begins, and the deployment that it cleans up after. */
export interface CleanUpSettings {
  readonly group: string;
  readonly tools: () => Tools;
  readonly follow: (number: number) => ReturnType<Ledger['follow']>;
  readonly describe: (release: Release, startedAt: number | undefined, beside: Beside) => DeploymentEnd;
}

/** What is known of a run that is cleaned up after, beside the ledger. */
export interface Interrupted {
  /** Why it was cut off, where nobody has cancelled it. */
  readonly because?: string | undefined;
  /** When it began, in milliseconds since the Unix epoch. The time that is told counts from then, else from when its release began. */
  readonly startedAt?: number | undefined;
}

/** A run that something has cut off: what it had claimed, as far as it is `known`, what was thrown, and when it had begun. */
export interface CutOff {
  readonly number: number;
  readonly known: Release | undefined;
  readonly error: unknown;
  readonly startedAt: number;
}

/**
 * After a cancel GitHub waits for minutes, not for the plan's poll interval, nor for machines that start slowly. All is to be over
 * within one, and on a bad day main takes ten seconds of it, and a last look and the end twenty. Milliseconds.
 */
const soon = 5_000;
const overdueAfter = 20_000;

/** What follows on a run that did not come to its end: GitHub's post phase, mostly. */
export class CleanUp {
  readonly #settings: CleanUpSettings;

  constructor(settings: CleanUpSettings) {
    this.#settings = settings;
  }

  /**
   * After a cancel: puts back what an unfinished release of this run has borrowed, and says in the ledger that nobody works
   * on it. The next run, or a repair, makes the group whole. What AWS refuses to put back is told, and is left to the next run.
   * @returns undefined when there is nothing to put back.
   * @throws {Failure} when not even the ledger can be read.
   */
  async cleanUp(number: number, run: Interrupted = {}): Promise<CleanedUp | undefined> {
    const { because, startedAt } = run;
    try {
      const release = await this.#settle(number, because);
      return release && this.#afterCleanUp(release, run);
    } catch (error) {
      const failed = `Its clean-up failed: ${briefly(error)}`;
      const stopped = `its run was stopped, and its clean-up failed: ${briefly(error)}`;
      const why = because === undefined ? stopped : `${sentence(because)} ${failed}`;
      const { release, superseded } = await this.#settings.follow(number).catch(() => {
        throw new Failure(`${sentence(failed)} ${capital(whatMayStand(this.#settings))} ${endIt(number)}`);
      });
      if (!release || superseded) return undefined;
      // Only the answer to its last line was lost.
      if (isOver(release)) return this.#afterCleanUp(release, run);
      const left = await leave(release, why, this.#settings.tools());
      const beside = { because: why, standing: left.standing };
      return { end: this.#settings.describe(left.release, startedAt, beside), isClean: false };
    }
  }

  async #settle(number: number, because: string | undefined): Promise<Release | undefined> {
    const { release, superseded } = await this.#settings.follow(number);
    if (!release || superseded || isOver(release)) return undefined;
    // Post has no claim of its own: what main has confirmed last counts, and if that is old, a sign of life comes first.
    const tools = this.#settings.tools();
    tools.fence.renew(release.heartbeatAt);
    const overdueAt = tools.clock.now() + overdueAfter;
    return rollOut(
      release,
      { ...tools, longestWait: soon },
      {
        look: (current, { observer, ledger, gatekeeper }) => observer.observeGroup(current, ledger, gatekeeper),
        next: (seen) => nextMoveAfterCancel(seen, seen.now >= overdueAt, because),
        tend: async () => undefined,
      },
    );
  }

  /** Where the time for it was over first, nobody knows what stands. */
  #afterCleanUp(release: Release, { because, startedAt }: Interrupted): CleanedUp {
    const isClean = isOver(release);
    const standing = isClean ? undefined : whatMayStand(release);
    return { end: this.#settings.describe(release, startedAt, { because, standing }), isClean };
  }

  /**
   * How a run ended that something has cut off on its way.
   * @returns undefined when it had begun nothing, or had come to its end before.
   */
  async cutOff({ number, known, error, startedAt }: CutOff): Promise<DeploymentEnd | undefined> {
    const { release, superseded } = await this.#settings
      .follow(number)
      .catch(() => ({ release: known, superseded: false }));
    if (!release || isOver(release)) return undefined;
    const because = error instanceof Cancelled ? undefined : briefly(error);
    const end = this.#settings.describe(release, startedAt, { because });
    return superseded ? { ...end, reason: briefly(error) } : end;
  }
}

function endIt(number: number): string {
  return `End release ${number} with "command: repair".`;
}
