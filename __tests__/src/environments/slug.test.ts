import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { longestSlug, refHash, slugOf } from '../../../src/environments/slug.js';

const slug = (branch: string, user = 'ben', feature = branch) =>
  slugOf({ user, feature }, refHash('octo/shop', `refs/heads/${branch}`));

const oddNames = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.stringMatching(/^[-._/~A-Z0-9]{0,80}$/),
  fc.constantFrom(
    '',
    '..',
    '../..',
    '-',
    '---',
    '-rf',
    '日本語',
    'ÄÖÜ',
    'xn--a',
    '🚀',
    'a'.repeat(1_000),
    '.hidden',
    'İ',
  ),
);

describe('a slug', () => {
  it('is a DNS label and a target group name, whatever the branch is called', () => {
    fc.assert(
      fc.property(oddNames, oddNames, (user, feature) => {
        const name = slug(`${user}/${feature}`, user, feature);
        expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(name.length).toBeLessThanOrEqual(longestSlug);
        // Labels with hyphens in the third and fourth place are reserved (RFC 5891, section 4.2.3.1).
        expect(name).not.toMatch(/^..--/);
      }),
      { numRuns: 500 },
    );
  });

  it('ends in the hash of the full ref, so that branches that read the same are told apart', () => {
    fc.assert(
      fc.property(oddNames, oddNames, (one, other) => {
        fc.pre(one !== other);
        expect(slug(one, 'ben', 'same')).not.toBe(slug(other, 'ben', 'same'));
      }),
    );
    expect(slug('remote-run/ben/my_feature', 'ben', 'my_feature')).toMatch(/^ben-my-feature-[0-9a-f]{8}$/);
    expect(slug('x', 'ben', 'my_feature').slice(0, -9)).toBe(slug('y', 'ben', 'my-feature').slice(0, -9));
  });

  it('is the same for the same branch, and another in another repository', () => {
    expect(slug('a')).toBe(slug('a'));
    const elsewhere = slugOf({ user: 'ben', feature: 'a' }, refHash('octo/cart', 'refs/heads/a'));
    expect(elsewhere).not.toBe(slug('a'));
  });

  it('tells branches apart that differ in case alone', () => {
    expect(slug('remote-run/ben/A', 'ben', 'A')).not.toBe(slug('remote-run/ben/a', 'ben', 'a'));
  });
});
