import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Compiles TypeScript to JavaScript when a source has changed since the last time, and says so.
 * @param {{ project: string, folders: string[], output: string }} target What to compile, and where to.
 */
export function compile({ project, folders, output }) {
  const stampFile = join(output, '.compiled');
  const sources = folders.filter((folder) => existsSync(folder)).flatMap(sourcesIn);
  const stamp = JSON.stringify(
    [project, 'tsconfig.json', 'package-lock.json', ...sources].map((path) => [path, ageOf(path)]),
  );
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;

  const began = performance.now();
  console.log(`Compiling ${folders.join(', ')} ...`);
  mkdirSync(output, { recursive: true });
  const wanted = new Set(sources.map((path) => join(output, path.replace(/\.ts$/, '.js'))));
  if (folders.some((folder) => removeOrphans(join(output, folder), wanted))) {
    rmSync(join(output, '.tsbuildinfo'), { force: true });
  }
  const compiler = 'node_modules/typescript/bin/tsc';
  const { status } = spawnSync(process.execPath, [compiler, '-p', project], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) {
    console.error('The sources do not compile: see above.');
    process.exit(1);
  }
  writeFileSync(stampFile, stamp);
  console.log(`Compiled in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
}

function sourcesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourcesIn(path);
    return entry.name.endsWith('.ts') ? [path] : [];
  });
}

function ageOf(path) {
  const { mtimeMs, size } = statSync(path);
  return [mtimeMs, size];
}

/** What an earlier compilation left of a source that is gone would still be found by an import. True if there was any. */
function removeOrphans(folder, wanted) {
  if (!existsSync(folder)) return false;
  let removed = false;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) removed = removeOrphans(path, wanted) || removed;
    else if (!wanted.has(path)) {
      rmSync(path);
      removed = true;
    }
  }
  return removed;
}
