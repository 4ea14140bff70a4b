import { describe, expect, it } from '@jest/globals';
import type { Behaviour } from '../../sandbox/world/machines/simulated-machines.js';
import { SeededRandom } from '../../sandbox/world/random.js';
import type { Plan } from '../../src/rollout/heart/plan.js';
import { proven } from '../src/rollout/seen.js';
import { SimulatedRollout } from './simulated-rollout.js';

const second = 1_000;

/** From running to the first good answer: most of them quick, a few take several times as long. */
function heavyTailed(random: SeededRandom): number {
  return Math.min(400 * second, 40 * second * (1 - random.next()) ** (-1 / 2));
}

/** None of them much slower than another. */
function steady(random: SeededRandom): number {
  return random.between(40 * second, 80 * second);
}

/** How many boots the ten last releases of a group of four have seen. */
const known = 40;

/** A group whose machines boot like that, and whose ledger says how they did before. */
function begin(seed: number, plan: Partial<Plan>, bootTime = heavyTailed, newImage: Behaviour = {}) {
  const rollout = new SimulatedRollout({ seed, machines: 4, plan, newImage });
  const random = new SeededRandom(seed).fork('boots');
  rollout.machines.alter((_instance, behaviour) => {
    const boot = bootTime(random);
    return { ...behaviour, boot: [boot, boot] };
  });
  const { groupName } = rollout.starter;
  const times = Array.from({ length: known }, () => 25 * second + bootTime(random)).sort((one, two) => one - two);
  const boots = { median: times[known / 2], p99: times.at(-1), machines: known };
  const Value = JSON.stringify({ ...proven, number: 1, group: groupName, outcome: 'succeeded', boots });
  const input = { Name: `/steadfleet/${groupName}/000001`, Type: 'String', Value };
  rollout.world.call({ service: 'ssm', operation: 'PutParameter', input, region: rollout.region.name });
  return rollout;
}

const plans: readonly [string, Partial<Plan>][] = [
  ['two at a time', {}],
  ['one machine first', { waves: [{ machines: 1 }, { percent: 100 }], soak: 60 * second }],
];

describe('machines that boot slowly, each in its own way', () => {
  it.each(plans)(
    '%s: are never taken for a bad image, in a hundred seeds each',
    async (_case, plan) => {
      const mistakes: string[] = [];
      for (let seed = 1; seed <= 100; seed++) {
        const rollout = begin(seed, { ...plan, pollInterval: 20 * second });
        const { outcome, reason } = await rollout.rollOut();
        const allowed = rollout.auditor.journal.newest?.plan.bootAllowance;
        if (outcome !== 'succeeded' || allowed === undefined)
          mistakes.push(`seed ${seed}: ${reason} (allowed ${allowed})`);
      }
      expect(mistakes).toEqual([]);
    },
    60_000,
  );

  it('or steadily: a silent image has one and a half times the slowest of them, and two health checks', async () => {
    for (let seed = 1; seed <= 10; seed++) {
      const rollout = begin(seed, {}, steady, { answers: 'never' });
      const { outcome, reason } = await rollout.rollOut();
      const { plan } = rollout.auditor.journal.newest ?? {};
      const silence = Number(/did not become healthy for (\d+) s/.exec(reason)?.[1]);
      const twoHealthChecksAndTwoLooks = 30 + 20 + 2;
      expect(outcome).toBe('rolled-back');
      expect(silence).toBeLessThanOrEqual((plan?.bootAllowance ?? 0) / second + twoHealthChecksAndTwoLooks);
    }
  });
});
