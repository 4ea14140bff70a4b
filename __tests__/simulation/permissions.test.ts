import type { DescribeAutoScalingGroupsCommandOutput } from '@aws-sdk/client-auto-scaling';
import { expect, it } from '@jest/globals';
import type { Call } from '../../sandbox/world/world.js';
import { listedPermissions, permissionsFor } from '../doubles/listed-permissions.js';
import { SimulatedRollout } from './simulated-rollout.js';

it('rolling-deploy asks for exactly the permissions that it uses', async () => {
  const rollouts = [
    new SimulatedRollout({ seed: 1 }),
    new SimulatedRollout({ seed: 2, maxSize: 4 }),
    new SimulatedRollout({ seed: 3, newImage: { answers: 'never' } }),
  ];
  rollouts[0]?.world.interceptors.push({ after: withoutImages });
  for (const rollout of rollouts) await rollout.rollOut();
  expect(permissionsFor(rollouts.flatMap(({ calls }) => calls))).toEqual(listedPermissions('rolling-deploy'));
});

/** Not every answer about a group says which image its machines run; EC2 is asked then. */
function withoutImages({ operation }: Call, output: object): object {
  if (operation !== 'DescribeAutoScalingGroups') return output;
  const { AutoScalingGroups = [] } = output as Partial<DescribeAutoScalingGroupsCommandOutput>;
  return {
    AutoScalingGroups: AutoScalingGroups.map(({ Instances = [], ...group }) => ({
      ...group,
      Instances: Instances.map(({ ImageId: _, ...instance }) => instance),
    })),
  };
}
