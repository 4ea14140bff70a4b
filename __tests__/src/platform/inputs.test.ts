import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { InputFailure } from '../../../src/platform/failure.js';
import {
  amount,
  duration,
  flag,
  groupName,
  imageId,
  lines,
  oneOf,
  pairs,
  positiveDuration,
  region,
  text,
  webAddress,
  wholeNumber,
} from '../../../src/platform/input-types.js';
import {
  exactlyOneOf,
  type Fields,
  optional,
  readInputs,
  required,
  secret,
  withDefault,
} from '../../../src/platform/inputs.js';

function read(fields: Fields, values: Record<string, string>, rules: Parameters<typeof readInputs>[2] = []) {
  const masked: string[] = [];
  const source = { get: (name: string) => values[name] ?? '', mask: (value: string) => masked.push(value) };
  try {
    return { values: readInputs(fields, source, rules), masked, problems: [] };
  } catch (error) {
    if (!(error instanceof InputFailure)) throw error;
    return { values: undefined, masked, problems: error.problems };
  }
}

describe('readInputs', () => {
  it('finds every problem at once, each with what was found, what is allowed and what to write', () => {
    const fields = {
      group: required(groupName),
      'image-id': required(imageId),
      'min-ready': withDefault('30s', duration),
    };
    const { problems } = read(fields, { 'image-id': 'ubuntu', 'min-ready': '30' });
    expect(problems.map(({ input, found }) => [input, found])).toEqual([
      ['group', 'nothing'],
      ['image-id', '"ubuntu"'],
      ['min-ready', '"30"'],
    ]);
    for (const { allowed, remedy } of problems) {
      expect(allowed).not.toBe('');
      expect(remedy).not.toBe('');
    }
  });

  it('freezes what it read, with defaults in place', () => {
    const { values } = read({ 'min-ready': withDefault('30s', duration), note: optional(text) }, {});
    expect(values).toEqual({ 'min-ready': 30_000, note: undefined });
    expect(Object.isFrozen(values)).toBe(true);
  });

  it('masks each line of a secret first, and never shows it in an error', () => {
    const { masked, problems } = read(
      { hook: secret(required(webAddress)), group: required(groupName) },
      { hook: 'ftp://one\ntwo' },
    );
    expect(masked).toEqual(['ftp://one', 'two']);
    expect(JSON.stringify(problems)).not.toContain('ftp');
  });

  it('holds several inputs together by rules', () => {
    const fields = { 'image-id': optional(text), 'image-from': optional(text) };
    const rule = exactlyOneOf<typeof fields>('image-id', 'image-from');
    expect(read(fields, {}, [rule as never]).problems[0]?.found).toBe('none of "image-id" and "image-from"');
    expect(read(fields, { 'image-id': 'a', 'image-from': 'b' }, [rule as never]).problems[0]?.found).toContain('2 of');
    expect(read(fields, { 'image-id': 'a' }, [rule as never]).problems).toEqual([]);
  });

  it('does not ask for one of several when one was given, if wrongly', () => {
    const fields = { template: optional(text), 'image-id': optional(imageId) };
    const rule = exactlyOneOf<typeof fields>('template', 'image-id');
    const { problems } = read(fields, { 'image-id': 'ubuntu' }, [rule as never]);
    expect(problems.map(({ input }) => input)).toEqual(['image-id']);
  });
});

describe('input types', () => {
  it.each([
    [duration, '45s', 45_000],
    [duration, '2h', 7_200_000],
    [duration, '0s', 0],
    [duration, '2073600s', 2_073_600_000],
    [positiveDuration, '1s', 1_000],
    [amount, '3', { machines: 3 }],
    [amount, '25%', { percent: 25 }],
    [flag, 'True', true],
    [imageId, 'ami-0abcdef1234567890', 'ami-0abcdef1234567890'],
    [region, 'us-gov-west-1', 'us-gov-west-1'],
    [lines, 'a\n\n b \n', ['a', 'b']],
    [pairs, 'a=1\nb = x=y', { a: '1', b: 'x=y' }],
    [oneOf('up', 'down'), 'up', 'up'],
    [wholeNumber(1, 9), '9', 9],
    [groupName, 'my group/1', 'my group/1'],
  ])('%p reads %s', (parse, value, expected) => {
    expect((parse as (value: string) => unknown)(value)).toEqual(expected);
  });

  it.each([
    [duration, '10'],
    [duration, '-1s'],
    [duration, '1.5m'],
    [duration, '577h'],
    [positiveDuration, '0m'],
    [positiveDuration, 'soon'],
    [amount, '101%'],
    [amount, '25 %'],
    [flag, 'yes'],
    [imageId, 'ami-xyz'],
    [region, 'Ireland'],
    [pairs, 'novalue'],
    [oneOf('up', 'down'), 'left'],
    [wholeNumber(1, 9), '10'],
    [groupName, 'arn:aws:x'],
    [webAddress, 'http://example.com'],
    [webAddress, 'javascript:alert(1)'],
  ])('%p refuses %s', (parse, value) => {
    expect(() => parse(value)).toThrow();
  });

  it('reads back any length of time that it could have been given', () => {
    fc.assert(fc.property(fc.nat(99_999), (seconds) => expect(duration(`${seconds}s`)).toBe(seconds * 1000)));
  });

  it('has no default that says nothing: its value would be missing where a type promises one', () => {
    expect(() => withDefault('', text)).toThrow('an input without a default is optional');
  });
});
