import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { page } from '../../../sandbox/world/pagination.js';
import { refusal } from './small-world.js';

describe('page', () => {
  it('gives every item once, in order, whatever the page size', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 10 }), (items, maxResults) => {
        const collected: number[] = [];
        let nextToken: string | undefined;
        do {
          const found = page(items, { maxResults, nextToken }, 5);
          expect(found.items.length).toBeLessThanOrEqual(maxResults);
          collected.push(...found.items);
          nextToken = found.nextToken;
        } while (nextToken);
        expect(collected).toEqual(items);
      }),
    );
  });

  it('uses the default size when none is asked for', () => {
    expect(page([1, 2, 3], {}, 2)).toMatchObject({ items: [1, 2], nextToken: expect.any(String) });
  });

  it('refuses a token that it did not give', () => {
    expect(refusal(() => page([1], { nextToken: 'nonsense' }, 2))).toBe('InvalidNextToken');
    expect(refusal(() => page([1], { nextToken: 'nonsense' }, 2, 'InvalidParameterValue'))).toBe(
      'InvalidParameterValue',
    );
  });
});
