import type { InstanceRefresh } from '@aws-sdk/client-auto-scaling';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Aws } from '../../../../src/platform/aws.js';
import type { Machine } from '../../../../src/rollout/heart/observation.js';
import type { KnownRefresh } from '../../../../src/rollout/heart/release.js';
import { allowanceFor } from '../../../../src/rollout/heart/waves.js';
import {
  findRefresh,
  findRefreshes,
  preferencesOf,
  startRefresh,
} from '../../../../src/rollout/instance-refresh/refresh.js';
import { ordinaryPlan } from '../../../simulation/strategies.js';
import { aside, begun, machine, newOnes, oldOnes, see } from '../seen.js';

const plan = { ...ordinaryPlan, strategy: 'instance-refresh' as const };
const amount = fc.oneof(fc.record({ machines: fc.nat(500) }), fc.record({ percent: fc.nat(100) }));

describe('a plan in the words of an instance refresh', () => {
  it('launches before it terminates, rolls back by itself, and stops for nobody an hour long', () => {
    expect(preferencesOf({ ...plan, maxSurge: { percent: 25 }, minReady: 30_000 }, 8)).toEqual({
      MinHealthyPercentage: 100,
      MaxHealthyPercentage: 125,
      InstanceWarmup: 30,
      SkipMatching: true,
      AutoRollback: true,
      ScaleInProtectedInstances: 'Refresh',
      StandbyInstances: 'Ignore',
      BakeTime: 0,
    });
  });

  it('makes checkpoints of waves with a soak between them', () => {
    const waves = [{ machines: 1 }, { percent: 50 }, { percent: 100 }];
    expect(preferencesOf({ ...plan, waves, soak: 60_000 }, 10)).toMatchObject({
      CheckpointPercentages: [10, 50, 100],
      CheckpointDelay: 60,
      BakeTime: 60,
    });
  });

  it('makes checkpoints of waves without a soak as well', () => {
    const waves = [{ percent: 10 }, { percent: 100 }];
    expect(preferencesOf({ ...plan, waves }, 10)).toMatchObject({
      CheckpointPercentages: [10, 100],
      CheckpointDelay: 0,
      BakeTime: 0,
    });
  });

  it.each([
    [{ machines: 1 }, 40, [2, 100]],
    [{ machines: 7 }, 100, [7, 100]],
    [{ machines: 15 }, 1_000, [1, 100]],
  ])('goes by a wave of %j in a group of %d, no machine more', (wave, size, expected) => {
    const waves = [wave, { percent: 100 }];
    expect(preferencesOf({ ...plan, waves, soak: 60_000 }, size).CheckpointPercentages).toEqual(expected);
  });

  it('stops for the machines of a wave where AWS can: in groups of up to a hundred', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 100 }), fc.nat(), (size, some) => {
        const machines = 1 + (some % (size - 1));
        const waves = [{ machines }, { percent: 100 }];
        const [first = 0] = preferencesOf({ ...plan, waves }, size).CheckpointPercentages ?? [];
        expect(Math.ceil((size * first) / 100)).toBe(machines);
      }),
    );
  });

  it('soaks once where waves come to the same machines', () => {
    const waves = [{ machines: 1 }, { percent: 10 }, { percent: 50 }, { percent: 100 }];
    const checkpoints = (size: number) => preferencesOf({ ...plan, waves, soak: 60_000 }, size).CheckpointPercentages;
    expect(checkpoints(20)).toEqual([5, 10, 50, 100]);
    expect(checkpoints(4)).toEqual([25, 50, 100]);
    expect(checkpoints(1)).toBeUndefined();
  });

  it('never lets AWS take out more than the plan allows, however large the group', () => {
    fc.assert(
      fc.property(amount, amount, fc.nat(10_000), (maxSurge, maxUnavailable, size) => {
        const given = { ...plan, maxSurge, maxUnavailable };
        const { MinHealthyPercentage: least = 0 } = preferencesOf(given, size);
        expect(size - Math.ceil((size * least) / 100)).toBeLessThanOrEqual(allowanceFor(given, size).unavailable);
      }),
    );
  });

  it('hands on the alarms', () => {
    expect(preferencesOf({ ...plan, alarms: ['errors'] }, 10).AlarmSpecification).toEqual({ Alarms: ['errors'] });
  });

  it('keeps within what AWS takes, whatever the plan and the group', () => {
    const waves = fc.array(amount, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(amount, amount, waves, fc.nat(600), (maxSurge, maxUnavailable, some, size) => {
        const given = { ...plan, maxSurge, maxUnavailable, soak: 1_000, waves: [...some, { percent: 100 }] };
        const preferences = preferencesOf(given, size);
        const { MinHealthyPercentage: least = 0, MaxHealthyPercentage: most = 0 } = preferences;
        expect(least).toBeGreaterThanOrEqual(0);
        expect(least).toBeLessThanOrEqual(100);
        expect(most).toBeGreaterThanOrEqual(100);
        expect(most).toBeLessThanOrEqual(200);
        expect(most - least).toBeLessThanOrEqual(100);
        const checkpoints = preferences.CheckpointPercentages ?? [100];
        expect(checkpoints.at(-1)).toBe(100);
        expect([...new Set(checkpoints)].sort((one, two) => one - two)).toEqual(checkpoints);
      }),
    );
  });
});

describe('what AWS is asked to replace', () => {
  it.each<[string, readonly Machine[], boolean]>([
    ['whatever runs anything else, where something does', [...newOnes.slice(1), ...oldOnes.slice(0, 1)], true],
    ['everything, where all runs what it goes to', newOnes, false],
    ['everything, whatever somebody has put in standby', [...newOnes, machine('i-1', 1, aside)], false],
  ])('is %s', async (_what, machines, skips) => {
    const asked: unknown[] = [];
    const send = async ({ input }: { input: unknown }) => asked.push(input) && {};
    await startRefresh({ autoScaling: { send } as unknown as Aws['autoScaling'] }, see({ ...begun, plan }, machines));
    expect(asked).toMatchObject([{ Preferences: { SkipMatching: skips, AutoRollback: true } }]);
  });
});

describe('the refresh of a release', () => {
  const minute = 60_000;
  const began = begun.startedAt;
  const at = (time: number) => new Date(time);
  const asked = (imageId = 'ami-new') => ({
    LaunchTemplate: { LaunchTemplateId: 'lt-1', Version: imageId === 'ami-new' ? '2' : '1' },
  });
  const refresh = (InstanceRefreshId: string, more: Partial<InstanceRefresh> = {}): InstanceRefresh => ({
    ...{ InstanceRefreshId, Status: 'InProgress', StartTime: at(began + minute), DesiredConfiguration: asked() },
    ...more,
  });
  const ended = (id: string, Status: InstanceRefresh['Status'] = 'Successful') =>
    refresh(id, { Status, StartTime: at(began - 60 * minute), EndTime: at(began - 50 * minute) });

  it.each<[string, readonly InstanceRefresh[], KnownRefresh | undefined, string | undefined]>([
    ['newer than ours', [refresh('theirs'), ended('ours', 'Cancelled')], { id: 'ours', kind: 'ours' }, 'theirs'],
    ['under way before any of ours', [refresh('theirs', { DesiredConfiguration: {} })], undefined, 'theirs'],
    ['no longer under way', [ended('theirs'), ended('ours', 'Cancelled')], { id: 'ours', kind: 'ours' }, undefined],
    ['older, in a late answer that does not tell of ours', [refresh('old')], { id: 'ours', kind: 'ours' }, undefined],
    ['our own', [refresh('ours')], { id: 'old', kind: 'taken-back' }, undefined],
  ])("is told from somebody else's that is %s", async (_what, InstanceRefreshes, known, expected) => {
    const autoScaling = { send: async () => ({ InstanceRefreshes }) } as unknown as Aws['autoScaling'];
    const release = { ...begun, ...(known && { refresh: known }) };
    expect((await findRefreshes({ autoScaling }, release)).otherRefresh?.id).toBe(expected);
  });

  async function found(newestFirst: readonly InstanceRefresh[], known?: KnownRefresh) {
    const send = async () => ({ InstanceRefreshes: newestFirst });
    const autoScaling = { send } as unknown as Aws['autoScaling'];
    return (await findRefresh({ autoScaling }, { ...begun, ...(known && { refresh: known }) }))?.id;
  }

  it.each<[string, readonly InstanceRefresh[], KnownRefresh | undefined, string | undefined]>([
    ['is the one with its id', [refresh('b'), refresh('a')], { id: 'a', kind: 'ours' }, 'a'],
    ['is none while that does not show yet', [ended('old')], { id: 'a', kind: 'ours' }, undefined],
    ['is, without an id, what was asked for since it began', [refresh('a'), ended('old')], undefined, 'a'],
    ['is not what an earlier release asked for in the same words', [ended('old')], undefined, undefined],
    [
      'is not what somebody else asks for',
      [refresh('b', { DesiredConfiguration: asked('ami-other') })],
      undefined,
      undefined,
    ],
    ['is newer than the last one before it', [refresh('a'), refresh('z')], { id: 'z', kind: 'earlier' }, 'a'],
    ['is not the last one before it', [refresh('z')], { id: 'z', kind: 'earlier' }, undefined],
    [
      'is, taken back, as if it had never been once that is over',
      [refresh('a', { Status: 'RollbackSuccessful' })],
      { id: 'a', kind: 'taken-back' },
      undefined,
    ],
    ['is there until then', [refresh('a', { Status: 'RollbackInProgress' })], { id: 'a', kind: 'taken-back' }, 'a'],
    [
      'is the next one after one that was taken back',
      [refresh('b'), refresh('a', { Status: 'RollbackSuccessful' })],
      { id: 'a', kind: 'taken-back' },
      'b',
    ],
    [
      'may have begun by a clock that is behind ours, if it goes on',
      [refresh('a', { StartTime: at(began - minute) })],
      undefined,
      'a',
    ],
    [
      'is not one that began before it and is over',
      [refresh('a', { StartTime: at(began - minute), EndTime: at(began) })],
      undefined,
      undefined,
    ],
  ])('%s', async (_rule, newestFirst, known, id) => expect(await found(newestFirst, known)).toBe(id));
});
