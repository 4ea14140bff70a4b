import { describe, expect, it } from '@jest/globals';
import { readOptions } from '../../sandbox/command-line.js';

describe('npm run sandbox', () => {
  it('has a default for everything', () => {
    expect(readOptions([])).toEqual({ port: 4747, profile: 'fast', seed: 1, simulated: false, help: false });
  });

  it('takes its flags in both spellings', () => {
    const given = ['--port=0', '--profile', 'nasty', '--seed', '7', '--simulated'];
    expect(readOptions(given)).toEqual({ port: 0, profile: 'nasty', seed: 7, simulated: true, help: false });
  });

  it.each([
    [['--port', 'many'], '--port must be a whole number from 0 to 65535, not "many"'],
    [['--port', '65536'], '--port must be'],
    [['--seed', '-1'], '--seed'],
    [['--profile', 'quick'], '--profile must be one of fast, realistic, nasty, not "quick"'],
    [['--profile', 'toString'], '--profile must be one of'],
    [['--prot', '1'], "Unknown option '--prot'"],
    [['now'], "Unexpected argument 'now'"],
  ])('says what is wrong with %j', (given, message) => {
    expect(() => readOptions(given)).toThrow(message);
  });
});
