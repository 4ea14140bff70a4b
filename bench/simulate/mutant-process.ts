import { readFileSync } from 'node:fs';
import { register } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transformSync } from '@swc/core';
import { mutate } from '../../__tests__/simulation/mutants/mutant.js';
import { mutants } from '../../__tests__/simulation/mutants/table.js';

// A process of its own, for a module is loaded once: the heart with one mistake in it, hunted by a part of the proof.
const [name, seeds] = process.argv.slice(2);
const mutant = mutants.find((one) => one.name === name);
if (!mutant) throw new Error(`There is no mutant "${name}"`);
const path = join('src', mutant.file);
const jsc = { parser: { syntax: 'typescript' }, target: 'es2022' } as const;
const { code } = transformSync(mutate(readFileSync(path, 'utf8'), mutant), { jsc, module: { type: 'es6' } });
const url = pathToFileURL(join('build', path.replace(/\.ts$/, '.js'))).href;
register('./mutation-hooks.js', import.meta.url, { data: { url, source: code } });
const { hunt } = await import('../../__tests__/simulation/mutants/hunt.js');
process.send?.((await hunt(Number(seeds))) ?? null);
