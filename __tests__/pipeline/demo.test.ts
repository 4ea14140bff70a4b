import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

interface Play {
  readonly child: ChildProcess;
  /** Resolves once a line has been told that holds these words. */
  until(words: string): Promise<void>;
  /** The exit code, and all that was told. */
  readonly ended: Promise<{ exitCode: number | null; text: string }>;
}

/** Found again in the environment of whatever the demo starts. */
const mark = `steadfleet-demo-test-${process.pid}`;

function play(...given: readonly string[]): Play {
  const env = { ...process.env, STEADFLEET_DEMO_TEST: mark };
  const child = spawn(process.execPath, ['build/sandbox/demo/main.js', ...given], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const waits: { words: string; resolve: () => void }[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      for (const { words, resolve } of waits) if (text.includes(words)) resolve();
    });
  }
  const ended = once(child, 'close').then(([exitCode]) => ({ exitCode: exitCode as number | null, text }));
  const until = (words: string) =>
    Promise.race([
      new Promise<void>((resolve) => waits.push({ words, resolve })),
      ended.then(() => Promise.reject(new Error(`"${words}" was never told:\n${text}`))),
    ]);
  return { child, until, ended };
}

/** What still runs of a demo. */
function leftovers(): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && name !== String(process.pid))
    .filter((pid) => read(`/proc/${pid}/environ`).split('\0').includes(`STEADFLEET_DEMO_TEST=${mark}`))
    .map((pid) => read(`/proc/${pid}/cmdline`).replaceAll('\0', ' '));
}

function read(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}

describe('npm start', () => {
  it('refuses what it does not know, and starts nothing', async () => {
    const { exitCode, text } = await play('--worse').ended;
    expect(exitCode).toBe(1);
    expect(text).toContain('"--worse" is not an argument of npm start');
  });

  it('tells the story on plain lines, and reports its figures', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'steadfleet-demo-'));
    try {
      const report = join(folder, 'report.json');
      const { exitCode, text } = await play('--report', report).ended;
      const figures = JSON.parse(await readFile(report, 'utf8'));
      expect({ exitCode, ...figures }).toMatchObject({
        exitCode: 0,
        outcome: 'succeeded',
        failed: 0,
        machinesReplaced: 4,
      });
      expect(figures.requests).toBeGreaterThanOrEqual(5_000);
      expect(figures.bakeReal).toBe(true);
      expect(figures.seconds).toBeLessThan(60);
      expect(figures.byVersion['1'] + figures.byVersion['2']).toBe(figures.requests);
      expect(text).not.toContain('\u001b');
      expect(text).toContain('its signature is genuine');
      expect(leftovers()).toEqual([]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('goes on after a kill -9 in the middle', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'steadfleet-demo-'));
    try {
      const report = join(folder, 'report.json');
      const { exitCode, text } = await play('--kill', '--report', report).ended;
      const { killed, ...figures } = JSON.parse(await readFile(report, 'utf8'));
      expect({ exitCode, ...figures }).toMatchObject({ exitCode: 0, outcome: 'succeeded', failed: 0 });
      expect(killed).toMatchObject({ signal: 'SIGKILL', failed: 0 });
      expect(killed.before).toBeGreaterThan(0);
      expect(killed.after).toBeGreaterThan(0);
      expect(killed.requests).toBeGreaterThan(500);
      expect(text).toContain('Release 2, carrying on 1');
      expect(text).toContain('taken over by 2');
      expect(leftovers()).toEqual([]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('cleans up on Ctrl-C while nobody is at work', async () => {
    const { child, until, ended } = play('--kill');
    await until('Nobody is at work now');
    child.kill('SIGINT');
    const { exitCode, text } = await ended;
    expect(text).toContain('Stopped. Everything was cleaned up.');
    expect(exitCode).toBe(130);
    expect(leftovers()).toEqual([]);
  });

  it.each([
    ['while machines start', 'Four machines start'],
    ['while Packer starts', 'bake-ami: Packer'],
    ['while Ansible runs', 'TASK [The program]'],
    ['while the rollout goes on', 'starting,'],
  ])('cleans up on Ctrl-C %s', async (_, words) => {
    const { child, until, ended } = play();
    await until(words);
    child.kill('SIGINT');
    const { exitCode, text } = await ended;
    expect(text).toContain('Stopped. Everything was cleaned up.');
    expect(exitCode).toBe(130);
    expect(leftovers()).toEqual([]);
  });
});
