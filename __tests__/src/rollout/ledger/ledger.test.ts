import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { groupName } from '../../../../src/platform/input-types.js';
import type { Release } from '../../../../src/rollout/heart/release.js';
import { encodeGroupName, expendable } from '../../../../src/rollout/ledger/ledger.js';
import { begun } from '../seen.js';

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

  it('fits into the name of a parameter, however long and odd it is, and stays its own', () => {
    const names = ['a', 'b'].map((last) => encodeGroupName(`${'/ '.repeat(127)}${last}`));
    for (const encoded of names) {
      expect(
        `/steadfleet/${encoded}/000042`.length + 'arn:aws-us-gov:ssm:ap-southeast-2:111122223333:parameter'.length,
      ).toBeLessThanOrEqual(1011);
      expect(encoded).toMatch(/^[A-Za-z0-9_.-]+$/);
    }
    expect(names[0]).not.toBe(names[1]);
  });
});

describe('the ledger keeps', () => {
  const image = (number: number) => ({ ...begun.to, imageId: `ami-${number}` });
  const row = (count: number, change: (number: number) => Partial<Release>) =>
    Array.from({ length: count }, (_, at) => ({ ...begun, number: at + 1, ...change(at + 1) }));

  it('the last fifty releases', () => {
    const releases = row(73, () => ({ outcome: 'rolled-back' }));
    expect(expendable(releases).map(({ number }) => number)).toEqual(Array.from({ length: 23 }, (_, at) => 23 - at));
    expect(expendable(releases.slice(0, 50))).toEqual([]);
  });

  it('rule 19: what an undo could need, however old', () => {
    const releases = row(90, (number) =>
      number <= 10 ? { outcome: 'succeeded', to: image(number) } : { outcome: 'rolled-back' },
    );
    expect(
      expendable(releases)
        .map(({ number }) => number)
        .filter((number) => number <= 10),
    ).toEqual([5, 4, 3, 2, 1]);
  });
});
