import type { FaultRule } from '../../sandbox/faults/fault-rule.js';
import type { WorldFaultName } from '../../sandbox/faults/world-faults.js';
import type { Behaviour } from '../../sandbox/world/machines/simulated-machines.js';
import type { ProfileName } from '../../sandbox/world/profile.js';
import type { Plan } from '../../src/rollout/heart/plan.js';
import type { KindName } from './kinds.js';
import type { StrategyName } from './strategies.js';
import type { Kill, Trouble } from './troubles.js';

/** What a new image is like, as each story tries it. */
export const images = {
  good: {},
  'other good': { boot: [90_000, 150_000], version: 'other' },
  'broken at start': { answers: 'never' },
  'good, but not for its gate': { exitCode: 1 },
  'broken after 2 minutes': { answers: { badAfter: 120_000 } },
} as const satisfies Readonly<Record<string, Behaviour>>;

/** The same, and what only an occasion needs. */
export const behaviours = {
  ...images,
  'good, with a long migration': {
    agent: [200_000, 200_000],
    commands: () => ({ exitCode: 0, output: 'migrated', takes: [500_000, 500_000] }),
  },
} as const satisfies Readonly<Record<string, Behaviour>>;

export type ImageName = keyof typeof behaviours;

/** Who goes on after a runner has died: the same step at once, the same step later, or nobody but the scheduled repair. */
export type Restart = 'at once' | 'after the lease' | 'never';

/** `upTo` in seconds. */
export interface LateReads {
  readonly likelihood: number;
  readonly upTo: number;
}

export type Scaling = { readonly after: number } & ({ readonly by: number } | { readonly to: number });

/**
 * One story of a rollout, as plain data: printed, it is what replays it. Whatever is left out does not happen. All times
 * are in seconds from the start of the first runner.
 */
export interface Scenario {
  readonly seed: number;
  readonly strategy: StrategyName;
  readonly machines?: number;
  readonly minSize?: number;
  readonly maxSize?: number;
  readonly profile?: ProfileName;
  readonly image?: ImageName;
  readonly hidesImages?: boolean;
  readonly spot?: boolean;
  /** What kind of group it is, if not an ordinary one. */
  readonly kind?: KindName;
  readonly plan?: Partial<Plan>;
  /** What befalls the first runner, and the second one if the first dies. */
  readonly trouble?: Trouble;
  readonly secondKill?: Kill;
  readonly restart?: Restart;
  readonly faults?: readonly FaultRule[];
  /** Reads of groups and load balancers may show what was: how likely each does, and of how long ago at most. Healed by nothing. */
  readonly lateReads?: LateReads;
  readonly world?: { readonly faults?: readonly WorldFaultName[]; readonly likelihood: number };
  /** When all faults are healed. */
  readonly healAfter?: number;
  /** What somebody makes of the size meanwhile: a policy so many more or fewer, a person a number of its own. */
  readonly scaling?: readonly Scaling[];
  /** A second deployment, of another image. */
  readonly rivalAfter?: number;
  readonly cancelAfter?: number;
  /** What a person makes of it, a minute after the first run has ended. */
  readonly afterwards?: 'resume' | 'abort' | 'undo';
  /** For how long nothing happens once all is over, before the last scheduled repair; at once by default. */
  readonly restsFor?: number;
  /** After the first runner has died, a machine dies as well and the group is to grow: see S1. */
  readonly provesRecovery?: boolean;
}
