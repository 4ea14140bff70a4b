import { describe, expect, it } from '@jest/globals';
import type { Aws } from '../../../../src/platform/aws.js';
import { lastWordsOf } from '../../../../src/rollout/telling/culprit.js';
import { machine, oldOnes, proving, see, starting } from '../seen.js';

/** Each machine's console says which one it is. */
const ec2 = {
  send: async ({ input }: { readonly input: { readonly InstanceId: string } }) => ({
    Output: Buffer.from(`console of ${input.InstanceId}`).toString('base64'),
  }),
};
const aws = { ec2 } as unknown as Pick<Aws, 'ec2'>;
const booting = machine('i-0bbb', 2, starting);

describe('the console that is read', () => {
  it.each<[string, readonly string[], string | undefined]>([
    ['of the machine whose launch failed', ['The launch of i-0aaa failed: it ended'], 'i-0aaa'],
    ['of it alone, whoever else AWS names', ['The launch of i-0aaa failed: i-0ccc has its address'], 'i-0aaa'],
    ['of nobody, where a launch failed before there was a machine', ['A launch failed: no such key pair'], undefined],
    ['of the first that is unwell, where nothing failed for certain', [], 'i-0bbb'],
  ])('is %s', async (_, setbacks, id) => {
    const words = await lastWordsOf(aws, see(proving, [...oldOnes, booting], {}, { setbacks }));
    expect(words).toEqual(id === undefined ? undefined : { of: `The console of ${id}`, lines: [`console of ${id}`] });
  });
});
