import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Addresses } from './addresses.js';
import type { HostMachines } from './host-machines.js';
import { ProcessMachines } from './process-machines.js';
import { RealMachines } from './real-machines.js';

export interface ChosenMachines {
  readonly machines: HostMachines;
  /** Whether machines are real: a disk, processes and a log-in of their own. */
  readonly real: boolean;
  /** What is not real here, a sentence each; empty where everything is. */
  readonly limits: readonly string[];
}

export interface Choice {
  readonly addresses: Addresses;
  readonly sshPort: number;
  readonly mark: NodeJS.ProcessEnv;
  /** The environment of the sandbox: STEADFLEET_SANDBOX_MACHINES=processes chooses plain processes in any case. */
  readonly environment: NodeJS.ProcessEnv;
}

/** Real machines where this computer can have them; else plain processes, and why. */
export async function chooseMachines({ addresses, sshPort, mark, environment }: Choice): Promise<ChosenMachines> {
  const obstacle = obstacleToRealMachines(environment);
  if (obstacle) return plainProcesses(obstacle, addresses, mark);
  try {
    const machines = await RealMachines.open({ addresses, sshPort, mark });
    return { machines, real: true, limits: isProgram('sshd') ? [] : [noLogin] };
  } catch (error) {
    return plainProcesses(`mounts are refused here (${(error as Error).message})`, addresses, mark);
  }
}

const noLogin = 'Nobody can log in to the machines, Packer neither: openssh-server is not installed.';

async function plainProcesses(why: string, addresses: Addresses, mark: NodeJS.ProcessEnv): Promise<ChosenMachines> {
  const limits = [
    `Machines are plain processes of this computer, because ${why}.`,
    'They have no disk and no users of their own, nobody can log in to them, and no image can be baked on them.',
    'User data and commands are not run on them.',
  ];
  return { machines: await ProcessMachines.open(addresses, mark), real: false, limits };
}

function obstacleToRealMachines(environment: NodeJS.ProcessEnv): string | undefined {
  if (environment.STEADFLEET_SANDBOX_MACHINES === 'processes') return 'STEADFLEET_SANDBOX_MACHINES asks for it';
  if (process.platform !== 'linux') return `real ones need Linux, and this is ${process.platform}`;
  if (process.getuid?.() !== 0) return 'real ones need root';
  const missing = ['setpriv', 'unshare', 'nsenter', 'pivot_root', 'mount'].filter((name) => !isProgram(name));
  return missing.length > 0 ? `${missing.join(', ')} of util-linux is not installed` : undefined;
}

function isProgram(name: string): boolean {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin'];
  return folders.some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
