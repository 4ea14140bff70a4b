import type { Plan } from '../../src/rollout/plan.js';

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

/** The strategies that are proven, each with what makes its plan differ. */
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
} as const satisfies Readonly<Record<string, Partial<Plan>>>;

export type StrategyName = keyof typeof strategies;

export const strategyNames = Object.keys(strategies) as StrategyName[];

export function planOf(strategy: StrategyName): Plan {
  return { ...ordinaryPlan, ...strategies[strategy] };
}
