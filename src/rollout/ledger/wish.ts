import type { Aws } from '../../platform/aws.js';
import type { Clock } from '../../platform/clock.js';
import type { Fence } from '../../platform/fence.js';
import type { AlarmChoice } from '../group/alarms.js';
import type { LaunchSource } from '../heart/launch-source.js';
import type { GroupView } from '../heart/observation.js';
import type { Plan } from '../heart/plan.js';
import type { Claimant, Release } from '../heart/release.js';
import type { FoundSides } from '../two-group/find-sides.js';
import type { Ledger } from './ledger.js';

/** What a claim is made with. */
export interface Claiming {
  readonly ledger: Ledger;
  readonly fence: Fence;
  readonly clock: Pick<Clock, 'now'>;
  readonly cancellation: AbortSignal;
  readonly claimant: Claimant;
  /** Whether the process of an earlier run is known to be gone, so that nobody needs to wait for its lease. */
  readonly isGone: (earlier: Claimant) => Promise<boolean>;
  /** Called with the number before it is claimed, so that a clean-up knows what to look for even after a kill. */
  readonly onNumber: (number: number) => void;
  readonly tell: (line: string) => void;
}

/** What is to be rolled out, and where. */
export interface Wish {
  readonly aws: Aws;
  readonly view: GroupView;
  /** Of two groups: which they are, and the one that serves; `view` is the idle one then. */
  readonly pair?: Pick<FoundSides, 'sides' | 'blue' | 'isOpen'> | undefined;
  readonly imageId: string;
  readonly plan: Plan;
  readonly alarms?: AlarmChoice | undefined;
  /** What a rollout by a complete plan to the group may be like, or to `idle` from the one that serves; it must not throw. */
  readonly predict?: ((plan: Plan, serving: GroupView, idle?: GroupView) => Promise<Release['predicted']>) | undefined;
  /** Even if every machine runs the image already. */
  readonly force: boolean;
  /** The groups that are rolled out with this one. */
  readonly together?: Release['together'] | undefined;
  /** The release that this one undoes, and the version to go back to where that is still there. */
  readonly undo?: { readonly undoes: number; readonly to?: LaunchSource | undefined } | undefined;
}

/** What stands in the ledger after a claim. */
export type Claim =
  /** The group runs the image already, and nothing is left to be put right: nothing was written. */
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'own'; readonly release: Release }
  /** What a dead run left; to be ended before anything of one's own can begin. */
  | { readonly kind: 'rescue'; readonly release: Release };
