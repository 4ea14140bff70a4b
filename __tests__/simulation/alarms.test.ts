import { describe, expect, it } from '@jest/globals';
import type { DeploymentEnd } from '../../src/rollout/deployment.js';
import type { AlarmChoice } from '../../src/rollout/group/alarms.js';
import type { Plan } from '../../src/rollout/heart/plan.js';
import { SimulatedRollout } from './simulated-rollout.js';

type State = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';

/** A group with alarms: two of the shop's, and one of somebody else's. */
function begin(states: Partial<Record<string, State>> = {}) {
  const rollout = new SimulatedRollout({ seed: 61, machines: 3 });
  const cloudWatch = rollout.region.cloudWatch;
  const put = (AlarmName: string, service: string) =>
    cloudWatch.put({
      ...{ AlarmName, MetricName: 'errors', Namespace: 'shop', Period: 60, EvaluationPeriods: 1, Threshold: 1 },
      ...{ Statistic: 'Sum', ComparisonOperator: 'GreaterThanThreshold', Tags: [{ Key: 'service', Value: service }] },
    });
  const turn = (name: string, state: State) => {
    const alarm = cloudWatch.alarms.get(name);
    if (alarm) cloudWatch.setState(alarm, state, 'as told', undefined);
  };
  for (const name of ['shop-errors', 'shop-latency']) put(name, 'shop');
  put('mail-queue', 'mail');
  for (const name of cloudWatch.alarms.keys()) turn(name, states[name] ?? 'OK');
  return { rollout, put, turn };
}

function rollOut(
  rollout: SimulatedRollout,
  alarms: readonly string[],
  choice: Partial<AlarmChoice> = {},
  plan: Partial<Plan> = {},
): Promise<DeploymentEnd> {
  const { step } = rollout.runner();
  const own = { plan: { alarms, ...plan }, alarms: { tags: {}, acceptsAlarm: false, ...choice } };
  const deployment = rollout.deploymentOf(step, 'run', undefined, own);
  return rollout.clock.run(deployment.run({ imageId: rollout.newImageId }, () => undefined));
}

const changes = (rollout: SimulatedRollout) =>
  rollout.calls.filter(({ operation }) => !/^(Describe|Get|List)/.test(operation));

describe('alarms', () => {
  it.each<[string, readonly string[], Partial<AlarmChoice>]>([
    ['named', ['shop-errors'], {}],
    ['found by a tag', [], { tags: { service: 'shop' } }],
  ])('%s turn a rollout back while in ALARM', async (_case, names, choice) => {
    const { rollout, turn } = begin();
    rollout.clock.schedule(100_000, () => turn('shop-errors', 'ALARM'));
    const end = await rollOut(rollout, names, choice);
    expect(end).toMatchObject({ outcome: 'rolled-back', reason: expect.stringContaining('"shop-errors" is in ALARM') });
    expect(rollout.traffic.failed).toBe(0);
  });

  it('of others do not, nor does one without data', async () => {
    const { rollout, turn } = begin({ 'shop-latency': 'INSUFFICIENT_DATA' });
    rollout.clock.schedule(100_000, () => turn('mail-queue', 'ALARM'));
    expect(await rollOut(rollout, [], { tags: { service: 'shop' } })).toMatchObject({ outcome: 'succeeded' });
  });

  it('that somebody deletes meanwhile are told of once, and watched again once they are there again', async () => {
    const { rollout, put, turn } = begin();
    const { cloudWatch } = rollout.region;
    rollout.clock.schedule(60_000, () => cloudWatch.alarms.delete('shop-errors'));
    rollout.clock.schedule(150_000, () => put('shop-errors', 'shop'));
    rollout.clock.schedule(200_000, () => turn('shop-errors', 'ALARM'));
    const { step } = rollout.runner();
    const own = { plan: { alarms: ['shop-errors', 'shop-latency'], soak: 60_000 } };
    const deployment = rollout.deploymentOf(step, 'run', undefined, own);
    const end = await rollout.clock.run(deployment.run({ imageId: rollout.newImageId }, () => undefined));
    expect(end).toMatchObject({ outcome: 'rolled-back', reason: expect.stringContaining('"shop-errors" is in ALARM') });
    const warnings = step.linesAt('warning').filter((line) => line.includes('alarm'));
    expect(warnings).toEqual([
      expect.stringContaining('Somebody has deleted CloudWatch alarm "shop-errors" in the middle of the rollout'),
    ]);
  });

  it('in ALARM already are refused before anything is changed', async () => {
    const { rollout } = begin({ 'shop-latency': 'ALARM' });
    await expect(rollOut(rollout, ['shop-errors', 'shop-latency'])).rejects.toThrow(
      /"shop-latency" is in ALARM already.*accept-alarms/,
    );
    expect(changes(rollout)).toEqual([]);
  });

  it('in ALARM already are not watched where that is accepted; the others are', async () => {
    const names = ['shop-errors', 'shop-latency'];
    const accepted = begin({ 'shop-latency': 'ALARM' });
    expect(await rollOut(accepted.rollout, names, { acceptsAlarm: true })).toMatchObject({ outcome: 'succeeded' });
    const other = begin({ 'shop-latency': 'ALARM' });
    other.rollout.clock.schedule(100_000, () => other.turn('shop-errors', 'ALARM'));
    expect(await rollOut(other.rollout, names, { acceptsAlarm: true })).toMatchObject({ outcome: 'rolled-back' });
  });

  it.each<[string, readonly string[], Partial<AlarmChoice>, RegExp]>([
    ['a name that does not exist', ['shop-errors', 'shop-eror'], {}, /no CloudWatch alarm "shop-eror" in eu-west-1/],
    ['tags that none has', [], { tags: { service: 'cart', team: 'a' } }, /has the tags service=cart, team=a/],
  ])('%s are refused before anything is changed', async (_case, names, choice, message) => {
    const { rollout } = begin();
    await expect(rollOut(rollout, names, choice)).rejects.toThrow(message);
    expect(changes(rollout)).toEqual([]);
  });

  it.each(['instance-refresh', 'rolling'] as const)('are at most ten where AWS watches them: %s', async (strategy) => {
    const { rollout, put, turn } = begin();
    const numbered = Array.from({ length: 9 }, (_, index) => `shop-${index}`);
    for (const name of numbered) put(name, 'other');
    for (const name of numbered) turn(name, 'OK');
    const end = rollOut(rollout, numbered, { tags: { service: 'shop' } }, { strategy });
    if (strategy === 'rolling') return expect(await end).toMatchObject({ outcome: 'succeeded' });
    await expect(end).rejects.toThrow(/at most 10 alarms .*come to 11: shop-0, .*shop-latency/);
    expect(changes(rollout)).toEqual([]);
  });

  it('stand in the ledger by name, so that whoever ends the rollout watches the same', async () => {
    const { rollout } = begin();
    await rollOut(rollout, [], { tags: { service: 'shop' } });
    expect(rollout.auditor.journal.newest?.plan.alarms).toEqual(['shop-errors', 'shop-latency']);
  });
});

describe('alarms of an undo', () => {
  /** Two releases that went well, and an undo of the second one in which the same alarms are named. */
  async function undo(meanwhile: ReturnType<typeof begin>, ring: () => void): Promise<DeploymentEnd> {
    const { rollout } = meanwhile;
    const names = ['shop-errors', 'shop-latency'];
    const own = { plan: { alarms: names }, alarms: { tags: {}, acceptsAlarm: false } };
    const deploy = (imageId: string) =>
      rollout.clock.run(
        rollout.deploymentOf(rollout.runner().step, 'run', undefined, own).run({ imageId }, () => undefined),
      );
    await deploy(rollout.addImage('before'));
    expect(await deploy(rollout.newImageId)).toMatchObject({ outcome: 'succeeded' });
    rollout.clock.advance(600_000);
    ring();
    const deployment = rollout.deploymentOf(rollout.runner().step, 'run', undefined, own);
    return rollout.clock.run(deployment.undo(() => undefined));
  }

  it('are not in its way where they ring already: that may be why there is one', async () => {
    const world = begin();
    const end = await undo(world, () => world.turn('shop-errors', 'ALARM'));
    expect(end).toMatchObject({ outcome: 'succeeded' });
    expect(world.rollout.auditor.journal.newest?.plan.alarms).toEqual(['shop-latency']);
  });

  it('do not take it back to what is undone where they flap', async () => {
    const world = begin();
    const end = await undo(world, () => {
      world.turn('shop-errors', 'ALARM');
      world.turn('shop-errors', 'OK');
      world.rollout.clock.schedule(60_000, () => world.turn('shop-errors', 'ALARM'));
    });
    expect(end).toMatchObject({ outcome: 'succeeded' });
  });

  it('take it back where they were quiet before it', async () => {
    const world = begin();
    const end = await undo(world, () => world.rollout.clock.schedule(60_000, () => world.turn('shop-errors', 'ALARM')));
    expect(end).toMatchObject({ outcome: 'rolled-back', reason: expect.stringContaining('"shop-errors" is in ALARM') });
  });
});
