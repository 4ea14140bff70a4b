import { describe, expect, it } from '@jest/globals';
import type { Aws } from '../../../../src/platform/aws.js';
import { lowerMax, raise } from '../../../../src/rollout/changes/act.js';
import { begun, oldOnes, see } from '../seen.js';

/** A group as it stands when it is read once more, and what is called after that. */
function meet(DesiredCapacity: number, MaxSize = 6) {
  const changes: object[] = [];
  const send = async (command: { input: object; constructor: { name: string } }) => {
    if (command.constructor.name.startsWith('Describe')) return { AutoScalingGroups: [{ DesiredCapacity, MaxSize }] };
    changes.push(command.input);
    return {};
  };
  return { aws: { autoScaling: { send } } as unknown as Pick<Aws, 'autoScaling'>, changes };
}

describe('a raise', () => {
  const move = { machines: 2, from: 4 } as const;

  it('is written while the size that it was made from stands', async () => {
    const { aws, changes } = meet(4);
    expect(await raise(aws, 'web', move)).toBe(true);
    expect(changes).toMatchObject([{ DesiredCapacity: 6 }]);
  });

  it('is written with the maximum that it needs, in one call', async () => {
    const { aws, changes } = meet(4);
    expect(await raise(aws, 'web', { ...move, max: 6 })).toBe(true);
    expect(changes).toMatchObject([{ DesiredCapacity: 6, MaxSize: 6 }]);
  });

  it.each([undefined, 6])('is not written over a size that has changed since (with the maximum %s)', async (max) => {
    const { aws, changes } = meet(5);
    expect(await raise(aws, 'web', { ...move, ...(max !== undefined && { max }) })).toBe(false);
    expect(changes).toEqual([]);
  });
});

describe('the maximum', () => {
  const { group } = see(begun, oldOnes, { max: 6 });

  it('is lowered while it stands as it was raised, and the group fits', async () => {
    const { aws, changes } = meet(4);
    expect(await lowerMax(aws, group, 4)).toBe(true);
    expect(changes).toMatchObject([{ MaxSize: 4 }]);
  });

  it.each([
    ['the group has grown', 5, 6],
    ['somebody has set it', 4, 7],
  ])('is not lowered if %s since', async (_what, desired, max) => {
    const { aws, changes } = meet(desired, max);
    expect(await lowerMax(aws, group, 4)).toBe(false);
    expect(changes).toEqual([]);
  });
});
