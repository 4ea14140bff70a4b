import { describe, expect, it } from '@jest/globals';
import type { Release } from '../../../../src/rollout/heart/release.js';
import type { Sides } from '../../../../src/rollout/heart/sides.js';
import { describeEnd, introduce, summarizeEnd, unchangedEnd } from '../../../../src/rollout/telling/end.js';
import { hasUndone } from '../../../../src/rollout/telling/explain.js';
import { back, begun, now, planned } from '../seen.js';

const undo: Release = { ...begun, number: 9, undoes: 7 };
const turned: Release = { ...back, outcome: 'rolled-back', reason: 'the gate says: error: 503' };
const aborted: Release = { ...turned, backOutcome: 'aborted', outcome: 'aborted', reason: 'ben aborted it (u).' };
const sides = { blue: { group: 'blue' }, green: { group: 'green' }, imageId: 'ami-old' } as Sides;
const settled = { kind: 'interrupted' } as const;
const gate = { kind: 'command', command: 'test', timeout: 1 } as const;
const waves = [{ machines: 1 }, { machines: 1 }, { percent: 100 }];

const told = (release: Release) => describeEnd(release, 0).reason;

describe('what a step tells of its end', () => {
  it.each<[string, Release, RegExp]>([
    ['a deployment', { ...begun, outcome: 'succeeded' }, /^Every machine of "web" runs ami-new\.$/],
    [
      'one that keeps its predecessor',
      { ...begun, outcome: 'succeeded', keptUntil: now },
      /in standby until 1970-01-12T13:46:40Z, billed as if they ran: "command: undo"/,
    ],
    ['one of an empty group', { ...begun, outcome: 'unproven' }, /no machines: it will launch ami-new/],
    [
      'one of an empty group with nothing to ask',
      { ...begun, outcome: 'unproven' },
      /proven it\. Let one start to see it work\.$/,
    ],
    [
      'one of an empty group with a gate',
      { ...begun, outcome: 'unproven', plan: { ...begun.plan, gate } },
      /Nobody has asked its gate: machines that start by themselves serve without that\. Let one start, then deploy again: a new machine makes up for it/,
    ],
    [
      'one of a group that got empty after its release command',
      { ...begun, outcome: 'unproven', command: 'done', plan: { ...begun.plan, gate, releaseCommand: 'migrate' } },
      /Let one start to see it work\. The release command had run by then/,
    ],
    [
      'a bad image',
      turned,
      /^ami-new was taken back.*runs ami-old again\. Why: .*503\. Mend what is named there, then deploy again\.$/,
    ],
    [
      'a release command of which nobody knows',
      { ...turned, command: 'unknown', outcome: 'needs-attention', reason: 'It was taken back' },
      /^"web" needs a person: it is not known whether the release command of ami-new ran to its end\. It was taken back\. Look at what it was to change/,
    ],
    ['a way back after the release command', { ...aborted, command: 'done' }, /had run by then; what it did is not/],
    [
      'a way back after one that failed',
      { ...turned, command: 'failed' },
      /Look at what its release command has left\.$/,
    ],
    [
      'a rollout that is cut off in the middle of it',
      { ...begun, rests: settled, command: 'begun' },
      /whether it ran to its end is seen when the rollout is ended\.$/,
    ],
    ['an abort', aborted, /^The rollout of ami-new was taken back.*Why: ben aborted it \(u\)\.$/],
    ['an undo', { ...undo, outcome: 'succeeded' }, /^Release 7 is undone\. Every machine of "web" runs ami-new\.$/],
    ['an undo in an empty group', { ...undo, outcome: 'unproven' }, /^Release 7 is undone\. .* no machines/],
    [
      'an undo to what works no more',
      { ...turned, number: 9, undoes: 7 },
      /So release 7 is not undone: ami-new does not work any more\. Deploy an image that does, by its id\.$/,
    ],
    [
      'an undo of two groups',
      { ...begun, sides, undoes: 6, outcome: 'succeeded' },
      /^Release 6 is undone\. "green" runs ami-new and gets every request; "blue" is idle\.$/,
    ],
    [
      'a bad image in one of two groups',
      { ...turned, sides },
      /"blue" gets every request again.*Mend what is named there/,
    ],
    [
      'an undo of two groups by a rollout',
      { ...undo, sides, outcome: 'succeeded' },
      /^Release 7 is undone\. "green" runs ami-new and gets every request/,
    ],
    [
      'a rollout on hold',
      { ...begun, direction: 'hold', outcome: 'needs-attention', reason: 'it said nothing' },
      /on hold, with machines on it and on ami-old\. it said nothing\. Look at .* "command: abort"/,
    ],
    [
      'a rollout on hold behind a gate, whose hook goes with what it holds',
      planned(
        {
          ...begun,
          direction: 'hold',
          outcome: 'needs-attention',
          reason: 'no database',
          surge: { machines: 1, from: 4, raised: true },
        },
        { gate: { kind: 'command', command: 'check', timeout: 60_000 } },
      ),
      /on hold, with what has come into service of it, .* not passed are terminated\. no database\. Until it is ended, the group has 1 more than its size of 4\. Look/,
    ],
    [
      'a rollout on hold that keeps what it replaces',
      planned({ ...begun, direction: 'hold', outcome: 'needs-attention', reason: 'why' }, { keepPrevious: 60_000 }),
      /on hold, .* Whatever it has replaced so far waits in standby, billed; an abort puts that back\. why\./,
    ],
    [
      'a way back that leads nowhere',
      { ...back, outcome: 'needs-attention', reason: 'No machine became healthy.' },
      /its way back to ami-old leads nowhere\. No machine became healthy\. Look at/,
    ],
    [
      'a pause, by the wave that was asked for, though more came to the same machines',
      planned({ ...begun, wavesDone: 2, rests: { kind: 'paused', until: now } }, { waves, pauseAfter: 1 }),
      /paused after wave 1 of 3.*"command: resume".*"command: abort"/,
    ],
    [
      'a pause that keeps what it has replaced',
      planned({ ...begun, rests: { kind: 'paused', until: now } }, { waves, pauseAfter: 1, keepPrevious: 60_000 }),
      /put back\. The machines that it has replaced wait in standby, billed as if they ran\. Go on with/,
    ],
    [
      'a pause between two groups, of which the other one serves',
      planned(
        { ...begun, sides, rests: { kind: 'paused', until: now } },
        { waves, pauseAfter: 1, keepPrevious: 60_000 },
      ),
      /put back\. Go on with/,
    ],
    [
      'a cancelled rollout that is still to be settled',
      begun,
      /^The rollout of ami-new to "web" was cut off .* put back next, by the step's clean-up\. Run the same step again/,
    ],
    [
      'one that is settled',
      { ...begun, rests: settled },
      /what it had borrowed is put back.*or take it back with "command: repair"/,
    ],
    [
      'one that AWS has cut off',
      { ...begun, rests: { ...settled, because: 'AWS refused ec2:RunInstances on *' } },
      /was cut off on its way: AWS refused ec2:RunInstances on \*\. What it had borrowed is put back.* Mend what cut it off, then run the same step again/,
    ],
    [
      'an undo that AWS has cut off',
      { ...undo, rests: { ...settled, because: 'No such group.' } },
      /cut off on its way: No such group\. What .* Mend what cut it off, then finish it with "command: repair"/,
    ],
    [
      'a cancelled undo',
      { ...undo, rests: settled },
      /^The undo of release 7 of "web" .* Finish it with "command: repair"/,
    ],
    ['a cancelled way back', { ...back, rests: settled }, /^The way of "web" back to ami-old .* Finish it/],
    [
      'a cancelled clean-up',
      { ...begun, retiresKept: true, rests: settled },
      /^The clean-up of the machines kept in "web" .* Finish it/,
    ],
  ])('%s', (_what, release, expected) => {
    expect(told(release)).toMatch(expected);
  });

  it('advises to mend an image only where one was bad', () => {
    const others = [aborted, undo, { ...undo, outcome: 'succeeded' } as const, { ...begun, rests: settled }];
    expect(others.map(told).filter((reason) => reason.includes('Mend'))).toEqual([]);
  });

  it.each(['the gate says: error: 503', 'the gate says: error: 503.'])(
    'parts "%s" from what is to be done',
    (reason) => {
      expect(told({ ...turned, reason })).toContain('Why: the gate says: error: 503. Mend what is named there');
    },
  );
});

describe('a release has undone another one', () => {
  it.each<[string, Release, boolean]>([
    ['where it ended well', { ...undo, outcome: 'succeeded' }, true],
    ['where there is no machine to tell', { ...undo, outcome: 'unproven' }, true],
    ['not while it is on its way', undo, false],
    ['not where it was taken back itself', { ...turned, undoes: 7 }, false],
    ['nor where the other one of two groups did not come up', { ...turned, sides, undoes: 7, continues: 7 }, false],
    ['nor where it never was to', { ...begun, outcome: 'succeeded' }, false],
  ])('%s', (_when, release, expected) => {
    expect(hasUndone(release)).toBe(expected);
  });
});

describe('the headline of a release', () => {
  it('says where it goes', () => {
    expect(introduce(begun)).toBe('Release 7: ami-old (template version 1) -> ami-new');
    const pointed: Release = { ...begun, to: begun.from };
    expect(introduce(pointed)).toBe('Release 7: web is to launch ami-old (template version 1) again');
    expect(introduce({ ...pointed, retiresKept: true })).not.toContain('again');
    expect(introduce({ ...begun, number: 8, continues: 7 })).toContain('Release 8, carrying on 7: ami-old');
    expect(introduce({ ...back, number: 8, continues: 7 })).toBe(
      'Release 8, taking back 7: ami-new -> ami-old (template version 1)',
    );
  });
});

describe('the job summary', () => {
  it('draws no table where there was no image', () => {
    expect(summarizeEnd('shop', unchangedEnd('shop', '', 0))).not.toContain('|');
    expect(summarizeEnd('shop', unchangedEnd('shop', 'ami-new', 0))).toContain('| `ami-new` |');
  });

  it('sets a prediction beside a whole rollout that went well, and beside nothing else', () => {
    const predicted = { duration: 60_000, peak: 5, extraMachineMinutes: 7, leastServing: 3 };
    const seen = { duration: 50_000, peak: 4, extraMachineMinutes: 6, leastServing: 2 };
    const shown = (release: Release) =>
      summarizeEnd('web', { ...describeEnd({ ...release, predicted }, 50_000), seen });
    const whole = shown({ ...begun, outcome: 'succeeded' });
    expect(whole).toContain('| Time | 60 s | 50 s |');
    expect(whole).toContain('| Most machines at a time | 5 | 4 |');
    expect(whole).toContain('| Machines beyond the size | 7 machine-minutes | 6 machine-minutes |');
    expect(whole).toContain('| Fewest that served | 3 | 2 |');
    for (const other of [turned, begun, { ...begun, continues: 6, outcome: 'succeeded' } as const]) {
      expect(shown(other)).toContain('| 50 s |');
      expect(shown(other)).not.toContain('Predicted');
    }
  });
});
