import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { literally } from '../../../src/platform/markdown.js';

it('shows any text on one line, with nothing that Markdown or HTML would act on', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(literally(text)).not.toMatch(/[\n\r`|<>*_~[\]\\]|&(?!#\d+;)|#(?!\d+;)/);
    }),
  );
  expect(literally('a|b\n# <c>')).toBe('a&#124;b &#35; &#60;c&#62;');
});
