import { describe, expect, it } from '@jest/globals';
import type { FaultRule } from '../../sandbox/faults/fault-rule.js';
import { Failure } from '../../src/platform/failure.js';
import { lease } from '../../src/rollout/ledger/lease.js';
import { answers as answersOfAws } from './enumerate.js';
import { isRead } from './invariants/invariants.js';
import { Killed, type Trouble } from './troubles.js';
import { serving, TwoGroups, untouched } from './two-groups.js';

/** What may befall a rollout between two groups, and who goes on after it. */
interface Story {
  readonly answers: 'well' | 'never';
  readonly trouble?: Trouble;
  readonly fault?: FaultRule;
  readonly restart?: 'at once' | 'after the lease' | 'never';
}

/** The story once told: what is wrong in the end, if anything. */
async function wrongIn({ answers, trouble, fault, restart = 'at once' }: Story): Promise<string | undefined> {
  const pair = new TwoGroups({ newImage: { answers } });
  const { clock } = pair.rollout;
  const { newImageId: imageId } = pair.rollout;
  const first = pair.deployment(trouble);
  if (fault) pair.rollout.strike([fault]);
  try {
    await clock.run(first.deployment.run({ imageId }, () => undefined));
  } catch (error) {
    const isTold = error instanceof Killed || error instanceof Failure || Object.hasOwn(error as object, '$metadata');
    if (!isTold) throw error;
    if (restart === 'at once') {
      const next = pair.rollout.deploymentOf(first.step, 'next step', undefined, { pair: pair.names });
      await clock.run(next.run({ imageId }, () => undefined));
    } else {
      clock.advance(lease.staleAfter);
      await (restart === 'never' ? pair.repair() : pair.deploy());
    }
  }
  return wrongWith(pair);
}

function wrongWith(pair: TwoGroups): string | undefined {
  const found = { weights: pair.weights(), shop: pair.sizes('shop'), green: pair.sizes('green') };
  const isShifted = found.weights.green === 100;
  const expected = isShifted
    ? { weights: { 'shop-targets': 0, green: 100 }, shop: [0, 0, 0], green: serving.sizes }
    : { weights: { 'shop-targets': 1 }, shop: serving.sizes, green: untouched.sizes };
  const is = { weights: found.weights, shop: found.shop.sizes, green: found.green.sizes };
  const wrong = JSON.stringify(is) === JSON.stringify(expected) ? '' : JSON.stringify(is);
  const failed = pair.rollout.traffic.failed;
  return wrong || failed > 0 ? `${wrong} ${failed} failed requests` : undefined;
}

async function callsOf(answers: Story['answers']) {
  const pair = new TwoGroups({ newImage: { answers } });
  await pair.deploy();
  return pair.rollout.calls;
}

/** Every so-manieth, for there are thousands. */
const stride = 23;

async function wrongInSome(stories: readonly Story[]): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const story of stories.filter((_, at) => at % stride === 0)) {
    const what = await wrongIn(story).catch((error: unknown) => String(error));
    if (what) wrong.push(`${JSON.stringify(story)}: ${what}`);
  }
  return wrong;
}

describe.each(['well', 'never'] as const)('between two groups, with an image that answers %s,', (answers) => {
  it('a runner may die before or after any call', async () => {
    const calls = await callsOf(answers);
    const stories = [...calls.keys()].flatMap((call): Story[] =>
      (['before', 'after'] as const).flatMap((when) =>
        (['at once', 'after the lease', 'never'] as const).map((restart) => ({
          answers,
          trouble: { call, when },
          restart,
        })),
      ),
    );
    const wrong = await wrongInSome(stories);
    expect(wrong).toEqual([]);
  }, 60_000);

  it('any read may be answered as the one before it', async () => {
    const calls = await callsOf(answers);
    const reads = [...calls.entries()].filter(([, { operation }]) => isRead({ operation }));
    const wrong = await wrongInSome(reads.map(([staleRead]) => ({ answers, trouble: { staleRead } })));
    expect(wrong).toEqual([]);
  }, 60_000);

  it('any call may fail', async () => {
    const seen = new Map<string, number>();
    const stories: Story[] = [];
    for (const { service, operation } of await callsOf(answers)) {
      const nth = (seen.get(operation) ?? 0) + 1;
      seen.set(operation, nth);
      for (const answer of answersOfAws) stories.push({ answers, fault: { service, operation, nth, ...answer } });
    }
    const wrong = await wrongInSome(stories);
    expect(wrong).toEqual([]);
  }, 60_000);
});
