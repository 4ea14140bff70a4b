import type { LaunchSource } from './launch-source.js';
import type { Release } from './release.js';
import type { Sizes, Weights } from './sides.js';

/** The one thing to do next. Lists of machines that go into one call are at most 20 long (Auto Scaling API). */
export type Move =
  | { readonly kind: 'wait' }
  /** Another run owns the group now. */
  | { readonly kind: 'stop' }
  /** Write this into the ledger, and nothing else; `say` is for the log. */
  | { readonly kind: 'note'; readonly changes: Partial<Release>; readonly say?: string }
  /** Make the numbered template versions that launch the new image; or those that pin the one that runs. */
  | { readonly kind: 'create-version' }
  | { readonly kind: 'pin-version' }
  /** Make the group launch from this from now on. */
  | { readonly kind: 'point-at'; readonly version: LaunchSource }
  | { readonly kind: 'suspend'; readonly processes: readonly string[] }
  | { readonly kind: 'resume'; readonly processes: readonly string[] }
  /** Make up for the scheduled actions that were missed. */
  | { readonly kind: 'replay' }
  /** Hold every machine that is launched; what becomes of one that nobody lets go in time. */
  | { readonly kind: 'put-hook'; readonly otherwise: 'ABANDON' | 'CONTINUE' }
  /** Hold nothing any more. These have not come to it yet, and are not to serve: EC2 ends them first. */
  | { readonly kind: 'delete-hook'; readonly ending?: readonly string[] }
  /** Ask our gate on these machines. */
  | { readonly kind: 'check'; readonly ids: readonly string[] }
  /** Run the release command on this machine; it is noted as begun before. */
  | { readonly kind: 'run-command'; readonly id: string }
  /** Let these waiting machines into service, or have the group throw them away; or those of its warm pool into that. */
  | LetGo
  /** Have EC2 end these machines of the warm pool: the group refuses to. Others come for them. */
  | { readonly kind: 'retire-warm'; readonly ids: readonly string[] }
  /** Launch so many machines more, above a size of `from`, and raise the maximum where that needs it. */
  | { readonly kind: 'surge'; readonly machines: number; readonly from: number; readonly max?: number }
  /** Raise desired by what went of a size that somebody has set meanwhile, and the maximum that they had set with it. */
  | { readonly kind: 'give-back'; readonly machines: number; readonly from: number; readonly max?: number }
  /** Lower desired by what is less than any machine, so that none goes for it. */
  | { readonly kind: 'give-up'; readonly machines: number; readonly from: number }
  /** Launch the machines that the ledger says are being launched; before that, raise the maximum as it says. */
  | { readonly kind: 'launch' }
  /** Put kept machines back into service, as surge. */
  | { readonly kind: 'restore'; readonly ids: readonly string[]; readonly max?: number }
  /** Take these machines out of service by name: for good, or into standby. Each shrinks the group by one or is replaced. */
  | { readonly kind: 'retire'; readonly machines: readonly Retirement[] }
  | { readonly kind: 'set-aside'; readonly machines: readonly Retirement[] }
  /** Hand the plan to AWS's own engine, or have it take everything back. */
  | { readonly kind: 'start-refresh' }
  | { readonly kind: 'roll-back-refresh' }
  /** Share requests out between two groups, in parts of a hundred; and give one of them other sizes, the rest as it is. */
  | { readonly kind: 'set-weights'; readonly weights: Weights }
  | Resize
  | { readonly kind: 'restore-max'; readonly max: number }
  /** Nobody works on it for now, or any more. What may be borrowed still goes back first, whatever was read of it. */
  | Rest
  | ({ readonly kind: 'end'; readonly changes: Partial<Release> } & Leaving);

interface Resize {
  readonly kind: 'resize';
  readonly group: string;
  readonly sizes: Partial<Sizes>;
  /** Shares requests out like this first, whatever was read of that. */
  readonly weights?: Weights;
  /** Is written down once it is done, whatever is read of it afterwards. */
  readonly noted?: Partial<Release>;
}

/** Changes that are made once more, for what was read of them may be from before our own last one. */
interface Leaving {
  readonly last?: readonly Extract<Move, { readonly kind: 'set-weights' | 'resize' | 'point-at' }>[];
}

interface Rest extends Leaving {
  readonly kind: 'rest';
  readonly changes: Partial<Release>;
  readonly say?: string;
  /** Machines that end with our hook, as in `delete-hook`. */
  readonly ending?: readonly string[];
}

interface LetGo {
  readonly kind: 'let-go';
  readonly ids: readonly string[];
  readonly result: 'CONTINUE' | 'ABANDON';
  readonly isWarm?: true;
  /** They wait in launch hooks that are not ours. */
  readonly isTheirs?: true;
}

export interface Retirement {
  readonly id: string;
  /** Lower the group's desired capacity with it. */
  readonly decrement: boolean;
}

export type MoveOf<Kind extends Move['kind']> = Extract<Move, { readonly kind: Kind }>;
