import { describe, expect, it } from '@jest/globals';
import { decide } from '../../../../src/rollout/heart/decide.js';
import type { Move } from '../../../../src/rollout/heart/move.js';
import type { Check, Machine, Observation } from '../../../../src/rollout/heart/observation.js';
import type { Release } from '../../../../src/rollout/heart/release.js';
import {
  after,
  at,
  back,
  begun,
  machine,
  newOnes,
  now,
  oldOnes,
  planned,
  proven,
  proving,
  raised,
  see,
  sick,
  starting,
  waiting,
} from '../seen.js';

type Row = readonly [rule: string, seen: Observation, move: Move];

const gate = { kind: 'command', command: 'test -e /ready', timeout: 60_000 } as const;
const gated = (release: Release) => planned(release, { gate });
const commanded = (release: Release) => planned(release, { releaseCommand: 'migrate' });
const held = { ...raised, hook: 'ABANDON' } as const;
/** Once the version has served users, what nobody lets go in time goes into service. */
const kept = { ...raised, hook: 'CONTINUE' } as const;
const fresh = (state?: Check['state'], id = 'i-4') =>
  machine(id, 2, { ...waiting, ...(state && { check: { state } }) });
const pass = (...ids: string[]) => ({ kind: 'let-go', ids, result: 'CONTINUE' }) as const;
const drop = (...ids: string[]) => ({ kind: 'let-go', ids, result: 'ABANDON' }) as const;

describe('our launch hook', () => {
  it.each<Row>([
    [
      'is there before the group points at an unproven version',
      see(gated(begun), oldOnes),
      { kind: 'put-hook', otherwise: 'ABANDON' },
    ],
    [
      'throws away nothing of a proven version',
      see(gated(proven), newOnes.slice(0, 2), { ...at('2'), hook: 'ABANDON' }),
      { kind: 'put-hook', otherwise: 'CONTINUE' },
    ],
    ['is there for a release command, too', see(commanded(begun), oldOnes), { kind: 'put-hook', otherwise: 'ABANDON' }],
    ['is not there where nothing is asked', see(begun, oldOnes), { kind: 'point-at', version: after }],
    [
      'stays while a machine is on its way to it',
      see(gated(proving), [...oldOnes, machine('i-4', 2, starting)], held),
      { kind: 'wait' },
    ],
    [
      'goes when nothing comes any more',
      see(gated(proving), [...oldOnes, machine('i-4', 2, sick)], held),
      { kind: 'delete-hook' },
    ],
    [
      'goes when what still starts has passed it',
      see(gated(proving), [...oldOnes, machine('i-4', 2, { ...starting, isReleased: true })], held),
      { kind: 'delete-hook' },
    ],
  ])('%s', (_rule, seen, move) => expect(decide(seen)).toEqual(move));
});

describe('machines that wait in our hook', () => {
  it.each<Row>([
    ['are asked', see(gated(proving), [...oldOnes, fresh()], held), { kind: 'check', ids: ['i-4'] }],
    ['are given the time to answer', see(gated(proving), [...oldOnes, fresh('running')], held), { kind: 'wait' }],
    [
      'are not asked while their agent does not listen',
      see(gated(proving), [...oldOnes, fresh('unreachable')], held),
      { kind: 'wait' },
    ],
    ['go into service once they have passed', see(gated(proving), [...oldOnes, fresh('passed')], held), pass('i-4')],
    [
      'do not wait for each other',
      see(gated(proven), [...oldOnes, fresh('running'), fresh('passed', 'i-5')], { ...at('2'), ...kept }),
      pass('i-5'),
    ],
    [
      'go into service as they are when they run the predecessor',
      see(gated(proving), [machine('i-1', 1, waiting), ...oldOnes.slice(1), fresh()], held),
      pass('i-1'),
    ],
    [
      'are not let go twice while another hook holds them',
      see(gated(proving), [...oldOnes, { ...fresh('passed'), isReleased: true }], held),
      { kind: 'delete-hook' },
    ],
    [
      'are thrown away on the way back when they run the new version',
      see(gated(back), [...oldOnes, fresh('passed')], held),
      drop('i-4'),
    ],
  ])('%s', (_rule, seen, move) => expect(decide(seen)).toEqual(move));

  it('are asked twenty at a time', () => {
    const many = Array.from({ length: 30 }, (_, index) => fresh(undefined, `i-${index + 10}`));
    const move = decide(see(gated(proving), [...oldOnes, ...many], held));
    expect(move).toMatchObject({ kind: 'check', ids: { length: 20 } });
  });
});

describe('machines that wait in our hook at the end', () => {
  const done = gated({ ...proven, wavesDone: 2 });
  const boot = 300_000;
  const since = (state: Check['state'] | undefined, waits: number) =>
    machine('i-7', 2, { ...waiting, unhealthySince: now - waits, ...(state && { check: { state } }) });
  const ending = (one: Machine) => see(done, [...newOnes, one], { ...at('2'), ...kept, desired: 3, max: 3 });
  it.each<Row>([
    ['are asked first', ending(since(undefined, 0)), { kind: 'check', ids: ['i-7'] }],
    ['are waited for while they are asked, however long', ending(since('running', 2 * boot)), { kind: 'wait' }],
    ['go into service once they have passed', ending(since('passed', 0)), pass('i-7')],
    ['are waited for while their agent may yet listen', ending(since('unreachable', boot - 1)), { kind: 'wait' }],
    ['go into service unasked when that takes longer than a boot', ending(since('unreachable', boot)), pass('i-7')],
  ])('%s', (_rule, seen, move) => expect(decide(seen)).toEqual(move));
});

describe('the release command', () => {
  const asked = [...oldOnes, fresh('passed'), fresh('passed', 'i-5')];
  const both = commanded(gated(proving));
  it.each<Row>([
    ['runs on the first machine that has passed', see(both, asked, held), { kind: 'run-command', id: 'i-4' }],
    [
      'runs on the first machine where there is no gate',
      see(commanded(proving), [...oldOnes, fresh()], held),
      { kind: 'run-command', id: 'i-4' },
    ],
    ['waits for one that has passed', see(both, [...oldOnes, fresh('running')], held), { kind: 'wait' }],
    [
      'waits for a machine that can be reached',
      see(commanded(proving), [...oldOnes, fresh('unreachable'), fresh(undefined, 'i-5')], held),
      { kind: 'run-command', id: 'i-5' },
    ],
    ['is not begun twice', see({ ...both, command: 'begun' }, asked, held), { kind: 'wait' }],
    [
      'lets nothing into service while it runs',
      see({ ...both, command: 'begun' }, asked, held, { command: 'running' }),
      { kind: 'wait' },
    ],
    ['lets them all go then', see({ ...both, command: 'done' }, asked, held), pass('i-4', 'i-5')],
    ['never runs on the way back', see(commanded(gated(back)), asked, held), drop('i-4', 'i-5')],
    [
      'is not cut off on the way back while it runs',
      see({ ...commanded(gated(back)), command: 'begun' }, asked, held, { command: 'running' }),
      { kind: 'wait' },
    ],
    [
      'holds nothing on the way back once its answer is known',
      see({ ...commanded(gated(back)), command: 'begun' }, asked, held, { command: 'failed' }),
      drop('i-4', 'i-5'),
    ],
  ])('%s', (_rule, seen, move) => expect(decide(seen)).toEqual(move));
});
