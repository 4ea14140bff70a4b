/**
 * A run owns its group for a lease, which each sign of life renews. Half of it after the last one it changes nothing any
 * more; a while after its end others may take over. Milliseconds.
 */
export const lease = { heartbeatEvery: 150_000, lasts: 900_000, staleAfter: 1_200_000 } as const;

/** A time as a person reads it, in UTC, to the second. */
export function isoTime(time: number): string {
  return new Date(time).toISOString().replace(/\.\d+/, '');
}
