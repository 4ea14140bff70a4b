import type { Clock } from './clock.js';
import type { InputSource } from './inputs.js';
import type { Random } from './random.js';
import type { Workflow } from './workflow.js';

/** The step's log, in GitHub's words: lines, groups and annotations. */
export interface Log {
  info(line: string): void;
  debug(line: string): void;
  /** Annotations; `title` is a few words, `line` one sentence that says what to do. */
  notice(line: string, title?: string): void;
  warning(line: string, title?: string): void;
  error(line: string, title?: string): void;
  group<Value>(title: string, body: () => Promise<Value>): Promise<Value>;
}

/** Everything that an action gets from the outside world: the one door through which it reads and writes. */
export interface Step {
  readonly inputs: InputSource;
  readonly log: Log;
  readonly clock: Clock;
  readonly random: Random;
  readonly workflow: Workflow;
  /** Environment variables, for child processes and sandbox mode. */
  readonly environment: NodeJS.ProcessEnv;
  /** Aborted when the runner asks the step to stop (SIGINT, then SIGTERM), and when the time for post is over. */
  readonly cancellation: AbortSignal;
  output(name: string, value: string): void;
  /** Kept from main to post, whatever ends main. */
  saveState(name: string, value: string): void;
  state(name: string): string;
  /** Appends Markdown to the job summary. */
  summarize(markdown: string): Promise<void>;
}

/** What every action is: a main, and often a post that runs whatever happened to main. */
export interface Action {
  /** May throw: the step fails with the message. */
  main(step: Step): Promise<void>;
  /** May throw: that only warns, for the job's result is already decided. */
  post?(step: Step): Promise<void>;
}
