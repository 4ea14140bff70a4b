import { type ChildProcess, spawn } from 'node:child_process';
import type { CommandResult } from '../world/machines/machines.js';

export interface ChildSettings {
  readonly environment: NodeJS.ProcessEnv;
  readonly directory?: string;
  /** Told of what it writes, as it comes. Left out: it is dropped. */
  readonly output?: (text: string) => void;
  readonly errors?: (text: string) => void;
  /** A pipe into the child that closes with this process; nothing by default. */
  readonly input?: 'pipe' | 'ignore';
}

export interface Child {
  readonly process: ChildProcess;
  readonly pid: number;
  /** Settles once the process has ended and everything that held its output has, too. Never rejects. */
  readonly ended: Promise<number>;
  /** The same, told. */
  whenEnded(listener: (exitCode: number) => void): void;
}

/**
 * Starts a program, by an argument list, in a session of its own: Ctrl-C in the terminal is for the sandbox, which
 * then ends its children in its own order.
 * @throws {Error} when the program cannot be started.
 */
export function startChild(argv: readonly string[], settings: ChildSettings): Child {
  const [command = '', ...parameters] = argv;
  const { environment, directory, output, errors, input = 'ignore' } = settings;
  const child = spawn(command, parameters, {
    env: environment,
    cwd: directory ?? '/',
    detached: true,
    stdio: [input, output ? 'pipe' : 'ignore', errors ? 'pipe' : 'ignore'],
  });
  const ended = new Promise<number>((resolve) => {
    child.on('close', (code, signal) => resolve(code ?? (signal ? 128 + signalNumber(signal) : 1)));
    child.on('error', (error) => {
      errors?.(`${error.message}\n`);
      resolve(127);
    });
  });
  child.stdout?.setEncoding('utf8').on('data', (text: string) => output?.(text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => errors?.(text));
  return { process: child, pid: child.pid ?? 0, ended, whenEnded: (listener) => ended.then(listener, listener) };
}

/** Runs a program to its end. Exit code 127 when it cannot be started. */
export async function runChild(argv: readonly string[], environment: NodeJS.ProcessEnv): Promise<CommandResult> {
  let stdout = '';
  let stderr = '';
  const child = startChild(argv, {
    environment,
    output: (text) => {
      stdout += text;
    },
    errors: (text) => {
      stderr += text;
    },
  });
  return { exitCode: await child.ended, stdout, stderr };
}

/** Sends a signal to one process, or with a negative id to its group; one that has gone is no error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  if (pid === 0) return;
  try {
    process.kill(pid, name);
  } catch {
    // It was faster.
  }
}

function signalNumber(name: NodeJS.Signals): number {
  return name === 'SIGKILL' ? 9 : name === 'SIGTERM' ? 15 : name === 'SIGINT' ? 2 : 1;
}
