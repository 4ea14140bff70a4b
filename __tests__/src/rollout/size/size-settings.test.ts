import type { Activity } from '@aws-sdk/client-auto-scaling';
import { describe, expect, it } from '@jest/globals';
import type { Release, SizeSetting, Surge } from '../../../../src/rollout/heart/release.js';
import { oldestRead } from '../../../../src/rollout/size/size.js';
import {
  isUnscaledSince,
  type LastChange,
  lastChangeTo,
  sizeSetBy,
} from '../../../../src/rollout/size/size-settings.js';
import { nextMove } from '../../../../src/rollout/strategies.js';
import { begun, now, oldOnes, proving, see } from '../seen.js';

const time = (seconds: number) => `${new Date(now + seconds * 1000).toISOString().slice(0, 19)}Z`;
const by = (who: string, from: number, to: number, at = 0) =>
  `At ${time(at)} ${who} changing the desired capacity from ${from} to ${to}.`;

/** As AWS words them (AWS re:Post Knowledge Center, "Why did my Auto Scaling group scale down?"). */
const scheduled = (from: number, to: number, at = 0) =>
  by(`a scheduled action update of AutoScalingGroup constraints to min: 1, max: 20, desired: ${to}`, from, to, at);
const person = (from: number, to: number, at = 0) =>
  by('a user request explicitly set group desired capacity', from, to, at);
const personWithBounds = (from: number, to: number, at = 0) =>
  by(`a user request update of AutoScalingGroup constraints to min: 1, max: 20, desired: ${to}`, from, to, at);
const alarm = (from: number, to: number, at = 0) =>
  by('a monitor alarm busy in state ALARM triggered policy grow', from, to, at);
const detached = (from: number, to: number) =>
  `At ${time(5)} instance i-1 was detached in response to a user request, shrinking the capacity from ${from} to ${to}.`;
const attached = (from: number, to: number) =>
  `At ${time(5)} an instance was attached in response to a user request, increasing the capacity from ${from} to ${to}.`;
const launched = `At ${time(0)} a user request launched 2 instances synchronously.`;
const retired = `At ${time(0)} instance i-1 was taken out of service in response to a user request, shrinking the capacity from 8 to 7.`;
const why = `At ${time(9)} an instance was taken out of service in response to a difference between desired and actual capacity, shrinking the capacity from 8 to 7.`;

/** Six machines and two of surge, by SetDesiredCapacity. */
const surge: Surge = { machines: 2, from: 6, raised: true, raise: { from: 6, to: 8 }, settledAt: now - 1 };

/** Newest first, as AWS lists them. */
const activities = (...causes: readonly string[]): Activity[] =>
  causes.map((Cause) => ({ Cause }) as Activity).reverse();

function sizeIn(causes: readonly string[], desired: number, changes: Partial<Release> = {}, max = 20) {
  const { group } = see(begun, [], { desired, max });
  const release = { ...begun, baseline: { desired: 6, max: 20 }, surge, ...changes };
  const told = sizeSetBy(activities(...causes), { group, release, now: now + 60_000 });
  return told === 'unread' ? told : told?.desired;
}

describe('the size while surge is out is what others have made of it', () => {
  it.each<[string, number, readonly string[], number | 'unread' | undefined]>([
    ['nobody, and we have raised it ourselves', 8, [person(6, 8)], undefined],
    ['nobody, and we have raised it with its maximum', 8, [personWithBounds(6, 8)], undefined],
    ['nobody: launches and retirements are ours', 7, [launched, retired, why], undefined],
    ['nobody since it was settled', 8, [scheduled(3, 6, -5)], undefined],
    ['a scheduled action', 7, [scheduled(8, 7)], 7],
    ['a person', 7, [person(6, 8), person(8, 7, 5)], 7],
    ['a person who sets the bounds as well', 9, [personWithBounds(8, 9)], 9],
    ['the last of several', 5, [scheduled(8, 7), person(7, 5, 5)], 5],
    ['one who is told of in several activities', 7, [`${scheduled(8, 7)}  ${why}`, scheduled(8, 7)], 7],
    ['one beside others in the same cause', 7, [`${retired}  ${scheduled(8, 7, 3)}  ${why}`], 7],
    ['a policy after a scheduled action', 9, [scheduled(8, 7), alarm(7, 9, 5)], 9],
    ['a scheduled action after a policy', 7, [alarm(8, 11), scheduled(11, 7, 5)], 7],
    ['one whose group we have shrunk since', 6, [scheduled(8, 7), retired], 7],
    ['one that came right before our raise', 8, [person(6, 7), person(7, 8)], 7],
    ['a person who detaches a machine after that', 6, [scheduled(8, 7), detached(7, 6)], 6],
    ['a person who attaches one', 9, [attached(8, 9)], 7],
    ['a policy that adds', 10, [alarm(8, 10)], 8],
    ['a policy that takes, as far as surge stood above it', 7, [alarm(8, 7)], 6],
    ['a policy that takes before more surge is launched', 5, [alarm(7, 4)], 4],
    ['a policy of which not all has come about yet', 10, [alarm(8, 9)], 'unread'],
    ['a policy that added before our raise, where desired is read as it was in between', 8, [alarm(6, 8)], 'unread'],
  ])('%s', (_case, desired, causes, size) => expect(sizeIn(causes, desired)).toBe(size));

  it('within its bounds, and without the room that we made for surge', () => {
    const ours = { surge: { ...surge, max: 8 }, baseline: { desired: 6, max: 6 } };
    expect(sizeIn([person(8, 7)], 7, ours, 8)).toBe(6);
    expect(sizeIn([person(8, 7)], 7, ours, 7)).toBe(7);
  });

  it('with the maximum that was set right before our own was written over it', () => {
    const { group } = see(begun, [], { desired: 9, max: 10 });
    const release = {
      ...begun,
      baseline: { desired: 6, max: 6 },
      surge: { ...surge, max: 10, changedAt: now + 5_000 },
    };
    const bounds = 'a user request update of AutoScalingGroup constraints to min: 1, max: 7, desired: 7';
    const told = activities(by(bounds, 6, 7), launched);
    const found = sizeSetBy(told, { group, release, now: now + 60_000 });
    expect(found).toMatchObject({ desired: 7, max: 7 });
    const observation = see(release, oldOnes, group, { sizeSet: { at: now, desired: 7, desiredThen: 9, max: 7 } });
    expect(nextMove(observation)).toMatchObject({
      kind: 'note',
      changes: { baseline: { max: 7 }, surge: { from: 7 } },
    });
  });

  it('with the maximum over which ours was written so soon that it took the size along', () => {
    const { group } = see(begun, [], { desired: 9, max: 9 });
    const ours = { ...surge, machines: 0, max: 9, maxBefore: 8, changedAt: now + 5_000 };
    const release = { ...begun, baseline: { desired: 6, max: 6 }, surge: ours };
    const bounds = (size: number) =>
      `a user request update of AutoScalingGroup constraints to min: 1, max: ${size}, desired: ${size}`;
    const told = activities(by(bounds(12), 8, 12), by(bounds(9), 12, 9));
    const found = sizeSetBy(told, { group, release, now: now + 60_000 });
    expect(found).toMatchObject({ desired: 12, max: 12 });
    const later = { lookedAt: now + oldestRead, sizeSet: { at: now, desired: 12, desiredThen: 12, max: 12 } };
    const giveBack = { kind: 'give-back', from: 9, machines: 3, max: 12 };
    expect(nextMove(see({ ...release, heartbeatAt: now }, oldOnes, group, later))).toEqual(giveBack);
  });

  it('not believed yet where desired may be read from before our own last change', () => {
    const release = { ...begun, heartbeatAt: now, surge: { ...surge, changedAt: now - 1_000 } };
    const sizeSet = { at: now - 10_000, desired: 5, desiredThen: 5 };
    expect(nextMove(see(release, oldOnes, { desired: 5 }, { sizeSet }))).toEqual({ kind: 'wait' });
    const later = { sizeSet, lookedAt: now + oldestRead };
    expect(nextMove(see(release, oldOnes, { desired: 5 }, later))).toMatchObject({ changes: { surge: { from: 5 } } });
  });

  it('unknown where a version before this one has raised it', () => {
    expect(sizeIn([scheduled(8, 7)], 7, { surge: { machines: 2, from: 6, raised: true } })).toBeUndefined();
  });

  it.each<[string, SizeSetting, number | undefined]>([
    ['to the number that stands, which no activity tells of', { at: now + 1_000, desired: 8 }, 8],
    ['not yet due', { at: now + 61_000, desired: 8 }, undefined],
    ['due before the raise', { at: now - 5_000, desired: 8 }, undefined],
    ['that did not fit', { at: now + 1_000, desired: 21 }, undefined],
  ])('by a scheduled action that is known of, %s', (_case, next, size) => {
    expect(sizeIn([], 8, { scheduled: next })).toBe(size);
  });

  it('settled in the very second in which a scheduled action came due, is what was settled: that is told to the second', () => {
    const settled = { surge: { machines: 0, from: 7, raised: true, settledAt: now } };
    const dueAt = (at: number) => sizeIn([], 7, { ...settled, scheduled: { at, desired: 8 } });
    expect(dueAt(now + 478)).toBeUndefined();
    expect(dueAt(now + 1_478)).toBe(8);
  });

  it('set after our last change, what others have made of it, and what no activity tells of was skipped', () => {
    const before = { surge: { ...surge, changedAt: now - 1 } };
    const since = { surge: { ...surge, changedAt: now + 2_000 } };
    expect(sizeIn([scheduled(8, 9)], 7, before)).toBe(7);
    expect(sizeIn([scheduled(8, 9)], 7, since)).toBe(9);
    // Desired has our own last change in it, which came after the number and before the policy.
    expect(sizeIn([scheduled(6, 5), alarm(8, 7, 5)], 7, since)).toBe(4);
    const due = { scheduled: { at: now + 1_000, desired: 9 } };
    expect(sizeIn([], 8, { ...before, ...due })).toBeUndefined();
    expect(sizeIn([], 9, { ...before, ...due })).toBe(9);
    expect(sizeIn([], 8, { ...since, ...due })).toBe(9);
  });

  it('under a maximum that was ours before, which somebody has set again a minute after the raise', () => {
    const raised = { ...surge, max: 10, maxBefore: 8 };
    const ours = (changedAt: number) => ({ surge: { ...raised, changedAt }, baseline: { desired: 6, max: 6 } });
    expect(sizeIn([person(8, 7)], 7, ours(now + 30_000), 8)).toBe(6);
    expect(sizeIn([person(8, 7)], 7, ours(now - 1), 8)).toBe(7);
  });
});

describe('a size that was set', () => {
  const seen = (desired: number, sizeSet: SizeSetting, release = proving) =>
    see(release, oldOnes, { desired, max: 20 }, { sizeSet: { ...sizeSet, desiredThen: 5 }, desiredSince: now - 5_000 });

  it('is written down, and what is left of the surge with it', () => {
    const { surge: raise } = proving;
    expect(nextMove(seen(5, { at: now, desired: 4 }))).toMatchObject({
      kind: 'note',
      changes: { surge: { ...raise, machines: 1, from: 4, settledAt: now } },
    });
  });

  it('is given back what went of it before anybody knew, once no more is to be told', () => {
    const set = { at: now - 60_000, desired: 5 };
    expect(nextMove(seen(4, set))).toEqual({ kind: 'wait' });
    expect(nextMove({ ...seen(4, { ...set, at: now - 60_000 }), desiredSince: now - 60_000 })).toEqual({
      kind: 'give-back',
      ...{ from: 4, machines: 1 },
    });
  });

  it('waits until it is known what came of a launch', () => {
    const launching = {
      ...proving,
      surge: { machines: 0, from: 3, raised: true, launches: { at: now, zones: { a: 1 } } },
    };
    expect(nextMove(seen(5, { at: now, desired: 5 }, launching)).kind).not.toBe('give-back');
    expect(nextMove(seen(5, { at: now, desired: 5 }, launching))).not.toMatchObject({
      changes: { surge: { from: 5 } },
    });
  });

  it('to come is written down before, once', () => {
    const scheduled = { at: now + 60_000, desired: 9 };
    const raised = { desired: 4, max: 4 };
    expect(nextMove(see(proving, oldOnes, raised, { scheduled }))).toEqual({ kind: 'note', changes: { scheduled } });
    const known: Release = { ...proving, scheduled };
    expect(nextMove(see(known, oldOnes, raised, { scheduled }))).toEqual(nextMove(see(proving, oldOnes, raised)));
  });

  it('to come is written down before a launch, unless one that is due may yet have set the size', () => {
    const scheduled = { at: now + 60_000, desired: 9 };
    const launches = { at: now, zones: { a: 1 } };
    const launching = (known?: SizeSetting): Release => {
      return {
        ...proving,
        surge: { machines: 0, from: 3, raised: true, launches },
        ...(known && { scheduled: known }),
      };
    };
    const to = (release: Release) => nextMove(see(release, oldOnes, { desired: 3, max: 4 }, { scheduled }));
    expect(to(launching())).toEqual({ kind: 'note', changes: { scheduled } });
    expect(to(launching(scheduled)).kind).not.toBe('note');
    expect(to(launching({ at: now - 1_000, desired: 5 })).kind).not.toBe('note');
  });

  it('is skipped for good if it came due while scheduled actions were suspended', () => {
    const due: SizeSetting = { at: now - 1_000, desired: 2 };
    const known: Release = { ...proving, scheduled: due };
    const group = { desired: 4, max: 4, suspended: ['ScheduledActions'] };
    const skipped = { ...due, isSkipped: true };
    expect(nextMove(see(known, oldOnes, group))).toEqual({ kind: 'note', changes: { scheduled: skipped } });
    const resumed = see({ ...known, scheduled: skipped }, oldOnes, { ...group, suspended: [] });
    expect(sizeSetBy([], resumed)).toBeUndefined();
    expect(nextMove(resumed)).not.toMatchObject({ kind: 'note' });
  });
});

it('nothing is done for a minute at most while nobody knows who has changed desired', () => {
  const changed = (desiredSince: number) => nextMove(see(proving, oldOnes, { desired: 6, max: 20 }, { desiredSince }));
  expect(changed(now - 59_000)).toEqual({ kind: 'wait' });
  expect(changed(now - 61_000)).not.toEqual({ kind: 'wait' });
});

describe('who has made desired what it is', () => {
  it.each<[string, readonly string[], LastChange['by'] | undefined]>([
    ['a scheduled action', [alarm(4, 5), scheduled(5, 3, 5)], 'set'],
    ['a person', [personWithBounds(4, 3)], 'set'],
    ['a policy, after a person', [person(6, 4), alarm(4, 3, 5)], 'scaled'],
    ['nobody knows yet', [person(6, 4)], undefined],
    ['nobody knows without activities', [], undefined],
  ])('%s', (_who, causes, made) => expect(lastChangeTo(3, activities(...causes))?.by).toBe(made));
});

it('policies are known to have left desired alone only as far as activities reach back', () => {
  const told = (at: number) =>
    activities(alarm(2, 3, at), person(3, 4)).map((one) => ({ ...one, StartTime: new Date(now) }));
  expect(isUnscaledSince(now + 5_000, told(0))).toBe(true);
  expect(isUnscaledSince(now + 5_000, told(9))).toBe(false);
  expect(isUnscaledSince(now - 5_000, told(-9))).toBe(false);
  expect(isUnscaledSince(now, [])).toBe(false);
});
