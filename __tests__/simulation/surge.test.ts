import type { DescribeAutoScalingGroupsCommandOutput } from '@aws-sdk/client-auto-scaling';
import { describe, expect, it } from '@jest/globals';
import type { World } from '../../sandbox/world/world.js';
import type { Release } from '../../src/rollout/heart/release.js';
import { hasOurMax, type Seen } from '../../src/rollout/size/size.js';
import { kindOf } from './kinds.js';
import { SimulatedRollout } from './simulated-rollout.js';

const settings = { seed: 11, machines: 4, minSize: 1, maxSize: 12, plan: { maxSurge: { machines: 2 } } } as const;

/** Does something the moment that the nth call of an operation has been answered, or would have been. */
function onCall(world: World, operation: string, nth: number, act: () => void): void {
  let seen = 0;
  world.interceptors.push({
    after: (call, output) => {
      if (call.operation === operation && ++seen === nth) act();
      return output;
    },
  });
}

const sizeOf = (rollout: SimulatedRollout) => rollout.group().DesiredCapacity ?? 0;

/** How many calls there are up to the nth of an operation, when nothing goes wrong. */
async function positionOf(operation: string, nth: number, maxSize: number = settings.maxSize): Promise<number> {
  const rollout = new SimulatedRollout({ ...settings, maxSize });
  await rollout.rollOut();
  let seen = 0;
  return rollout.calls.findIndex((call) => call.operation === operation && ++seen === nth);
}

describe('rule 2: a change of size at the very moment of a raise is kept, to the machine', () => {
  const lost = ['reset', 'empty', 'InternalFailure', 'ResourceContention'];

  it.each(lost.flatMap((error) => [1, 2].map((by) => [error, by] as const)))(
    'when the answer is lost (%s) and as many machines are added by somebody else (%i)',
    async (error, by) => {
      const rollout = new SimulatedRollout(settings);
      onCall(rollout.world, 'LaunchInstances', by, () => rollout.clock.schedule(0, () => rollout.scaleBy(by)));
      rollout.strike([{ operation: 'LaunchInstances', nth: 1, error, status: 500, when: 'after' }]);
      expect(await rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
      expect(sizeOf(rollout)).toBe(4 + by);
      expect(rollout.traffic.failed).toBe(0);
    },
  );

  it.each(
    ([1, 2] as const).flatMap((nth) =>
      (['before', 'after'] as const).flatMap((when) => [1, 2].map((by) => [nth, when, by] as const)),
    ),
  )(
    'when the runner dies around call %i (%s), and as many are added before the next one looks (%i)',
    async (nth, when, by) => {
      const call = await positionOf('LaunchInstances', nth);
      const rollout = new SimulatedRollout(settings);
      const first = rollout.runner({ call, when });
      const source = { imageId: rollout.newImageId };
      await expect(rollout.clock.run(first.deployment.run(source, () => undefined))).rejects.toThrow();
      expect(rollout.scaleBy(by)).toBe(true);
      const next = rollout.runner(undefined, first).deployment;
      expect(await rollout.clock.run(next.run(source, () => undefined))).toMatchObject({ outcome: 'succeeded' });
      expect(sizeOf(rollout)).toBe(4 + by);
      expect(rollout.traffic.failed).toBe(0);
    },
  );

  it('and one that takes as many away is at most too many, never too few', async () => {
    const rollout = new SimulatedRollout(settings);
    onCall(rollout.world, 'LaunchInstances', 2, () => rollout.clock.schedule(0, () => rollout.scaleBy(-2)));
    rollout.strike([{ operation: 'LaunchInstances', nth: 2, error: 'reset', when: 'after' }]);
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
    expect(sizeOf(rollout)).toBeGreaterThanOrEqual(2);
    expect(sizeOf(rollout)).toBeLessThanOrEqual(4);
  });
});

describe('a repair at once after a runner that died around the launch of its surge', () => {
  /** After the call that nobody has made, or has been answered, the group is read as it was before for a while. */
  async function repaired(when: 'before' | 'after', { lateFor = 0, maxSize = 12 } = {}) {
    const call = await positionOf('LaunchInstances', 1, maxSize);
    const rollout = new SimulatedRollout({ ...settings, maxSize });
    const first = rollout.runner({ call, when });
    await expect(
      rollout.clock.run(first.deployment.run({ imageId: rollout.newImageId }, () => undefined)),
    ).rejects.toThrow();
    const launched = sizeOf(rollout) - settings.machines;
    const { clock, world } = rollout;
    const lateUntil = clock.now() + lateFor;
    const asBefore = ({ AutoScalingGroups: [group] = [], ...output }: DescribeAutoScalingGroupsCommandOutput) => ({
      ...output,
      AutoScalingGroups: [{ ...group, DesiredCapacity: settings.machines, Instances: group?.Instances?.slice(0, 4) }],
    });
    world.interceptors.push({
      after: ({ operation }, output) =>
        operation === 'DescribeAutoScalingGroups' && clock.now() < lateUntil ? asBefore(output as never) : output,
    });
    const before = rollout.calls.length;
    const end = await clock.run(rollout.runner(undefined, first).deployment.repair(() => undefined));
    const calls = rollout.calls.slice(before).filter(({ operation }) => operation === 'LaunchInstances').length;
    return { rollout, end, launched, calls };
  }

  it.each([12, 4])('launches nothing where nothing was launched, with a maximum of %i', async (maxSize) => {
    const { rollout, end, launched, calls } = await repaired('before', { maxSize });
    expect(launched).toBe(0);
    expect(end).toMatchObject({ outcome: 'aborted' });
    expect(calls).toBe(0);
    expect(rollout.group()).toMatchObject({ DesiredCapacity: 4, MaxSize: maxSize, LaunchTemplate: { Version: '1' } });
    expect(rollout.auditor.violations).toEqual([]);
  });

  it.each([0, 30_000, 55_000])('takes back what was launched, though it is not read for %i ms', async (lateFor) => {
    const { rollout, end, launched } = await repaired('after', { lateFor });
    expect(launched).toBeGreaterThan(0);
    expect(end).toMatchObject({ outcome: 'aborted' });
    expect(rollout.group()).toMatchObject({ DesiredCapacity: 4, MaxSize: 12, LaunchTemplate: { Version: '1' } });
    expect(rollout.traffic.failed).toBe(0);
  });
});

describe('where desired is raised, for AWS launches none by name,', () => {
  it.each([1, 2, -1])('a change by %i right before the raise is written is kept', async (by) => {
    const { groupInput, furnish } = kindOf('a launch configuration');
    const rollout = new SimulatedRollout({ ...settings, ...(groupInput && { groupInput }) });
    furnish?.(rollout);
    let isChanged = false;
    rollout.world.interceptors.push({
      after: ({ operation, input }, output) => {
        const isNoted = operation === 'PutParameter' && JSON.stringify(input).includes('\\"raised\\":false');
        if (isNoted && !isChanged) isChanged = rollout.scaleBy(by);
        return output;
      },
    });
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
    expect(isChanged).toBe(true);
    expect(sizeOf(rollout)).toBe(4 + by);
    expect(rollout.auditor.violations).toEqual([]);
  });
});

describe('surge', () => {
  const launches = (rollout: SimulatedRollout) =>
    rollout.calls.filter(({ operation }) => operation === 'LaunchInstances');

  it('goes to another zone where one has no capacity', async () => {
    const rollout = new SimulatedRollout(settings);
    const [zone = ''] = rollout.group().AvailabilityZones ?? [];
    rollout.region.ec2.shortages.add({ availabilityZone: zone });
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
    expect(launches(rollout).length).toBeGreaterThan(0);
    expect(sizeOf(rollout)).toBe(4);
  });

  it.each(['AccessDenied', 'UnsupportedOperation', 'InvalidAction'])(
    'goes by desired capacity where AWS refuses to launch (%s), and does not ask again',
    async (error) => {
      const rollout = new SimulatedRollout(settings);
      rollout.strike([{ operation: 'LaunchInstances', error, status: 403 }]);
      expect(await rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
      expect(launches(rollout).length).toBe(1);
      expect(rollout.calls.some(({ operation }) => operation === 'SetDesiredCapacity')).toBe(true);
      expect(sizeOf(rollout)).toBe(4);
    },
  );
});

const minute = 60_000;

describe('the maximum', () => {
  /** A group at its maximum of four, and the lines of its ledger and its maximum while waves soak without surge. */
  async function soakOf() {
    const waves = [{ machines: 1 }, { machines: 2 }, { percent: 100 }];
    const plan = { ...settings.plan, waves, soak: 5 * minute };
    const rollout = new SimulatedRollout({ ...settings, profile: 'nasty', maxSize: 4, plan });
    const seen: { readonly max: number | undefined; readonly release: Release }[] = [];
    const look = () => {
      const { newest: release } = rollout.auditor.journal;
      const { soak, wavesDone = 0 } = release ?? {};
      const isInTheMiddle = soak?.wave === wavesDone && rollout.clock.now() - soak.since > 2 * minute;
      if (release && isInTheMiddle && wavesDone > 0) seen.push({ max: rollout.group().MaxSize, release });
      rollout.clock.schedule(20_000, look);
    };
    look();
    return { rollout, seen, end: await rollout.rollOut() };
  }

  it('goes back while a wave soaks without surge, and rises again for the next', async () => {
    const { rollout, seen, end } = await soakOf();
    expect(end.outcome).toBe('succeeded');
    expect(seen.length).toBeGreaterThan(10);
    expect(new Set(seen.map(({ max }) => max))).toEqual(new Set([4]));
    expect(rollout.group()).toMatchObject({ DesiredCapacity: 4, MaxSize: 4 });
    expect(rollout.auditor.violations).toEqual([]);
  });

  it('that was raised is not taken for the one of its owner by a read from before that', async () => {
    const [{ release } = { release: undefined }] = (await soakOf()).seen;
    const { changedAt = 0, maxBefore = 0 } = release?.surge ?? {};
    expect(maxBefore).toBeGreaterThan(4);
    const isOurs = (max: number, now: number) => hasOurMax({ group: { max }, release, now } as Seen);
    expect(isOurs(maxBefore, changedAt + minute)).toBe(true);
    expect(isOurs(maxBefore, changedAt + minute + 1)).toBe(false);
    expect(isOurs(4, changedAt + 10 * minute)).toBe(true);
    expect(isOurs(maxBefore + 1, changedAt)).toBe(false);
  });
});

describe('a scaling policy that follows the load', () => {
  const tracking = {
    PolicyName: 'processors',
    PolicyType: 'TargetTrackingScaling',
    TargetTrackingConfiguration: {
      TargetValue: 17.5,
      PredefinedMetricSpecification: { PredefinedMetricType: 'ASGAverageCPUUtilization' },
    },
  };

  /** Six machines at 16.7 %, and a wave that soaks for so long that the policy finds twelve to be too many. */
  function tracked(plan: object) {
    const rollout = new SimulatedRollout({ seed: 5, machines: 6, minSize: 2, maxSize: 12, plan });
    rollout.askTruth('PutScalingPolicy', { AutoScalingGroupName: rollout.starter.groupName, ...tracking });
    rollout.clock.advance(minute);
    let lowest = 6;
    let scaledIn = 0;
    let before = 6;
    const watch = () => {
      const now = sizeOf(rollout);
      if (now < before && !rollout.calls.at(-1)?.operation.startsWith('Terminate')) scaledIn++;
      before = now;
      lowest = Math.min(lowest, now);
      rollout.clock.schedule(1_000, watch);
    };
    watch();
    return { rollout, seen: () => ({ lowest, scaledIn }) };
  }

  const soak = 25 * minute;
  it.each([
    ['all at once', { maxSurge: { percent: 100 }, soak, progressDeadline: 40 * minute }],
    [
      'wave by wave, each with surge of its own',
      {
        waves: [{ percent: 34 }, { percent: 67 }, { percent: 100 }],
        ...{ maxSurge: { percent: 100 }, soak, progressDeadline: 40 * minute },
      },
    ],
  ])(
    'finds less load on each machine while surge is out, and does not ratchet the group down to its minimum: %s',
    async (_how, plan) => {
      const { rollout, seen } = tracked(plan);
      expect(await rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
      expect(seen().scaledIn).toBeGreaterThan(0);
      expect(seen().lowest).toBe(6);
      expect(sizeOf(rollout)).toBe(6);
      expect(rollout.traffic.failed).toBe(0);
    },
  );
});
