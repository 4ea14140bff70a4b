import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { type Mutant, mutate } from './mutants/mutant.js';
import { mutants } from './mutants/table.js';

describe('the mutants', () => {
  it.each(mutants)('$name: fits the code as it stands', (mutant) => {
    const source = readFileSync(`src/${mutant.file}`, 'utf8');
    expect(mutate(source, mutant)).not.toBe(source);
  });

  it('are at least twenty-five, each with a name of its own', () => {
    expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
    expect(mutants.length).toBeGreaterThanOrEqual(25);
  });

  it('fail loudly when the code has moved on', () => {
    const mutant: Mutant = { name: 'a mistake', file: 'rollout/decide.ts', edits: [['no such line', '']] };
    expect(() => mutate('const other = 1;', mutant)).toThrow('"no such line" stands there 0 times');
  });
});
