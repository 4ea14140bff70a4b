import type { Plan } from '../../src/rollout/heart/plan.js';
import type { KindName } from './kinds.js';

const second = 1_000;
const minute = 60 * second;

/** The plan that every strategy here begins with: short waits, so that a simulation is short as well. */
export const ordinaryPlan: Plan = {
  strategy: 'rolling',
  waves: [{ percent: 100 }],
  maxSurge: { machines: 2 },
  maxUnavailable: { machines: 0 },
  raiseMax: true,
  minReady: 15 * second,
  soak: 0,
  gate: { kind: 'none' },
  alarms: [],
  progressDeadline: 10 * minute,
  onFailure: 'roll-back',
  keepPrevious: 0,
  suspend: [],
  pollInterval: 10 * second,
};

const command = { kind: 'command', command: 'test -e /ready', timeout: 2 * minute } as const;

/** The strategies of our own loop, each with what makes its plan differ. */
export const strategies = {
  rolling: { suspend: ['AZRebalance'] },
  'rolling without surge': { maxSurge: { machines: 0 }, maxUnavailable: { machines: 1 } },
  'rolling behind a gate': { gate: command, waves: [{ percent: 50 }, { percent: 100 }] },
  canary: {
    strategy: 'canary',
    waves: [{ machines: 1 }, { percent: 50 }, { percent: 100 }],
    soak: 150 * second,
    suspend: ['AZRebalance'],
  },
  'canary behind a gate': {
    strategy: 'canary',
    waves: [{ machines: 1 }, { percent: 100 }],
    soak: 150 * second,
    gate: command,
  },
  'blue-green': { strategy: 'blue-green', maxSurge: { percent: 100 }, soak: 150 * second },
  'blue-green, kept': {
    strategy: 'blue-green',
    maxSurge: { percent: 100 },
    soak: 150 * second,
    keepPrevious: 30 * minute,
  },
  'two-group': {
    strategy: 'two-group',
    waves: [{ percent: 10 }, { percent: 100 }],
    maxSurge: { percent: 100 },
    soak: 30 * second,
  },
  'two-group behind a gate, kept': {
    strategy: 'two-group',
    maxSurge: { percent: 100 },
    gate: command,
    keepPrevious: 30 * minute,
  },
} as const satisfies Readonly<Record<string, Partial<Plan>>>;

/** Those that leave the work to AWS's own engine, which waits for no boot: how long one may take is said. */
const refreshes = {
  'instance-refresh': {
    strategy: 'instance-refresh',
    waves: [{ percent: 50 }, { percent: 100 }],
    soak: minute,
    bootAllowance: 3 * minute,
    suspend: ['AZRebalance'],
  },
  'replace-root-volume': {
    strategy: 'replace-root-volume',
    maxSurge: { machines: 0 },
    maxUnavailable: { machines: 1 },
    bootAllowance: 3 * minute,
  },
} as const satisfies Readonly<Record<string, Partial<Plan>>>;

export type StrategyName = keyof typeof strategies | keyof typeof refreshes;

/** Those that stories of chance are drawn from. */
export const loopNames = Object.keys(strategies) as (keyof typeof strategies)[];

/** All that are proven: in the matrix, and call by call. */
export const strategyNames = Object.keys({ ...strategies, ...refreshes }) as StrategyName[];

export function planOf(strategy: StrategyName): Plan {
  return { ...ordinaryPlan, ...{ ...strategies, ...refreshes }[strategy] };
}

/** AWS replaces root volumes only in such a group. */
export function kindFor(strategy: StrategyName): KindName | undefined {
  return strategy === 'replace-root-volume' ? 'overrides with images of their own' : undefined;
}
