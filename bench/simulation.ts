import { attachWorld } from '../sandbox/wire/attach-world.js';
import { worldClient } from '../sandbox/wire/world-clients.js';
import { SimulatedMachines } from '../sandbox/world/machines/simulated-machines.js';
import { profiles } from '../sandbox/world/profile.js';
import { SeededRandom } from '../sandbox/world/random.js';
import { buildStarterWorld } from '../sandbox/world/starter-world.js';
import { VirtualClock } from '../sandbox/world/virtual-clock.js';
import { World } from '../sandbox/world/world.js';
import { connect } from '../src/platform/aws.js';
import { Fence } from '../src/platform/fence.js';
import { Deployment } from '../src/rollout/deployment.js';
import { lease } from '../src/rollout/ledger/lease.js';
import { numberOption, refuseUnknownOptions, rounded } from './measure.js';
import { planFrom } from './rollout/strategies.js';
import { silentStep } from './silent-step.js';
import { table } from './table.js';

const region = 'eu-west-1';
const machines = 6;
/** rolling-deploy's own defaults. */
const plan = planFrom({});
const target = 50;
const minute = 60_000;
/** In seconds: longer than the slowest boot, as a group's owner would set it. */
const gracePeriod = 600;
/** Long enough for every machine of the first version to be in service, in the slowest draw of the profile. */
const settling = 10 * minute;

/**
 * Whole rollouts, one seed after the other: a world is made, six machines come up, a new image replaces them, all in
 * AWS's ordinary times. Counted against processor time, so that what else the computer does matters little.
 */
export async function simulation(given: readonly string[]): Promise<object> {
  refuseUnknownOptions(given, ['seconds']);
  const seconds = numberOption(given, 'seconds', 10);
  await measure(1, 0);
  const { rollouts, virtual, real, processor } = await measure(seconds, 1_000);
  const figures = {
    rolloutsPerSecondPerCore: rounded(rollouts / processor),
    virtualToReal: Math.round(virtual / real),
  };
  console.log(
    table(
      ['simulation, six machines', ''],
      [
        ['rollouts', String(rollouts)],
        ['real time', `${real.toFixed(1)} s`],
        ['processor time', `${processor.toFixed(1)} s`],
        ['virtual time', `${(virtual / 3_600).toFixed(1)} h`],
        ['rollouts per second and core', figures.rolloutsPerSecondPerCore.toFixed(1)],
        ['virtual to real time', `${figures.virtualToReal} to 1`],
      ],
    ),
  );
  return {
    bench: 'simulation',
    machines,
    rollouts,
    ...figures,
    target,
    met: figures.rolloutsPerSecondPerCore >= target,
  };
}

/** Rolls out for so many seconds. All times that it gives are in seconds. */
async function measure(seconds: number, firstSeed: number) {
  const processorBefore = process.cpuUsage();
  const began = performance.now();
  const elapsed = () => (performance.now() - began) / 1_000;
  let rollouts = 0;
  let virtual = 0;
  while (elapsed() < seconds) virtual += await simulate(firstSeed + rollouts++);
  const { user, system } = process.cpuUsage(processorBefore);
  return { rollouts, virtual, real: elapsed(), processor: (user + system) / 1e6 };
}

/** One rollout. Gives the virtual seconds that passed; throws an Error when it does not succeed. */
async function simulate(seed: number): Promise<number> {
  const clock = new VirtualClock();
  const random = new SeededRandom(seed);
  const profile = profiles.realistic;
  const world = new World({ clock, random, profile, machines: (made) => new SimulatedMachines(made) });
  const { groupName } = buildStarterWorld(world, { region, machines, gracePeriod });
  clock.advance(settling);
  const { id: imageId } = world.region(region).ec2.addImage({ name: 'next' });
  const fence = new Fence(clock, lease.lasts / 2);
  const aws = connect({
    region,
    clock,
    random,
    fence,
    make: worldClient,
    attach: (client) => attachWorld(client, world, { clock }),
  });
  const deployment = new Deployment({ step: silentStep(clock, random), aws, fence, group: groupName, plan });
  const { outcome, reason } = await clock.run(deployment.run({ imageId }, () => undefined));
  if (outcome !== 'succeeded') throw new Error(`Seed ${seed} ended ${outcome}: ${reason}`);
  return clock.elapsed() / 1_000;
}
