import { describe, expect, it } from '@jest/globals';
import type { Aws } from '../../../../src/platform/aws.js';
import { completePlan } from '../../../../src/rollout/beginning/complete-plan.js';
import type { Plan } from '../../../../src/rollout/heart/plan.js';
import { begun, oldOnes, plan, see } from '../seen.js';

const { group } = see(begun, oldOnes);

/** A plan with so many alarms; none is looked for. */
function complete(strategy: Plan['strategy'], count: number): Promise<Plan> {
  const alarms = Array.from({ length: count }, (_, index) => `alarm-${index}`);
  return completePlan({} as Aws, group, { ...plan, strategy, alarms }, undefined, []);
}

describe('a plan that AWS watches the alarms of', () => {
  it.each(['instance-refresh', 'replace-root-volume'] as const)('has at most ten: %s', async (strategy) => {
    expect((await complete(strategy, 10)).alarms).toHaveLength(10);
    await expect(complete(strategy, 11)).rejects.toThrow('at most 10 alarms');
  });

  it('is no other: what we watch ourselves may be more', async () => {
    expect((await complete('rolling', 11)).alarms).toHaveLength(11);
  });
});
