import { describe, expect, it } from '@jest/globals';
import { Observer } from '../../src/rollout/group/observe.js';
import { SimulatedRollout } from './simulated-rollout.js';

describe('a group of two thousand', () => {
  const begin = () => {
    const rollout = new SimulatedRollout({ seed: 1, machines: 2_000 });
    const { clock } = rollout;
    const observer = new Observer(rollout.aws(), clock);
    const look = async () => {
      const [began, calls] = [clock.now(), rollout.calls.length];
      const { machines } = await clock.run(observer.look(rollout.starter.groupName));
      const operations = rollout.calls.slice(calls).map(({ operation }) => operation);
      return { machines, seconds: (clock.now() - began) / 1000, operations };
    };
    return { rollout, look };
  };

  it('is known after one look, in seconds and within the pace of its account; the next asks nothing twice', async () => {
    const { rollout, look } = begin();
    const first = await look();
    expect(first.machines).toHaveLength(2_000);
    expect(new Set(first.machines.map(({ imageId }) => imageId))).toEqual(new Set([rollout.starter.imageId]));
    expect(first.operations.filter((one) => one === 'DescribeInstances')).toHaveLength(10);
    expect(first.operations).toHaveLength(12);
    expect(first.seconds).toBeLessThan(5);
    const second = await look();
    expect(second.operations.sort()).toEqual(['DescribeAutoScalingGroups', 'DescribeTargetHealth']);
    expect(second.machines).toHaveLength(2_000);
  });
});
