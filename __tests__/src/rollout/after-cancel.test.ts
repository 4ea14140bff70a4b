import { describe, expect, it } from '@jest/globals';
import { nextMoveAfterCancel } from '../../../src/rollout/after-cancel.js';
import type { Move } from '../../../src/rollout/heart/move.js';
import type { GroupView, Observation } from '../../../src/rollout/heart/observation.js';
import type { Release } from '../../../src/rollout/heart/release.js';
import type { Sides } from '../../../src/rollout/heart/sides.js';
import {
  after,
  at,
  back,
  before,
  machine,
  newOnes,
  now,
  oldOnes,
  planned,
  proven,
  proving,
  raised,
  see as seen,
  starting,
  waiting,
} from './seen.js';

/** As post looks: it asks nothing of the image, so it gives nothing the time to answer. */
const see = (...[release, machines, group, more]: Parameters<typeof seen>) =>
  seen(release, machines, group, { ...more, patience: { boot: 0, relapse: 0 } });

const raise = { machines: 1, from: 3, raised: true, max: 4 } as const;

type Row = readonly [rule: string, seen: Observation, move: Move];

const gated = (release: Release) =>
  planned(release, { gate: { kind: 'command', command: 'test -e /ready', timeout: 60_000 } });
const held = { ...raised, hook: 'ABANDON' } as const;
/** Once the version has served users, what nobody lets go in time goes into service. */
const kept = { ...raised, hook: 'CONTINUE' } as const;
const changes = { rests: { kind: 'interrupted' }, suspended: [] } as const;
const rests = { kind: 'rest', changes, ending: [] } as const;
const waits = machine('i-4', 2, waiting);
const starts = machine('i-5', 2, starting);
const growing = [machine('i-6', 1, waiting), machine('i-7', 1, starting)];

describe('a run that was cancelled puts back', () => {
  const resting = { ...proving, suspended: ['AZRebalance'] };
  it.each<Row>([
    [
      'nothing, when another run has claimed the group',
      see(proving, oldOnes, at('2'), { superseded: true }),
      { kind: 'stop' },
    ],
    [
      'the proven version, first of all',
      see(resting, oldOnes, { ...at('2'), suspended: ['AZRebalance'] }),
      { kind: 'point-at', version: before },
    ],
    ['keeps the new version where it has served users', see(proven, newOnes), { kind: 'point-at', version: after }],
    [
      'the processes',
      see(resting, oldOnes, { suspended: ['AZRebalance'] }),
      { kind: 'resume', processes: ['AZRebalance'] },
    ],
    ['the maximum, when the group fits', see(proving, oldOnes, { max: 4 }), { kind: 'restore-max', max: 3 }],
    [
      'the processes before the hook, for to delete that may be refused',
      see(gated(resting), oldOnes, { ...held, suspended: ['AZRebalance'] }),
      { kind: 'resume', processes: ['AZRebalance'] },
    ],
    [
      'so it does the maximum',
      see(gated(proving), oldOnes, { max: 4, hook: 'ABANDON' }),
      { kind: 'restore-max', max: 3 },
    ],
    ['the hook after that', see(gated(proving), oldOnes, held), { kind: 'delete-hook', ending: [] }],
    [
      'no hook while the machine that was launched a moment ago is not to be seen',
      see(gated({ ...proving, surge: { ...raise, changedAt: now - 5_000 } }), oldOnes, { ...held, desired: 3 }),
      { kind: 'wait' },
    ],
    [
      'the maximum as well if it may only be read as what it was',
      see({ ...proving, surge: { ...raise, machines: 0, changedAt: now - 5_000 } }, oldOnes, { max: 3 }),
      { kind: 'restore-max', max: 3 },
    ],
    [
      'not the maximum where a read does not show the surge of a moment ago: AWS would choose whom to terminate',
      see({ ...proving, surge: { ...raise, changedAt: now - 5_000 } }, oldOnes, { max: 4 }),
      { ...rests, last: [{ kind: 'point-at', version: before }] },
    ],
    [
      'not the maximum while the group is larger, and what is launched once more, whatever was read of it',
      see(proving, oldOnes, raised),
      { ...rests, last: [{ kind: 'point-at', version: before }] },
    ],
    ['not what is launched where that has served users', see(proven, oldOnes, { ...raised, ...at('2') }), rests],
  ])('%s', (_rule, seen, move) => expect(nextMoveAfterCancel(seen)).toEqual(move));
});

describe('our launch hook goes after a cancel, and waits for no machine', () => {
  it.each<Row>([
    [
      'what it holds of an unproven version ends with it',
      see(gated(proving), [...oldOnes, waits], held),
      { kind: 'delete-hook', ending: [] },
    ],
    [
      'what has not come to it yet ends before, for it would serve unasked',
      see(gated(proving), [...oldOnes, waits, starts], held),
      { kind: 'delete-hook', ending: ['i-5'] },
    ],
    [
      'what has no part in the hook goes back first, for to end machines may be refused',
      see(gated({ ...proving, suspended: ['AZRebalance'] }), [...oldOnes, waits, starts], {
        ...held,
        suspended: ['AZRebalance'],
      }),
      { kind: 'resume', processes: ['AZRebalance'] },
    ],
    [
      'so it does on the way back',
      see(gated(back), [...oldOnes, starts], held),
      { kind: 'delete-hook', ending: ['i-5'] },
    ],
    [
      'what works is let go first',
      see(gated(proving), [...oldOnes, waits, ...growing], held),
      { kind: 'let-go', ids: ['i-6'], result: 'CONTINUE' },
    ],
    [
      'so is the new version once it has served users',
      see(gated(proven), [...oldOnes, waits, starts], { ...at('2'), ...kept }),
      { kind: 'let-go', ids: ['i-4'], result: 'CONTINUE' },
    ],
    [
      'what another hook still holds is not waited for',
      see(gated(proving), [...oldOnes, { ...waits, isReleased: true }], held),
      { kind: 'delete-hook', ending: [] },
    ],
  ])('%s', (_rule, seen, move) => expect(nextMoveAfterCancel(seen)).toEqual(move));

  it('says why it was cut off, where nobody has cancelled it', () => {
    const because = 'AWS refused ec2:TerminateInstances on *';
    expect(nextMoveAfterCancel(see(proving, oldOnes, raised), false, because)).toMatchObject({
      kind: 'rest',
      changes: { ...changes, rests: { kind: 'interrupted', because } },
    });
  });

  it('once it is overdue even what works is launched anew rather than let go by name', () => {
    const ofBoth = [...oldOnes, waits, starts, ...growing];
    expect(nextMoveAfterCancel(see(gated(proving), ofBoth, held), true)).toEqual({
      kind: 'delete-hook',
      ending: ['i-5'],
    });
    const known = see(gated(proven), [...oldOnes, waits, starts], { ...at('2'), ...kept });
    expect(nextMoveAfterCancel(known, true)).toEqual({ kind: 'delete-hook', ending: [] });
  });
});

describe('a run between two groups that was cancelled', () => {
  const sizes = { min: 1, max: 3, desired: 3 };
  const sides: Sides = {
    rule: 'rule',
    blue: { group: 'blue', targetGroup: 'tg-blue', sizes },
    green: { group: 'web', targetGroup: 'tg-green', sizes: { min: 0, max: 3, desired: 0 } },
    weights: { blue: 100, green: undefined },
    imageId: 'ami-old',
  };
  const release: Release = { ...gated(proving), sides };
  const bare = see(release, oldOnes).group;
  const blueOf = (healthy: boolean): GroupView => ({
    group: { ...bare, name: 'blue' },
    machines: oldOnes.map((one) => ({ ...one, healthy })),
  });
  const seeBoth = (green: number, isBlueHealthy: boolean, changes: Partial<Release> = {}) =>
    see(
      { ...release, ...changes },
      [starts, waits],
      { hook: 'ABANDON', ...(changes.wavesDone ? at('2') : {}) },
      {
        pair: { sides, blue: blueOf(isBlueHealthy), weights: { blue: 100 - green, green } },
      },
    );

  it('gives users back first', () => {
    const weights = { blue: 100, green: 0 };
    expect(nextMoveAfterCancel(seeBoth(40, true))).toEqual({ kind: 'set-weights', weights });
  });

  it('keeps the hook as long as users have nowhere to go', () => {
    const served = seeBoth(100, false);
    const both = { ...served, machines: [...newOnes, starts, waits] };
    expect(nextMoveAfterCancel(both)).toEqual({ kind: 'wait' });
  });

  it('leaves users where they are once it is overdue, drops the hook, and rests with all that the ledger says', () => {
    const served = seeBoth(100, false);
    const both = { ...served, machines: [...newOnes, starts] };
    expect(nextMoveAfterCancel(both, true)).toEqual({ ...rests, ending: ['i-5'] });
    const bareOfHook = { ...both, group: { ...both.group, hook: undefined } } as unknown as Observation;
    // The hook may be there still: what was read may be from before it was put.
    expect(nextMoveAfterCancel(bareOfHook, true)).toEqual({ ...rests, ending: ['i-5'] });
  });

  it('drops the hook with all that has not served, users being where they were', () => {
    expect(nextMoveAfterCancel(seeBoth(0, true))).toEqual({ kind: 'delete-hook', ending: ['i-5'] });
  });

  it('ends nothing of what serves all users', () => {
    const shifted = seeBoth(100, true, { wavesDone: 1 });
    expect(nextMoveAfterCancel(shifted)).toEqual({ kind: 'let-go', ids: ['i-4'], result: 'CONTINUE' });
    expect(nextMoveAfterCancel(shifted, true)).toMatchObject({ kind: 'rest', ending: [] });
  });

  it('once it is overdue does nothing by itself that the end does in any case, for a late read may never show it', () => {
    const bareOfHook = (observation: Observation) =>
      ({ ...observation, group: { ...observation.group, hook: undefined } }) as unknown as Observation;
    const grown = { ...bareOfHook(seeBoth(0, true)), machines: [] };
    const smaller = { kind: 'resize', group: 'web', sizes: sides.green.sizes } as const;
    expect(nextMoveAfterCancel(grown)).toMatchObject({ kind: 'resize', group: 'web' });
    const back = { kind: 'point-at', version: release.from } as const;
    expect(nextMoveAfterCancel(grown, true)).toMatchObject({ kind: 'rest', last: [smaller, back] });
    expect(nextMoveAfterCancel(seeBoth(0, true), true)).toMatchObject({ kind: 'rest', ending: ['i-5'] });
  });

  it('gives what serves all users what it inherits, even if that is overdue', () => {
    const pin = { size: 3, was: [1], since: 0 };
    const served = seeBoth(100, true, { wavesDone: 1, sides: { ...sides, pin } });
    const observation = {
      ...served,
      machines: newOnes,
      group: { ...served.group, hook: undefined },
    } as unknown as Observation;
    const pinned = { ...observation, pair: { ...observation.pair, sides: { ...sides, pin } } } as Observation;
    const noted = { sides: { ...sides, pin: { ...pin, isInherited: true } } };
    expect(nextMoveAfterCancel(pinned, true)).toMatchObject({ kind: 'resize', group: 'web', noted });
    // It has no time to wait until AWS tells who has made the old one smaller.
    const untold = { ...pinned, pair: { ...pinned.pair, madeSmaller: 'unknown' } } as Observation;
    expect(nextMoveAfterCancel(untold)).toMatchObject({ kind: 'resize', group: 'web', noted });
  });
});
