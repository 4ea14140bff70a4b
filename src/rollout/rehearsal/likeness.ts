import { SimulatedMachines } from '../../../sandbox/world/machines/simulated-machines.js';
import { type Profile, profiles } from '../../../sandbox/world/profile.js';
import { SeededRandom } from '../../../sandbox/world/random.js';
import { VirtualClock } from '../../../sandbox/world/virtual-clock.js';
import { World } from '../../../sandbox/world/world.js';
import { bootTimes } from './boot-times.js';
import type { Portrait } from './portrait.js';
import { region, SetUp } from './set-up.js';

/** A simulated world with one group in it that is like a real one, all its machines in service. */
export interface Likeness {
  readonly clock: VirtualClock;
  readonly random: SeededRandom;
  readonly world: World;
  readonly region: string;
  /** The new image's id in this world. */
  readonly imageId: string;
  /** A text from this world as it would be said of the real group. */
  readonly inReality: (text: string) => string;
}

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
  const setUp = new SetUp(world, portrait);
  // Those that serve already need no time to come up.
  const comeUpInTime = simulated?.alter((_, behaviour) => ({ ...behaviour, boot: [0, 0] }));
  setUp.populate((milliseconds) => clock.advance(milliseconds));
  comeUpInTime?.();
  const nextBoot = bootTimes(portrait, random.fork('boot'));
  simulated?.alter((_, behaviour) => {
    const boot = nextBoot();
    return { ...behaviour, boot: [boot, boot] };
  });
  const inReality = (text: string) => setUp.inReality(text);
  return { clock, random, world, region, imageId: setUp.imageLike(imageId), inReality };
}

function profileOf({ pace }: Portrait): Profile {
  const { realistic } = profiles;
  return { ...realistic, start: pace.launch ?? realistic.start, shutdown: pace.shutdown ?? realistic.shutdown };
}
