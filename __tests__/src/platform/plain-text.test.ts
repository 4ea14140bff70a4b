import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plainLines } from '../../../src/platform/plain-text.js';

const escapeCode = '\u001b';

describe('plain lines', () => {
  it.each([
    ['the last ones', 'one\ntwo\n\nthree\n', ['two', 'three']],
    ['not a colour', `${escapeCode}[31mred${escapeCode}[0m`, ['red']],
    ['not a title', `${escapeCode}]0;title\u0007text`, ['text']],
    ['not a command of the runner', '::set-output name=a::b', ['set-output name=a::b']],
    ['not one behind a carriage return', 'boot\r::error::x', ['boot', 'error::x']],
    ['not one behind a line separator', 'boot\u2028::error::x', ['boot', 'error::x']],
    ['not an old one anywhere in a line', 'a ##[error]b', ['a ## [error]b']],
    ['not what hides', 'a\u0000b\u200bc', ['a b c']],
  ])('%s', (_case, text, lines) => expect(plainLines(text, 2)).toEqual(lines));

  it('never hold what a runner would take for a command', () => {
    const piece = fc.constantFrom(
      '::',
      '##[',
      ' ',
      '\r',
      '\n',
      escapeCode,
      '[0m',
      '\u0085',
      '\u2028',
      '\u200b',
      'error',
      ']',
      ';',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        for (const line of plainLines(pieces.join(''), 10)) {
          expect(line).not.toMatch(/^\s*::|##\[|[\p{Cc}\u2028\u2029]/u);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
