import type { Clock } from '../../src/platform/clock.js';
import { systemClock } from '../../src/platform/clock.js';
import type { Random } from '../../src/platform/random.js';
import type { Log, Step } from '../../src/platform/step.js';
import { readWorkflow, type Workflow } from '../../src/platform/workflow.js';

/** A step without a runner: inputs are given, and everything that it tells the outside world is kept. */
export class RecordedStep implements Step {
  readonly outputs: Record<string, string> = {};
  /** What it has saved for the process that comes after it; it reads none of that itself. */
  readonly states: Record<string, string> = {};
  readonly masked: string[] = [];
  readonly lines: { readonly level: string; readonly line: string; readonly title: string | undefined }[] = [];
  summary = '';
  /** Milliseconds since the Unix epoch. */
  cancelledAt: number | undefined;
  readonly #canceller = new AbortController();
  readonly #inputs: Readonly<Record<string, string>>;
  readonly #state: Readonly<Record<string, string>>;
  readonly #onLine: ((line: string) => void) | undefined;
  readonly clock: Clock;
  readonly random: Random = { next: () => 0.5 };
  readonly workflow: Workflow;
  readonly environment: NodeJS.ProcessEnv;

  constructor(inputs: Readonly<Record<string, string>>, settings: RecordedStepSettings = {}) {
    this.#inputs = inputs;
    this.#state = settings.state ?? {};
    this.clock = settings.clock ?? systemClock;
    this.#onLine = settings.onLine;
    this.environment = settings.environment ?? { AWS_REGION: 'eu-west-1' };
    const context = readWorkflow({
      GITHUB_REPOSITORY: 'octo/shop',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
      GITHUB_ACTOR: 'ben',
      GITHUB_RUN_ID: '42',
    });
    this.workflow = { ...context, ...settings.workflow };
  }

  readonly inputs = {
    get: (name: string) => this.#inputs[name] ?? '',
    mask: (value: string) => {
      this.masked.push(value);
    },
  };

  readonly log: Log = {
    info: (line) => this.#keep('info', line),
    debug: (line) => this.#keep('debug', line),
    notice: (line, title) => this.#keep('notice', line, title),
    warning: (line, title) => this.#keep('warning', line, title),
    error: (line, title) => this.#keep('error', line, title),
    group: (title, body) => {
      this.#keep('group', title);
      return body();
    },
  };

  get cancellation(): AbortSignal {
    return this.#canceller.signal;
  }

  cancel(): void {
    this.cancelledAt ??= this.clock.now();
    this.#canceller.abort();
  }

  output(name: string, value: string): void {
    this.outputs[name] = value;
  }

  saveState(name: string, value: string): void {
    this.states[name] = value;
  }

  /** What an earlier process of the step has saved, never what this one has: a runner gives that to post alone. */
  state(name: string): string {
    return this.#state[name] ?? '';
  }

  async summarize(markdown: string): Promise<void> {
    this.summary += markdown;
  }

  /** The post phase of this step: the same inputs, what was saved until now, and a runner that is not cancelled again before it `ends`. */
  post(ends?: AbortSignal): RecordedStep {
    const next = new RecordedStep(this.#inputs, {
      clock: this.clock,
      environment: this.environment,
      workflow: this.workflow,
      state: { ...this.states },
      ...(this.#onLine && { onLine: this.#onLine }),
    });
    ends?.addEventListener('abort', () => next.cancel());
    return next;
  }

  /** What was logged at one level. */
  linesAt(level: string): readonly string[] {
    return this.lines.filter((entry) => entry.level === level).map(({ line }) => line);
  }

  #keep(level: string, line: string, title?: string): void {
    this.lines.push({ level, line, title });
    this.#onLine?.(`${level}: ${line}`);
  }
}

export interface RecordedStepSettings {
  readonly clock?: Clock;
  readonly environment?: NodeJS.ProcessEnv;
  readonly workflow?: Partial<Workflow>;
  /** What an earlier process of the step has saved. */
  readonly state?: Readonly<Record<string, string>>;
  /** Told of each line of the log. */
  readonly onLine?: (line: string) => void;
}
