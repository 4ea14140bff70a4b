import { describe, expect, it } from '@jest/globals';
import type { Machine, Observation } from '../../../src/rollout/observation.js';
import { describeProgress } from '../../../src/rollout/progress.js';

const before = { templateId: 'lt-1', version: 1, imageId: 'ami-old' };
const after = { templateId: 'lt-1', version: 2, imageId: 'ami-new' };

function machine(id: string, version: number, healthy: boolean): Machine {
  const imageId = version === 2 ? 'ami-new' : 'ami-old';
  const health = { healthy, healthySince: healthy ? 0 : undefined };
  return { id, zone: 'a', stage: 'in-service', templateId: 'lt-1', version, imageId, ...health };
}

function see(direction: 'forward' | 'back'): Observation {
  return {
    now: 0,
    group: {
      ...{ name: 'web', desired: 3, min: 1, max: 3, targetGroups: [] },
      template: { id: 'lt-1', version: '2' },
    },
    machines: [machine('i-1', 1, true), machine('i-2', 1, true), machine('i-3', 2, false)],
    setbacks: [],
    release: {
      ...{ number: 1, group: 'web', startedAt: 0, heartbeatAt: 0, from: before, to: after, direction },
      claimant: { repository: 'o/r', actor: 'ben', commit: 'c', runUrl: 'u' },
      baseline: { desired: 2, max: 3 },
    },
    superseded: false,
    lastProgress: 0,
  };
}

describe('the line of progress', () => {
  it('calls the machines old that a rollout replaces', () => {
    expect(describeProgress(see('forward'))).toBe('web to ami-new: 1 starting, 2 old (desired 3)');
  });

  it('calls them new on the way back, for there the older image is the goal', () => {
    expect(describeProgress(see('back'))).toBe('web back to ami-old: 2 healthy, 1 new (desired 3)');
  });
});
