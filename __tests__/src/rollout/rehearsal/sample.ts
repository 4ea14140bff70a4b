import type { Plan } from '../../../../src/rollout/heart/plan.js';
import type { Forecast } from '../../../../src/rollout/rehearsal/forecast.js';
import type { Portrait } from '../../../../src/rollout/rehearsal/portrait.js';

export const samplePlan: Plan = {
  strategy: 'rolling',
  waves: [{ percent: 25 }, { percent: 100 }],
  maxSurge: { percent: 25 },
  maxUnavailable: { machines: 0 },
  raiseMax: true,
  minReady: 30_000,
  soak: 0,
  gate: { kind: 'none' },
  alarms: [],
  progressDeadline: 600_000,
  onFailure: 'roll-back',
  keepPrevious: 0,
  suspend: [],
  pollInterval: 10_000,
};

export function samplePortrait(machines: number, changes: Partial<Portrait> = {}): Portrait {
  return {
    name: 'shop',
    min: machines,
    max: 2 * machines,
    desired: machines,
    zones: 3,
    healthCheckType: 'ELB',
    gracePeriod: 300,
    suspended: [],
    namesImages: false,
    cohorts: machines > 0 ? [{ imageId: 'ami-old', machines }] : [],
    targetGroups: [{ interval: 10, timeout: 5, healthyThreshold: 3, unhealthyThreshold: 2, deregistrationDelay: 60 }],
    appointments: [],
    pace: { launch: [10_000, 30_000], shutdown: [20_000, 60_000], boots: { median: 90_000, p99: 150_000 }, notes: [] },
    notes: [],
    ...changes,
  };
}

export const sampleForecast: Forecast = {
  group: 'shop',
  size: 4,
  floor: 4,
  strategy: 'rolling',
  surge: 1,
  unavailable: 0,
  soak: 0,
  minReady: 30_000,
  rehearsals: 5,
  outcomes: [
    { outcome: 'succeeded', times: 4 },
    { outcome: 'rolled-back', times: 1, reason: 'No machine became healthy in time.' },
  ],
  duration: { typical: 380_000, slow: 3_725_000 },
  waves: [
    { machines: 1, begins: 0, serves: 95_000, ends: 125_000 },
    { machines: 3, begins: 125_000 },
  ],
  timeline: [
    { at: 0, machines: 4, serving: 4 },
    { at: 190_000, machines: 6, serving: 4 },
    { at: 380_000, machines: 5, serving: 4 },
  ],
  peak: 6,
  leastServing: 4,
  extraMachineMinutes: 9,
  calls: { reads: 140, changes: 16 },
  notes: ['Launch times are those of "web|1".'],
};
