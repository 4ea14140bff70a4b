import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { RealClock } from '../../../sandbox/wire/real-clock.js';

const day = 24 * 3_600_000;

describe("the world's clock on the machine's time", () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: 1_000 });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('runs events in their time, unless they are taken back', () => {
    const clock = new RealClock();
    const run: string[] = [];
    clock.schedule(20, () => run.push('second'));
    clock.schedule(10, () => run.push('first'));
    clock.schedule(10, () => run.push('never'))();
    jest.advanceTimersByTime(15);
    expect(run).toEqual(['first']);
    expect(clock.now()).toBe(1_015);
    jest.advanceTimersByTime(5);
    expect(run).toEqual(['first', 'second']);
  });

  it("waits longer than Node's timers can", () => {
    const clock = new RealClock();
    let run = 0;
    clock.schedule(60 * day, () => run++);
    const cancelled = clock.schedule(60 * day, () => run++);
    jest.advanceTimersByTime(30 * day);
    expect(run).toBe(0);
    cancelled();
    jest.advanceTimersByTime(30 * day);
    expect(run).toBe(1);
  });

  it('ends with the world: nothing runs any more', () => {
    const clock = new RealClock();
    let run = 0;
    clock.schedule(10, () => run++);
    clock.stop();
    clock.schedule(10, () => run++);
    jest.advanceTimersByTime(100);
    expect(run).toBe(0);
    expect(jest.getTimerCount()).toBe(0);
  });
});
