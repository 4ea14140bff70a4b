import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { systemClock } from '../../../src/platform/clock.js';
import { type Child, type ChildMark, processesOf, signalChild, startChild } from '../../../src/platform/processes.js';
import { unguessable } from '../../../src/platform/token.js';

describe('a child in a process group of its own', () => {
  let folder = '';
  let mark: ChildMark;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'processes-test-'));
    mark = { group: undefined, variable: `STEADFLEET_TEST=${unguessable()}` };
  });
  afterEach(async () => {
    while (signalChild(mark, 'SIGKILL') > 0) await systemClock.sleep(20);
    rmSync(folder, { recursive: true });
  });

  async function start(script: string): Promise<Child> {
    const [name = '', value = ''] = mark.variable.split('=');
    const child = await startChild({
      command: 'sh',
      arguments: ['-c', script],
      directory: folder,
      environment: { PATH: process.env.PATH, [name]: value },
      output: join(folder, 'log'),
    });
    mark = { ...mark, group: child.group };
    return child;
  }

  async function ended(child: Child): Promise<void> {
    await systemClock.sleep(10_000, child.ended);
  }

  it('gives its exit code, and writes both its outputs into the file', async () => {
    const child = await start('echo one; echo two >&2; exit 3');
    expect(child.exitCode()).toBeUndefined();
    await ended(child);
    expect(child.exitCode()).toBe(3);
    expect(readFileSync(join(folder, 'log'), 'utf8')).toBe('one\ntwo\n');
  });

  it('is signalled with all that it started, also what outlived it', async () => {
    const child = await start('sleep 300 & touch ready');
    await ended(child);
    expect(existsSync(join(folder, 'ready'))).toBe(true);
    expect(processesOf(mark)).toHaveLength(1);
    signalChild(mark, 'SIGTERM');
    for (let tries = 0; tries < 100 && processesOf(mark).length > 0; tries++) await systemClock.sleep(20);
    expect(processesOf(mark)).toEqual([]);
  });

  it('is refused with the reason when it cannot be started', async () => {
    const order = {
      command: '/no/such',
      arguments: [],
      directory: folder,
      environment: {},
      output: join(folder, 'log'),
    };
    await expect(startChild(order)).rejects.toThrow(/Could not start \/no\/such: .*ENOENT/);
  });
});
