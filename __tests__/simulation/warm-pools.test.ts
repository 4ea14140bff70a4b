import { describe, expect, it } from '@jest/globals';
import { auditEnd } from './invariants/ends.js';
import { SimulatedRollout, type SimulationSettings } from './simulated-rollout.js';
import { TwoGroups } from './two-groups.js';

const minute = 60_000;
const waves = { waves: [{ machines: 1 }, { percent: 100 }], soak: minute, suspend: [] };
const gate = { kind: 'command', command: 'test -e /ready', timeout: 2 * minute } as const;

/** Four machines in service and three in the pool. */
function begin(settings: Partial<SimulationSettings> = {}, pool: object = { PoolState: 'Stopped' }) {
  const rollout = new SimulatedRollout({ seed: 8, maxSize: 7, ...settings, plan: { ...waves, ...settings.plan } });
  rollout.askTruth('PutWarmPool', { AutoScalingGroupName: rollout.starter.groupName, ...pool });
  rollout.clock.advance(10 * minute);
  return rollout;
}

const groupOf = (rollout: SimulatedRollout) => rollout.region.autoScaling.group(rollout.starter.groupName);

const warmImages = (rollout: SimulatedRollout) => [
  ...new Set([...groupOf(rollout).warm.values()].map(({ instance }) => instance.imageId)),
];

async function expectWhole(rollout: SimulatedRollout, outcome: 'succeeded' | 'rolled-back') {
  const end = await rollout.rollOut();
  expect(end).toMatchObject({ outcome });
  rollout.clock.advance(5 * minute);
  auditEnd(rollout.auditor, end);
  expect(rollout.auditor.violations).toEqual([]);
  expect(rollout.traffic.failed).toBe(0);
  const wanted = outcome === 'succeeded' ? rollout.newImageId : rollout.starter.imageId;
  expect(rollout.imagesInService()).toEqual([wanted]);
  expect(warmImages(rollout)).toEqual([wanted]);
  expect(groupOf(rollout).warm.size).toBe(3);
}

describe.each(['Stopped', 'Running'])('a group with a warm pool of machines that are %s', (PoolState) => {
  it.each([
    ['well', 'succeeded'],
    ['never', 'rolled-back'],
  ] as const)('ends whole, pool and all, on an image that answers %s', async (answers, outcome) => {
    await expectWhole(begin({ newImage: { answers } }, { PoolState }), outcome);
  });

  it.each([
    ['well', 'succeeded'],
    ['never', 'rolled-back'],
  ] as const)('tests machines behind a gate as they leave the pool: %s', async (answers, outcome) => {
    await expectWhole(begin({ newImage: { answers }, plan: { gate } }, { PoolState }), outcome);
  });
});

describe('a warm pool that takes machines back on a scale-in', () => {
  const reusing = { PoolState: 'Stopped', InstanceReusePolicy: { ReuseOnScaleIn: true } };

  it.each([
    ['well', 'succeeded', {}],
    ['never', 'rolled-back', {}],
    ['well', 'succeeded', { gate }],
    ['never', 'rolled-back', { gate }],
  ] as const)('keeps none of another image, on one that answers %s (%s)', async (answers, outcome, plan) => {
    await expectWhole(begin({ newImage: { answers }, plan: { soak: 0, ...plan } }, reusing), outcome);
  });
});

describe('a warm pool', () => {
  it('has its machines ended through EC2, for the group refuses to', async () => {
    const rollout = begin();
    await expectWhole(rollout, 'succeeded');
    const operations = rollout.calls.map(({ operation }) => operation);
    const [firstRaise, firstEnd] = ['SetDesiredCapacity', 'TerminateInstances'].map((one) => operations.indexOf(one));
    expect(firstEnd).toBeGreaterThan(0);
    expect(firstEnd).toBeLessThan(firstRaise ?? 0);
  });

  it('serves a scale-out in mid-deployment with machines that are proven', async () => {
    for (const after of [10, 60, 100, 140, 200, 260, 320]) {
      const rollout = begin({ newImage: { answers: 'never' } });
      rollout.clock.schedule(after * 1000, () => rollout.scaleBy(1));
      const end = await rollout.rollOut();
      expect(end).toMatchObject({ outcome: 'rolled-back' });
      rollout.clock.advance(5 * minute);
      expect(rollout.traffic.failed).toBe(0);
      expect(rollout.group().DesiredCapacity).toBe(5);
      expect(rollout.imagesInService()).toEqual([rollout.starter.imageId]);
      expect(warmImages(rollout)).toEqual([rollout.starter.imageId]);
    }
  });

  it('whose stale machine slips in all the same counts it as old', async () => {
    const rollout = begin();
    let old = 0;
    // The pool's machines do not show until the group has taken one of them.
    rollout.world.interceptors.push({
      after: ({ operation }, output) => (operation === 'DescribeWarmPool' && old <= 4 ? { Instances: [] } : output),
    });
    rollout.world.log.onEvent(() => {
      const members = [...groupOf(rollout).members.values()];
      old = Math.max(old, members.filter(({ instance }) => instance.imageId === rollout.starter.imageId).length);
    });
    await expectWhole(rollout, 'succeeded');
    expect(old).toBeGreaterThan(4);
  });

  it('loses none at once that its group has taken since the look: that serves by then', async () => {
    const rollout = begin({}, { PoolState: 'Running' });
    const group = groupOf(rollout);
    let taken = '';
    // Right after the pool was read, once what it has is to be ended.
    rollout.world.interceptors.push({
      after: ({ operation }, output) => {
        if (operation === 'DescribeWarmPool' && taken === '' && group.template?.Version === '2') {
          rollout.scaleBy(1);
          taken = rollout.region.autoScaling.warmPools.take(group, '')?.instance.id ?? '';
        }
        return output;
      },
    });
    let endedAtOnce = false;
    rollout.world.log.onEvent(({ subject, change }) => {
      const isTaken = taken !== '' && subject.endsWith(taken);
      endedAtOnce ||= isTaken && change === 'shutting-down' && group.members.get(taken)?.state === 'InService';
    });
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
    expect(taken).not.toBe('');
    expect(endedAtOnce).toBe(false);
    expect(rollout.traffic.failed).toBe(0);
  });

  it('keeps its machines where another hook holds them on their way in', async () => {
    const rollout = begin();
    const hook = { LifecycleHookName: 'theirs', LifecycleTransition: 'autoscaling:EC2_INSTANCE_LAUNCHING' };
    const AutoScalingGroupName = rollout.starter.groupName;
    rollout.askTruth('PutLifecycleHook', {
      ...{ AutoScalingGroupName, ...hook },
      ...{ HeartbeatTimeout: 90, DefaultResult: 'CONTINUE' },
    });
    await expectWhole(rollout, 'succeeded');
  });
});

describe('the warm pool of the idle one of two groups', () => {
  it.each([
    ['well', 'succeeded'],
    ['never', 'rolled-back'],
  ] as const)('ends with what its group launches, on an image that answers %s', async (answers, outcome) => {
    const pair = new TwoGroups({ newImage: { answers } });
    const { rollout } = pair;
    rollout.askTruth('PutWarmPool', { AutoScalingGroupName: 'green', MinSize: 2, PoolState: 'Stopped' });
    rollout.clock.advance(10 * minute);
    const end = await pair.deploy();
    expect(end).toMatchObject({ outcome });
    rollout.clock.advance(5 * minute);
    auditEnd(rollout.auditor, end);
    expect(rollout.auditor.violations).toEqual([]);
    const { warm } = rollout.region.autoScaling.group('green');
    const wanted = outcome === 'succeeded' ? rollout.newImageId : rollout.starter.imageId;
    const images = [...warm.values()].map(({ instance }) => instance.imageId);
    expect(images.length).toBeGreaterThan(0);
    expect([...new Set(images)]).toEqual([wanted]);
  });
});
