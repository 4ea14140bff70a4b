import { describe, expect, it } from '@jest/globals';
import { readOptions, usage } from '../../../sandbox/demo/options.js';

describe('the arguments of npm start', () => {
  it('asks for the good rollout and no report when there are none', () => {
    expect(readOptions([])).toEqual({ plot: 'good', report: undefined, help: false });
  });

  it('are read in any order', () => {
    expect(readOptions(['--report', 'figures.json', '--bad'])).toEqual({
      plot: 'bad',
      report: 'figures.json',
      help: false,
    });
  });

  it('tell of the killed runner as well', () => {
    expect(readOptions(['--kill']).plot).toBe('kill');
    expect(usage).toContain('--kill');
  });

  it('name one story', () => {
    expect(() => readOptions(['--bad', '--kill'])).toThrow('--bad and --kill are two stories');
  });

  it.each([['--worse'], ['bad'], ['--report=x']])('are refused by name when unknown: %s', (argument) => {
    expect(() => readOptions([argument])).toThrow(`"${argument}" is not an argument of npm start`);
  });

  it.each([[['--report']], [['--report', '--bad']]])('need a file after --report: %j', (given) => {
    expect(() => readOptions(given)).toThrow('--report needs the name of a file');
  });
});
