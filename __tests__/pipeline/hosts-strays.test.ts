import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openHosts } from '../../sandbox/hosts/hosts.js';
import { markOfThisProcess, removeStrays } from '../../sandbox/hosts/strays.js';
import { mountNamespacesOf, processesOf } from './marked-processes.js';

const root = join(import.meta.dirname, '../..');

/** A sandbox with one machine in it, as a process of its own: it says where the machine is once its script runs. */
const sandbox = `
const { openHosts } = await import('${root}/build/sandbox/hosts/hosts.js');
const hosts = await openHosts({ environment: process.argv[1] ? { STEADFLEET_SANDBOX_MACHINES: process.argv[1] } : {} });
const folder = process.argv[2];
await hosts.machines.putImage('ami-1', folder);
const instance = { id: 'i-1', imageId: 'ami-1', region: 'eu-west-1' };
hosts.machines.boot(instance, { running: () => {
  hosts.machines.execute(instance, ['setsid sleep 98765 & sleep 98765'], () => {});
  setTimeout(() => console.log('ready'), 300);
}, failed: console.error });
`;

/** How many scripts and daemons of that machine run. */
const sleepers = (owner: number) =>
  processesOf(owner).filter((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').startsWith('sleep')).length;

const ownerOfFolder = (name: string) => {
  try {
    return name.startsWith('steadfleet-sandbox-') ? readFileSync(join(tmpdir(), name, 'owner'), 'utf8') : '';
  } catch {
    return '';
  }
};

const until = async (condition: () => boolean) => {
  const end = Date.now() + 3000;
  while (!condition() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(condition()).toBe(true);
};

describe('after a kill -9 of the sandbox', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'steadfleet-strays-'));
    const wants = join(folder, 'etc/systemd/system/multi-user.target.wants');
    await mkdir(wants, { recursive: true });
    await writeFile(join(wants, '../sleeper.service'), '[Service]\nExecStart=/bin/sleep 98765\n');
    await symlink('/etc/systemd/system/sleeper.service', join(wants, 'sleeper.service'));
    await promisify(execFile)(join(root, 'node_modules/.bin/tsc'), ['-p', 'tsconfig.build.json'], { cwd: root }).catch(
      () => undefined,
    );
  });

  afterAll(() => rm(folder, { recursive: true }));

  const startSandbox = async (machines: string): Promise<ChildProcess> => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', sandbox, machines, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [said] = child.stdout ? await once(child.stdout, 'data') : [];
    expect(`${said}`).toContain('ready');
    return child;
  };

  it('no process, mount or address of its machines is left, daemons included', async () => {
    const child = await startSandbox('');
    const pid = child.pid ?? 0;
    expect(sleepers(pid)).toBeGreaterThanOrEqual(2);
    expect(mountNamespacesOf(processesOf(pid))).toBe(2);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await until(() => processesOf(pid).length === 0);
    expect(execFileSync('mount', { encoding: 'utf8' })).not.toContain('steadfleet');
  });

  it('the next sandbox removes what still carries the mark of a sandbox that is gone, and nothing else', async () => {
    const [gone] = [spawn('true')];
    await once(gone, 'exit');
    const mark = Object.entries(markOfThisProcess()).map(([name, value]) => [name, value ?? ''] as const);
    const markOfGone = mark.map(([name, value]) => [name, value.replace(`/${process.pid}/`, `/${gone.pid}/`)]);
    const start = (environment: NodeJS.ProcessEnv) =>
      spawn('sleep', ['87654'], { env: { PATH: process.env.PATH, ...environment }, stdio: 'ignore' });
    const stray = start(Object.fromEntries(markOfGone));
    const ours = start(markOfThisProcess());
    const foreign = start({});
    const elsewhere = start(
      Object.fromEntries(markOfGone.map(([name, value]) => [name, `pid:[1]${value?.slice(value.indexOf('/'))}`])),
    );
    await Promise.all([stray, ours, foreign, elsewhere].map((child) => once(child, 'spawn')));
    expect(removeStrays()).toBe(1);
    await once(stray, 'exit');
    expect([ours, foreign, elsewhere].map(({ exitCode, signalCode }) => exitCode ?? signalCode)).toEqual([
      null,
      null,
      null,
    ]);
    for (const child of [ours, foreign, elsewhere]) child.kill('SIGKILL');
  });

  it('two sandboxes live side by side, and neither takes the other for a stray', async () => {
    const child = await startSandbox('');
    const pid = child.pid ?? 0;
    const hosts = await openHosts();
    expect(sleepers(pid)).toBeGreaterThanOrEqual(2);
    await hosts.close();
    expect(sleepers(pid)).toBeGreaterThanOrEqual(2);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await until(() => processesOf(pid).length === 0);
  });

  it('plain processes end, too, and their folder goes with the next sandbox', async () => {
    const child = await startSandbox('processes');
    const pid = child.pid ?? 0;
    expect(processesOf(pid).length).toBeGreaterThanOrEqual(1);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await until(() => processesOf(pid).length === 0);
    const foldersOf = (owner: number) =>
      readdirSync(tmpdir()).filter((name) => ownerOfFolder(name).includes(`/${owner}/`));
    expect(foldersOf(pid)).toHaveLength(1);
    await (await openHosts({ environment: { STEADFLEET_SANDBOX_MACHINES: 'processes' } })).close();
    expect(foldersOf(pid)).toHaveLength(0);
  });
});
