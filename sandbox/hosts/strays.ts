import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { signal } from './child-process.js';

/** In the environment of every process that the sandbox starts: which sandbox it belongs to. */
const marker = 'STEADFLEET_SANDBOX_OWNER';

/** Marks the children of this process, so that what a `kill -9` leaves behind is found by the next sandbox. */
export function markOfThisProcess(): NodeJS.ProcessEnv {
  return { [marker]: thisOwner() };
}

/** Who owns what this process makes, so that others can tell whether it still lives. */
export function thisOwner(): string {
  return `${processNamespace()}/${process.pid}/${startTime(process.pid) ?? 'unknown'}`;
}

/** Whether the sandbox that gave itself this name is gone. When that cannot be known, it is not. */
export function isGone(owner: string): boolean {
  const [namespace, pid, started] = owner.split('/');
  // Processes of another container count their ids otherwise: their owner cannot be judged from here.
  if (namespace !== processNamespace()) return false;
  return started === 'unknown' ? !isRunning(Number(pid)) : startTime(Number(pid)) !== started;
}

/**
 * Ends the processes whose sandbox is gone, and only those that carry our mark. Linux; elsewhere there is no /proc to
 * look in, and children end by themselves when their pipe to the sandbox closes.
 * @returns how many there were.
 */
export function removeStrays(): number {
  const strays = runningProcesses().filter((pid) => {
    const owner = ownerOf(pid);
    return owner !== undefined && pid !== process.pid && isGone(owner);
  });
  for (const pid of strays) signal(pid, 'SIGKILL');
  return strays.length;
}

function runningProcesses(): number[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
  } catch {
    return [];
  }
}

function ownerOf(pid: number): string | undefined {
  const variables = read(`/proc/${pid}/environ`)?.split('\0') ?? [];
  return variables.find((variable) => variable.startsWith(`${marker}=`))?.slice(marker.length + 1);
}

/**
 * When a process started, in clock ticks since boot: with its id it is unique (proc(5), /proc/pid/stat, field 22).
 * Undefined if there is no such process, or if it has ended and only waits to be noticed (state Z).
 */
function startTime(pid: number): string | undefined {
  const status = read(`/proc/${pid}/stat`);
  // The name, in brackets, may hold anything; state is the first field after it.
  const fields = status?.slice(status.lastIndexOf(')') + 2).split(' ') ?? [];
  return fields[0] === 'Z' ? undefined : fields[19];
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function processNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return 'none';
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return undefined;
  }
}
