import type { InstanceRefresh } from '@aws-sdk/client-auto-scaling';
import type { Launched, Origin, Pointer } from './launch-source.js';
import type { Release, SizeSetting } from './release.js';
import type { Sides, Weights } from './sides.js';

/** What our gate says of a machine that waits in the launch hook. */
export interface Check {
  /** `unreachable`: its Systems Manager agent does not listen yet, so nothing can be asked. */
  readonly state: 'unreachable' | 'running' | 'passed' | 'failed';
  /** What the command said last. */
  readonly detail?: string;
}

/** One machine of the group, as a rollout needs to see it. */
export interface Machine extends Origin {
  readonly id: string;
  readonly zone: string;
  /**
   * `starting` before it is in service, `waiting` while a launch hook holds it, `leaving` once it terminates or detaches,
   * `aside` in standby.
   */
  readonly stage: 'starting' | 'waiting' | 'in-service' | 'leaving' | 'aside';
  /** In service, healthy to the group and healthy in every target group. */
  readonly healthy: boolean;
  /**
   * Since when this run has seen it healthy, or not healthy, without a break; milliseconds since the epoch. Of one that never
   * was healthy: since it was first seen, and as much later as it had to wait for us in our hook.
   */
  readonly healthySince: number | undefined;
  readonly unhealthySince: number | undefined;
  /** This run has seen it healthy at least once. */
  readonly hasServed: boolean;
  /**
   * Its group has given it up, or a load balancer has, but another finds it healthy and sends it requests: until it goes,
   * it serves users. Not said while one finds nobody healthy.
   */
  readonly stillServes?: boolean;
  /** In service, and one of its load balancers finds it healthy, though another one does not. */
  readonly seemsWell?: true;
  /** Why it is not healthy, in AWS's words, where AWS says it. */
  readonly trouble?: string;
  /** Of our gate, once it has been asked. */
  readonly check?: Check;
  /** Our launch hook has let it go already; another hook may hold it still. */
  readonly isReleased?: boolean;
  /** A rollout has put it in standby, to be kept for an undo or to be retired. */
  readonly isKept?: boolean;
  /** From scale-in: AWS does not choose it when its group gets smaller. */
  readonly isProtected?: true;
  /** How much of the group's capacity it is, where the group's policy gives types weights; one otherwise. */
  readonly units?: number;
  /** On its way out, or into standby, it answers its last requests: until then AWS does not give it back (Auto Scaling API, ExitStandby). */
  readonly isDraining?: boolean;
  /** It was not running in EC2 when it was first seen in standby, where nobody checks its health. */
  readonly isStopped?: boolean;
}

/** What sends requests to a group: a target group, a Classic Load Balancer, or a target group of VPC Lattice. */
export interface TrafficSource {
  readonly type: 'elbv2' | 'elb' | 'vpc-lattice';
  /** An ARN, or the name of a Classic Load Balancer. */
  readonly id: string;
}

/** What AWS's own engine says of a refresh (Auto Scaling API, InstanceRefresh). */
export interface Refresh {
  readonly id: string;
  readonly status: NonNullable<InstanceRefresh['Status']>;
  readonly percent: number;
  readonly reason?: string;
}

/** The group's settings. */
export interface Group extends Pointer {
  readonly name: string;
  /** What it launches: its own template first, then what overrides of its policy say otherwise. */
  readonly launches: readonly Launched[];
  /** AWS decides at each launch anew which version it launches. */
  readonly isFollowing: boolean;
  readonly desired: number;
  readonly min: number;
  readonly max: number;
  /** What its sizes count in place of machines, `vcpu` or `memory-mib` (Auto Scaling API, AutoScalingGroup: DesiredCapacityType). */
  readonly countsIn?: string;
  /** Where it launches. */
  readonly zones: readonly string[];
  readonly trafficSources: readonly TrafficSource[];
  /** Whose word counts when the group replaces machines: EC2's alone, or a load balancer's as well. */
  readonly healthChecks: readonly string[];
  /** How long it leaves a machine that is in service alone, healthy or not; milliseconds, 0 where nobody has said it. */
  readonly gracePeriod: number;
  /** The processes that are suspended, by whomever. */
  readonly suspended: readonly string[];
  /** The CloudFormation stack that it belongs to. */
  readonly stack?: string;
  /** What it launches is protected from scale-in once it is in service. */
  readonly protectsNew?: true;
  /** Its warm pool takes back what a scale-in takes (Auto Scaling API, InstanceReusePolicy). */
  readonly reuses?: true;
  /** Our launch hook, while it is there: what becomes of a machine that nobody lets go in time. */
  readonly hook?: 'ABANDON' | 'CONTINUE';
}

/** A group and its machines, before anything is known of a release. */
export interface GroupView {
  readonly group: Group;
  readonly machines: readonly Machine[];
  /** Those of its warm pool, if it has one. */
  readonly warm?: readonly Machine[];
}

/** Of a rollout between two groups: the other group, and how requests are shared out. */
export interface Pair {
  readonly sides: Sides;
  readonly blue: GroupView;
  readonly weights: Weights;
  /** Who has made blue smaller since it lost the minimum that we have pinned; `unknown` while AWS may yet tell. */
  readonly madeSmaller?: 'set' | 'scaled' | 'unknown';
  /** That was set after all that policies have made of green, as far as AWS tells. */
  readonly isLastWord?: true;
  /** Since when this run has found no rule that forwards; milliseconds since the epoch. */
  readonly withoutRuleSince?: number;
}

/** What others have made of the size, and where desired stood then: if it stands elsewhere, there is more to be told. */
export interface SizeChange extends SizeSetting {
  readonly desiredThen: number;
  /** The maximum that was set with it, if our own was written over that. */
  readonly max?: number;
}

/** Everything that a decision may know: read from AWS once, then never changed. */
export interface Observation {
  readonly now: number;
  /** When the look began: how new what was read of the group is, however long it took. */
  readonly lookedAt: number;
  readonly group: Group;
  /** How many machines it is meant to have without our surge. */
  readonly size: number;
  /** Its maximum stands as we have raised it. */
  readonly isMaxOurs: boolean;
  /** AWS launches machines of it by name, so that a raise says which are ours. */
  readonly launchesByName: boolean;
  readonly machines: readonly Machine[];
  /** The machines of its warm pool: none of them is the group's yet. */
  readonly warm?: readonly Machine[];
  /** Some that leave come to the pool after that, and are not of what the group is to launch. */
  readonly areReturning?: boolean;
  /** What has definitely gone wrong with new machines since the release began, newest first, in AWS's words. */
  readonly setbacks: readonly string[];
  /** Since when this run has seen desired as it is. */
  readonly desiredSince?: number;
  /** What others have made of the size while our surge was out, and when they last did. */
  readonly sizeSet?: SizeChange;
  /** Policies have changed desired by another number than it shows: it has not all been done, or the read of it is late. */
  readonly isSizeUnread?: boolean;
  /** The scheduled action that sets desired next. */
  readonly scheduled?: SizeSetting;
  /** The plan's alarms that are in ALARM. */
  readonly alarms: readonly string[];
  /** Those that somebody has deleted meanwhile. */
  readonly deletedAlarms?: readonly string[];
  /** How long a new machine may take to become healthy, and one that was healthy to become so again. Milliseconds. */
  readonly patience: { readonly boot: number; readonly relapse: number };
  /** What has become of the release command that was begun. */
  readonly command?: 'running' | 'passed' | 'failed' | 'unknown';
  /** What it said last. */
  readonly commandSays?: string;
  readonly pair?: Pair;
  /** What AWS's own engine does for this release, if the plan was handed to it. */
  readonly refresh?: Refresh;
  /** What it does for somebody else meanwhile; in the middle of a loop of ours asked for once a minute, and once it has refused a change. */
  readonly otherRefresh?: Refresh;
  /** What the ledger is to say of scheduled actions while we have them suspended, if it does not say so yet. */
  readonly missed?: Pick<Release, 'missed' | 'toCome'>;
  /** What was on its way into service a moment ago is not to be seen: it is gone, or the read is late. */
  readonly lacksStarting?: boolean;
  readonly release: Release;
  /** Another run has claimed the group. */
  readonly superseded: boolean;
  /** Somebody had deleted this rollout from the ledger, where it is written anew. */
  readonly wasDeleted?: true;
  /** When this run last saw the rollout get any further. */
  readonly lastProgress: number;
  /** What keeps AWS from launching, or from sending requests, as far as it says it; only read once the deadline is over. */
  readonly hindrance?: string;
  /** It has waited long enough for what says nothing of the image: a person is asked, and told what to do. */
  readonly standstill?: Pick<Release, 'direction' | 'outcome'> & { readonly reason: string };
}
