import type { LaunchTemplateSpecification, MixedInstancesPolicy } from '@aws-sdk/client-auto-scaling';
import type { Cancel } from '../clock.js';
import type { Instance } from '../ec2/instance.js';
import type { Activity } from './activities.js';
import type { Hook, HookWait } from './hooks.js';
import type { InstanceRefresh } from './instance-refresh.js';
import type { LaunchSource } from './launch-source.js';
import type { ScalingPolicy } from './scaling.js';
import type { ScheduledAction } from './scheduled-action.js';
import type { WarmPool } from './warm-pool.js';

/** The processes that can be suspended (Auto Scaling user guide, "Suspend and resume processes"). */
export const processes = [
  'Launch',
  'Terminate',
  'AddToLoadBalancer',
  'AlarmNotification',
  'AZRebalance',
  'HealthCheck',
  'InstanceRefresh',
  'ReplaceUnhealthy',
  'ScheduledActions',
] as const;

export type Process = (typeof processes)[number];

/** The lifecycle states that the sandbox's groups go through (Auto Scaling user guide, "Instance lifecycle"). */
export type MemberState =
  | 'Pending'
  | 'Pending:Wait'
  | 'Pending:Proceed'
  | 'InService'
  | 'Terminating'
  | 'Terminating:Wait'
  | 'Terminating:Proceed'
  | 'Detaching'
  | 'EnteringStandby'
  | 'Standby'
  | 'ReplacingRootVolume'
  | 'ReplacingRootVolume:Wait'
  | 'ReplacingRootVolume:Proceed'
  | 'RootVolumeReplaced'
  | WarmState;

/** Where machines of a warm pool are (Auto Scaling user guide, "Warm pools"). */
export type WarmState =
  | 'Warmed:Pending'
  | 'Warmed:Pending:Wait'
  | 'Warmed:Pending:Proceed'
  | 'Warmed:Stopped'
  | 'Warmed:Running'
  | 'Warmed:Terminating'
  | 'Warmed:Terminating:Wait'
  | 'Warmed:Terminating:Proceed';

/** An instance of a group. */
export interface Member {
  readonly instance: Instance;
  readonly group: Group;
  state: MemberState;
  healthy: boolean;
  /** What found it unhealthy, as an activity's cause says it. */
  illness: string | undefined;
  /** The name of the launch configuration that it was launched from. */
  configuration: string | undefined;
  /** Its image, where the group's answers show it: not the template's own, or put on its root volume later. */
  shownImageId: string | undefined;
  /** How many units of the group's capacity it is: 1, but for groups with instance weights. */
  weight: number;
  protectedFromScaleIn: boolean;
  /** Until when its health is not acted on; milliseconds since the Unix epoch. */
  graceEnds: number;
  /** Since when it is in service; milliseconds since the Unix epoch. */
  inServiceSince: number;
  /** Lifecycle actions under way, by hook name. */
  readonly waits: Map<string, HookWait>;
  /** What the group is doing with it at the moment. */
  activity: Activity | undefined;
  /** Set once EC2 has been told to terminate it. */
  handedToEc2: boolean;
  /** A scale-in takes it out of service, so that a warm pool may take it back. */
  isScaledIn: boolean;
}

export interface Group {
  readonly name: string;
  readonly arn: string;
  /** Milliseconds since the Unix epoch. */
  readonly created: number;
  minSize: number;
  maxSize: number;
  desired: number;
  template: LaunchTemplateSpecification | undefined;
  mixed: MixedInstancesPolicy | undefined;
  /** The name of its launch configuration. */
  configuration: string | undefined;
  subnetIds: readonly string[];
  /** Its traffic sources: target groups by ARN, classic load balancers by name. */
  readonly targetGroupArns: Set<string>;
  /** Those of which a member was healthy once: only then does their health count. */
  readonly provenTargetGroupArns: Set<string>;
  healthChecks: ReadonlySet<string>;
  /** Seconds. */
  gracePeriod: number;
  /** Seconds. */
  cooldown: number;
  cooldownEnds: number;
  /** DefaultInstanceWarmup, in seconds; undefined unless it was set. */
  defaultWarmup: number | undefined;
  terminationPolicies: readonly string[];
  newInstancesProtected: boolean;
  readonly tags: Map<string, GroupTag>;
  /** Since when, in milliseconds since the Unix epoch. */
  readonly suspended: Map<Process, number>;
  /** By instance id, oldest first. */
  readonly members: Map<string, Member>;
  warmPool: WarmPool | undefined;
  /** The machines of the warm pool, by instance id, oldest first: none of them is a member. */
  readonly warm: Map<string, Member>;
  readonly hooks: Map<string, Hook>;
  readonly policies: Map<string, ScalingPolicy>;
  readonly scheduledActions: Map<string, ScheduledAction>;
  /** Oldest first; only the last one can be active. */
  readonly refreshes: InstanceRefresh[];
  /** What an instance refresh has it launch instead of its own configuration. */
  launching: LaunchSource | undefined;
  /** How many machines an instance refresh launches beyond desired. */
  surge: number;
  /** Oldest first. */
  readonly activities: Activity[];
  /** Why the desired capacity is what it is, since the group last acted on it. */
  readonly causes: string[];
  deleting: boolean;
  /** Launches that failed in a row. */
  failures: number;
  /** The member that was launched beyond desired to even out the zones. */
  rebalancing: string | undefined;
  /** Takes back the next look of the group at itself. */
  next: Cancel | undefined;
}

export interface GroupTag {
  readonly value: string;
  readonly propagate: boolean;
}

/** A machine, and what its group remembers of how it was launched. */
export interface Launched extends Pick<Member, 'instance'>, Partial<Pick<Member, 'configuration' | 'shownImageId'>> {}

/** An instance that is about to become part of a group. */
export function newMember(group: Group, { instance, ...launched }: Launched, activity: Activity): Member {
  return {
    instance,
    group,
    state: 'Pending',
    healthy: true,
    illness: undefined,
    configuration: launched.configuration,
    shownImageId: launched.shownImageId,
    weight: weightOf(group, instance.instanceType) ?? 1,
    protectedFromScaleIn: false,
    graceEnds: 0,
    inServiceSince: 0,
    waits: new Map(),
    activity,
    handedToEc2: false,
    isScaledIn: false,
  };
}

/** The members that count against desired: in service, or on the way there. */
export function activeMembers(group: Group): Member[] {
  const active: Member[] = [];
  for (const member of group.members.values()) if (isActive(member)) active.push(member);
  return active;
}

function isActive({ state }: Member): boolean {
  return state === 'InService' || state.startsWith('Pending') || isReplacingRoot(state);
}

/** Whether a member gets another root volume, and keeps its place meanwhile. */
export function isReplacingRoot(state: MemberState): boolean {
  return state.startsWith('ReplacingRootVolume') || state === 'RootVolumeReplaced';
}

/** How much capacity machines are together, in the units that the group's sizes have. */
export function capacityOf(members: readonly Member[]): number {
  return members.reduce((sum, { weight }) => sum + weight, 0);
}

/** The weight that the group's mixed instances policy gives a type, if it does (Auto Scaling API, LaunchTemplateOverrides). */
export function weightOf({ mixed, launching }: Group, instanceType: string): number | undefined {
  const overrides = (launching?.mixed ?? mixed)?.LaunchTemplate?.Overrides ?? [];
  const weight = overrides.find((override) => override.InstanceType === instanceType)?.WeightedCapacity;
  return weight === undefined ? undefined : Number(weight);
}

/** Machines get the weights of a new policy; those of types that it does not name keep theirs (Auto Scaling user guide, "Configure an Auto Scaling group to use instance weights"). */
export function reweigh(group: Group): void {
  for (const member of group.members.values()) {
    member.weight = weightOf(group, member.instance.instanceType) ?? member.weight;
  }
}

/** Members of the group that run down: no longer wanted, not yet gone. */
export function isTerminating({ state }: Member): boolean {
  return state.startsWith('Terminating');
}
