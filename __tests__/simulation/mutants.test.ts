import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { invariants } from './invariants/invariants.js';
import { type Mutant, mutate } from './mutants/mutant.js';
import { mutants } from './mutants/table.js';

/** Functions that only say how things are, and the move that nobody can make wrongly. */
const answers = new Set(['wait', 'fleetOf', 'isComplete', 'isLaunching', 'isPausing', 'provenVersion']);

/** The functions that one of these asks for a move, and the moves that it names itself. */
function rowsOf(file: string, names: readonly string[]): readonly string[] {
  const source = readFileSync(`src/rollout/${file}`, 'utf8');
  const bodies = names.map((name) => source.split(`function ${name}(`)[1]?.split('\n}\n')[0] ?? '');
  const patterns = /(\w+)\(observation|\{ kind: '(\w+)' \}/g;
  const asked = bodies.flatMap((body) => [...body.matchAll(patterns)].map(([, row, move]) => row ?? move ?? ''));
  return [...new Set(asked)].filter((name) => !names.includes(name) && !answers.has(name));
}

/** Every row of the decision, from the claim to the end of a wave. */
function rows(): readonly string[] {
  const claimAndSize = rowsOf('strategies.ts', ['nextMove']).filter((name) => name !== 'moveByStrategy');
  return [...claimAndSize, ...rowsOf('heart/decide.ts', ['decide', 'advance']), 'decideTwoGroups', 'decideRefresh'];
}

describe('the mutants', () => {
  it.each(mutants)('$name: fits the code as it stands', (mutant) => {
    const source = readFileSync(`src/${mutant.file}`, 'utf8');
    expect(mutate(source, mutant)).not.toBe(source);
  });

  it('are at least twenty-five, each with a name of its own', () => {
    expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
    expect(mutants.length).toBeGreaterThanOrEqual(25);
  });

  it('spoil every row of the decision', () => {
    expect(rows().length).toBeGreaterThan(10);
    const spoiled = mutants.flatMap(({ row }) => row ?? []);
    expect([...new Set(spoiled)].sort()).toEqual([...rows()].sort());
  });

  it('break every invariant', () => {
    const broken = mutants.flatMap(({ breaks }) => breaks ?? []);
    expect([...new Set(broken)].sort()).toEqual(Object.keys(invariants).sort());
  });

  it('stand for a row or for an invariant each', () => {
    expect(mutants.filter(({ row, breaks }) => (row === undefined) === (breaks === undefined))).toEqual([]);
  });

  it('fail loudly when the code has moved on', () => {
    const mutant: Mutant = { name: 'a mistake', file: 'rollout/decide.ts', edits: [['no such line', '']] };
    expect(() => mutate('const other = 1;', mutant)).toThrow('"no such line" stands there 0 times');
  });
});
