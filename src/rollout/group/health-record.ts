import type { Machine } from '../heart/observation.js';

/** What can be seen of one machine at one look. */
export interface Sight extends Pick<Machine, 'stage' | 'healthy' | 'imageId'> {
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** What was seen of one machine's health since a run began to look. */
export interface HealthRecord extends Pick<Machine, 'stage' | 'healthy' | 'imageId'> {
  /** Since when it is as it is. */
  readonly since: number;
  readonly hasServed: boolean;
  /** When it was first seen, if that was before it was in service, and how long it took from there to health. */
  readonly launchedAt?: number;
  readonly boot?: number;
}

/** A machine's record after one more look. With another image on its root volume it is another machine. */
export function recordOf(known: HealthRecord | undefined, { now, ...sight }: Sight): HealthRecord {
  const { stage, healthy, imageId } = sight;
  const isOther = known && known.imageId !== '' && imageId !== '' && known.imageId !== imageId;
  if (!known || isOther) {
    const isNew = isOther || stage === 'starting' || stage === 'waiting';
    return { ...sight, since: now, hasServed: healthy, ...(isNew && { launchedAt: now }) };
  }
  if (known.healthy === healthy && known.stage === stage && known.imageId === imageId) return known;
  const isSame = known.healthy === healthy && (healthy || known.stage === stage);
  const boot = healthy && !known.hasServed && known.launchedAt !== undefined ? now - known.launchedAt : known.boot;
  return {
    ...known,
    ...sight,
    since: isSame ? known.since : now,
    hasServed: known.hasServed || healthy,
    ...(boot !== undefined && { boot }),
  };
}
