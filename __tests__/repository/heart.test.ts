import { readdirSync, readFileSync } from 'node:fs';
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

/** How a function begins, or a method of a class, as the formatter writes them. */
const header = /^( *)(?:export )?(?:async )?function \w+|^( {2})(?:static |async |get )*#?\w+(?:<[^>]*>)?\(.*[({]$/;

/** Each function of a file with all its lines, comments and signature too. */
function functionsOf(file: string): readonly { readonly name: string; readonly lines: number }[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line, from) => {
    const [found, ...indents] = header.exec(line) ?? [];
    if (found === undefined) return [];
    const indent = indents.find((one) => one !== undefined) ?? '';
    // What is a call in place of a method ends with a parenthesis.
    const end = new RegExp(`^${indent}(?:}|[\\]})]+;)$`);
    const length = lines.slice(from).findIndex((one) => end.test(one));
    return lines[from + length] === `${indent}}` ? [{ name: `${file}: ${line.trim()}`, lines: length + 1 }] : [];
  });
}

it('no function of a rollout is longer than forty lines, all lines counted', () => {
  const files = readdirSync('src/rollout', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const functions = files.flatMap((file) => functionsOf(join('src/rollout', file)));
  expect(functions.length).toBeGreaterThan(500);
  expect(functions.filter(({ lines }) => lines > 40)).toEqual([]);
});
