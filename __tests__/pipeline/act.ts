import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { node24 } from './node24.js';
import type { ScratchRepository } from './scratch-repository.js';

/** One run of one workflow. */
export interface ActSettings {
  readonly repository: ScratchRepository;
  /** The file's name in .github/workflows. */
  readonly workflow: string;
  readonly eventName: string;
  readonly event: object;
  readonly environment: Readonly<Record<string, string>>;
  readonly variables: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
}

/** How it ended. */
export interface ActResult {
  readonly succeeded: boolean;
  readonly log: string;
}

/** A workflow under act (github.com/nektos/act), in host mode: jobs run on this computer, actions on Node 24. */
export class ActRun {
  readonly ended: Promise<ActResult>;
  readonly #process: ChildProcess;
  #log = '';

  constructor({ repository, workflow, eventName, event, environment, variables, secrets }: ActSettings) {
    const eventFile = join(repository.folder, 'event.json');
    writeFileSync(eventFile, JSON.stringify(event));
    const home = join(repository.folder, 'home');
    mkdirSync(home, { recursive: true });
    const parameters = [
      [eventName, '--workflows', `.github/workflows/${workflow}`, '--eventpath', eventFile, '--actor', 'ben'],
      ['--platform', 'ubuntu-latest=-self-hosted', '--secret', 'GITHUB_TOKEN=none'],
      ['--local-repository', `steadfleet/steadfleet@v1=${repository.steadfleet}`],
      ['--local-repository', `aws-actions/configure-aws-credentials@v5=${repository.credentials}`],
      ...Object.entries(environment).map(([name, value]) => ['--env', `${name}=${value}`]),
      ...Object.entries(variables).map(([name, value]) => ['--var', `${name}=${value}`]),
      ...Object.entries(secrets).map(([name, value]) => ['--secret', `${name}=${value}`]),
    ].flat();
    this.#process = spawn('act', parameters, {
      cwd: repository.checkout,
      env: {
        PATH: `${dirname(node24())}:${process.env.PATH}`,
        HOME: home,
        LANG: 'C.UTF-8',
        STEADFLEET_CI_RUN: ciRun(),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream?.setEncoding('utf8').on('data', (part: string) => {
        this.#log += part;
      });
    }
    this.ended = new Promise((resolve, reject) => {
      this.#process.once('error', reject);
      this.#process.once('close', (code) => resolve({ succeeded: code === 0, log: this.#log }));
    });
  }

  /** What a Ctrl-C does: the running step is killed, then steps that run always, and post steps, get their turn. */
  cancel(): void {
    this.#process.kill('SIGINT');
  }

  get hasEnded(): boolean {
    return this.#process.exitCode !== null;
  }

  get log(): string {
    return this.#log;
  }
}

/** The value that a step set for an output, as act's log shows it. */
export function outputIn({ log }: ActResult, name: string): string | undefined {
  return new RegExp(`::set-output:: ${name}=(.*)`).exec(log)?.[1];
}

/** Marks what .ci/run has started; see there. */
function ciRun(): string {
  return process.env.STEADFLEET_CI_RUN ?? '';
}
