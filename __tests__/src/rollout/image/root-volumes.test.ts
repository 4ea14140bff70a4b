import { expect, it } from '@jest/globals';
import type { Aws } from '../../../../src/platform/aws.js';
import type { GroupView } from '../../../../src/rollout/heart/observation.js';
import { requireReplaceableRoots } from '../../../../src/rollout/image/root-volumes.js';
import { before, machine, oldOnes, proving, see } from '../seen.js';

const overridden = (...images: readonly (string | undefined)[]) => ({
  LaunchTemplate: {
    Overrides: images.map((ImageId) => ({ InstanceType: 'm5.large' as const, ...(ImageId && { ImageId }) })),
  },
});
const { group: plain } = see(proving, oldOnes);
const group = { ...plain, policy: overridden('ami-old') };

function attempt(changes: Partial<GroupView>, volumes = 1): Promise<void> {
  const BlockDeviceMappings = [
    { DeviceName: '/dev/sdz', NoDevice: '' },
    ...Array.from({ length: volumes }, (_, at) => ({ DeviceName: `/dev/sd${at}`, Ebs: {} })),
  ];
  const ec2 = { send: async () => ({ Images: [{ BlockDeviceMappings }] }) } as unknown as Aws['ec2'];
  return requireReplaceableRoots({ ec2 }, { group, machines: oldOnes, ...changes }, before, 'ami-new');
}

it('a group whose root volumes AWS can replace is taken', async () => {
  await expect(attempt({})).resolves.toBeUndefined();
  await expect(attempt({ machines: [] })).resolves.toBeUndefined();
});

it.each<[string, Partial<GroupView>, number, string]>([
  ['without a policy', { group: plain }, 1, 'it has no mixed instances policy. Give it such a policy, or'],
  [
    'with a nameless override',
    { group: { ...group, policy: overridden('ami-old', undefined) } },
    1,
    '1 of its 2 overr',
  ],
  ['with a warm pool', { warm: [] }, 1, 'has one. Delete the pool first, or take the strategy "rolling".'],
  [
    'with a machine of another version',
    { machines: [...oldOnes, machine('i-odd', 2)] },
    1,
    'i-odd did not come from version 1 of lt-1, as most did. Replace those first, or',
  ],
  ['given an image with two volumes', {}, 2, 'ami-new has 2. Bake one with its root volume alone, or'],
])('a group %s is refused', async (_what, changes, volumes, words) => {
  await expect(attempt(changes, volumes)).rejects.toThrow(words);
});
