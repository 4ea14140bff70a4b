import type { Group } from '../../../sandbox/world/auto-scaling/group.js';
import type { WorldEvent } from '../../../sandbox/world/event-log.js';
import type { SimulatedMachines } from '../../../sandbox/world/machines/simulated-machines.js';
import type { Region } from '../../../sandbox/world/region.js';
import type { StarterWorld } from '../../../sandbox/world/starter-world.js';
import type { Traffic } from '../../../sandbox/world/traffic.js';
import type { Call } from '../../../sandbox/world/world.js';
import type { Plan } from '../../../src/rollout/heart/plan.js';
import type { Release } from '../../../src/rollout/heart/release.js';
import type { RareState } from './rare-states.js';

/** What must hold: A always, E at every end, L and S in time. */
export const invariants = {
  A1: 'No step of ours takes the machines that serve below the floor, or the size below what its owner wants',
  A2: 'No user request fails by what we do',
  A3: "We stay within the surge, and touch nothing but the group's own",
  A4: 'No image or template version goes that anything still needs',
  A5: 'One run at a time changes the group',
  A6: 'No throttle bucket of AWS is emptied by us',
  A7: 'Forward, the old machines only become fewer',
  A8: 'No user reaches a new machine before it has passed what the plan asks of it',
  E1: 'One version everywhere, the right one',
  E2: 'Sizes as their owner wants them',
  E3: 'What was borrowed is put back: processes, hooks, alarms, standby',
  E4: 'The ledger is closed, and nothing is left lying about',
  E5: 'What is reported is true',
  L1: 'It comes to rest, and then changes nothing more',
  L2: 'A cancelled run is safe within a minute',
  L3: 'Every failure is told in words, and leaves what can be resumed',
  S1: 'With nobody but the scheduled repair, the group serves, heals and scales out in time',
} as const;

export type InvariantName = keyof typeof invariants;

export interface Violation {
  readonly invariant: InvariantName;
  /** Seconds since the rollout began. */
  readonly at: number;
  readonly what: string;
}

/** The world in which a rollout is watched. What is read here is the truth, not what the API would answer. */
export interface Scene {
  readonly region: Region;
  readonly starter: StarterWorld;
  /** What is rolled out to: one group, or two behind one listener rule, of which the first serves when it begins. */
  readonly groups: readonly [Group, twin?: Group];
  readonly traffic: Traffic;
  readonly machines: SimulatedMachines;
  readonly plan: Plan;
  /** How long ago what a read shows may have been, in milliseconds. */
  readonly oldestRead: number;
}

/** The group that machines are launched in for a release; without any, the first. */
export function groupOf({ groups: [group, twin] }: Scene, release: Pick<Release, 'group'> | undefined): Group {
  return twin && twin.name === release?.group ? twin : group;
}

export function groupsOf({ groups: [group, twin] }: Scene): readonly Group[] {
  return twin ? [group, twin] : [group];
}

/** A change that a runner makes: who makes it stands in `caller`. */
export type OurCall = Call & { readonly caller: string };

/** What watchers may do: report, and note that something rare has happened. */
export interface Audit {
  readonly scene: Scene;
  readonly now: () => number;
  readonly report: (invariant: InvariantName, what: string) => void;
  readonly reach: (state: RareState) => void;
}

/** Watches for some of the invariants. All methods are called at the very moment, so the world is as it is then. */
export interface Watcher {
  /** A call of ours, reads too, is about to have its effect. */
  before?(call: OurCall): void;
  /** It had its effect, whatever its caller will be told. */
  after?(call: OurCall): void;
  /** Something changed; `by` is the call of ours that did it, if one did. */
  event?(event: WorldEvent, by: OurCall | undefined): void;
  /** Nobody works any more. */
  end?(): void;
}

export function isRead({ operation }: Pick<Call, 'operation'>): boolean {
  return /^(BatchGet|Describe|Get|List)/.test(operation);
}
