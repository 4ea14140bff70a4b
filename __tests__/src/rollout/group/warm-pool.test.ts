import { describe, expect, it } from '@jest/globals';
import { WarmGate } from '../../../../src/rollout/group/warm-pool.js';
import { machine } from '../seen.js';

const waiting = [machine('i-1', 2, { stage: 'waiting' })];

describe('whom our hook has let go into a warm pool', () => {
  it('is not let go again by a late read: the group may have taken it meanwhile, and wait to have it verified', () => {
    let now = 0;
    const gate = new WarmGate({ now: () => now });
    const isReleased = (machines: typeof waiting) => gate.inspect(machines)[0]?.isReleased;
    expect(isReleased(waiting)).toBeUndefined();
    gate.letGo(['i-1']);
    expect(isReleased(waiting)).toBe(true);
    now = 5_000;
    gate.inspect([]);
    now = 15_000;
    expect(isReleased(waiting)).toBe(true);
  });

  it('is let go once more where it comes back later', () => {
    let now = 0;
    const gate = new WarmGate({ now: () => now });
    gate.letGo(['i-1']);
    now = 60_000;
    expect(gate.inspect(waiting)[0]?.isReleased).toBeUndefined();
  });
});
