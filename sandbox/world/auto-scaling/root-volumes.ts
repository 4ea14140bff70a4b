import type { SeededRandom } from '../random.js';
import type { Region } from '../region.js';
import { beginActivity, endActivity, timeText } from './activities.js';
import type { Member, MemberState } from './group.js';
import { waitForHooks } from './hooks.js';
import type { Lifecycle } from './lifecycle.js';
import { deregister } from './registration.js';

/**
 * The way of a machine that keeps its place while its root volume is replaced, which restarts it (Auto Scaling user guide,
 * "Replace root volumes during instance refresh"). That the termination hooks hold it in ReplacingRootVolume:Wait is
 * documented; that its load balancers drain it before is an assumption, by what happens to all machines that leave service.
 */
export class RootVolumes {
  readonly #region: Region;
  readonly #random: SeededRandom;
  readonly #lifecycle: Lifecycle;

  constructor(region: Region, random: SeededRandom, lifecycle: Lifecycle) {
    this.#region = region;
    this.#random = random;
    this.#lifecycle = lifecycle;
  }

  replace(member: Member, imageId: string): void {
    const { group, instance } = member;
    const cause = `At ${this.#now()} the root volume of an instance was replaced in response to an instance refresh.`;
    const details = JSON.stringify({ 'Availability Zone': instance.availabilityZone });
    const started = this.#region.world.clock.now();
    const description = `Replacing root volume of EC2 instance: ${instance.id}`;
    member.activity = beginActivity({ group, description, cause, details, started }, this.#random);
    this.#enter(member, 'ReplacingRootVolume');
    deregister(this.#region, member, () => {
      if (member.state === 'ReplacingRootVolume') this.#hold(member, imageId);
    });
  }

  /** Either result lets it go on, as when a machine terminates. */
  #hold(member: Member, imageId: string): void {
    const { clock } = this.#region.world;
    waitForHooks(member, 'autoscaling:EC2_INSTANCE_TERMINATING', { clock, random: this.#random }, () => {
      this.#enter(member, 'ReplacingRootVolume:Proceed');
      this.#swap(member, imageId);
    });
    if (member.waits.size > 0) this.#enter(member, 'ReplacingRootVolume:Wait');
  }

  /** A machine whose volume cannot be replaced is terminated, and another comes for it. */
  #swap(member: Member, imageId: string): void {
    const isOn = () => member.state === 'ReplacingRootVolume:Proceed';
    this.#region.ec2.fleet.replaceRoot(member.instance.id, imageId, {
      replaced: () => {
        if (!isOn()) return;
        member.shownImageId = imageId;
        this.#enter(member, 'RootVolumeReplaced');
        this.#lifecycle.putInService(member);
      },
      failed: (reason) => {
        if (!isOn()) return;
        if (member.activity) endActivity(member.activity, 'Failed', this.#region.world.clock.now(), reason);
        member.activity = undefined;
        this.#lifecycle.terminate(member, `At ${this.#now()} the root volume of an instance could not be replaced.`);
      },
    });
  }

  #enter(member: Member, state: MemberState): void {
    member.state = state;
    this.#region.record('member', `${member.group.name}/${member.instance.id}`, state);
  }

  #now(): string {
    return timeText(this.#region.world.clock.now());
  }
}
