import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const rows = readFileSync('docs/rules.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| \d+ \|/.test(line));

describe('docs/rules.md', () => {
  it('has all forty-three rules, in their order', () => {
    expect(rows.map((row) => Number(row.split('|')[1]))).toEqual(Array.from({ length: 43 }, (_, at) => at + 1));
  });

  it.each(rows)('names tests that there are: %s', (row) => {
    const named = [...row.matchAll(/`(__tests__\/[^`]+)` "([^"]+)"/g)];
    for (const [, path = '', words = ''] of named) expect(readFileSync(path, 'utf8')).toContain(words);
    if (named.length === 0) expect(row).toMatch(/\| (Not ours|Both groups)/);
  });
});
