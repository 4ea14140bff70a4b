import type { Aws } from '../platform/aws.js';
import type { Fence } from '../platform/fence.js';
import type { Step } from '../platform/step.js';
import type { RunIdentity } from '../platform/workflow-run.js';
import type { AlarmChoice } from './group/alarms.js';
import type { Plan } from './heart/plan.js';
import type { Together } from './heart/release.js';
import type { Wish } from './ledger/wish.js';
import type { PairNames } from './two-group/find-sides.js';

/** What a deployment is made of. */
export interface DeploymentSettings {
  readonly step: Step;
  readonly aws: Aws;
  /** The one that bounds what `aws` changes. */
  readonly fence: Fence;
  readonly group: string;
  readonly plan: Plan;
  /** The step says itself how machines are replaced. Left out: an undo leaves them where they are if what it undoes has done so. */
  readonly hasOwnPlan?: boolean;
  /** Left out: the plan's alarms are taken as they are. */
  readonly alarms?: Omit<AlarmChoice, 'tell'>;
  /** Two groups, and the rule that shares requests out between them; `group` is one of them. Left out: a ledger may tell. */
  readonly pair?: PairNames | undefined;
  /** Rehearses a rollout that is about to begin: what it may be like. It must not throw. */
  readonly predict?: Wish['predict'];
  /** Rolls out even if every machine runs the image already. */
  readonly force?: boolean;
  /** Skips the soaks of a rollout that is resumed, never its verification. */
  readonly expedite?: boolean;
  /** The release of several groups that one of this image to the group is a part of. Left out: the group goes alone. */
  readonly together?: (imageId: string) => Together;
  /** Whether an earlier process is known to have ended. Left out: only what this one's own run tells. */
  readonly hasEnded?: (earlier: RunIdentity) => Promise<boolean>;
}
