import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { groupName } from '../../../src/platform/input-types.js';
import { encodeGroupName } from '../../../src/rollout/ledger.js';

describe('a group in the names of parameters', () => {
  it.each([
    ['web-prod', 'web-prod'],
    ['web_prod.eu', 'web_prod.eu'],
    ['web prod/1', 'web__20__prod__2f__1'],
    ['a__b', 'a__5f____5f__b'],
  ])('%s is %s', (group, encoded) => {
    expect(encodeGroupName(group)).toBe(encoded);
  });

  const name = fc.string({
    unit: fc.constantFrom('a', '2', '0', '5', 'f', '_', ' ', '/', '.'),
    minLength: 1,
    maxLength: 8,
  });

  it('is what SSM allows, and no two groups share one', () => {
    fc.assert(
      fc.property(name, name, (one, other) => {
        expect(groupName(one)).toBe(one);
        expect(encodeGroupName(one)).toMatch(/^[A-Za-z0-9_.-]+$/);
        if (one !== other) expect(encodeGroupName(one)).not.toBe(encodeGroupName(other));
      }),
      { numRuns: 2000 },
    );
  });
});
