import { describe, expect, it } from '@jest/globals';
import { furthestOf } from '../../../../src/rollout/group/furthest.js';
import type { Observation } from '../../../../src/rollout/heart/observation.js';
import { machine, now, oldOnes, planned, proving, see, sick, starting, waiting } from '../seen.js';

const gated = planned(proving, {
  gate: { kind: 'command', command: 'check', timeout: 60_000 },
  releaseCommand: 'migrate',
});
const one = (more: object) => see(gated, [...oldOnes, machine('i-4', 2, more)]);
const first = furthestOf(one(starting), undefined);
const later = (seen: Observation, best = first) => furthestOf({ ...seen, now: now + 1_000 }, best).at - now;

describe('a rollout gets further', () => {
  it.each<[string, Observation]>([
    ['when a new machine has passed its gate', one({ ...waiting, check: { state: 'passed' } })],
    ['when one is healthy', one({})],
    ['when an old one has gone', see(gated, [...oldOnes.slice(1), machine('i-4', 2, starting)])],
    ['when it turns', see({ ...gated, direction: 'back' }, [...oldOnes, machine('i-4', 2, starting)])],
    ['when a wave is done', see({ ...gated, wavesDone: 1 }, [...oldOnes, machine('i-4', 2, starting)])],
    ['when its release command has begun', { ...one(waiting), release: { ...gated, command: 'begun' } }],
  ])('%s', (_case, seen) => expect(later(seen)).toBe(1_000));

  it('for as long as its release command runs, which has a time of its own', () => {
    const running: Observation = { ...one(waiting), release: { ...gated, command: 'begun' }, command: 'running' };
    expect(later(running, furthestOf(running, undefined))).toBe(1_000);
  });

  it.each<[string, Observation]>([
    ['while nothing changes', one(starting)],
    ['when a machine only waits', one(waiting)],
    ['when one is sick', one(sick)],
  ])('not %s', (_case, seen) => expect(later(seen)).toBe(0));

  it('not when it gets as far once more: health that comes and goes puts no deadline off', () => {
    const passed = one({ ...waiting, check: { state: 'passed' } });
    const best = furthestOf(passed, first);
    expect(later(passed, furthestOf(one(sick), best))).toBe(0);
  });
});
