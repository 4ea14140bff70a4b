import { join } from 'node:path';
import { type Child, type ChildMark, signalChild, startChild } from '../platform/processes.js';
import type { Step } from '../platform/step.js';
import type { BakeRecord } from './bake-record.js';
import type { PackerLog } from './packer-log.js';

/** How one run of Packer ended. `cancelled` and `timed-out`: it was told to stop, and may still be cleaning up. */
export type RunEnd = 'succeeded' | 'failed' | 'cancelled' | 'timed-out';

export interface PackerCommand {
  readonly path: string;
  readonly arguments: readonly string[];
  readonly directory: string;
  readonly environment: NodeJS.ProcessEnv;
  /** When to give up; milliseconds since the Unix epoch. */
  readonly deadline: number;
}

/** How often the log file is looked at. */
const glance = 250;

/**
 * Runs Packer in a process group of its own, showing its log as it grows.
 * @param save told the record again as soon as it knows the group, and how much of the log it has shown
 */
export async function runPacker(
  command: PackerCommand,
  record: BakeRecord,
  log: PackerLog,
  step: Step,
  save: (record: BakeRecord) => void,
): Promise<RunEnd> {
  const child = await startChild({
    command: command.path,
    arguments: command.arguments,
    directory: command.directory,
    environment: bakeEnvironment(command.environment, record),
    output: record.log,
  });
  const running = { ...record, group: child.group };
  save(running);
  const end = await follow(child, command.deadline, log, step);
  if (end === 'cancelled' || end === 'timed-out') signalChild(markOf(running), 'SIGTERM');
  save({ ...running, shown: log.position });
  return end;
}

/** What the processes of a bake are recognised by. */
export function markOf({ group, variable }: BakeRecord): ChildMark {
  return { group, variable };
}

async function follow(
  child: Child,
  deadline: number,
  log: PackerLog,
  { clock, cancellation, log: to }: Step,
): Promise<RunEnd> {
  const wake = AbortSignal.any([child.ended, cancellation]);
  for (;;) {
    const ended = child.ended.aborted;
    log.show(to);
    if (ended) return child.exitCode() === 0 ? 'succeeded' : cancellation.aborted ? 'cancelled' : 'failed';
    if (cancellation.aborted) return 'cancelled';
    if (clock.now() >= deadline) return 'timed-out';
    await clock.sleep(Math.min(glance, deadline - clock.now()), wake);
  }
}

/**
 * Ansible keeps SSH connections open under names made of host, port and user: with a folder of its own, no bake meets
 * the connection of an earlier machine at the same address. Temporary files go into the bake's folder and away with
 * it: Packer 1.6 leaves the private key there that it gives to Ansible.
 */
function bakeEnvironment(environment: NodeJS.ProcessEnv, { directory, variable }: BakeRecord): NodeJS.ProcessEnv {
  const [name = '', value = ''] = variable.split('=');
  return { ANSIBLE_SSH_CONTROL_PATH_DIR: join(directory, 'ssh'), ...environment, TMPDIR: directory, [name]: value };
}
