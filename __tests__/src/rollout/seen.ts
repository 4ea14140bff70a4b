import { isFollowing, launchedBy } from '../../../src/rollout/group/describe-group.js';
import type { TemplateVersion } from '../../../src/rollout/heart/launch-source.js';
import type { Group, Machine, Observation } from '../../../src/rollout/heart/observation.js';
import type { Plan } from '../../../src/rollout/heart/plan.js';
import type { Release } from '../../../src/rollout/heart/release.js';
import { launchesByName } from '../../../src/rollout/size/raise.js';
import { hasOurMax, oldestRead, sizeOf } from '../../../src/rollout/size/size.js';

/** Observations in a line each: a group of three machines, rolled from version 1 to version 2. */
export const now = 1_000_000_000;

export const plan: Plan = {
  strategy: 'rolling',
  waves: [{ percent: 100 }],
  maxSurge: { machines: 1 },
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

export const before: TemplateVersion = { templateId: 'lt-1', version: 1, imageId: 'ami-old' };
export const after: TemplateVersion = { templateId: 'lt-1', version: 2, imageId: 'ami-new' };

/** Nothing was changed yet. */
export const begun: Release = {
  number: 7,
  group: 'web',
  claimant: {
    ...{ repository: 'o/r', actor: 'ben', commit: 'c', runUrl: 'u' },
    ...{ runId: '1', runAttempt: '1', job: 'deploy', runnerName: 'r', runnerEnvironment: 'github-hosted' as const },
  },
  startedAt: now - 60_000,
  heartbeatAt: now - 60_000,
  plan,
  from: before,
  to: after,
  baseline: { desired: 3, max: 3 },
  suspended: [],
  wavesDone: 0,
  direction: 'forward',
};

/** The first wave has been raised; nothing of it has soaked. */
export const proving: Release = {
  ...begun,
  surge: { machines: 1, from: 3, raised: true, max: 4, changedAt: now - 2 * oldestRead },
};

/** The first wave has served users. */
export const proven: Release = { ...proving, wavesDone: 1 };

export const back: Release = { ...proving, direction: 'back', reason: 'bad', backOutcome: 'rolled-back' };

/** Another plan for the same release. */
export function planned(release: Release, changes: Partial<Plan>): Release {
  return { ...release, plan: { ...release.plan, ...changes } };
}

export function machine(id: string, version: 1 | 2, more: Partial<Machine> = {}): Machine {
  return {
    ...{ id, version, zone: 'a', templateId: 'lt-1', imageId: version === 2 ? 'ami-new' : 'ami-old' },
    ...{ stage: 'in-service', healthy: true, healthySince: now - 60_000, unhealthySince: undefined, hasServed: true },
    ...more,
  };
}

const notYet = { healthy: false, healthySince: undefined, unhealthySince: now - 20_000 } as const;

export const sick = { ...notYet, unhealthySince: now - 60_000 } as const;
export const starting = { ...notYet, stage: 'starting', hasServed: false } as const;
export const waiting = { ...starting, stage: 'waiting' } as const;
export const aside = { ...notYet, stage: 'aside', isKept: true } as const;

export const oldOnes = [machine('i-1', 1), machine('i-2', 1), machine('i-3', 1)];
export const newOnes = [machine('i-4', 2), machine('i-5', 2), machine('i-6', 2)];

/** The numbered version that the group launches. */
export const at = (version: string) => ({ template: { id: 'lt-1', version } });

/** What is seen of these machines under a release; the group launches the predecessor and has its own sizes. */
export function see(
  release: Release,
  machines: readonly Machine[],
  group: Partial<Group> = {},
  more: Partial<Observation> = {},
): Observation {
  const own = {
    ...{ name: 'web', desired: 3, min: 1, max: 3, zones: [], trafficSources: [] },
    ...{ healthChecks: ['EC2'], gracePeriod: 0, suspended: [], ...at('1') },
    ...group,
  };
  const settings: Group = { ...own, launches: launchedBy(own), isFollowing: isFollowing(own) };
  const view = { group: settings, machines, ...(more.warm && { warm: more.warm }) };
  return {
    size: sizeOf({ group: settings, release, now }),
    isMaxOurs: hasOurMax({ group: settings, release, now }),
    launchesByName: launchesByName(view, release),
    ...{
      now,
      lookedAt: more.now ?? now,
      machines,
      release,
      superseded: false,
      lastProgress: now,
      setbacks: [],
      alarms: [],
    },
    group: settings,
    patience: { boot: 300_000, relapse: 60_000 },
    ...more,
  };
}

/** The same with the surge of one machine that it takes to replace three. */
export const raised = { desired: 4, max: 4 } as const;
