import { describe, expect, it } from '@jest/globals';
import type { Plan } from '../../src/rollout/heart/plan.js';
import { SimulatedRollout, type SimulationSettings } from './simulated-rollout.js';

const second = 1_000;

/** Three machines of at most five, of which a policy makes five while the second wave serves users. */
function begin(plan: Partial<Plan> = {}, settings: Partial<SimulationSettings> = {}) {
  const waves = [{ machines: 1 }, { machines: 2 }, { percent: 100 }];
  const own = { raiseMax: false, maxSurge: { machines: 1 }, waves, soak: 200 * second, ...plan };
  const lines: string[] = [];
  const onLine = (line: string) => lines.push(line);
  const rollout = new SimulatedRollout({ seed: 3, machines: 3, maxSize: 5, plan: own, onLine, ...settings });
  const isScaled: boolean[] = [];
  rollout.clock.schedule(450 * second, () => isScaled.push(rollout.scaleBy(2)));
  return { rollout, lines, isScaled };
}

/** The smallest number of machines that served from a time on. */
function leastServing({ clock, auditor }: SimulatedRollout, from: number): () => number {
  let least = Number.POSITIVE_INFINITY;
  const look = () => {
    least = Math.min(least, auditor.serving.serving);
    clock.schedule(second, look);
  };
  clock.schedule(from, look);
  return () => least;
}

const sizes = (rollout: SimulatedRollout) => [rollout.group().DesiredCapacity, rollout.group().MaxSize];

describe('a group that a policy scales to its maximum in mid-rollout, with raise-max: false', () => {
  it('takes machines out instead, where the plan lets some be missing', async () => {
    const { rollout, isScaled } = begin({ maxUnavailable: { machines: 1 } });
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
    expect(isScaled).toEqual([true]);
    expect(sizes(rollout)).toEqual([5, 5]);
    expect(rollout.auditor.violations).toEqual([]);
  });

  it.each<[string, (rollout: SimulatedRollout) => void, number[]]>([
    ['until the policy takes one away', (rollout) => rollout.scaleBy(-1), [4, 5]],
    [
      'until its owner raises the maximum',
      (rollout) => {
        const { groupName: AutoScalingGroupName } = rollout.starter;
        rollout.askTruth('UpdateAutoScalingGroup', { AutoScalingGroupName, MaxSize: 6 });
      },
      [5, 6],
    ],
  ])('waits for room %s', async (_how, makeRoom, expected) => {
    const { rollout, lines } = begin();
    rollout.clock.schedule(900 * second, () => makeRoom(rollout));
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
    expect(lines.join('\n')).toContain('room in the group, whose maximum of 5 is not raised for surge');
    expect(sizes(rollout)).toEqual(expected);
    expect(rollout.auditor.violations).toEqual([]);
  });

  it('asks a person once the deadline is over, says what to do, and blames no image', async () => {
    const { rollout } = begin();
    const least = leastServing(rollout, 600 * second);
    const { outcome, reason, cause } = await rollout.rollOut();
    expect(outcome).toBe('needs-attention');
    expect(cause).toBe(
      'Group "shop" is at its maximum (5), "raise-max" is false and "max-unavailable" leaves no machine to spare, ' +
        'so none could be replaced for 600 s (progress-deadline). That says nothing of the image. ' +
        'Give max-unavailable: 1, or a higher maximum, or let the rollout raise it.',
    );
    expect(reason).toContain('is on hold');
    expect(reason).not.toContain('became healthy');
    expect(least()).toBe(5);
    expect(rollout.auditor.violations).toEqual([]);
  });

  it('is taken back from there one machine at a time, when somebody says so', async () => {
    const { rollout } = begin();
    await rollout.rollOut();
    const least = leastServing(rollout, second);
    const { deployment } = rollout.runner();
    expect(await rollout.clock.run(deployment.abort(() => undefined))).toMatchObject({ outcome: 'aborted' });
    expect(least()).toBe(4);
    expect(rollout.imagesInService()).toEqual([rollout.starter.imageId]);
    expect(sizes(rollout)).toEqual([5, 5]);
    expect(rollout.traffic.failed).toBe(0);
    expect(rollout.auditor.violations).toEqual([]);
  });

  it('takes an image back that an alarm speaks against: one machine at a time', async () => {
    const { rollout } = begin({ alarms: ['errors'] });
    const { cloudWatch } = rollout.region;
    const rule = {
      ComparisonOperator: 'GreaterThanThreshold',
      Threshold: 1,
      Period: 60,
      EvaluationPeriods: 1,
    } as const;
    cloudWatch.put({ AlarmName: 'errors', MetricName: 'errors', Namespace: 'shop', Statistic: 'Sum', ...rule });
    const turn = (state: 'OK' | 'ALARM') => {
      const alarm = cloudWatch.alarms.get('errors');
      if (alarm) cloudWatch.setState(alarm, state, 'as told', undefined);
    };
    turn('OK');
    rollout.clock.schedule(800 * second, () => turn('ALARM'));
    const least = leastServing(rollout, 600 * second);
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'rolled-back', cause: 'Alarm "errors" is in ALARM.' });
    expect(least()).toBe(4);
    expect(rollout.imagesInService()).toEqual([rollout.starter.imageId]);
    expect(rollout.auditor.violations).toEqual([]);
  });
});

describe('with machines that are kept and a maximum that stays, a bad image that is found out late', () => {
  /** Four machines, most of which run the new image when it goes bad. Until then the others are kept. */
  function goesBad(maxSize: number) {
    const plan = {
      ...{ waves: [{ machines: 1 }, { machines: 3 }, { percent: 100 }], keepPrevious: 3_600 * second },
      ...{ maxUnavailable: { machines: 1 }, raiseMax: false, soak: 120 * second },
    };
    const newImage = { answers: { badAfter: 220 * second } } as const;
    // AWS replaces none of the bad ones by itself.
    const settings = { machines: 4, maxSize, newImage, healthCheckType: 'EC2' } as const;
    const rollout = new SimulatedRollout({ ...{ seed: 5, plan }, ...settings });
    const raised: unknown[] = [];
    const look = () => {
      const { MaxSize } = rollout.group();
      if (MaxSize !== maxSize) raised.push(MaxSize);
      rollout.clock.schedule(second, look);
    };
    look();
    return { rollout, raised };
  }

  it.each([
    ['comes back to those that are kept, as far as there is room', 5, true],
    ['comes back to new machines where there is none', 4, false],
  ])('%s', async (_how, maxSize, isRestored) => {
    const { rollout, raised } = goesBad(maxSize);
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'rolled-back' });
    expect(raised).toEqual([]);
    expect(rollout.calls.some(({ operation }) => operation === 'ExitStandby')).toBe(isRestored);
    expect(rollout.imagesInService()).toEqual([rollout.starter.imageId]);
    expect(sizes(rollout)).toEqual([4, maxSize]);
    expect((rollout.group().Instances ?? []).filter(({ LifecycleState }) => LifecycleState === 'Standby')).toEqual([]);
    expect(rollout.auditor.violations).toEqual([]);
  });
});
