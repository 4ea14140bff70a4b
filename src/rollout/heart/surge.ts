import { type Fleet, hasOurMax } from './fleet.js';
import { isConfiguration } from './launch-source.js';
import type { Move } from './move.js';
import type { Group, Machine, Observation } from './observation.js';
import type { Launches, Release, Surge } from './release.js';
import { settledSize } from './size-changes.js';

/** AWS names no time for which it knows a client token; after this one here, in milliseconds, none is trusted. */
const tokensLast = 3_600_000;

/** How many machines one call of LaunchInstances may ask for (Auto Scaling API). */
const launchedAtOnce = 100;

/** One call of LaunchInstances. Repeated with the same token it launches nothing, and answers as it did before. */
export interface Launch {
  readonly token: string;
  readonly zone: string;
  readonly machines: number;
}

/** How many machines more a raise may bring now. Desired is raised only from the size itself: it says nothing of the rest. */
export function surgeToCome(observation: Observation, { size, allowance }: Fleet): number {
  const standing = Math.max(0, observation.group.desired - size);
  if (standing > 0 && !canLaunch(observation)) return 0;
  return Math.max(0, allowance.surge - standing);
}

/**
 * Raises a group by so many machines: launched by name where AWS does that for this group, else by its desired capacity.
 * `max`: what its maximum has to be for that, if it is lower.
 */
export function raiseBy(observation: Observation, { size }: Fleet, machines: number, max?: number): Move {
  const { release, group, now } = observation;
  if (!canLaunch(observation)) return { kind: 'surge', machines, from: size, ...(max !== undefined && { max }) };
  const highest = max ?? (hasOurMax(group, release.surge) ? group.max : undefined);
  const zones = spread(machines, observation);
  const surge: Surge = {
    ...{ machines: Math.max(0, group.desired - size), from: size, raised: true },
    ...settledSize(release, now),
    ...(highest !== undefined && { max: highest }),
    launches: { at: now, zones },
  };
  return { kind: 'note', changes: { surge, raises: (release.raises ?? 0) + 1 } };
}

/**
 * Launches what the ledger says is to be launched: the first time, and again after a lost answer or a crash, until it is
 * known what came of it.
 */
export function launch({ group, release: { surge }, now }: Observation): Move | undefined {
  if (!surge?.launches) return undefined;
  const { launches, ...rest } = surge;
  if (now - launches.at > tokensLast) {
    const asked = Object.values(launches.zones).reduce((sum, machines) => sum + machines, 0);
    const isThere = group.desired === surge.from + surge.machines + asked;
    return { kind: 'note', changes: { surge: { ...rest, machines: surge.machines + (isThere ? asked : 0) } } };
  }
  // The group was made smaller while nobody was there to launch anything: that is its size now.
  if (surge.machines === 0 && group.desired < surge.from) {
    return { kind: 'note', changes: { surge: { ...surge, from: group.desired } } };
  }
  return { kind: 'launch' };
}

/** The maximum goes first. */
export function roomForLaunch({ group, release: { surge } }: Observation): Move | undefined {
  const isRoomy = !surge?.launches || surge.max === undefined || group.max >= surge.max;
  return isRoomy ? undefined : { kind: 'raise-max', max: surge.max };
}

/**
 * Not for launch configurations, policies that mix On-Demand and Spot, and warm pools (Auto Scaling user guide, "Launch
 * instances synchronously"), nor where a machine counts as several, nor where AWS has refused it before.
 */
function canLaunch({ group, warm, release }: Observation): boolean {
  const { OnDemandBaseCapacity: base = 0, OnDemandPercentageAboveBaseCapacity: percentage = 100 } =
    group.policy?.InstancesDistribution ?? {};
  const isMixed = percentage < 100 && (percentage > 0 || base > 0);
  const overrides = group.policy?.LaunchTemplate?.Overrides ?? [];
  const isWeighted = overrides.some(({ WeightedCapacity }) => WeightedCapacity !== undefined);
  const isSupported = !isConfiguration(release.from) && !isMixed && !isWeighted && warm === undefined;
  return isSupported && group.zones.length > 0 && !release.refusesLaunches;
}

/** Each machine goes where the fewest are; not to where AWS had none the last time, unless that was everywhere. */
function spread(machines: number, { group, machines: all, release }: Observation): Launches['zones'] {
  const counts = countsByZone(group, all);
  const short = release.surge?.short ?? [];
  const able = group.zones.filter((zone) => !short.includes(zone));
  const zones = able.length > 0 ? able : group.zones;
  const launches: Record<string, number> = {};
  for (let left = machines; left > 0; left--) {
    const zone = zones.reduce((best, one) => ((counts.get(one) ?? 0) < (counts.get(best) ?? 0) ? one : best));
    counts.set(zone, (counts.get(zone) ?? 0) + 1);
    launches[zone] = (launches[zone] ?? 0) + 1;
  }
  return launches;
}

function countsByZone({ zones }: Group, machines: readonly Machine[]): Map<string, number> {
  const counts = new Map(zones.map((zone) => [zone, 0]));
  for (const { zone, stage } of machines) {
    if (stage !== 'leaving' && stage !== 'aside') counts.set(zone, (counts.get(zone) ?? 0) + 1);
  }
  return counts;
}

/** The calls of the raise that the ledger speaks of, the same ones each time, whoever makes them. */
export function launchesOf({ number, continues = number, startedAt, raises = 0, surge }: Release): readonly Launch[] {
  const raise = `steadfleet-${continues}-${startedAt.toString(36)}-${raises}`;
  return Object.entries(surge?.launches?.zones ?? {}).flatMap(([zone, machines]) => {
    const calls = Math.ceil(machines / launchedAtOnce);
    return Array.from({ length: calls }, (_, call) => ({
      token: `${raise}-${zone}-${call}`,
      zone,
      machines: Math.min(launchedAtOnce, machines - call * launchedAtOnce),
    }));
  });
}
