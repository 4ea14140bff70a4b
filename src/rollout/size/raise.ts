import { isConfiguration } from '../heart/launch-source.js';
import type { MoveOf } from '../heart/move.js';
import type { Group, GroupView, Machine, Observation } from '../heart/observation.js';
import type { Launches, Release, Surge } from '../heart/release.js';
import { settledSize } from './note-size.js';
import { raisedMax, theirMax } from './size.js';

/** How many machines one call of LaunchInstances may ask for (Auto Scaling API). */
const launchedAtOnce = 100;

/** One call of LaunchInstances. Repeated with the same token it launches nothing, and answers as it did before. */
export interface Launch {
  readonly token: string;
  readonly zone: string;
  readonly machines: number;
}

/**
 * Whether AWS launches machines of this group by name. Not for launch configurations, policies that mix On-Demand and Spot,
 * and warm pools (Auto Scaling user guide, "Launch instances synchronously"), nor where a machine counts as several, nor
 * where AWS has refused it before.
 */
export function launchesByName({ group, warm }: GroupView, release: Release): boolean {
  const { OnDemandBaseCapacity: base = 0, OnDemandPercentageAboveBaseCapacity: percentage = 100 } =
    group.policy?.InstancesDistribution ?? {};
  const isMixed = percentage < 100 && (percentage > 0 || base > 0);
  const overrides = group.policy?.LaunchTemplate?.Overrides ?? [];
  const hasWeights = overrides.some(({ WeightedCapacity }) => WeightedCapacity !== undefined);
  const isWeighted = hasWeights || group.countsIn !== undefined;
  const isSupported = !isConfiguration(release.from) && !isMixed && !isWeighted && warm === undefined;
  return isSupported && group.zones.length > 0 && !release.refusesLaunches;
}

/** A raise as the ledger has it before it is done by name: how many machines go to which zone, and what the maximum has to be. */
export function launchRaise(observation: Observation, { machines, max }: MoveOf<'surge'>): Partial<Release> {
  const { release, group, now, size } = observation;
  const surge: Surge = {
    ...{ machines: Math.max(0, group.desired - size), from: size, raised: true },
    ...settledSize(release, now),
    ...raisedMax(observation, max),
    launches: { at: now, zones: spread(machines, observation) },
  };
  return { surge, raises: (release.raises ?? 0) + 1, ...(max !== undefined && theirMax(observation)) };
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
