import type { RunIdentity } from '../../platform/workflow-run.js';
import type { LaunchSource, PlannedSource } from './launch-source.js';
import type { Plan } from './plan.js';
import type { Sides } from './sides.js';

/** How a rollout can end. `needs-attention` alone leaves something that a person must look at. */
export type Outcome = 'succeeded' | 'unchanged' | 'unproven' | 'rolled-back' | 'aborted' | 'needs-attention';

/** Who is rolling out: enough to find the run, to ask its person, and to tell whether its process can still be alive. */
export interface Claimant extends RunIdentity {
  readonly actor: string;
  readonly commit: string;
  readonly runUrl: string;
}

/** Several groups that one step rolls out, one after the other, under one name. */
export interface Together {
  /** The id of the run that began it; from its second one on with a number. */
  readonly name: string;
  readonly groups: readonly string[];
}

/** By how much a rollout has raised a group's desired capacity: `machines` above `from`. */
export interface Surge {
  readonly machines: number;
  readonly from: number;
  /** AWS has confirmed the raise. Written down before the raise as well, so that no crash can hide it. */
  readonly raised: boolean;
  /** What the group's maximum was raised to, if the raise needed that; and before that, for a crash may have come first. */
  readonly max?: number;
  readonly maxBefore?: number;
  /** Machines that are being launched beyond `machines`, while it is not known yet how many of them came. */
  readonly launches?: Launches;
  /** Zones that had no capacity when it was raised. */
  readonly short?: readonly string[];
  /** What desired was set from and to for it, if it was set. */
  readonly raise?: { readonly from: number; readonly to: number };
  /** Since when `from` is the size: what others have set after that counts. */
  readonly settledAt?: number;
  /** When AWS last confirmed a change of desired or of the maximum for it: what others have set after that stands as it is. */
  readonly changedAt?: number;
  /** Machines that are about to go and shrink the group, and its desired capacity before: how many went shows in desired. */
  readonly retiring?: { readonly machines: number; readonly from: number };
  /** The same for machines that are about to come back from standby. */
  readonly returning?: { readonly machines: number; readonly from: number };
}

/** Desired set to a number, by a scheduled action or a person, and when. */
export interface SizeSetting {
  readonly at: number;
  readonly desired: number;
}

/** Sizes that a scheduled action sets once, each as far as it says so, and when. */
export interface Once {
  readonly at: number;
  readonly min?: number;
  readonly max?: number;
  readonly desired?: number;
}

/** How many machines are to be launched in which zone, and since when. */
export interface Launches {
  readonly at: number;
  readonly zones: Readonly<Record<string, number>>;
}

/** A refresh of AWS's own engine, by its id. */
export interface KnownRefresh {
  readonly id: string;
  /**
   * Ours; ours, but taken back on our word, so that its end says nothing of the image; or of an earlier release, so that what
   * is ours is newer.
   */
  readonly kind: 'ours' | 'taken-back' | 'earlier';
}

/**
 * One line of the ledger: a rollout, what it started from and where it goes. It is the claim on the group while it has
 * no outcome, and the audit trail afterwards. Only settings, never lists of machines, so it fits 4 KB.
 */
export interface Release {
  readonly number: number;
  readonly group: string;
  readonly claimant: Claimant;
  /** Milliseconds since the Unix epoch, as all times here. */
  readonly startedAt: number;
  /** When its run has taken over what began at `startedAt`; absent where it began that itself. */
  readonly claimedAt?: number;
  /** When its run last gave a sign of life. */
  readonly heartbeatAt: number;
  readonly plan: Plan;
  readonly from: LaunchSource;
  readonly to: PlannedSource;
  /** What was found before the first change. The maximum is put back; desired is kept for whoever reads the history. */
  readonly baseline: { readonly desired: number; readonly max: number };
  /** The group's processes that this rollout suspends: those that nobody else had suspended. None while it rests. */
  readonly suspended: readonly string[];
  /** Of a rollout between two groups: which they are, and what was found. */
  readonly sides?: Sides;
  /** Sizes that scheduled actions wanted while we had them suspended, up to a time; to be made up for at the end. */
  readonly missed?: { readonly until: number; readonly min?: number; readonly max?: number; readonly desired?: number };
  /** The one-time actions that come due next while we have them suspended: AWS forgets each after its time. Some few. */
  readonly toCome?: readonly Once[];
  readonly surge?: Surge;
  /** The scheduled action that sets desired next; skipped if such actions were suspended when it came due. */
  readonly scheduled?: SizeSetting & { readonly isSkipped?: boolean };
  /** How often it has launched surge: each time has client tokens of its own. */
  readonly raises?: number;
  /** AWS does not launch instances by name for this group (Auto Scaling API, LaunchInstances), or not for this role. */
  readonly refusesLaunches?: boolean;
  /** How many waves have been replaced and have soaked under traffic. From the first on, the new version is proven. */
  readonly wavesDone: number;
  /** Since when the machines of a wave serve; the first wave is 0. */
  readonly soak?: { readonly wave: number; readonly since: number };
  /** The groups that were rolled out with this one. */
  readonly together?: Together;
  /** The release that it undoes. */
  readonly undoes?: number;
  /** Goes back to machines that an earlier release has kept in standby. */
  readonly isUndo?: boolean;
  /** The last refresh that it has started, or that was started before it. */
  readonly refresh?: KnownRefresh;
  /**
   * What is known of the release command. It is `begun` before it is sent, for it must never run twice; `failed` and `unknown`
   * are written down once nothing goes forward any more.
   */
  readonly command?: 'begun' | 'done' | 'failed' | 'unknown';
  /** Forward to the new image, back to the predecessor, or on hold for a person. */
  readonly direction: 'forward' | 'back' | 'hold';
  /**
   * What it would have the group launch is gone, and so is what that could be made of, or AWS lets nobody change that for now: the
   * group stays on what it launches, and nothing that is kept goes.
   */
  readonly isStranded?: true;
  /** Why it turned back, in a sentence. */
  readonly reason?: string;
  /** How it ends when it has turned back: a bad image is rolled back, a cancelled job is aborted. */
  readonly backOutcome?: 'rolled-back' | 'aborted';
  /** The first of the releases that this one carries on, each left unfinished by a run that ended too early. */
  readonly continues?: number;
  /**
   * Nobody works on it: its run was cancelled, or cut off for a reason that is told, and has put back what it could; or it waits
   * for `resume` until then.
   */
  readonly rests?:
    | { readonly kind: 'interrupted'; readonly because?: string }
    | { readonly kind: 'paused'; readonly until: number };
  readonly outcome?: Outcome;
  readonly endedAt?: number;
  /** Changes nothing but this: machines that were kept long enough are terminated. */
  readonly retiresKept?: boolean;
  /** Until when its predecessor's machines are kept in standby for an undo. */
  readonly keptUntil?: number;
  /** How long its new machines took from launch to health, in milliseconds. */
  readonly boots?: { readonly median: number; readonly p99: number; readonly machines: number };
  /** What a rehearsal thought that it would be like. */
  readonly predicted?: Readonly<Record<'duration' | 'peak' | 'extraMachineMinutes' | 'leastServing', number>>;
}
