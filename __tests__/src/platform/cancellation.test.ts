import { DescribeAutoScalingGroupsCommand, SetDesiredCapacityCommand } from '@aws-sdk/client-auto-scaling';
import { describe, expect, it } from '@jest/globals';
import { attachWorld } from '../../../sandbox/wire/attach-world.js';
import { AwsError } from '../../../sandbox/world/aws-error.js';
import { VirtualClock } from '../../../sandbox/world/virtual-clock.js';
import type { Call } from '../../../sandbox/world/world.js';
import { connect } from '../../../src/platform/aws.js';
import { Cancelled, endOfPost, postBudget } from '../../../src/platform/cancellation.js';
import { failureKind } from '../../../src/platform/retry.js';
import { failureOf, worldThat } from '../../sandbox/wire/stub-world.js';

const look = new DescribeAutoScalingGroupsCommand({ AutoScalingGroupNames: ['web'] });
const change = new SetDesiredCapacityCommand({ AutoScalingGroupName: 'web', DesiredCapacity: 4 });

function open(answer: (call: Call) => object = () => ({}), latency = 0) {
  const calls: string[] = [];
  const { world, clock } = worldThat((call) => {
    calls.push(call.operation);
    return answer(call);
  });
  world.interceptors.push({ delay: () => latency });
  const canceller = new AbortController();
  const { autoScaling } = connect({
    region: 'eu-west-1',
    clock,
    random: { next: () => 1 },
    cancellation: canceller.signal,
    attach: (client) => attachWorld(client, world),
  });
  const cancelIn = (milliseconds: number) => clock.schedule(milliseconds, () => canceller.abort());
  return { autoScaling, clock, calls, cancelIn, canceller };
}

function throttle(): never {
  throw new AwsError('Throttling', 'Rate exceeded');
}

describe('a cancellation', () => {
  it('ends the wait for a slow answer to a read', async () => {
    const { autoScaling, clock, cancelIn } = open(() => ({ AutoScalingGroups: [] }), 50_000);
    cancelIn(1_000);
    expect(await failureOf(clock, autoScaling.send(look))).toBeInstanceOf(Cancelled);
    expect(clock.elapsed()).toBe(1_000);
  });

  it('waits for the answer to a change, for its effect must be known', async () => {
    const { autoScaling, clock, cancelIn } = open(() => ({}), 50_000);
    cancelIn(1_000);
    await clock.run(autoScaling.send(change));
    expect(clock.elapsed()).toBeGreaterThan(50_000);
  });

  it.each([
    ['a read', look],
    ['a change', change],
  ] as const)('ends a back-off of %s, which is not sent again', async (_what, command) => {
    const { autoScaling, clock, calls, cancelIn } = open(throttle);
    cancelIn(600);
    // One type for both: which command it is does not matter to the call.
    const sent = command === look ? autoScaling.send(look) : autoScaling.send(change);
    expect(await failureOf(clock, sent)).toBeInstanceOf(Cancelled);
    expect(calls).toHaveLength(1);
    expect(clock.elapsed()).toBe(600);
  });

  it('lets no call begin that comes after it', async () => {
    const { autoScaling, clock, calls, canceller } = open();
    canceller.abort();
    expect(await failureOf(clock, autoScaling.send(look))).toBeInstanceOf(Cancelled);
    expect(await failureOf(clock, autoScaling.send(change))).toBeInstanceOf(Cancelled);
    expect(calls).toEqual([]);
  });

  it('ends the wait of changes for their turn', async () => {
    const { autoScaling, clock, calls, cancelIn } = open();
    cancelIn(2_000);
    const ends = await clock.run(Promise.allSettled(Array.from({ length: 100 }, () => autoScaling.send(change))));
    expect(clock.elapsed()).toBe(2_000);
    expect(ends.filter(({ status }) => status === 'rejected')).toHaveLength(100 - calls.length);
    expect(calls.length).toBeLessThan(12);
  });

  it('leaves nobody listening after an answer', async () => {
    const { autoScaling, clock, canceller } = open(() => ({ AutoScalingGroups: [] }));
    let listeners = 0;
    const { signal } = canceller;
    const [add, remove] = [signal.addEventListener, signal.removeEventListener];
    signal.addEventListener = (...given: Parameters<typeof add>) => {
      listeners++;
      add.apply(signal, given);
    };
    signal.removeEventListener = (...given: Parameters<typeof remove>) => {
      listeners--;
      remove.apply(signal, given);
    };
    for (let call = 0; call < 5; call++) await clock.run(autoScaling.send(look));
    expect(listeners).toBe(0);
  });

  it('is no answer of AWS: the loop looks again, and ends there', () => {
    expect(failureKind(new Cancelled())).toBe('unavailable');
  });
});

describe('the time for post', () => {
  it.each([
    ['is a minute from the cancel', 8_000, postBudget.whole - 8_000],
    ['is a minute where main was not cancelled', undefined, postBudget.whole],
    ['is never nothing, for other steps may have used it up', 200_000, postBudget.least],
    ['is never longer, whatever the clocks say', -60_000, postBudget.whole],
  ])('%s', async (_what, ago, expected) => {
    const clock = new VirtualClock();
    const cancelledAt = ago === undefined ? undefined : clock.now() - ago;
    const signal = endOfPost(clock, cancelledAt);
    await clock.run(clock.sleep(expected - 1));
    expect(signal.aborted).toBe(false);
    await clock.run(clock.sleep(2));
    expect(signal.aborted).toBe(true);
  });
});
