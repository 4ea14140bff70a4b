import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { median, numberOption, refuseUnknownOptions, rounded, textOption } from './measure.js';
import { table } from './table.js';

/** The most that an action which fails on its inputs may cost over an empty script, in milliseconds. */
const target = 100;
const warmUps = 2;

/**
 * From the start of Node to the first input error, for every action, beside an empty script from its start to its end.
 * All take turns in one loop, so that whatever slows the computer slows all of them alike.
 */
export async function coldStart(given: readonly string[]): Promise<object> {
  refuseUnknownOptions(given, ['rounds', 'node']);
  const rounds = numberOption(given, 'rounds', 25);
  const node = textOption(given, 'node', process.execPath);
  const folder = await mkdtemp(join(tmpdir(), 'steadfleet-bench-'));
  try {
    const empty = join(folder, 'empty.js');
    await writeFile(empty, '');
    const bundles = await bundlesOfActions();
    const times = new Map<string, number[]>([empty, ...bundles.values()].map((file) => [file, []]));
    for (let round = 0; round < warmUps + rounds; round++) {
      for (const [file, measured] of times) {
        const time = file === empty ? await untilEnd(node, file) : await untilError(node, file);
        if (round >= warmUps) measured.push(time);
      }
    }
    return report(
      times.get(empty) ?? [],
      [...bundles].map(([name, file]) => [name, times.get(file) ?? []]),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function report(empty: readonly number[], actions: readonly (readonly [string, readonly number[]])[]): object {
  const emptyMs = rounded(median(empty));
  const measured = actions.map(([name, times]) => {
    const medianMs = rounded(median(times));
    return { name, medianMs, overheadMs: rounded(medianMs - emptyMs) };
  });
  const rows = measured.map(({ name, medianMs, overheadMs }) => [name, medianMs.toFixed(1), overheadMs.toFixed(1)]);
  console.log(
    table(['from start to', 'median ms', 'over empty'], [['empty script ends', emptyMs.toFixed(1), ''], ...rows]),
  );
  const worstOverheadMs = Math.max(...measured.map(({ overheadMs }) => overheadMs));
  return {
    bench: 'cold-start',
    rounds: empty.length,
    emptyMs,
    actions: Object.fromEntries(measured.map(({ name, ...figures }) => [name, figures])),
    worstOverheadMs,
    targetOverheadMs: target,
    met: worstOverheadMs <= target,
  };
}

/** The bundle of every action, by the action's name: what its action.yml names as main. */
async function bundlesOfActions(): Promise<Map<string, string>> {
  const folders = ['.', ...readdirSync('actions').map((name) => join('actions', name))];
  const bundles = new Map<string, string>();
  for (const folder of folders.filter((each) => existsSync(join(each, 'action.yml')))) {
    const { runs } = parse(await readFile(join(folder, 'action.yml'), 'utf8')) as { runs: { main: string } };
    bundles.set(basename(runs.main, '.js'), join(folder, runs.main));
  }
  return bundles;
}

/** A step without any inputs or variables. */
function start(node: string, file: string) {
  return spawn(node, [file], { env: { PATH: process.env.PATH }, stdio: ['ignore', 'pipe', 'inherit'] });
}

function untilEnd(node: string, file: string): Promise<number> {
  const began = performance.now();
  const child = start(node, file);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => resolve(performance.now() - began));
  });
}

/** @throws {Error} when the action finds no fault with having no inputs. */
function untilError(node: string, file: string): Promise<number> {
  const began = performance.now();
  const child = start(node, file);
  let took: number | undefined;
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    if (took === undefined && /^::error /m.test(output)) took = performance.now() - began;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => {
      if (took !== undefined && /wrong input/.test(output)) resolve(took);
      else reject(new Error(`${file} reported no input error: ${output}`));
    });
  });
}
