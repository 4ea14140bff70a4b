import { describe, expect, it } from '@jest/globals';
import { readOptions } from '../../../sandbox/demo/options.js';

describe('the arguments of npm start', () => {
  it('asks for the good rollout and no report when there are none', () => {
    expect(readOptions([])).toEqual({ bad: false, report: undefined, help: false });
  });

  it('are read in any order', () => {
    expect(readOptions(['--report', 'figures.json', '--bad'])).toEqual({
      bad: true,
      report: 'figures.json',
      help: false,
    });
  });

  it.each([['--worse'], ['bad'], ['--report=x']])('are refused by name when unknown: %s', (argument) => {
    expect(() => readOptions([argument])).toThrow(`"${argument}" is not an argument of npm start`);
  });

  it.each([[['--report']], [['--report', '--bad']]])('need a file after --report: %j', (given) => {
    expect(() => readOptions(given)).toThrow('--report needs the name of a file');
  });
});
