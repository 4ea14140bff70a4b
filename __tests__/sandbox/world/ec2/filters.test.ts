import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { filtered } from '../../../../sandbox/world/ec2/filters.js';

const item = (name: string, tags: Record<string, string> = {}) => ({ name, tags: new Map(Object.entries(tags)) });

function matches(name: string, pattern: string): boolean {
  return filtered([item(name)], [{ Name: 'name', Values: [pattern] }], { name: (one) => one.name }).length === 1;
}

describe('a filter', () => {
  it.each([
    ['web-1', 'web-*', true],
    ['web-1', '*', true],
    ['web-1', 'web-?', true],
    ['web-12', 'web-?', false],
    ['web-1', 'eb-*', false],
    ['web-1', 'WEB-1', false],
    ['web.1', 'web?1', true],
    ['webx1', 'web.1', false],
    ['a*b', 'a\\*b', true],
    ['axb', 'a\\*b', false],
    ['a?b', 'a\\?b', true],
    ['a\\b', 'a\\\\b', true],
    ['(x)', '(*)', true],
    ['two\nlines', 'two*', true],
  ])('on %j with %j says %s', (name, pattern, expected) => {
    expect(matches(name, pattern)).toBe(expected);
  });

  it('matches any text by that text with its wildcards taken away', () => {
    fc.assert(fc.property(fc.string(), (text) => matches(text, text.replace(/[*?\\]/g, '\\$&'))));
  });

  it('passes by any of its values; all filters must pass; without values none does', () => {
    const items = [item('a', { env: 'test' }), item('b', { env: 'prod' }), item('c')];
    const names = (...filters: { Name: string; Values: string[] }[]) =>
      filtered(items, filters, { name: (one) => one.name }).map(({ name }) => name);
    expect(names({ Name: 'name', Values: ['a', 'c'] })).toEqual(['a', 'c']);
    expect(names({ Name: 'name', Values: ['a', 'c'] }, { Name: 'tag-key', Values: ['env'] })).toEqual(['a']);
    expect(names({ Name: 'tag:env', Values: ['*'] })).toEqual(['a', 'b']);
    expect(names({ Name: 'name', Values: [] })).toEqual([]);
  });
});
