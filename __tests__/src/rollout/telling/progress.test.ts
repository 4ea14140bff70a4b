import { describe, expect, it } from '@jest/globals';
import { describeProgress } from '../../../../src/rollout/telling/progress.js';
import { back, machine, oldOnes, proving, see, starting } from '../seen.js';

const machines = [...oldOnes.slice(0, 2), machine('i-3', 2, starting)];

describe('the line of progress', () => {
  it('calls the machines old that a rollout replaces', () => {
    expect(describeProgress(see(proving, machines))).toBe('web to ami-new: 1 starting, 2 old (desired 3)');
  });

  it('says that nothing goes anywhere while it is on hold', () => {
    const held = see({ ...proving, direction: 'hold' }, machines);
    expect(describeProgress(held)).toBe('web on hold on its way to ami-new: 1 starting, 2 old (desired 3)');
  });

  it('calls them new on the way back, for there the older image is the goal', () => {
    expect(describeProgress(see(back, machines))).toBe('web back to ami-old: 2 healthy, 1 new (desired 3)');
  });
});
