import { AwsError } from '../aws-error.js';
import type { Instance } from '../ec2/instance.js';
import type { SeededRandom } from '../random.js';
import type { Region } from '../region.js';
import { type Activity, beginActivity, endActivity, timeText } from './activities.js';
import { type Group, isTerminating, type Launched, type Member, type MemberState, newMember } from './group.js';
import { cancelWaits, waitForHooks } from './hooks.js';
import { launchInstance } from './launch.js';
import { deregister, register } from './registration.js';

/** Where an activity takes place. */
type Place = Pick<Instance, 'subnetId' | 'availabilityZone'>;

/**
 * The way of an instance through its group (Auto Scaling user guide, "Instance lifecycle"): pending, held by hooks,
 * registered with target groups, in service; and out again: drained, held by hooks, terminated.
 */
export class Lifecycle {
  readonly #region: Region;
  readonly #random: SeededRandom;
  readonly #wake: (group: Group) => void;

  constructor(region: Region, random: SeededRandom, wake: (group: Group) => void) {
    this.#region = region;
    this.#random = random;
    this.#wake = wake;
  }

  /** Launches one instance. A failure is an activity, not an error (Auto Scaling API, DescribeScalingActivities). */
  launch(group: Group, subnetId: string, cause: string): { member: Member } | { failure: AwsError } {
    const place = { subnetId, availabilityZone: this.#region.ec2.availabilityZoneOf(subnetId) };
    const activity = this.#begin(group, 'Launching a new EC2 instance', cause, place);
    try {
      const launched = launchInstance(this.#region, group, subnetId);
      activity.description = `Launching a new EC2 instance: ${launched.instance.id}`;
      return { member: this.adopt(group, launched, activity) };
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      this.#end(activity, 'Failed', `${error.message.replace(/\.$/, '')}. Launching EC2 instance failed.`);
      return { failure: error };
    }
  }

  /** All that could go are protected: desired stays lower all the same (Auto Scaling user guide, "Instance scale-in protection"). */
  couldNotScaleIn(group: Group, cause: string): void {
    const message = 'Could not scale to desired capacity because all remaining instances are protected from scale-in.';
    if (group.activities.at(-1)?.statusMessage === message) return;
    this.#end(this.#begin(group, 'Terminating EC2 instances', cause), 'Cancelled', message);
  }

  /** Makes an instance a pending member of a group. */
  adopt(group: Group, launched: Launched, activity: Activity): Member {
    return this.join(newMember(group, launched, activity));
  }

  join(member: Member): Member {
    member.group.members.set(member.instance.id, member);
    this.#enter(member, 'Pending');
    return member;
  }

  /** EC2 says that a launched instance runs: its launch hooks come next. */
  started(member: Member): void {
    const transition = 'autoscaling:EC2_INSTANCE_LAUNCHING';
    const { clock } = this.#region.world;
    waitForHooks(member, transition, { clock, random: this.#random }, (result, reason) => {
      if (result === 'CONTINUE') {
        if (member.state === 'Pending:Wait') this.#enter(member, 'Pending:Proceed');
        this.putInService(member);
      } else this.#abandon(member, reason);
    });
    if (member.waits.size === 0) return;
    this.#enter(member, 'Pending:Wait');
    if (member.activity) member.activity.status = 'MidLifecycleAction';
  }

  /** Registered first, in service after that; the grace period starts now (Auto Scaling user guide, "Instance lifecycle"). */
  putInService(member: Member): void {
    const { group } = member;
    if (!group.suspended.has('AddToLoadBalancer')) register(this.#region, member);
    const { clock } = this.#region.world;
    member.inServiceSince = clock.now();
    member.graceEnds = clock.now() + group.gracePeriod * 1000;
    member.protectedFromScaleIn = group.newInstancesProtected;
    group.failures = 0;
    this.#enter(member, 'InService');
    this.#finish(member, 'Successful');
    this.#wake(group);
    if (group.gracePeriod > 0) clock.schedule(group.gracePeriod * 1000, () => this.#wake(group));
  }

  /** A launched instance never came to run: its launch is cancelled (Auto Scaling API, Activity: StatusCode). */
  failed(member: Member): void {
    const reason = member.instance.stateReason?.message ?? 'the instance was terminated';
    cancelWaits(member);
    this.#finish(
      member,
      'Cancelled',
      `Instance became unhealthy while waiting for instance to be in InService state. Termination Reason: ${reason}`,
    );
    member.group.failures++;
    this.#remove(member);
  }

  /**
   * Takes a member out of the load balancers, lets it drain, holds it for its hooks, then has EC2 terminate it.
   * One that is terminating already goes on as it is.
   */
  terminate(member: Member, cause: string): Activity {
    if (isTerminating(member) && member.activity) return member.activity;
    cancelWaits(member);
    if (member.activity) this.#end(member.activity, 'Cancelled');
    const { group, instance } = member;
    const activity = this.#begin(group, `Terminating EC2 instance: ${instance.id}`, cause, instance);
    member.activity = activity;
    this.#enter(member, 'Terminating');
    deregister(this.#region, member, () => this.#holdTermination(member));
    if (activity.status === 'InProgress' && !member.handedToEc2 && member.waits.size === 0) {
      activity.status = 'WaitingForELBConnectionDraining';
    }
    return activity;
  }

  /** Terminates without draining and without hooks: the group is deleted by force (Auto Scaling API, DeleteAutoScalingGroup). */
  destroy(member: Member): void {
    cancelWaits(member);
    deregister(this.#region, member, () => {});
    this.#enter(member, 'Terminating');
    this.#handToEc2(member);
  }

  /** EC2 says that a terminated member is gone. */
  gone(member: Member): void {
    this.#finish(member, 'Successful');
    this.#remove(member);
  }

  enterStandby(member: Member, cause: string): Activity {
    const { id } = member.instance;
    return this.#stepOut(member, 'EnteringStandby', `Moving EC2 instance to Standby: ${id}`, cause, () => {
      this.#enter(member, 'Standby');
    });
  }

  exitStandby(member: Member, cause: string): Activity {
    const { group, instance } = member;
    const activity = this.#begin(group, `Moving EC2 instance out of Standby: ${instance.id}`, cause, instance);
    member.activity = activity;
    this.#stepIn(member, activity);
    return activity;
  }

  detach(member: Member, cause: string): Activity {
    const { id } = member.instance;
    return this.#stepOut(member, 'Detaching', `Detaching EC2 instance: ${id}`, cause, () => {
      member.instance.tags.delete('aws:autoscaling:groupName');
      this.#remove(member);
    });
  }

  attach(group: Group, instance: Instance, cause: string): Activity {
    const activity = this.#begin(group, `Attaching an existing EC2 instance: ${instance.id}`, cause, instance);
    instance.tags.set('aws:autoscaling:groupName', group.name);
    this.#stepIn(this.adopt(group, { instance }, activity), activity);
    return activity;
  }

  #abandon(member: Member, reason: string): void {
    this.#finish(member, 'Cancelled', `Instance failed to complete user's Lifecycle Action: ${reason}`);
    member.group.failures++;
    const now = timeText(this.#region.world.clock.now());
    this.terminate(
      member,
      `At ${now} an instance was taken out of service in response to a launch lifecycle action that was abandoned.`,
    );
    this.#wake(member.group);
  }

  #holdTermination(member: Member): void {
    const transition = 'autoscaling:EC2_INSTANCE_TERMINATING';
    const { clock } = this.#region.world;
    // Either result lets the termination go on (Auto Scaling user guide, "Lifecycle hooks").
    waitForHooks(member, transition, { clock, random: this.#random }, () => {
      if (member.state === 'Terminating:Wait') this.#enter(member, 'Terminating:Proceed');
      const isReused = member.isScaledIn && member.group.warmPool?.reuses && member.instance.state === 'running';
      if (isReused) this.#region.autoScaling.warmPools.takeBack(member);
      else this.#handToEc2(member);
    });
    if (member.activity) member.activity.status = 'InProgress';
    if (member.waits.size === 0) return;
    this.#enter(member, 'Terminating:Wait');
    if (member.activity) member.activity.status = 'MidLifecycleAction';
  }

  #handToEc2(member: Member): void {
    member.handedToEc2 = true;
    if (member.instance.state === 'terminated') this.gone(member);
    else this.#region.ec2.terminate(member.instance.id);
  }

  /** Hooks do not fire for machines that run already (Auto Scaling user guide, "Lifecycle hooks"). */
  #stepIn(member: Member, activity: Activity): void {
    activity.status = 'PreInService';
    if (member.state !== 'Pending') this.#enter(member, 'Pending');
    this.#region.world.clock.schedule(0, () => member.state === 'Pending' && this.putInService(member));
  }

  #stepOut(member: Member, state: MemberState, description: string, cause: string, then: () => void): Activity {
    const activity = this.#begin(member.group, description, cause, member.instance);
    member.activity = activity;
    this.#enter(member, state);
    activity.status = 'WaitingForELBConnectionDraining';
    deregister(this.#region, member, () => {
      if (member.state !== state) return;
      this.#finish(member, 'Successful');
      then();
    });
    return activity;
  }

  #begin(group: Group, description: string, cause: string, place?: Place): Activity {
    const details = JSON.stringify(
      place ? { 'Subnet ID': place.subnetId, 'Availability Zone': place.availabilityZone } : {},
    );
    return beginActivity({ group, description, cause, details, started: this.#region.world.clock.now() }, this.#random);
  }

  #end(activity: Activity, status: 'Successful' | 'Failed' | 'Cancelled', message?: string): void {
    endActivity(activity, status, this.#region.world.clock.now(), message);
    this.#region.record('activity', activity.groupName, `${activity.description}: ${status}`);
  }

  #finish(member: Member, status: 'Successful' | 'Failed' | 'Cancelled', message?: string): void {
    if (member.activity) this.#end(member.activity, status, message);
    member.activity = undefined;
  }

  #enter(member: Member, state: MemberState): void {
    member.state = state;
    this.#region.record('member', `${member.group.name}/${member.instance.id}`, state);
  }

  #remove({ group, instance }: Member): void {
    group.members.delete(instance.id);
    this.#region.record('member', `${group.name}/${instance.id}`, 'gone');
    this.#wake(group);
  }
}
