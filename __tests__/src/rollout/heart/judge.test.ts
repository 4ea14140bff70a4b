import { describe, expect, it } from '@jest/globals';
import { fleetOf } from '../../../../src/rollout/heart/fleet.js';
import { judge } from '../../../../src/rollout/heart/judge.js';
import type { Observation } from '../../../../src/rollout/heart/observation.js';
import type { Release } from '../../../../src/rollout/heart/release.js';
import {
  at,
  back,
  begun,
  machine,
  newOnes,
  now,
  oldOnes,
  plan,
  planned,
  proving,
  raised,
  see,
  sick,
  waiting,
} from '../seen.js';

const verdict = (seen: Observation) => judge(seen, fleetOf(seen));
const late = { lastProgress: now - plan.progressDeadline };
const failed = { ...waiting, check: { state: 'failed', detail: 'no database' } } as const;
const gated = planned(proving, { gate: { kind: 'path', path: '/', port: 80, timeout: 60_000 } });
const silent = (age: number) => ({ ...sick, unhealthySince: now - age, hasServed: false });

describe('what leaves no doubt turns a rollout back at once', () => {
  it.each<[string, Observation, string]>([
    [
      'a command that fails on a new machine',
      see(proving, [...oldOnes, machine('i-4', 2, failed)], raised),
      'i-4 did not pass the gate: no database',
    ],
    [
      'only the last line of which is told here',
      see(proving, [...oldOnes, machine('i-4', 2, { ...failed, check: { state: 'failed', detail: 'one\ntwo\n' } })]),
      'i-4 did not pass the gate: two',
    ],
    [
      'a release command that fails',
      see(proving, oldOnes, raised, { command: 'failed' }),
      'The release command failed.',
    ],
    [
      'a failed launch, a new machine that died',
      see(proving, oldOnes, raised, { setbacks: ['A launch failed: bad key'] }),
      'A launch failed: bad key',
    ],
    ['an alarm', see(proving, oldOnes, raised, { alarms: ['errors'] }), 'Alarm "errors" is in ALARM.'],
  ])('%s', (_case, seen, reason) => {
    expect(verdict(seen)).toEqual({ direction: 'back', backOutcome: 'rolled-back', reason });
  });

  it('and leaves it to a person where the plan says so', () => {
    const seen = see(planned(proving, { onFailure: 'hold' }), oldOnes, raised, { alarms: ['errors'] });
    expect(verdict(seen)).toEqual({ direction: 'hold', reason: expect.any(String) });
  });

  it('and leaves it to a person whether a release command ran', () => {
    const seen = see(proving, oldOnes, raised, { command: 'unknown' });
    expect(verdict(seen)).toEqual({ direction: 'hold', reason: expect.any(String) });
  });
});

describe('a new image whose machines say nothing', () => {
  const one = (age: number, more: Partial<ReturnType<typeof machine>> = {}) =>
    see(proving, [...oldOnes, machine('i-4', 2, { ...silent(age), ...more })], raised);
  const waitingSince = (age: number) => ({ ...waiting, unhealthySince: now - age });
  const held = (more: Partial<ReturnType<typeof machine>>) =>
    see(gated, [...oldOnes, machine('i-4', 2, { ...waitingSince(300_001), ...more })], raised);
  it.each<[string, Observation, boolean]>([
    ['has the boot allowance', one(300_000), false],
    ['counts as bad after it', one(300_001), true],
    ['has less time once it has served', one(60_001, { hasServed: true }), true],
    ['has all the time while its gate is asked', held({ check: { state: 'running' } }), false],
    ['and while it waits to be let go', held({ check: { state: 'passed' } }), false],
    ['but not while its agent does not listen', held({ check: { state: 'unreachable' } }), true],
    ['nor while another hook holds it', held({ check: { state: 'passed' }, isReleased: true }), true],
    ['nor while a hook holds it that is not ours', one(300_001, waitingSince(300_001)), true],
    [
      'is no bad image while another of its machines is healthy',
      see(proving, [machine('i-4', 2, silent(300_001)), machine('i-5', 2)], raised),
      false,
    ],
    ['and says nothing of an old machine', see(proving, [machine('i-1', 1, silent(900_000))], raised), false],
  ])('%s', (_case, seen, isBad) => expect(verdict(seen)?.direction).toBe(isBad ? 'back' : undefined));

  it('is told with what AWS says, each trouble once, with the first machine that has it', () => {
    const trouble = 'unhealthy, Health checks failed with these codes: [503]';
    const fresh = ['i-4', 'i-5'].map((id) => machine(id, 2, { ...silent(400_000), trouble }));
    const reason = `i-4 on ami-new did not become healthy for 400 s. i-4: ${trouble}.`;
    expect(verdict(see(proving, [...oldOnes, ...fresh], raised))).toMatchObject({ reason });
  });
});

describe('the progress deadline', () => {
  it.each<[string, Observation, Partial<Release> | undefined]>([
    [
      'turns a rollout back that gets no further',
      see(begun, oldOnes, at('2'), late),
      { direction: 'back', backOutcome: 'rolled-back' },
    ],
    ['has a millisecond left', see(begun, oldOnes, at('2'), { lastProgress: late.lastProgress + 1 }), undefined],
    [
      'is not for a wave that is done and soaks',
      see(proving, [...oldOnes, machine('i-4', 2)], raised, late),
      undefined,
    ],
    ['needs a person on the way back', see(back, [machine('i-1', 1, sick)], {}, late), { outcome: 'needs-attention' }],
    ['is not for a way back that has arrived', see(back, oldOnes, {}, late), undefined],
  ])('%s', (_case, seen, changes) => {
    if (changes) expect(verdict(seen)).toMatchObject(changes);
    else expect(verdict(seen)).toBeUndefined();
  });
});

describe('a missed deadline is told by', () => {
  const missed = (machines: Parameters<typeof see>[1], hindrance?: string) =>
    verdict(see(back, machines, {}, { ...late, ...(hindrance && { hindrance }) }))?.reason;
  const none = 'No machine on ami-old became healthy within 600 s (progress-deadline).';
  it('what is there', () => {
    expect(missed([machine('i-1', 1, sick)])).toBe(none);
    expect(missed([machine('i-1', 1)])).toBe(none.replace('No', 'No further'));
  });

  it('what keeps AWS from launching, and what AWS says of its machines', () => {
    const trouble = 'unhealthy, no answer';
    expect(missed([machine('i-1', 1, { ...sick, trouble })], 'Launch is suspended.')).toBe(
      `${none} Launch is suspended. i-1: ${trouble}.`,
    );
  });
});

describe('on the way back', () => {
  it('nothing blocks: the predecessor is known to be good', () => {
    const machines = [machine('i-1', 1, failed), machine('i-2', 1, silent(900_000)), ...newOnes];
    expect(verdict(see(back, machines, {}, { setbacks: ['x'], alarms: ['y'], command: 'failed' }))).toBeUndefined();
  });
});
