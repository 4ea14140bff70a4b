import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

interface Finding {
  readonly category: string;
  readonly message: string;
  readonly location: { readonly path: string };
}

const clockSeam = /only the seams read the machine's time/i;
const socketSeam = /only the seams open a socket/i;

/** What lint must refuse: the file, its text, and what the refusal says. */
const refused: readonly (readonly [path: string, text: string, says: RegExp])[] = [
  ['src/platform/a.ts', "import { a } from '../rollout/a.js';", /platform is the ground/],
  ['src/config/a.ts', "import { a } from '../images/a.js';", /config imports only platform/],
  ['src/rollout/a.ts', "import { a } from '../images/a.js';", /rooms meet in src\/actions/],
  ['src/rollout/wave/a.ts', "import { a } from '../../notices/a.js';", /rooms meet in src\/actions/],
  ['src/rollout/world.ts', "import { a } from '../../sandbox/world/a.js';", /src stands alone/],
  ['src/rollout/rehearsal/a.ts', "import { a } from '../../../sandbox/wire/a.js';", /of the sandbox only the world/],
  ['src/rollout/rehearsal/b.ts', "import { a } from '../../../sandbox/main.js';", /of the sandbox only the world/],
  ['src/rollout/rehearsal/c.ts', "import { a } from '../../notices/a.js';", /rooms meet in src\/actions/],
  ['src/images/a.ts', "export const a = await import('../rollout/a.js');", /rooms meet in src\/actions/],
  ['src/notices/a.ts', "export { a } from '../environments/a.js';", /rooms meet in src\/actions/],
  ['src/environments/a.ts', "import type { A } from '../actions/a.js';", /rooms meet in src\/actions/],
  ['src/commands/a.ts', "import { a } from '../rollout/a.js';", /rooms meet in src\/actions/],
  ['src/actions/a.ts', "import { a } from '../../sandbox/world/a.js';", /src stands alone/],
  ['src/platform/b.ts', "import { a } from '../../bench/a.js';", /src stands alone/],
  ['sandbox/world/a.ts', "import { a } from '../wire/a.js';", /The world is physics/],
  ['sandbox/world/ec2/a.ts', "import { a } from '../../hosts/a.js';", /The world is physics/],
  ['sandbox/world/b.ts', "import { a } from '../demo/a.js';", /The world is physics/],
  ['sandbox/world/c.ts', "import { a } from '../../src/platform/aws.js';", /the types of clock and random/],
  ['sandbox/world/d.ts', "import { a } from '../../src/rollout/a.js';", /the types of clock and random/],
  ['sandbox/wire/a.ts', "import { a } from '../hosts/a.js';", /The wire imports only itself/],
  ['sandbox/hosts/a.ts', "import { a } from '../wire/a.js';", /imports only itself/],
  ['sandbox/faults/a.ts', "import { a } from '../console/a.js';", /imports only itself/],
  ['sandbox/demo/a.ts', "import { a } from '../../src/rollout/a.js';", /imports nothing of src but platform/],
  ['sandbox/main.ts', "import { a } from '../src/actions/a.js';", /imports nothing of src but platform/],

  ['src/rollout/time1.ts', 'export const a = Date.now();', clockSeam],
  ['src/rollout/time2.ts', 'export const a = new Date();', clockSeam],
  ['src/rollout/time3.ts', 'setTimeout(() => {}, 1);', clockSeam],
  ['src/rollout/time4.ts', 'export const a = globalThis.setInterval;', clockSeam],
  ['src/rollout/time5.ts', 'await new Promise(setImmediate);', clockSeam],
  ['src/rollout/time6.ts', "import { setTimeout as sleep } from 'node:timers/promises';", clockSeam],
  ['src/rollout/time7.ts', 'export const a = performance.now();', clockSeam],
  ['src/rollout/time8.ts', "export const a = await import('node:timers/promises');", clockSeam],
  ['src/images/chance1.ts', 'export const a = Math.random();', clockSeam],
  ['src/images/chance2.ts', "import { createHash, randomUUID } from 'node:crypto';", clockSeam],
  ['src/images/chance3.ts', "import { randomBytes as bytes } from 'node:crypto';", clockSeam],
  ['src/images/chance4.ts', 'export const a = crypto.randomUUID();', clockSeam],
  ['sandbox/world/time.ts', 'export const a = Date.now();', clockSeam],
  ['sandbox/faults/chance.ts', 'export const a = Math.random();', clockSeam],
  ['__tests__/rollout/time.test.ts', 'setTimeout(() => {}, 1);', clockSeam],

  ['src/notices/socket1.ts', "export const a = await fetch('https://example.com');", socketSeam],
  ['src/notices/socket2.ts', "import { request } from 'node:https';", socketSeam],
  ['src/notices/socket3.ts', "import net from 'net';", socketSeam],
  ['src/notices/socket4.ts', "export const a = await import('node:http');", socketSeam],
  ['src/notices/socket5.ts', "import { HttpClient } from '@actions/http-client';", socketSeam],
  ['sandbox/world/socket.ts', "import { createSocket } from 'node:dgram';", socketSeam],

  ['src/rollout/style1.ts', 'export const a = (b: any) => b;', /any/],
  ['src/rollout/style2.ts', 'export enum A { B }', /enum/],
  ['src/rollout/style3.ts', '// @ts-ignore\nexport const a = 1;', /ts-ignore/],
  ['src/rollout/notKebab.ts', 'export const a = 1;', /kebab-case/],
  ['__tests__/rollout/skip.test.ts', "it.skip('a', () => {});", /disable/i],
  ['src/rollout/long.ts', longFunction(), /lines/],
  ['src/rollout/complex.ts', complexFunction(), /complexity/i],
];

/** What lint must let pass. */
const allowed: readonly (readonly [path: string, text: string])[] = [
  [
    'src/actions/ok.ts',
    "export const a = async () => [await import('../rollout/a.js'), await import('../images/a.js')];",
  ],
  [
    'src/rollout/ok.ts',
    "export const a = async () => [await import('@actions/core'), await import('../config/a.js')];",
  ],
  ['src/rollout/rehearsal/ok.ts', "export const a = async () => await import('../../../sandbox/world/ec2/a.js');"],
  ['src/rollout/date.ts', 'export const a = (now: number) => new Date(now).toISOString();'],
  ['src/platform/ok.ts', 'export const a = () => setTimeout(() => {}, Date.now());'],
  ['sandbox/world/ok.ts', "export type { Clock } from '../../src/platform/clock.js';"],
  ['sandbox/hosts/ok.ts', "export const a = async () => [await import('node:net'), await import('../world/a.js')];"],
  ['sandbox/main.ts', "export const a = async () => [await import('./wire/a.js'), await import('./hosts/a.js')];"],
];

describe('lint', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'steadfleet-lint-'));
    for (const path of ['biome.json', 'lint', '.gitignore']) cpSync(path, join(folder, path), { recursive: true });
    execFileSync('git', ['init', '--quiet', folder]);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function findings(files: readonly (readonly [path: string, text: string, ...rest: unknown[]])[]): Finding[] {
    for (const [path, text] of files) write(join(folder, path), `${text}\n`);
    const biome = join(process.cwd(), 'node_modules/@biomejs/biome/bin/biome');
    const { stdout } = spawnSync(process.execPath, [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.'], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    });
    for (const [path] of files) rmSync(join(folder, path));
    return (JSON.parse(stdout) as { diagnostics: Finding[] }).diagnostics;
  }

  it('refuses every import against the direction of the house, every seam broken, every bound exceeded', () => {
    const found = findings(refused);
    const unpunished = refused.filter(
      ([path, , says]) => !found.some(({ location, message }) => location.path === path && says.test(message)),
    );
    expect(unpunished).toEqual([]);
  });

  it('lets pass what the house allows', () => {
    expect(findings(allowed)).toEqual([]);
  });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function longFunction(): string {
  const body = Array.from({ length: 60 }, (_, line) => `  console.log(${line});`).join('\n');
  return `export function a(): void {\n${body}\n}`;
}

function complexFunction(): string {
  const condition = (depth: number): string =>
    depth === 0 ? 'return 1;' : `if (a > ${depth}) { ${condition(depth - 1)} }`;
  return `export function a(a: number): number {\n${condition(7)}\nreturn 0;\n}`;
}
