import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { imagesOf, readPackerLine } from '../../../src/images/machine-readable.js';

describe("a line of Packer's machine-readable output", () => {
  it('gives back any text that was said, commas and new lines included', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.includes('\\') && !text.includes('%!'));
        const escaped = text.replaceAll(',', '%!(PACKER_COMMA)').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
        expect(readPackerLine(`1,,ui,say,${escaped}`)).toEqual({ kind: 'said', text, isError: false });
      }),
    );
  });

  it('knows an error that is said from one that ended a build', () => {
    expect(readPackerLine('1,,ui,error,no')).toEqual({ kind: 'said', text: 'no', isError: true });
    expect(readPackerLine('1,shop,error,no')).toEqual({ kind: 'failed', build: 'shop', text: 'no' });
  });

  it('is shown as it came when Packer did not write it', () => {
    expect(readPackerLine('panic: oh')).toEqual({ kind: 'other', text: 'panic: oh' });
  });
});

describe("an artifact's id", () => {
  it('names an image for each region', () => {
    expect(imagesOf('shop', 'eu-west-1:ami-0a,us-gov-east-1:ami-0b')).toEqual([
      { build: 'shop', region: 'eu-west-1', id: 'ami-0a' },
      { build: 'shop', region: 'us-gov-east-1', id: 'ami-0b' },
    ]);
  });

  it('names none for other artifacts, such as a manifest or volumes', () => {
    expect(imagesOf('shop', 'eu-west-1:vol-0a')).toEqual([]);
    expect(imagesOf('shop', '')).toEqual([]);
  });
});
