import { describe, expect, it } from '@jest/globals';
import { furthestOf } from '../../../../src/rollout/group/furthest.js';
import type { Observation } from '../../../../src/rollout/heart/observation.js';
import { asOneWave } from '../../../../src/rollout/instance-refresh/as-one-wave.js';
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

  it('while a gate is asked, which has a time of its own, but for no longer than one answer may take', () => {
    const asked = one({ ...waiting, check: { state: 'running' } });
    let best = furthestOf(asked, first);
    for (const seconds of [60, 120, 230]) {
      best = furthestOf({ ...asked, now: now + seconds * 1_000 }, best);
      expect(best.at - now).toBe(seconds * 1_000);
    }
    // Its agent takes no command: that puts no deadline off for ever.
    expect(furthestOf({ ...asked, now: now + 300_000 }, best).at - now).toBe(230_000);
    const passed = furthestOf({ ...one({ ...waiting, check: { state: 'passed' } }), now: now + 310_000 }, best);
    const next = see(gated, [...asked.machines, machine('i-5', 2, { ...waiting, check: { state: 'passed' } })]);
    expect(furthestOf({ ...next, now: now + 500_000 }, passed).at - now).toBe(500_000);
  });

  it('while the machine is asked that comes for one that was lost, but not for reclaim after reclaim', () => {
    const asked = (id: string, seconds: number): Observation => ({
      ...see(gated, [...oldOnes, machine(id, 2, { ...waiting, check: { state: 'running' } })]),
      now: now + seconds * 1_000,
    });
    let best = furthestOf(asked('i-4', 0), first);
    const soFar = ['i-5', 'i-6', 'i-7', 'i-8'].map((id, lost) => {
      best = furthestOf(asked(id, 200 + 400 * lost), best);
      best = furthestOf(asked(id, 400 + 400 * lost), best);
      return (best.at - now) / 1_000;
    });
    expect(soFar).toEqual([400, 800, 1_200, 1_200]);
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

describe("a rollout by AWS's own engine gets further", () => {
  const refresh = { id: 'r', status: 'InProgress', percent: 33 } as const;
  const aws = planned(proving, { strategy: 'instance-refresh' });
  const leaving = (version: 1 | 2) => machine('i-3', version, { stage: 'leaving', healthy: false });
  const seen = (more: Partial<Observation> = {}, release = aws, last = oldOnes.slice(2)) =>
    asOneWave(see(release, [...oldOnes.slice(0, 2), ...last, machine('i-4', 2)], {}, { refresh, ...more }));
  const since = (one: Observation, before = seen()) => later(one, furthestOf(before, undefined));
  const back = { ...aws, direction: 'back' as const };
  const allBack = (percent: number) =>
    asOneWave(see(back, oldOnes, {}, { refresh: { ...refresh, status: 'RollbackInProgress', percent } }));
  const volumes = planned(proving, { strategy: 'replace-root-volume' });
  const stopped = machine('i-3', 1, starting);

  it.each<[string, Observation, Observation]>([
    ['when AWS says so', seen({ refresh: { ...refresh, percent: 66 } }), seen()],
    ['when AWS bakes it', seen({ refresh: { ...refresh, status: 'Baking' } }), seen()],
    ['while one that is replaced leaves', seen({}, aws, [leaving(1)]), seen({}, aws, [leaving(1)])],
    ['while one is stopped for its volume', seen({}, volumes, [stopped]), seen({}, volumes, [stopped])],
    ['when AWS counts down on its way back', allBack(20), allBack(33)],
  ])('%s', (_case, now, before) => expect(since(now, before)).toBe(1_000));

  it.each<[string, Observation, Observation]>([
    ['when as much is new as could be launched at once', seen(), seen()],
    ['while a new one leaves', seen({}, aws, [leaving(2)]), seen({}, aws, [leaving(2)])],
    ['while a machine of the predecessor starts', seen({}, aws, [stopped]), seen({}, aws, [stopped])],
    ['where all run the predecessor, but AWS is not done', allBack(33), allBack(33)],
  ])('not %s', (_case, now, before) => expect(since(now, before)).toBe(0));
});
