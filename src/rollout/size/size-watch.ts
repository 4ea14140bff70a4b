import { type Activity, DescribeScheduledActionsCommand } from '@aws-sdk/client-auto-scaling';
import type { Aws } from '../../platform/aws.js';
import type { Observation } from '../heart/observation.js';
import type { SizeSetting } from '../heart/release.js';
import { sizeOf } from './size.js';
import { type Seen, sizeSetBy } from './size-settings.js';

/** How long the list of scheduled actions is taken for the present one, and how far ahead it looks. Milliseconds. */
const listLasts = 30_000;
const ahead = 24 * 3_600_000;

/** Watches who else changes the size while our surge is out. */
export class SizeWatch {
  readonly #autoScaling: Aws['autoScaling'];
  #listedAt = Number.NEGATIVE_INFINITY;
  #scheduled: readonly SizeSetting[] = [];
  #desired = { number: 0, since: 0 };

  constructor({ autoScaling }: Pick<Aws, 'autoScaling'>) {
    this.#autoScaling = autoScaling;
  }

  async look(
    seen: Seen,
    activities: readonly Activity[],
  ): Promise<Pick<Observation, 'desiredSince' | 'sizeSet' | 'scheduled'>> {
    const { group, release, now } = seen;
    if (group.desired !== this.#desired.number) this.#desired = { number: group.desired, since: now };
    const sizeSet = sizeSetBy(activities, seen);
    const isOut = release.surge !== undefined && group.desired > sizeOf(seen);
    const scheduled = isOut ? await this.#next(group.name, now) : undefined;
    return { desiredSince: this.#desired.since, ...(sizeSet && { sizeSet }), ...(scheduled && { scheduled }) };
  }

  /** The scheduled action that will set desired next. */
  async #next(group: string, now: number): Promise<SizeSetting | undefined> {
    if (now - this.#listedAt >= listLasts) {
      this.#scheduled = await this.#list(group, now);
      this.#listedAt = now;
    }
    return this.#scheduled.find(({ at }) => at > now);
  }

  async #list(AutoScalingGroupName: string, now: number): Promise<readonly SizeSetting[]> {
    const span = { StartTime: new Date(now), EndTime: new Date(now + ahead), MaxRecords: 100 };
    const answer = await this.#autoScaling.send(new DescribeScheduledActionsCommand({ AutoScalingGroupName, ...span }));
    return (answer.ScheduledUpdateGroupActions ?? [])
      .flatMap(({ StartTime, DesiredCapacity: desired }) =>
        StartTime && desired !== undefined ? [{ at: StartTime.getTime(), desired }] : [],
      )
      .sort((one, other) => one.at - other.at);
  }
}
