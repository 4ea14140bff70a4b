import type { CallMiddleware } from './aws-call.js';
import type { Clock } from './clock.js';
import type { Step } from './step.js';

/** Milliseconds by which a clock may be off: what is compared with AWS's times allows for it. */
const toleratedSkew = 10_000;

/**
 * The runner's clock, set by what AWS answers. Much of what a rollout decides compares its own time with AWS's, and a machine of one's
 * own may be minutes off: the SDK signs its calls right all the same, so nothing else would show it. Every answer counts, for a
 * clock may be set in the middle of a run, and a machine may be resumed.
 */
export class AwsTime implements Clock {
  readonly #clock: Clock;
  readonly #log: Step['log'];
  readonly #runner: string;
  /** Milliseconds to add to the runner's clock; undefined before the first answer. */
  #ahead: number | undefined;

  constructor({ clock, log, workflow }: Pick<Step, 'clock' | 'log' | 'workflow'>) {
    this.#clock = clock;
    this.#log = log;
    this.#runner = workflow.runnerName ? `runner "${workflow.runnerName}"` : 'this runner';
  }

  now(): number {
    return this.#clock.now() + (this.#ahead ?? 0);
  }

  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return this.#clock.sleep(milliseconds, signal);
  }

  /** Makes a call of AWS, whichever, unless one was answered before: its answer sets the clock, even a refusal. */
  async learn(call: () => Promise<unknown>): Promise<void> {
    if (this.#ahead === undefined) await call().catch(() => undefined);
  }

  /** Hears what time each attempt of each call is answered with. */
  readonly hearing: CallMiddleware = (next) => async (args) => {
    const sentAt = this.#clock.now();
    try {
      const result = await next(args);
      this.#hear(result, sentAt);
      return result;
    } catch (error) {
      this.#hear({ response: (error as { readonly $response?: unknown }).$response }, sentAt);
      throw error;
    }
  };

  /** An answer was given between `sentAt` and now, in the second that it names: of all that fits, least is set. */
  #hear(result: object, sentAt: number): void {
    const date = dateOf(result);
    if (date === undefined) return;
    const least = date - this.#clock.now();
    const most = date + 1000 - sentAt;
    const known = this.#ahead ?? 0;
    this.#ahead = known;
    const fits = known >= least - toleratedSkew && known <= most + toleratedSkew;
    // The clock was set back while the call was under way: the next one tells.
    if (fits || least > most) return;
    const nearest = Math.min(Math.max(0, least), most);
    this.#ahead = Math.abs(nearest) > toleratedSkew ? nearest : 0;
    this.#tell(this.#ahead);
  }

  #tell(ahead: number): void {
    const off = `${Math.round(Math.abs(ahead) / 1000)} s ${ahead > 0 ? 'slow' : 'fast'}`;
    if (ahead === 0) this.#log.info(`The clock of ${this.#runner} was set meanwhile: it is right now.`);
    else
      this.#log.warning(
        `The clock of ${this.#runner} is ${off}, by the time that AWS answers with. This run goes by AWS's time. ` +
          'Set the clock, for example with chrony.',
        'Clock',
      );
  }
}

/** When an answer was given, to the second (RFC 9110, "Date"); undefined where nothing says it, as in a simulated world. */
function dateOf(result: object): number | undefined {
  const { response } = result as { readonly response?: { readonly headers?: Readonly<Record<string, string>> } };
  const date = Date.parse(response?.headers?.['date'] ?? '');
  return Number.isNaN(date) ? undefined : date;
}
