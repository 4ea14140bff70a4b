import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parse } from 'yaml';
import { readFileCommands } from './file-commands.js';
import { type LogLine, StepLog } from './step-log.js';

/** What a step left behind. */
export interface StepResult {
  readonly succeeded: boolean;
  /** What ended it, if it did not end by itself. */
  readonly signal: NodeJS.Signals | undefined;
  readonly outputs: Readonly<Record<string, string>>;
  /** Markdown for the job's page. */
  readonly summary: string;
}

export type Inputs = Readonly<Record<string, string>>;

interface ActionFile {
  readonly inputs?: Readonly<Record<string, { readonly default?: string | boolean | number }>>;
  readonly runs: { readonly main: string; readonly post?: string };
}

interface Exit {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
}

interface Begun {
  readonly file: string;
  readonly variables: NodeJS.ProcessEnv;
  readonly state: Readonly<Record<string, string>>;
  readonly tell: (line: LogLine) => void;
}

/** GitHub's runner waits so long after SIGINT, and then so long after SIGTERM, before it kills (ProcessInvoker.cs). */
const patience = { interrupt: 7_500, terminate: 2_500 };

/**
 * A GitHub runner, in small: starts the bundle that an action's action.yml names, with inputs, defaults and files for
 * outputs, state and summary; at the end the post steps, last first.
 */
export class Runner {
  readonly #repository: string;
  readonly #environment: NodeJS.ProcessEnv;
  readonly #begun: Begun[] = [];
  #running: ChildProcess | undefined;
  #cancelled = false;
  #killed = false;

  /** `repository`: the checkout that holds `actions/` and `dist/`; steps run in it. */
  constructor(repository: string, environment: NodeJS.ProcessEnv) {
    this.#repository = repository;
    this.#environment = environment;
  }

  get isCancelled(): boolean {
    return this.#cancelled;
  }

  /** Runs `actions/NAME`, telling its log line by line. Once cancelled, no further step begins. */
  async step(name: string, inputs: Inputs, tell: (line: LogLine) => void): Promise<StepResult> {
    if (this.#cancelled) return { succeeded: false, signal: undefined, outputs: {}, summary: '' };
    const folder = join(this.#repository, 'actions', name);
    const action = parse(await readFile(join(folder, 'action.yml'), 'utf8')) as ActionFile;
    const variables = inputVariables(action, inputs);
    const result = await this.#run(join(folder, action.runs.main), variables, tell);
    if (action.runs.post) {
      this.#begun.push({ file: join(folder, action.runs.post), variables, state: result.state, tell });
    }
    return result;
  }

  /** Runs the post steps of what was begun, last first. */
  async finish(): Promise<void> {
    for (let begun = this.#begun.pop(); begun && !this.#killed; begun = this.#begun.pop()) {
      const state = Object.entries(begun.state).map(([name, value]) => [`STATE_${name}`, value]);
      await this.#run(begun.file, { ...begun.variables, ...Object.fromEntries(state) }, begun.tell);
    }
  }

  /** Stops the step that runs as GitHub does: SIGINT, later SIGTERM, at last SIGKILL, to that one process. */
  cancel(): void {
    if (this.#cancelled) return;
    this.#cancelled = true;
    const child = this.#running;
    if (!child) return;
    child.kill('SIGINT');
    const terminate = setTimeout(() => child.kill('SIGTERM'), patience.interrupt);
    const kill = setTimeout(() => child.kill('SIGKILL'), patience.interrupt + patience.terminate);
    child.once('exit', () => {
      clearTimeout(terminate);
      clearTimeout(kill);
    });
  }

  /** Kills what runs, at once, as when the runner's machine is lost. Nothing after it runs either. */
  kill(): void {
    this.#cancelled = true;
    this.#killed = true;
    this.#running?.kill('SIGKILL');
  }

  async #run(file: string, variables: NodeJS.ProcessEnv, tell: (line: LogLine) => void) {
    const folder = await mkdtemp(join(tmpdir(), 'steadfleet-step-'));
    const at = { output: join(folder, 'output'), state: join(folder, 'state'), summary: join(folder, 'summary') };
    try {
      for (const path of Object.values(at)) await writeFile(path, '');
      const { exitCode, signal } = await this.#spawn(
        file,
        { ...variables, ...fileVariables(at), RUNNER_TEMP: folder },
        tell,
      );
      return {
        succeeded: exitCode === 0,
        signal: signal ?? undefined,
        outputs: readFileCommands(await readFile(at.output, 'utf8')),
        state: readFileCommands(await readFile(at.state, 'utf8')),
        summary: await readFile(at.summary, 'utf8'),
      };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** The exit code, or the signal that ended it. Its own process group: a Ctrl-C reaches it only through cancel(). */
  #spawn(file: string, variables: NodeJS.ProcessEnv, tell: (line: LogLine) => void): Promise<Exit> {
    const child = spawn(process.execPath, [file], {
      cwd: this.#repository,
      env: { ...this.#environment, ...variables },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    this.#running = child;
    const log = new StepLog();
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (text) => {
        const line = log.read(text);
        if (line) tell(line);
      });
    }
    return new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (exitCode, signal) => {
        this.#running = undefined;
        resolve({ exitCode, signal });
      });
    });
  }
}

function inputVariables(action: ActionFile, inputs: Inputs): NodeJS.ProcessEnv {
  // There is no token here to fill in: a default that asks for one is left empty.
  const defaultOf = (text: string) => (text.startsWith('${{') ? '' : text);
  const defaults = Object.entries(action.inputs ?? {}).map(([name, input]) => [
    name,
    defaultOf(String(input.default ?? '')),
  ]);
  const values = { ...Object.fromEntries(defaults), ...inputs } as Record<string, string>;
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]),
  );
}

function fileVariables(at: { output: string; state: string; summary: string }): NodeJS.ProcessEnv {
  return { GITHUB_OUTPUT: at.output, GITHUB_STATE: at.state, GITHUB_STEP_SUMMARY: at.summary };
}

/** The variables that every step of one attempt of a run shares. GitHub Actions documentation, "Variables". */
export function runVariables(repository: string, event: string, attempt = 1): NodeJS.ProcessEnv {
  return {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTOR: 'you',
    GITHUB_EVENT_NAME: event,
    GITHUB_JOB: 'deploy',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REPOSITORY: 'you/sample-service',
    GITHUB_RUN_ATTEMPT: String(attempt),
    GITHUB_RUN_ID: '1',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: '2'.repeat(40),
    GITHUB_WORKFLOW: 'Deploy',
    GITHUB_WORKSPACE: repository,
    RUNNER_ENVIRONMENT: 'self-hosted',
    RUNNER_NAME: 'sandbox',
  };
}
