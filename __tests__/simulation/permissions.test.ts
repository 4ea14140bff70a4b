import { expect, it } from '@jest/globals';
import { listedPermissions, permissionsFor } from '../doubles/listed-permissions.js';
import { dryRunOf } from './dry-run-stage.js';
import { SimulatedRollout } from './simulated-rollout.js';

it('rolling-deploy asks for exactly the permissions that it uses', async () => {
  const rollouts = [
    new SimulatedRollout({ seed: 1, hidesImages: true }),
    new SimulatedRollout({ seed: 2, maxSize: 4 }),
    new SimulatedRollout({ seed: 3, newImage: { answers: 'never' } }),
  ];
  for (const rollout of rollouts) {
    await dryRunOf(rollout);
    await rollout.rollOut();
  }
  expect(permissionsFor(rollouts.flatMap(({ calls }) => calls))).toEqual(listedPermissions('rolling-deploy'));
});
