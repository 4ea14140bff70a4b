import { describe, expect, it } from '@jest/globals';
import { readFileCommands } from '../../../sandbox/demo/file-commands.js';

describe('the files that a step writes for its runner', () => {
  it('hold one value on a line', () => {
    expect(readFileCommands('outcome=succeeded\nempty=\nurl=http://x/?a=b\n')).toEqual({
      outcome: 'succeeded',
      empty: '',
      url: 'http://x/?a=b',
    });
  });

  it('hold values of many lines between marks', () => {
    expect(readFileCommands('text<<MARK_1\none=1\n\ntwo\nMARK_1\nafter=3\n')).toEqual({
      text: 'one=1\n\ntwo',
      after: '3',
    });
  });

  it('may be empty', () => {
    expect(readFileCommands('')).toEqual({});
  });
});
