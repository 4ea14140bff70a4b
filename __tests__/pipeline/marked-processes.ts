import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** The processes, other than itself, that belong to the sandbox which runs as this process: by the mark they carry. */
export function processesOf(owner: number): number[] {
  const pids = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  return pids.filter((pid) => read(`/proc/${pid}/environ`).includes(`/${owner}/`) && pid !== owner);
}

/** Waits until a sandbox has no process left, for at most two seconds: what is killed takes a moment to go. */
export async function lastProcessesOf(owner: number): Promise<number[]> {
  for (let tries = 0; tries < 100 && processesOf(owner).length > 0; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return processesOf(owner);
}

/** How many different mount namespaces these processes live in, besides that of this computer. */
export function mountNamespacesOf(pids: readonly number[]): number {
  const names = new Set(pids.map((pid) => link(`/proc/${pid}/ns/mnt`)));
  names.delete(link('/proc/self/ns/mnt'));
  names.delete('');
  return names.size;
}

function read(path: string): string {
  try {
    const variables = readFileSync(path, 'latin1').split('\0');
    return variables.find((variable) => variable.startsWith('STEADFLEET_SANDBOX_OWNER=')) ?? '';
  } catch {
    return '';
  }
}

function link(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}
