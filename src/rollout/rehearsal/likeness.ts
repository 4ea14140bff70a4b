import { SimulatedMachines } from '../../../sandbox/world/machines/simulated-machines.js';
import { type Profile, profiles } from '../../../sandbox/world/profile.js';
import { SeededRandom } from '../../../sandbox/world/random.js';
import { VirtualClock } from '../../../sandbox/world/virtual-clock.js';
import { World } from '../../../sandbox/world/world.js';
import type { PairNames } from '../two-group/find-sides.js';
import { createTargetGroup, forwardTo } from './balance.js';
import { bootTimes } from './boot-times.js';
import type { Portrait } from './portrait.js';
import { type Caller, SetUp } from './set-up.js';
import { StandIns } from './stand-ins.js';

/** A simulated world with one group in it, or two, like real ones, all machines in service. */
export interface Likeness {
  readonly clock: VirtualClock;
  readonly random: SeededRandom;
  readonly world: World;
  readonly region: string;
  /** The new image's id in this world. */
  readonly imageId: string;
  /** The two groups and their rule, where one of them is idle. */
  readonly pair?: PairNames;
  /** A text from this world as it would be said of the real group. */
  readonly inReality: (text: string) => string;
}

const region = 'eu-west-1';

/**
 * Builds the likeness. Its machines take as long as the real ones did; where nothing tells, as long as on an ordinary
 * day. Another seed gives other times within the same bounds.
 */
export function buildLikeness(portrait: Portrait, imageId: string, seed: number): Likeness {
  const clock = new VirtualClock();
  const random = new SeededRandom(seed);
  const profile = profileOf(portrait);
  let simulated: SimulatedMachines | undefined;
  const machines = (world: World) => {
    simulated = new SimulatedMachines(world);
    return simulated;
  };
  const world = new World({ clock, random: random.fork('world'), profile, machines });
  const standIns = new StandIns(world, region);
  // Those that serve already need no time to come up.
  const comeUpInTime = simulated?.alter((_, behaviour) => ({ ...behaviour, boot: [0, 0] }));
  const pair = settle(world, clock, standIns, portrait);
  comeUpInTime?.();
  const nextBoot = bootTimes(portrait, random.fork('boot'));
  simulated?.alter((_, behaviour) => {
    const boot = nextBoot();
    return { ...behaviour, boot: [boot, boot] };
  });
  const inReality = (text: string) => standIns.inReality(text);
  return { clock, random, world, region, imageId: standIns.imageLike(imageId), inReality, ...(pair && { pair }) };
}

/** Makes the groups and lets their machines come up. */
function settle(world: World, clock: VirtualClock, standIns: StandIns, portrait: Portrait): PairNames | undefined {
  const call: Caller = (service, operation, input) => world.call({ service, operation, input, region }) as never;
  const subnets = [...world.region(region).ec2.subnets.values()];
  const subnetIds = subnets.map(({ id }) => id);
  const vpcId = subnets[0]?.vpcId ?? '';
  const groups = portrait.idle ? [portrait, portrait.idle] : [portrait];
  const targetGroups = groups.map((group, at) =>
    group.targetGroups.map((watch, index) => createTargetGroup(call, vpcId, watch, `targets-${at + 1}-${index + 1}`)),
  );
  const rule = forwardTo(call, subnetIds, targetGroups[0] ?? [], targetGroups[1]?.[0]);
  const setUps = groups.map(
    (group, at) => new SetUp({ call, clock, standIns, subnetIds, targetGroups: targetGroups[at] ?? [] }, group),
  );
  for (const setUp of setUps) setUp.populate();
  for (const setUp of setUps) setUp.schedule();
  return portrait.idle && { groups: [portrait.name, portrait.idle.name], rule };
}

/** Launches of the idle group are those that count, where there are any. */
function profileOf({ pace, idle }: Portrait): Profile {
  const { realistic } = profiles;
  const start = idle?.pace.launch ?? pace.launch ?? realistic.start;
  return { ...realistic, start, shutdown: pace.shutdown ?? realistic.shutdown };
}
