import { describe, expect, it } from '@jest/globals';
import type { Move } from '../../../../src/rollout/heart/move.js';
import type { Observation } from '../../../../src/rollout/heart/observation.js';
import { Narrator } from '../../../../src/rollout/telling/narrator.js';
import { waitsIn } from '../../../../src/rollout/telling/waits.js';
import {
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
  starting,
  waiting,
} from '../seen.js';

const second = 1_000;
const soaking = planned(
  { ...proven, soak: { wave: 1, since: now } },
  { soak: 120 * second, waves: [{ machines: 1 }, { percent: 100 }] },
);
const fresh = machine('i-4', 2, { healthySince: now - 10 * second });
const leaving = machine('i-3', 1, { stage: 'leaving', healthy: false });
const asked = machine('i-4', 2, { ...waiting, check: { state: 'running' } });
const gated = planned(proving, { gate: { kind: 'path', path: '/', port: 80, timeout: 300 * second } });
const aws = { strategy: 'instance-refresh' as const, soak: 120 * second };

const linesOf = (observation: Observation) => waitsIn(observation).map(({ line }) => line);

describe('what a rollout waits for', () => {
  it.each<[string, Observation, readonly string[]]>([
    ['a soak', see(soaking, newOnes), ['Waiting until 1970-01-12T13:48:40Z: wave 2 of 2 serves users (soak, 120 s)']],
    [
      'min-ready',
      see(proving, [...oldOnes, fresh], raised),
      ['Waiting until 1970-01-12T13:47:00Z: 1 new to stay healthy (min-ready, 30 s)'],
    ],
    [
      'the gate',
      see(gated, [...oldOnes, asked], raised),
      ['Waiting: the gate is asked on i-4, for 300 s at most (gate-timeout)'],
    ],
    [
      'an agent that does not listen',
      see(gated, [...oldOnes, { ...asked, check: { state: 'unreachable' } }], raised),
      ['Waiting, until 1970-01-12T13:51:20Z at the latest: i-4 to answer to Systems Manager (boot-allowance)'],
    ],
    [
      'the release command',
      see(proving, oldOnes, {}, { command: 'running' }),
      ['Waiting: the release command runs, for 600 s at most (progress-deadline)'],
    ],
    [
      'a boot; on the way back only the deadline counts',
      see(back, [...oldOnes.slice(1), machine('i-1', 1, starting)]),
      ['Waiting, until 1970-01-12T13:56:40Z at the latest: i-1 to become healthy (progress-deadline)'],
    ],
    [
      'machines that AWS has none of',
      see(
        {
          ...proving,
          surge: { machines: 0, from: 3, raised: true, short: ['a'], launches: { at: now, zones: { a: 2 } } },
        },
        oldOnes,
      ),
      ['Waiting, until 1970-01-12T13:56:40Z at the latest: AWS to launch 2 more; it has none in a (progress-deadline)'],
    ],
    [
      'room in a group that is at its maximum',
      see(planned(begun, { raiseMax: false }), oldOnes),
      [
        'Waiting, until 1970-01-12T13:56:40Z at the latest: room in the group, whose maximum of 3 is not raised for surge (progress-deadline)',
      ],
    ],
    [
      "AWS's own engine",
      see(proving, oldOnes, {}, { refresh: { id: 'r', status: 'InProgress', percent: 40 } }),
      ['Waiting: AWS replaces the machines (instance refresh InProgress, 40 %)'],
    ],
    [
      "AWS's own engine on its way back",
      see(planned(back, aws), oldOnes, {}, { refresh: { id: 'r', status: 'RollbackInProgress', percent: 40 } }),
      [
        'Waiting, until 1970-01-12T13:58:40Z at the latest: AWS to take the new machines back (instance refresh RollbackInProgress, 40 %; progress-deadline)',
      ],
    ],
    [
      "a boot by AWS's own engine, for a soak longer",
      see(
        planned(begun, aws),
        [...oldOnes, machine('i-4', 2), machine('i-5', 2, starting)],
        {},
        { refresh: { id: 'r', status: 'InProgress', percent: 40 } },
      ),
      [
        'Waiting: AWS replaces the machines (instance refresh InProgress, 40 %)',
        'Waiting, until 1970-01-12T13:58:40Z at the latest: i-5 to become healthy (progress-deadline)',
      ],
    ],
    [
      'our own loop, where AWS has given up its way back',
      see(
        planned(back, aws),
        [...oldOnes.slice(1), machine('i-1', 1, starting)],
        {},
        { refresh: { id: 'r', status: 'RollbackFailed', percent: 0 } },
      ),
      ['Waiting, until 1970-01-12T13:56:40Z at the latest: i-1 to become healthy (progress-deadline)'],
    ],
    ['what drains', see(proven, [...newOnes, leaving]), ['Waiting: i-3 to finish the requests in flight and leave']],
    ['AWS itself', see(proven, newOnes), ['Waiting: AWS does not show yet that everything asked for is done']],
  ])('%s', (_what, observation, expected) => {
    expect(linesOf(observation)).toEqual(expected);
  });
});

describe('the narrator', () => {
  const told = (moments: readonly [number, Observation][], kind: 'wait' | 'launch' | 'raise-max' = 'wait') => {
    const lines: string[] = [];
    const narrator = new Narrator({ tell: (line) => lines.push(line), warn: () => undefined });
    for (const [at, observation] of moments) narrator.tell({ ...observation, now: now + at }, { kind, max: 1 } as Move);
    return lines.filter((line) => line.startsWith('Waiting'));
  };
  const slow = see(proving, [...oldOnes, machine('i-4', 2, starting)], raised);

  it('tells a wait whose end is known at once, and once', () => {
    expect(
      told([
        [0, see(soaking, newOnes)],
        [10 * second, see(soaking, newOnes)],
        [70 * second, see(soaking, newOnes)],
      ]),
    ).toHaveLength(1);
  });

  it('tells any other once a minute has passed without a line, and again only when its time is over', () => {
    const late = { ...slow, lastProgress: now + 500 * second, patience: { boot: 900 * second, relapse: 60 * second } };
    expect(
      told([
        [0, slow],
        [59 * second, slow],
      ]),
    ).toEqual([]);
    expect(
      told([
        [0, slow],
        [60 * second, slow],
        [200 * second, slow],
      ]),
    ).toHaveLength(1);
    expect(
      told([
        [0, slow],
        [60 * second, slow],
        [400 * second, late],
      ]),
    ).toHaveLength(2);
  });

  it('tells none where something is to be done, but for machines that cannot be had', () => {
    expect(
      told(
        [
          [0, slow],
          [70 * second, slow],
        ],
        'raise-max',
      ),
    ).toEqual([]);
    expect(
      told(
        [
          [0, slow],
          [70 * second, slow],
        ],
        'launch',
      ),
    ).toHaveLength(1);
  });

  it('tells of a wait again that has come again', () => {
    const idle = see(proving, oldOnes);
    expect(
      told([
        [0, see(soaking, newOnes)],
        [10 * second, idle],
        [20 * second, see(soaking, newOnes)],
      ]),
    ).toHaveLength(2);
  });
});
