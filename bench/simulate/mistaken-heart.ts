import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Mutant, mutate } from '../../__tests__/simulation/mutants/mutant.js';
import type { play } from '../../__tests__/simulation/play.js';

const build = 'build';

/**
 * Loads the heart with a mistake in it beside the one without: as a copy of what is built from src, with the stories that
 * are played on it. (Module hooks would do without a copy, but with them each `import()` waits for another thread, which
 * no virtual clock waits for.) The world is the same one.
 */
export async function withMistake<Result>(
  mutant: Mutant,
  use: (playMistaken: typeof play) => Promise<Result>,
): Promise<Result> {
  const copies = join(build, 'mutants');
  mkdirSync(copies, { recursive: true });
  const copy = mkdtempSync(join(copies, 'heart-'));
  try {
    for (const part of ['src', '__tests__']) cpSync(join(build, part), join(copy, part), { recursive: true });
    symlinkSync(join('..', '..', 'sandbox'), join(copy, 'sandbox'));
    writeFileSync(join(copy, 'src', mutant.file.replace(/\.ts$/, '.js')), await compiled(mutant));
    const story = pathToFileURL(join(copy, '__tests__', 'simulation', 'play.js')).href;
    return await use((await import(story)).play);
  } finally {
    rmSync(copy, { recursive: true });
  }
}

/** The compiler is native code, which Node must not load into a second thread once the first is over: only who hunts has it. */
async function compiled(mutant: Mutant): Promise<string> {
  const { transformSync } = await import('@swc/core');
  const source = mutate(readFileSync(join('src', mutant.file), 'utf8'), mutant);
  const jsc = { parser: { syntax: 'typescript' }, target: 'es2022' } as const;
  return transformSync(source, { jsc, module: { type: 'es6' } }).code;
}
