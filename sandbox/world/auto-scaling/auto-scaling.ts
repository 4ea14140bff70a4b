import { validationError } from '../aws-error.js';
import { ClientTokens } from '../ec2/client-tokens.js';
import type { Instance } from '../ec2/instance.js';
import { draw } from '../profile.js';
import type { SeededRandom } from '../random.js';
import type { Region } from '../region.js';
import type { Activity } from './activities.js';
import { activeMembers, capacityOf, type Group, isReplacingRoot, isTerminating, type Member } from './group.js';
import type { LaunchConfiguration } from './launch-configuration.js';
import { Lifecycle } from './lifecycle.js';
import { reconcile } from './reconcile.js';
import { RootVolumes } from './root-volumes.js';
import { healthCounts } from './traffic-sources.js';
import { WarmPools } from './warm-pool.js';

/** The longest back-off of a group whose launches fail, as a multiple of the ordinary wait. A parameter of the model. */
const longestBackoff = 32;

/** Amazon EC2 Auto Scaling in one region. */
export class AutoScaling {
  readonly region: Region;
  readonly random: SeededRandom;
  readonly clientTokens = new ClientTokens();
  readonly lifecycle: Lifecycle;
  readonly warmPools: WarmPools;
  readonly rootVolumes: RootVolumes;
  readonly groups = new Map<string, Group>();
  /** By name. */
  readonly launchConfigurations = new Map<string, LaunchConfiguration>();
  /** Activities of groups that are gone: they can still be described (Auto Scaling API, DescribeScalingActivities). */
  readonly pastActivities: Activity[] = [];

  constructor(region: Region) {
    this.region = region;
    this.random = region.world.random.fork(`auto-scaling/${region.name}`);
    this.lifecycle = new Lifecycle(region, this.random, (group) => this.wake(group));
    this.rootVolumes = new RootVolumes(region, this.random, this.lifecycle);
    this.warmPools = new WarmPools(region, this.random, this.lifecycle, (group) => this.wake(group));
    region.ec2.onStateChange((instance) => this.#instanceChanged(instance));
    region.loadBalancing.onTargetChange(({ id, group, health }) => {
      if (health.state === 'healthy' || health.state === 'unhealthy') this.#targetChanged(id, group.arn, health.state);
    });
  }

  /** @throws {AwsError} ValidationError */
  group(name: string | undefined): Group {
    const group = this.groups.get(name ?? '');
    if (!group) throw validationError(`AutoScalingGroup name not found - no such group: ${name}`);
    return group;
  }

  memberOf(instanceId: string): Member | undefined {
    for (const { members } of this.groups.values()) {
      const member = members.get(instanceId);
      if (member) return member;
    }
    return undefined;
  }

  /** A machine of a warm pool, which is no member of its group. */
  warmMember(instanceId: string): Member | undefined {
    for (const { warm } of this.groups.values()) {
      const member = warm.get(instanceId);
      if (member) return member;
    }
    return undefined;
  }

  /** Makes a group look at itself soon; the more launches have failed in a row, the later. */
  wake(group: Group): void {
    if (group.deleting) this.#finishDeleting(group);
    if (group.deleting || group.next || !this.groups.has(group.name)) return;
    const { clock, profile } = this.region.world;
    const delay = draw(profile.reconcile, this.random) * Math.min(longestBackoff, 2 ** group.failures);
    group.next = clock.schedule(delay, () => {
      group.next = undefined;
      const failuresBefore = group.failures;
      reconcile(this.region, this.lifecycle, group);
      if (group.failures > failuresBefore) this.wake(group);
    });
  }

  /** A person has changed the group: earlier failures no longer hold it back. A look that is due anyway is not put off. */
  settingsChanged(group: Group): void {
    if (group.failures > 0) {
      group.failures = 0;
      group.next?.();
      group.next = undefined;
    }
    this.wake(group);
  }

  /** Changes the desired capacity and says why, for the activities that follow. */
  setDesired(group: Group, desired: number, cause: string): void {
    group.desired = desired;
    if (cause) group.causes.push(cause);
    this.region.record('group', group.name, `desired ${desired}`);
    this.settingsChanged(group);
  }

  /** Starts to delete a group; it is gone once its members are. */
  delete(group: Group): void {
    group.deleting = true;
    group.next?.();
    for (const { cancel } of group.scheduledActions.values()) cancel();
    for (const { alarms } of group.policies.values())
      for (const { name } of alarms) this.region.cloudWatch.delete(name);
    this.region.record('group', group.name, 'Delete in progress');
    for (const member of [...group.members.values()]) this.lifecycle.destroy(member);
    for (const id of [...group.warm.keys()]) this.region.ec2.terminate(id);
    this.#finishDeleting(group);
  }

  #finishDeleting(group: Group): void {
    if (group.members.size > 0 || group.warm.size > 0 || this.groups.get(group.name) !== group) return;
    this.groups.delete(group.name);
    this.pastActivities.push(...group.activities);
    this.region.record('group', group.name, 'deleted');
  }

  #instanceChanged(instance: Instance): void {
    const warm = this.warmMember(instance.id);
    if (warm) this.warmPools.changed(warm);
    const member = this.memberOf(instance.id);
    if (!member) return;
    const isGone = instance.state === 'terminated';
    if (member.state === 'Pending' && instance.state === 'running') this.lifecycle.started(member);
    else if (member.handedToEc2) {
      if (isGone) this.lifecycle.gone(member);
    } else if (isGone && (member.state.startsWith('Pending') || isReplacingRoot(member.state)))
      this.lifecycle.failed(member);
    else if (!isTerminating(member) && instance.state !== 'running') this.wake(member.group);
  }

  #targetChanged(id: string, targetGroupArn: string, state: 'healthy' | 'unhealthy'): void {
    const member = this.memberOf(id);
    if (!member?.group.targetGroupArns.has(targetGroupArn)) return;
    const { group } = member;
    const isNews = state === 'unhealthy' || !group.provenTargetGroupArns.has(targetGroupArn);
    if (state === 'healthy') group.provenTargetGroupArns.add(targetGroupArn);
    if (isNews && healthCounts(group, targetGroupArn)) this.wake(group);
  }

  /** Whether the group has all it wants and nothing under way: for tests and demos that wait. */
  isSteady(group: Group): boolean {
    const active = activeMembers(group);
    return (
      group.members.size === active.length &&
      capacityOf(active) === group.desired &&
      active.every(({ state }) => state === 'InService')
    );
  }
}
