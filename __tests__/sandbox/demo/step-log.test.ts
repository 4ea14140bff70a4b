import { describe, expect, it } from '@jest/globals';
import { StepLog } from '../../../sandbox/demo/step-log.js';

const read = (...lines: string[]) => {
  const log = new StepLog();
  return lines.map((line) => log.read(line)).filter((line) => line !== undefined);
};

describe("a step's log", () => {
  it('shows plain lines as they are', () => {
    expect(read('hello :: world')).toEqual([{ kind: 'text', text: 'hello :: world' }]);
  });

  it('shows annotations, with or without properties, unescaped', () => {
    expect(read('::error::no', '::warning title=Slow%3A down,line=1::50%25%0Amore')).toEqual([
      { kind: 'error', text: 'no' },
      { kind: 'warning', text: '50%\nmore' },
    ]);
  });

  it('leaves orders to the runner out', () => {
    expect(read('::debug::quiet', '::endgroup::', '::save-state name=x::1')).toEqual([]);
  });

  it('hides secrets from the moment they are named', () => {
    expect(read('::add-mask::hunter2', 'the key is hunter2')).toEqual([{ kind: 'text', text: 'the key is ***' }]);
  });

  it('obeys nothing between stop-commands and its token', () => {
    expect(read('::stop-commands::Token_1', '::error::text of a child', '::Token_1::', '::error::ours')).toEqual([
      { kind: 'text', text: '::error::text of a child' },
      { kind: 'error', text: 'ours' },
    ]);
  });
});
