import { describe, expect, it } from '@jest/globals';
import { buildLikeness } from '../../../../src/rollout/rehearsal/likeness.js';
import { reduced } from '../../../../src/rollout/rehearsal/reduced.js';
import { samplePlan, samplePortrait } from './sample.js';

describe('the likeness of a group', () => {
  it('has its machines in service on their images, its sizes, its suspended processes and its appointments', () => {
    const portrait = samplePortrait(5, {
      min: 2,
      max: 7,
      suspended: ['AZRebalance'],
      cohorts: [
        { imageId: 'ami-old', machines: 3 },
        { imageId: 'ami-new', machines: 2 },
      ],
      appointments: [{ name: 'evening', in: 600_000, sizes: { DesiredCapacity: 3 } }],
    });
    const { clock, world, region, imageId } = buildLikeness(portrait, 'ami-new', 1);
    const group = world.region(region).autoScaling.group('shop');
    const members = [...group.members.values()];
    const [first = '', second = ''] = [...new Set(members.map(({ instance }) => instance.imageId))];
    expect(members.filter(({ instance }) => instance.imageId === first)).toHaveLength(3);
    expect(members.filter(({ instance }) => instance.imageId === second)).toHaveLength(2);
    expect(second).toBe(imageId);
    expect(members.every(({ state, healthy }) => state === 'InService' && healthy)).toBe(true);
    expect([group.minSize, group.desired, group.maxSize]).toEqual([2, 5, 7]);
    expect([...group.suspended.keys()]).toEqual(['AZRebalance']);
    expect(group.template?.Version).toBe('1');
    clock.advance(601_000);
    expect(group.desired).toBe(3);
  });

  it.each([
    ['assumed', undefined, 60],
    ['assumed, without a grace period', undefined, 0],
    ['measured longer than the grace period', { median: 150_000, p99: 200_000 }, 60],
  ] as const)('lets new machines live whose boot times are %s', (_, boots, gracePeriod) => {
    const targetGroups = [
      { interval: 5, timeout: 2, healthyThreshold: 2, unhealthyThreshold: 2, deregistrationDelay: 5 },
    ];
    const portrait = samplePortrait(2, { max: 50, gracePeriod, targetGroups });
    const { clock, world, region } = buildLikeness({ ...portrait, pace: { ...portrait.pace, boots } }, 'ami-old', 1);
    const input = { AutoScalingGroupName: 'shop', DesiredCapacity: 40 };
    world.call({ service: 'autoscaling', operation: 'SetDesiredCapacity', input, region });
    clock.advance(900_000);
    const { instances } = world.region(region).ec2;
    expect([...instances.values()].every(({ state }) => state === 'running')).toBe(true);
    expect(instances.size).toBe(40);
  });

  it('names its image in a mixed instances policy where the real one does', () => {
    const { world, region } = buildLikeness(samplePortrait(2, { namesImages: true }), 'ami-new', 1);
    const group = world.region(region).autoScaling.group('shop');
    const [override] = group.mixed?.LaunchTemplate?.Overrides ?? [];
    expect([...group.members.values()].map(({ instance }) => instance.imageId)).toEqual([
      override?.ImageId,
      override?.ImageId,
    ]);
  });

  it('is spoken of as the real group is', () => {
    const { imageId, inReality } = buildLikeness(samplePortrait(2), 'ami-new', 1);
    expect(inReality(`${imageId} is bad: i-0123456789abcdef0 died.`)).toBe('ami-new is bad: one of them died.');
  });

  it('is the same for the same seed, and another for another', () => {
    const hashOf = (seed: number) => {
      const { world, clock } = buildLikeness(samplePortrait(4), 'ami-new', seed);
      clock.advance(600_000);
      return world.log.hash();
    };
    expect(hashOf(1)).toBe(hashOf(1));
    expect(hashOf(2)).not.toBe(hashOf(1));
  });
});

describe('a large group', () => {
  it('is rehearsed with a thousand machines that stand for all: shares stay, numbers shrink', () => {
    const portrait = samplePortrait(10_000, {
      min: 5_000,
      cohorts: [
        { imageId: 'ami-old', machines: 9_996 },
        { imageId: 'ami-new', machines: 4 },
      ],
      appointments: [{ name: 'evening', in: 1, sizes: { MaxSize: 8_000 } }],
    });
    const plan = { ...samplePlan, maxSurge: { machines: 55 }, waves: [{ machines: 1 }, { percent: 100 }] };
    const small = reduced(portrait, plan, 1_000);
    expect(small.factor).toBe(10);
    expect(small.portrait).toMatchObject({ min: 500, desired: 1_000, max: 2_000 });
    expect(small.portrait.cohorts.map(({ machines }) => machines)).toEqual([1_000, 0]);
    expect(small.portrait.appointments[0]?.sizes).toEqual({ MaxSize: 800 });
    expect(small.plan).toMatchObject({ maxSurge: { machines: 6 }, waves: [{ machines: 1 }, { percent: 100 }] });
  });

  it('is rehearsed as it is where it is small enough', () => {
    expect(reduced(samplePortrait(1_000), samplePlan, 1_000)).toMatchObject({
      factor: 1,
      portrait: { desired: 1_000 },
    });
  });
});
