import { AwsError } from '../aws-error.js';
import type { Instance } from '../ec2/instance.js';
import type { SeededRandom } from '../random.js';
import type { Region } from '../region.js';
import { beginActivity, endActivity, timeText } from './activities.js';
import { type Group, type Member, type MemberState, newMember } from './group.js';
import { cancelWaits, waitForHooks } from './hooks.js';
import { isCurrent, launchInstance, subnetsByNeed } from './launch.js';
import type { Lifecycle } from './lifecycle.js';

/** Machines that are kept ready beside a group (Auto Scaling API, PutWarmPool). */
export interface WarmPool {
  readonly minSize: number;
  /** How many machines the group and the pool have together; the group's maximum if undefined. */
  readonly maxPrepared: number | undefined;
  readonly state: 'Stopped' | 'Running';
  /** What a scale-in takes from the group comes back here (Auto Scaling API, InstanceReusePolicy). */
  readonly reuses: boolean;
  readonly isDeleting: boolean;
}

/**
 * The way of machines through warm pools: launched, held by the launch hooks, stopped, and started again when the group
 * needs them; the hooks fire once more then (Auto Scaling user guide, "Warm pools" and "Lifecycle hooks with a warm pool").
 */
export class WarmPools {
  readonly #region: Region;
  readonly #random: SeededRandom;
  readonly #lifecycle: Lifecycle;
  readonly #wake: (group: Group) => void;

  constructor(region: Region, random: SeededRandom, lifecycle: Lifecycle, wake: (group: Group) => void) {
    this.#region = region;
    this.#random = random;
    this.#lifecycle = lifecycle;
    this.#wake = wake;
  }

  /** Brings a group's pool to its size: what is missing up to the prepared capacity, never less than its minimum. */
  fill(group: Group): void {
    const { warmPool: pool, suspended } = group;
    const prepared = (pool?.maxPrepared ?? group.maxSize) - group.desired;
    const wanted = !pool || pool.isDeleting ? 0 : Math.max(pool.minSize, prepared);
    const staying = [...group.warm.values()].filter((member) => !isLeaving(member));
    if (!suspended.has('Terminate')) for (const member of staying.slice(wanted)) this.retire(member);
    if (suspended.has('Launch')) return;
    for (let count = staying.length; count < wanted; count++) {
      if (this.#launch(group)) continue;
      group.failures++;
      return;
    }
  }

  /** Starts a ready machine for its group, whatever version it was launched from. @returns undefined if none is ready. */
  take(group: Group, cause: string): Member | undefined {
    const ready = [...group.warm.values()].find(
      ({ state }) => state === 'Warmed:Stopped' || state === 'Warmed:Running',
    );
    if (!ready) return undefined;
    const { instance } = ready;
    const wasRunning = ready.state === 'Warmed:Running';
    group.warm.delete(instance.id);
    ready.activity = this.#begin(group, `Launching a new EC2 instance from warm pool: ${instance.id}`, cause, instance);
    this.#lifecycle.join(ready);
    if (!wasRunning) this.#region.ec2.start(instance.id);
    else {
      this.#region.world.clock.schedule(0, () => {
        if (ready.state === 'Pending') this.#lifecycle.started(ready);
      });
    }
    return ready;
  }

  /** Takes a machine in that its group has drained on a scale-in, whatever version it is of (Auto Scaling user guide, "Warm pools"). */
  takeBack(member: Member): void {
    const { group, instance } = member;
    this.#finish(member, 'Successful');
    group.members.delete(instance.id);
    group.warm.set(instance.id, member);
    this.#enter(member, 'Warmed:Pending');
    this.#started(member);
    this.#wake(group);
  }

  /** Lets the machines of a pool go that an instance refresh replaces; others come for them. */
  renew(group: Group, isOnlyStale: boolean): void {
    for (const member of [...group.warm.values()]) {
      if (!isOnlyStale || !isCurrent(this.#region, group, member)) this.retire(member);
    }
  }

  /** Held by the termination hooks, then terminated. */
  retire(member: Member): void {
    if (isLeaving(member)) return;
    cancelWaits(member);
    this.#finish(member, 'Cancelled');
    const { group, instance } = member;
    const cause = `At ${this.#now()} an instance was taken out of the warm pool.`;
    member.activity = this.#begin(group, `Terminating EC2 instance from warm pool: ${instance.id}`, cause, instance);
    this.#enter(member, 'Warmed:Terminating');
    this.#hold(member, 'autoscaling:EC2_INSTANCE_TERMINATING', () => {
      if (member.state === 'Warmed:Terminating:Wait') this.#enter(member, 'Warmed:Terminating:Proceed');
      this.#region.ec2.terminate(instance.id);
    });
  }

  /** EC2 says that a machine of a pool has changed its state. */
  changed(member: Member): void {
    const { state } = member.instance;
    if (state === 'running' && member.state === 'Warmed:Pending') this.#started(member);
    else if (state === 'stopped' && !isLeaving(member)) this.#settle(member, 'Warmed:Stopped');
    else if (state === 'terminated') this.#gone(member);
    else if (state === 'shutting-down' && !isLeaving(member)) {
      cancelWaits(member);
      this.#enter(member, 'Warmed:Terminating');
    }
  }

  #launch(group: Group): boolean {
    const cause = `At ${this.#now()} an instance was started to maintain the capacity of the warm pool.`;
    for (const subnetId of subnetsByNeed(this.#region, group)) {
      const place = { subnetId, availabilityZone: this.#region.ec2.availabilityZoneOf(subnetId) };
      const activity = this.#begin(group, 'Launching a new EC2 instance into warm pool', cause, place);
      try {
        const launched = launchInstance(this.#region, group, subnetId);
        activity.description = `Launching a new EC2 instance into warm pool: ${launched.instance.id}`;
        const member = newMember(group, launched, activity);
        group.warm.set(launched.instance.id, member);
        this.#enter(member, 'Warmed:Pending');
        return true;
      } catch (error) {
        if (!(error instanceof AwsError)) throw error;
        const message = `${error.message.replace(/\.$/, '')}. Launching EC2 instance failed.`;
        endActivity(activity, 'Failed', this.#region.world.clock.now(), message);
        if (error.code !== 'InsufficientInstanceCapacity') return false;
      }
    }
    return false;
  }

  #started(member: Member): void {
    this.#hold(member, 'autoscaling:EC2_INSTANCE_LAUNCHING', (result) => {
      if (result === 'ABANDON') {
        member.group.failures++;
        this.retire(member);
        return;
      }
      if (member.state === 'Warmed:Pending:Wait') this.#enter(member, 'Warmed:Pending:Proceed');
      if (member.group.warmPool?.state === 'Running') this.#settle(member, 'Warmed:Running');
      else this.#region.ec2.stop(member.instance.id);
    });
  }

  #hold(member: Member, transition: Parameters<typeof waitForHooks>[1], then: (result: string) => void): void {
    const { clock } = this.#region.world;
    waitForHooks(member, transition, { clock, random: this.#random }, then);
    if (member.waits.size > 0) this.#enter(member, `${member.state}:Wait` as MemberState);
  }

  #settle(member: Member, state: 'Warmed:Stopped' | 'Warmed:Running'): void {
    this.#enter(member, state);
    this.#finish(member, 'Successful');
    member.group.failures = 0;
    this.#wake(member.group);
  }

  #gone(member: Member): void {
    const { group, instance } = member;
    cancelWaits(member);
    this.#finish(member, isLeaving(member) ? 'Successful' : 'Failed');
    group.warm.delete(instance.id);
    this.#region.record('warm-pool', `${group.name}/${instance.id}`, 'gone');
    if (group.warmPool?.isDeleting && group.warm.size === 0) group.warmPool = undefined;
    this.#wake(group);
  }

  #begin(group: Group, description: string, cause: string, place: Pick<Instance, 'subnetId' | 'availabilityZone'>) {
    const details = JSON.stringify({ 'Subnet ID': place.subnetId, 'Availability Zone': place.availabilityZone });
    const started = this.#region.world.clock.now();
    return beginActivity({ group, description, cause, details, started }, this.#random);
  }

  #finish(member: Member, status: 'Successful' | 'Failed' | 'Cancelled'): void {
    if (member.activity) endActivity(member.activity, status, this.#region.world.clock.now());
    member.activity = undefined;
  }

  #enter(member: Member, state: MemberState): void {
    member.state = state;
    this.#region.record('warm-pool', `${member.group.name}/${member.instance.id}`, state);
  }

  #now(): string {
    return timeText(this.#region.world.clock.now());
  }
}

function isLeaving({ state }: Member): boolean {
  return state.startsWith('Warmed:Terminating');
}
