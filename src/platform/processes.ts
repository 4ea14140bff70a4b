import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { Failure } from './failure.js';

/** A program to start in a process group of its own, so that it and all its children can be signalled together. */
export interface ChildOrder {
  readonly command: string;
  /** Passed as they are: no shell reads them. */
  readonly arguments: readonly string[];
  readonly directory: string;
  readonly environment: NodeJS.ProcessEnv;
  /** A file that stdout and stderr are appended to. A pipe would keep the runner waiting for every grandchild. */
  readonly output: string;
}

export interface Child {
  /** The process group's id. */
  readonly group: number;
  /** Aborted when the child itself has ended. */
  readonly ended: AbortSignal;
  /** The exit code once ended; undefined before, and when a signal ended it. */
  exitCode(): number | undefined;
}

/**
 * Starts a child that outlives this process if need be.
 * @throws {Failure} when it cannot be started.
 */
export async function startChild(order: ChildOrder): Promise<Child> {
  const output = openSync(order.output, 'a', 0o600);
  const child = spawn(order.command, order.arguments, {
    cwd: order.directory,
    env: order.environment,
    detached: true,
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  const ended = new AbortController();
  child.once('exit', () => ended.abort());
  if (child.pid === undefined) throw await startFailure(child, order.command);
  return { group: child.pid, ended: ended.signal, exitCode: () => child.exitCode ?? undefined };
}

function startFailure(child: ChildProcess, command: string): Promise<Failure> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(new Failure(`Could not start ${command}: ${error.message}.`)));
  });
}

/** What a child is recognised by: its group, and a variable of the environment that its children inherit. */
export interface ChildMark {
  readonly group: number | undefined;
  /** `NAME=value` */
  readonly variable: string;
}

/**
 * The processes that a child left, dead ones not counted. On Linux also those that moved to a group of their own (an
 * ssh connection kept open by Ansible does), and never one that was given the same number later.
 */
export function processesOf(mark: ChildMark): readonly number[] {
  if (process.platform === 'linux') return numbersIn('/proc').filter((id) => carries(id, mark.variable));
  return mark.group !== undefined && send(-mark.group, 0) ? [-mark.group] : [];
}

/** Sends a signal to every one of {@link processesOf}; gives how many there were. */
export function signalChild(mark: ChildMark, signal: 'SIGTERM' | 'SIGKILL'): number {
  return processesOf(mark).filter((id) => send(id, signal)).length;
}

function numbersIn(directory: string): number[] {
  return readdirSync(directory)
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((id) => id !== process.pid);
}

/** A zombie's environment reads as empty, so a dead process that nobody waits for does not count. */
function carries(id: number, variable: string): boolean {
  try {
    return readFileSync(`/proc/${id}/environ`, 'latin1').split('\0').includes(variable);
  } catch {
    return false;
  }
}

function send(id: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(id, signal);
  } catch {
    return false;
  }
}
