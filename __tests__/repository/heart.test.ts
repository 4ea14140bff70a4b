import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from '@jest/globals';

/** The files that run when one runs: what is imported for its types alone is gone by then. */
function runtimeFilesOf(file: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(file)) return found;
  found.add(file);
  const source = readFileSync(file, 'utf8');
  for (const [, kind, path = ''] of source.matchAll(/^import (type )?[^;]*? from '(\.[^']*)\.js';$/gms)) {
    if (kind === undefined) runtimeFilesOf(join(dirname(file), `${path}.ts`), found);
  }
  return found;
}

const linesOf = (file: string) => readFileSync(file, 'utf8').split('\n').length - 1;

it('the engine reads in one sitting: what decide runs is less than 600 lines, all of it in the heart', () => {
  const files = [...runtimeFilesOf('src/rollout/heart/decide.ts')];
  expect(files.filter((file) => !file.startsWith('src/rollout/heart/'))).toEqual([]);
  expect(files.length).toBeGreaterThan(5);
  expect(files.reduce((sum, file) => sum + linesOf(file), 0)).toBeLessThan(600);
});
