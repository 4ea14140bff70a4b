import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import type { Fields } from '../../src/platform/inputs.js';

interface ActionFile {
  readonly description: string;
  readonly inputs?: Readonly<Record<string, { readonly description?: string; required?: boolean; default?: string }>>;
  readonly outputs?: Readonly<Record<string, { readonly description?: string }>>;
  readonly runs: { readonly using: string; readonly main: string; readonly post?: string };
}

/** GitHub's runner puts the job's token in its place; nothing else does. */
const token = ['$', '{{ github.token }}'].join('');

const folders: Readonly<Record<string, string>> = {
  steadfleet: '.',
  ...Object.fromEntries(readdirSync('actions').map((name) => [name, join('actions', name)])),
};

describe.each(Object.entries(folders))('the action %s', (name, folder) => {
  const file = parse(readFileSync(join(folder, 'action.yml'), 'utf8')) as ActionFile;

  it('reads the inputs of its action.yml, with the same defaults and the same ones required', async () => {
    const apart = join(process.cwd(), `src/actions/${name}-inputs.ts`);
    const own = join(process.cwd(), `src/actions/${name}.ts`);
    const { inputs } = (await import(existsSync(apart) ? apart : own)) as { inputs: Fields };
    const read = Object.entries(inputs).map(([input, field]) => [input, [field.required, field.default]]);
    const written = Object.entries(file.inputs ?? {}).map(([input, { required = false, default: text = '' }]) => [
      input,
      [required, text === token ? '' : text],
    ]);
    expect(Object.fromEntries(read)).toEqual(Object.fromEntries(written));
  });

  it('describes itself, each input and each output', () => {
    const described = [file, ...Object.values(file.inputs ?? {}), ...Object.values(file.outputs ?? {})];
    expect(described.filter(({ description = '' }) => description.trim() === '')).toEqual([]);
  });

  it('holds no expression but the token as a default: the runner refuses one in a description', () => {
    const text = readFileSync(join(folder, 'action.yml'), 'utf8').replaceAll(`default: ${token}\n`, '');
    expect(text).not.toContain('${{');
  });

  it('writes every default as text, so that YAML changes none', () => {
    const defaults = Object.values(file.inputs ?? {}).flatMap((input) => input.default ?? []);
    expect(defaults.filter((text) => typeof text !== 'string')).toEqual([]);
  });

  it('runs its own bundle on Node 24', () => {
    expect(file.runs.using).toBe('node24');
    for (const path of [file.runs.main, file.runs.post ?? file.runs.main]) {
      expect(join(folder, path)).toBe(`dist/${name}.js`);
      expect(existsSync(join(folder, path))).toBe(true);
    }
  });

  it('sets only outputs that its action.yml documents', () => {
    const source = readFileSync(`src/actions/${name}.ts`, 'utf8');
    const set = [...source.matchAll(/\.output\('([^']+)'/g)].map(([, output]) => output);
    expect(set.filter((output) => !(output !== undefined && output in (file.outputs ?? {})))).toEqual([]);
  });

  it('has a page with tables of its inputs and outputs', () => {
    const page = readFileSync(name === 'steadfleet' ? 'docs/pipeline.md' : join(folder, 'README.md'), 'utf8');
    expect(page).toMatch(/<!-- inputs -->\n(\|.*\n)+<!-- \/inputs -->/);
    expect(page).toMatch(/<!-- outputs -->\n(\|.*\n)+<!-- \/outputs -->/);
  });
});
