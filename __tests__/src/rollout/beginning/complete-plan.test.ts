import { describe, expect, it } from '@jest/globals';
import type { Aws } from '../../../../src/platform/aws.js';
import { completePlan } from '../../../../src/rollout/beginning/complete-plan.js';
import type { Plan } from '../../../../src/rollout/heart/plan.js';
import type { Release } from '../../../../src/rollout/heart/release.js';
import { begun, oldOnes, plan, see } from '../seen.js';

const { group } = see(begun, oldOnes);

/** A plan with so many alarms; none is looked for. */
function complete(strategy: Plan['strategy'], count: number): Promise<Plan> {
  const alarms = Array.from({ length: count }, (_, index) => `alarm-${index}`);
  return completePlan({} as Aws, group, { ...plan, strategy, alarms }, undefined, []);
}

describe('the deadline of a plan', () => {
  const past = (p99: number) =>
    [
      { ...begun, outcome: 'succeeded', boots: { median: p99, p99, machines: 100 } },
    ] as const satisfies readonly Release[];
  const deadlineAfter = async (p99: number, own: Partial<Plan> = {}) =>
    (await completePlan({} as Aws, group, { ...plan, progressDeadline: 600_000, ...own }, undefined, past(p99)))
      .progressDeadline;

  it('is longer than what good machines are known to need', async () => {
    expect(await deadlineAfter(60_000)).toBe(600_000);
    // One and a half times that is their allowance.
    expect(await deadlineAfter(720_000)).toBeGreaterThan(1.5 * 720_000);
  });

  it('stays as it is where the plan says how long they may take', async () => {
    expect(await deadlineAfter(720_000, { bootAllowance: 300_000 })).toBe(600_000);
  });
});

describe('a plan that AWS watches the alarms of', () => {
  it.each(['instance-refresh', 'replace-root-volume'] as const)('has at most ten: %s', async (strategy) => {
    expect((await complete(strategy, 10)).alarms).toHaveLength(10);
    await expect(complete(strategy, 11)).rejects.toThrow('at most 10 alarms');
  });

  it('is no other: what we watch ourselves may be more', async () => {
    expect((await complete('rolling', 11)).alarms).toHaveLength(11);
  });
});
