import { DescribeScheduledActionsCommand } from '@aws-sdk/client-auto-scaling';
import type { Aws } from '../../platform/aws.js';
import { type ActivityPage, readActivities } from '../group/scaling-activities.js';
import type { Observation, SizeChange } from '../heart/observation.js';
import type { SizeSetting } from '../heart/release.js';
import { isAsLeft } from './note-size.js';
import { oldestRead, type Seen, sizeOf } from './size.js';
import { sizeSetBy } from './size-settings.js';

/** How long the list of scheduled actions is taken for the present one, and how far ahead it looks. Milliseconds. */
const listLasts = 30_000;
const ahead = 24 * 3_600_000;

/** How many more pages of activities are read for what nobody has told yet: launches that fail again and again fill them. */
const mostPages = 10;

type SizeLook = Pick<Observation, 'desiredSince' | 'sizeSet' | 'isSizeUnread' | 'scheduled'>;

/** Watches who else changes the size while our surge is out. */
export class SizeWatch {
  readonly #autoScaling: Aws['autoScaling'];
  #listedAt = Number.NEGATIVE_INFINITY;
  #scheduled: readonly SizeSetting[] = [];
  /** What was told before that has been read, and says nothing new. */
  #readUntil = Number.NEGATIVE_INFINITY;
  #desired = { number: 0, since: 0 };

  constructor({ autoScaling }: Pick<Aws, 'autoScaling'>) {
    this.#autoScaling = autoScaling;
  }

  async look(seen: Seen, page: ActivityPage): Promise<SizeLook> {
    const { group, now } = seen;
    if (group.desired !== this.#desired.number) this.#desired = { number: group.desired, since: now };
    const told = await this.#sizeSet(seen, page);
    const size = told === 'unread' ? { isSizeUnread: true } : { ...(told && { sizeSet: told }) };
    const scheduled = mayBeOut(seen) ? await this.#next(group.name, now) : undefined;
    return { desiredSince: this.#desired.since, ...size, ...(scheduled && { scheduled }) };
  }

  /** Looks further back only for what happened before this run looked, or while desired is not as we have left it and nothing says why. */
  async #sizeSet(seen: Seen, { activities, older }: ActivityPage): Promise<SizeChange | 'unread' | undefined> {
    const { group, release, now } = seen;
    const { surge } = release;
    let known = [...activities];
    let next = older;
    let found = sizeSetBy(known, seen);
    for (let pages = 0; pages < mostPages; pages++) {
      const oldest = known.at(-1)?.StartTime?.getTime() ?? 0;
      if (isKnown(found) || next === undefined || !surge || oldest <= (surge.settledAt ?? 0)) break;
      if (isAsLeft(surge, group.desired) && oldest <= this.#readUntil) break;
      const page = await readActivities({ autoScaling: this.#autoScaling }, group.name, next);
      known = [...known, ...page.activities];
      next = page.older;
      found = sizeSetBy(known, seen);
    }
    if (!isKnown(found)) this.#readUntil = now - oldestRead;
    return found;
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

function isKnown(told: SizeChange | 'unread' | undefined): told is SizeChange {
  return told !== undefined && told !== 'unread';
}

/** Whether surge is out, or may be before the next look. */
function mayBeOut(seen: Seen): boolean {
  const { surge } = seen.release;
  return surge !== undefined && (surge.launches !== undefined || seen.group.desired > sizeOf(seen));
}
