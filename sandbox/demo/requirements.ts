import { spawn } from 'node:child_process';
import { access, constants, readFile, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { Failure } from '../../src/platform/failure.js';

/** Whether the bake can be real here, and if not, why. */
export type BakeTools = RealTools | { readonly real: false; readonly because: string };

interface RealTools {
  readonly real: true;
  /** How long Packer waits between two looks at AWS: its plugin of today refuses to wait for no time at all. */
  readonly pollSeconds: 0 | 1;
}

/** What the computer is, as far as it matters for the tools. */
export interface Computer {
  readonly isLinux: boolean;
  readonly isRoot: boolean;
  /** Where programs are looked for: `PATH`. */
  readonly path: string;
  /** What `/etc/os-release` says; empty where there is none. */
  readonly osRelease: string;
}

interface Tool {
  readonly program: string;
  readonly debianPackage: string;
}

const tools: readonly Tool[] = [
  { program: 'packer', debianPackage: 'packer' },
  { program: 'ansible-playbook', debianPackage: 'ansible-core' },
  { program: 'sshd', debianPackage: 'openssh-server' },
];

export async function thisComputer(): Promise<Computer> {
  return {
    isLinux: process.platform === 'linux',
    isRoot: process.getuid?.() === 0,
    path: process.env.PATH ?? '',
    osRelease: await readFile('/etc/os-release', 'utf8').catch(() => ''),
  };
}

/**
 * Finds Packer, Ansible and sshd; on Debian and Ubuntu, as root, installs what is missing (`tell` says so).
 * @throws {Failure} when there is no Python: the sample service is written in it.
 */
export async function prepareTools(computer: Computer, tell: (line: string) => void): Promise<BakeTools> {
  if (!computer.isLinux) return withoutBake(computer, 'its machines need Linux');
  if (!computer.isRoot) return withoutBake(computer, 'its machines need root');
  const missing = await findMissing(computer.path);
  if (missing.length > 0) {
    const names = missing.map(({ program }) => program).join(', ');
    if (!isDebianLike(computer.osRelease)) return withoutBake(computer, `${names} not installed here`);
    const packages = missing.map(({ debianPackage }) => debianPackage);
    tell(`Installing ${packages.join(', ')} with apt-get; this takes a minute, and only once.`);
    const problem = await install(packages);
    if (problem) return withoutBake(computer, `apt-get could not install ${packages.join(', ')} (${problem})`);
  }
  const packer = await inspectPacker();
  return typeof packer === 'string' ? withoutBake(computer, packer) : packer;
}

/** Debian, and what says of itself that it is like Debian. */
export function isDebianLike(osRelease: string): boolean {
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(osRelease);
}

async function findMissing(path: string): Promise<Tool[]> {
  const found = await Promise.all(tools.map(({ program }) => isThere(program, path)));
  return tools.filter((_, at) => !found[at]);
}

async function isThere(program: string, path: string): Promise<boolean> {
  const folders = [...path.split(delimiter), '/usr/sbin', '/sbin'];
  const found = folders.map((folder) => access(join(folder, program), constants.X_OK).then(() => true));
  return Promise.any(found).catch(() => false);
}

async function withoutBake({ path }: Computer, because: string): Promise<BakeTools> {
  if (await isThere('python3', path)) return { real: false, because };
  throw new Failure('The sample service needs python3, and there is none here. Install Python 3 and start again.');
}

/** Packages may bring services; while this file says 101, none is started (invoke-rc.d(8)). */
const servicePolicy = '/usr/sbin/policy-rc.d';

async function install(packages: readonly string[]): Promise<string | undefined> {
  const ours = await writeFile(servicePolicy, '#!/bin/sh\nexit 101\n', { mode: 0o755, flag: 'wx' }).then(
    () => true,
    () => false,
  );
  try {
    const update = await run('apt-get', ['update', '-q']);
    const installed = await run('apt-get', ['install', '-q', '-y', '--no-install-recommends', ...packages]);
    return installed.exitCode === 0 ? undefined : lastLine(installed.text) || lastLine(update.text);
  } finally {
    if (ours) await rm(servicePolicy, { force: true });
  }
}

/**
 * Packer from 1.7 on may have its plugins outside, and from 1.10 on always: the demo does not go to the internet for them.
 * @returns what it lacks, in words, or how to use it.
 */
async function inspectPacker(): Promise<RealTools | string> {
  const { text } = await run('packer', ['version']);
  const version = /v(\d+)\.(\d+)\.\d+/.exec(text);
  if (!version) return 'packer does not say its version';
  const isOld = Number(version[1]) === 1 && Number(version[2]) < 10;
  if (isOld) return { real: true, pollSeconds: 0 };
  const plugins = (await run('packer', ['plugins', 'installed'])).text;
  const lacking = ['amazon', 'ansible'].filter((name) => !plugins.includes(`packer-plugin-${name}`));
  if (lacking.length === 0) return { real: true, pollSeconds: 1 };
  return `Packer ${version[0].slice(1)} has no plugin ${lacking.join(' and ')}`;
}

function run(program: string, given: readonly string[]): Promise<{ exitCode: number | null; text: string }> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', CHECKPOINT_DISABLE: '1' };
  const child = spawn(program, given, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
  }
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ exitCode: null, text: error.message }));
    child.once('close', (exitCode) => resolve({ exitCode, text }));
  });
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
