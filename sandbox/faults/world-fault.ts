import type { Group } from '../world/auto-scaling/group.js';
import type { Cancel } from '../world/clock.js';
import type { SimulatedMachines } from '../world/machines/simulated-machines.js';
import type { SeededRandom } from '../world/random.js';
import type { Region } from '../world/region.js';
import type { Traffic } from '../world/traffic.js';
import type { ServiceName } from '../world/world.js';

/** Where things go wrong: one group, the machines of its world, and its users if there are any. */
export interface FaultSite {
  readonly region: Region;
  readonly groupName: string;
  readonly machines: SimulatedMachines;
  readonly traffic?: Traffic;
  /** For choices that are left until a fault strikes. */
  readonly random: SeededRandom;
}

/** A fault whose details are settled. */
export interface PlannedFault {
  /** What will happen, in words. */
  readonly says: string;
  /** Makes it happen now. What it returns ends it early; else it ends by itself, or lasts if it is of that kind. */
  strike(): Cancel;
}

/** Something that can go wrong in the world, apart from API calls (see fault-rule.ts for those). */
export interface WorldFault<Settings> {
  /** Whether users can lose requests by it, whoever deploys and however well. */
  readonly costsRequests: boolean;
  readonly applies: (site: FaultSite) => boolean;
  /** Settles the details by chance. */
  readonly draw: (site: FaultSite, random: SeededRandom) => PlannedFault;
  /** Settles the details by hand. */
  readonly with: (site: FaultSite, settings: Settings) => PlannedFault;
}

interface Definition<Settings> {
  readonly costsRequests?: boolean;
  readonly applies?: (site: FaultSite) => boolean;
  readonly draw: (random: SeededRandom, site: FaultSite) => Settings;
  readonly says: (settings: Settings) => string;
  /** In seconds; without end if left out. */
  readonly lasts?: (settings: Settings) => number;
  /** What it returns puts things right again; nothing if that happens, or never happens, by itself. */
  readonly strike: (site: FaultSite, settings: Settings) => Cancel | undefined;
}

export function defineFault<Settings>(definition: Definition<Settings>): WorldFault<Settings> {
  const { costsRequests = false, applies = () => true, draw, says } = definition;
  const plan = (site: FaultSite, settings: Settings): PlannedFault => ({
    says: says(settings),
    strike: () => strike(definition, site, settings),
  });
  return { costsRequests, applies, draw: (site, random) => plan(site, draw(random, site)), with: plan };
}

function strike<Settings>(definition: Definition<Settings>, site: FaultSite, settings: Settings): Cancel {
  const says = definition.says(settings);
  site.region.record('fault', site.groupName, says);
  const end = definition.strike(site, settings);
  if (!end) return () => undefined;
  let isOver = false;
  const endOnce = () => {
    if (isOver) return;
    isOver = true;
    site.region.record('fault', site.groupName, `over: ${says}`);
    end();
  };
  if (definition.lasts) site.region.world.clock.schedule(definition.lasts(settings) * 1000, endOnce);
  return endOnce;
}

/** The group, if it is still there. */
export function groupOf({ region, groupName }: FaultSite): Group | undefined {
  return region.autoScaling.groups.get(groupName);
}

/** The ids of the members in service, oldest first. */
export function inService(site: FaultSite): string[] {
  const members = [...(groupOf(site)?.members.values() ?? [])];
  return members.filter(({ state }) => state === 'InService').map(({ instance }) => instance.id);
}

/** Whether the call is a fault's own: what befalls the deployer's calls does not befall it. */
export const ownCalls = new WeakSet<object>();

/** Calls the API as a person would who is refused sometimes. @returns undefined when AWS refused. */
export function ask<Output>(
  { region }: FaultSite,
  service: ServiceName,
  operation: string,
  input: object,
): Output | undefined {
  const call = { service, operation, input, region: region.name };
  ownCalls.add(call);
  try {
    return region.world.call(call) as Output;
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    region.record('fault', operation, `refused: ${error.message}`);
    return undefined;
  }
}

/** One of a list. @throws {RangeError} for an empty one. */
export function pick<Item>(items: readonly Item[], random: SeededRandom): Item {
  const item = items[Math.floor(random.next() * items.length)];
  if (item === undefined) throw new RangeError('Nothing to pick from');
  return item;
}

/** A whole number from `low` to `high`. */
export function whole(low: number, high: number, random: SeededRandom): number {
  return Math.floor(random.between(low, high + 1));
}
