import type { Machine } from '../heart/observation.js';

/** What can be seen of one machine at one look. */
export interface Sight extends Pick<Machine, 'stage' | 'healthy' | 'imageId'> {
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** What was seen of one machine's health since a run began to look. */
export interface HealthRecord extends Pick<Machine, 'stage' | 'healthy' | 'imageId'> {
  /** Since when it is as it is; of one that still boots, since when it does, later by as long as it had to wait for us. */
  readonly since: number;
  readonly hasServed: boolean;
  /** Since when it waits for us, as the last look found. */
  readonly heldSince?: number;
  /** When it was first seen, if that was before it was in service, and how long it took from there to health. */
  readonly launchedAt?: number;
  readonly boot?: number;
}

/** A machine's record after one more look. With another image on its root volume it is another machine. */
export function recordOf(before: HealthRecord | undefined, { now, ...sight }: Sight): HealthRecord {
  const { stage, healthy, imageId } = sight;
  const isOther = before && before.imageId !== '' && imageId !== '' && before.imageId !== imageId;
  if (!before || isOther) {
    const isNew = isOther || stage === 'starting' || stage === 'waiting';
    return { ...sight, since: now, hasServed: healthy, ...(isNew && { launchedAt: now }) };
  }
  const known = withoutWait(before, now);
  if (known.healthy === healthy && known.stage === stage && known.imageId === imageId) return known;
  // Out of standby it starts anew; so does one that has served, each time that it is put somewhere else.
  const isBooting = !known.hasServed && known.stage !== 'aside';
  const isSame = known.healthy === healthy && (healthy || isBooting || known.stage === stage);
  const boot = healthy && !known.hasServed && known.launchedAt !== undefined ? now - known.launchedAt : known.boot;
  return {
    ...known,
    ...sight,
    since: isSame ? known.since : now,
    hasServed: known.hasServed || healthy,
    ...(boot !== undefined && { boot }),
  };
}

/** What a machine waits for us is no time that it takes to boot. */
function withoutWait(record: HealthRecord, now: number): HealthRecord {
  const { heldSince, ...known } = record;
  return heldSince === undefined ? record : { ...known, since: known.since + now - heldSince };
}
