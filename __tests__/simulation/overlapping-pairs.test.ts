import { describe, expect, it } from '@jest/globals';
import type { DeploymentEnd } from '../../src/rollout/deployment.js';
import type { PairNames } from '../../src/rollout/two-group/find-sides.js';
import { makeIdleTwin } from './idle-twin.js';
import { isRead } from './invariants/invariants.js';
import { Killed } from './troubles.js';
import { TwoGroups } from './two-groups.js';

const minute = 60_000;

/** Three groups in pairs: `shop`, which serves, with `green`, with `teal`; and both idle ones. One rule forwards to any of them. */
class ThreeGroups extends TwoGroups {
  readonly pairs: Readonly<Record<string, PairNames>>;

  constructor() {
    super({ plan: { keepPrevious: 0 } });
    const { rollout, names } = this;
    const { rule } = makeIdleTwin(rollout.world, rollout.starter, 'teal');
    this.pairs = {
      'shop and green': names,
      'shop and teal': { groups: ['shop', 'teal'], rule },
      'green and teal': { groups: ['green', 'teal'], rule },
    };
  }

  between(name: string): PairNames {
    return this.pairs[name] ?? this.names;
  }

  /** A run that its runner leaves after so many calls, in the middle. */
  async leave(name: string, call = 30): Promise<void> {
    const { deployment } = this.deployment({ pair: this.between(name) }, { call, when: 'after' });
    const run = deployment.run({ imageId: this.rollout.newImageId }, () => undefined);
    await expect(this.rollout.clock.run(run)).rejects.toThrow(Killed);
  }

  run(name: string, imageId = this.rollout.newImageId): Promise<DeploymentEnd> {
    return this.do((deployment) => deployment.run({ imageId }, () => undefined), { pair: this.between(name) });
  }
}

const overlapping = [
  ['shop and green', 'shop and teal'],
  ['shop and green', 'green and teal'],
  ['shop and teal', 'shop and green'],
  ['shop and teal', 'green and teal'],
] as const;

describe('rule 36: between two groups of which one is rolled out to beside a third', () => {
  it.each(overlapping)('a live claim of %s refuses %s: who, since when, where', async (live, other) => {
    const groups = new ThreeGroups();
    await groups.leave(live);
    const before = groups.rollout.calls.length;
    const message = /is being rolled out to ami-.* by ben since 20.*Z \(https:.*runs\/42\).*sign of life/s;
    await expect(groups.run(other, groups.rollout.addImage('other'))).rejects.toThrow(message);
    expect(groups.rollout.calls.slice(before).filter((call) => !isRead(call))).toEqual([]);
  });

  it.each(overlapping)('what a dead run has left of %s is to be ended before %s gets anything', async (dead, other) => {
    const groups = new ThreeGroups();
    await groups.leave(dead);
    groups.rollout.clock.advance(30 * minute);
    await expect(groups.run(other)).rejects.toThrow(/was left unfinished.*command: repair/s);
    expect(await groups.repair({ pair: groups.between(dead) })).toMatchObject({ outcome: 'aborted' });
    const next = groups.run(other);
    if (other === 'green and teal') await expect(next).rejects.toThrow('neither gets any request');
    else expect(await next).toMatchObject({ outcome: 'succeeded' });
  });

  it('a repair that names the second of two groups ends what stands with either of the two others', async () => {
    for (const pair of ['shop and green', 'shop and teal']) {
      const groups = new ThreeGroups();
      await groups.run('shop and green');
      await groups.rollout.clock.run(groups.rollout.clock.sleep(minute));
      const again = { pair: groups.between(pair === 'shop and green' ? pair : 'green and teal') };
      const { deployment } = groups.deployment(again, { call: 30, when: 'after' });
      const run = deployment.run({ imageId: groups.rollout.addImage('third') }, () => undefined);
      await expect(groups.rollout.clock.run(run)).rejects.toThrow(Killed);
      groups.rollout.clock.advance(30 * minute);
      const group = pair === 'shop and green' ? 'shop' : 'teal';
      expect(await groups.repair({ group })).toMatchObject({ outcome: 'aborted' });
      expect(await groups.repair({ group })).toBeUndefined();
    }
  });

  it.each([-500, -200, -100, 0, 100, 200, 500])(
    'exclude each other when they begin at the same moment: the second %d ms later',
    async (delay) => {
      const groups = new ThreeGroups();
      const { clock } = groups.rollout;
      const endOf = (name: string, after: number) =>
        clock
          .sleep(after)
          .then(() => groups.deployment({ pair: groups.between(name) }).deployment)
          .then((deployment) => deployment.run({ imageId: groups.rollout.newImageId }, () => undefined))
          .then(({ outcome }) => outcome)
          .catch(({ message }: Error) => message);
      const ends = [endOf('shop and green', 1_000), endOf('shop and teal', 1_000 + delay)];
      const refusals = (await clock.run(Promise.all(ends))).filter((end) => end !== 'succeeded');
      expect(refusals.length).toBeGreaterThan(0);
      for (const refused of refusals) expect(refused).toMatch(/is being rolled out to|was claimed a moment ago/);
      expect(groups.rollout.traffic.failed).toBe(0);
    },
  );
});

/** The first of two groups gets an image alone. */
async function hotfix(pair: TwoGroups): Promise<void> {
  const { rollout } = pair;
  const plan = { strategy: 'rolling', waves: [{ percent: 100 }], soak: 0, keepPrevious: 0 } as const;
  const own = { group: 'green', pair: undefined, plan };
  const deployment = rollout.deploymentOf(rollout.runner().step, 'hotfix', undefined, own);
  await rollout.clock.run(deployment.run({ imageId: rollout.addImage('hotfix') }, () => undefined));
}

describe('a group that shares the ledger of another one', () => {
  it.each(['undo', 'abort', 'resume'] as const)('does not %s what the other one got alone since', async (name) => {
    const pair = new TwoGroups({ plan: { keepPrevious: 30 * minute } });
    await pair.deploy();
    await hotfix(pair);
    const before = pair.rollout.calls.length;
    const asked = pair.do<unknown>((other) => other[name](() => undefined), { group: 'shop' });
    const said = await asked.catch(({ message }: Error) => ({ reason: message }));
    const expected = {
      undo: 'Release 1 to "shop" is no longer the newest: "green" got release 2 since. Undo that first, with "group: green".',
      abort: 'There is no unfinished rollout to "shop" to abort; nothing was changed.',
      resume: 'There is nothing to resume in "shop": release 1 ended succeeded. Nothing was changed.',
    };
    expect(said).toMatchObject({ reason: expected[name] });
    expect(pair.rollout.calls.slice(before).filter((call) => !isRead(call))).toEqual([]);
  });

  it('has a history of its own, though that stands in the ledger of the other one', async () => {
    const pair = new TwoGroups({ plan: { keepPrevious: 0 } });
    await pair.deploy();
    await hotfix(pair);
    const numbersOf = (group: string) =>
      pair.do(async (other) => (await other.releases()).map(({ number }) => number), { group });
    expect([await numbersOf('green'), await numbersOf('shop')]).toEqual([[2, 1], [1]]);
  });
});
