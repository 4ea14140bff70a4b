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

const gated = { gate: { kind: 'command', command: 'test -e /ready', timeout: 300 * second } } as const;

const plans: readonly [string, Partial<Plan>][] = [
  ['two at a time', {}],
  ['one machine first', { waves: [{ machines: 1 }, { percent: 100 }], soak: 60 * second }],
];

/** How many seeds of each plan; more of them to look closer. */
const seeds = Number(process.env.STEADFLEET_SEEDS ?? 30);

describe('machines that boot slowly, each in its own way', () => {
  it.each(plans)(
    '%s: are never taken for a bad image, in many seeds each',
    async (_case, plan) => {
      const mistakes: string[] = [];
      for (let seed = 1; seed <= seeds; seed++) {
        const rollout = begin(seed, { ...plan, pollInterval: 20 * second });
        const { outcome, reason } = await rollout.rollOut();
        const allowed = rollout.auditor.journal.newest?.plan.bootAllowance;
        if (outcome !== 'succeeded' || allowed === undefined)
          mistakes.push(`seed ${seed}: ${reason} (allowed ${allowed})`);
      }
      expect(mistakes).toEqual([]);
    },
    600_000,
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

  it.each<[string, Partial<Plan>, number]>([
    ['without a gate', {}, 0],
    ['behind a gate', gated, 0],
    ['behind a gate that takes three minutes', gated, 180],
  ])('a silent image is turned back so long after the launch of its first machine, %s', async (_case, plan, asked) => {
    for (let seed = 1; seed <= 4; seed++) {
      const commands = () => ({ exitCode: 0, output: '', takes: [asked * second, asked * second] as const });
      const rollout = begin(seed, { ...plan, pollInterval: 5 * second }, steady, { answers: 'never', commands });
      let turnedAt: number | undefined;
      rollout.auditor.journal.onChange(({ direction }) => {
        if (direction === 'back') turnedAt ??= rollout.clock.now();
      });
      const { outcome } = await rollout.rollOut();
      const { plan: played } = rollout.auditor.journal.newest ?? {};
      const launches = [...rollout.region.ec2.instances.values()].filter(
        ({ imageId }) => imageId === rollout.newImageId,
      );
      const launchedAt = Math.min(...launches.map(({ launchTime }) => launchTime));
      const took = ((turnedAt ?? Number.POSITIVE_INFINITY) - launchedAt) / second;
      const twoHealthChecks = 30;
      // What happens between two looks is seen at the second: that it is there, that it waits, that it is late.
      const looks = 3 * 5;
      expect(outcome).toBe('rolled-back');
      expect(took).toBeLessThanOrEqual((played?.bootAllowance ?? 0) / second + twoHealthChecks + asked + looks);
    }
  });
});
