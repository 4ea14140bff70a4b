import type { MiddlewareStack } from '@smithy/types';
import { makeIdleTwin } from '../../__tests__/simulation/idle-twin.js';
import { kindOf } from '../../__tests__/simulation/kinds.js';
import { ThrottleBuckets } from '../../sandbox/faults/throttle-buckets.js';
import { attachWorld } from '../../sandbox/wire/attach-world.js';
import type { CallRecord } from '../../sandbox/wire/door.js';
import type { Group } from '../../sandbox/world/auto-scaling/group.js';
import { type Behaviour, SimulatedMachines } from '../../sandbox/world/machines/simulated-machines.js';
import { profiles } from '../../sandbox/world/profile.js';
import { SeededRandom } from '../../sandbox/world/random.js';
import type { Region } from '../../sandbox/world/region.js';
import { buildStarterWorld, type StarterWorld } from '../../sandbox/world/starter-world.js';
import { Traffic } from '../../sandbox/world/traffic.js';
import { VirtualClock } from '../../sandbox/world/virtual-clock.js';
import { World } from '../../sandbox/world/world.js';
import { type Aws, type AwsClient, connect } from '../../src/platform/aws.js';
import type { Fence } from '../../src/platform/fence.js';
import type { PairNames } from '../../src/rollout/two-group/find-sides.js';
import { silentStep } from '../silent-step.js';
import { Watch } from './watch.js';

const region = 'eu-west-1';
const second = 1_000;

/** The group that all run on: as its owner would set it, and the same for everybody. Times in seconds. */
export const setting = {
  gracePeriod: 300,
  healthCheckInterval: 10,
  deregistrationDelay: 30,
  /** How many requests come for each machine, a second. */
  requestsPerMachine: 10,
  /** How busy they keep a processor, and how busy a scaling policy wants it, in percent. */
  utilization: { now: 57, target: 60 },
} as const;

/** Long enough for the slowest machine of the profile to be in service and healthy. */
const settling = 900 * second;

/** A runner that dies: thrown at every call that it still tries to make. */
export class Killed extends Error {}

export interface CourseSettings {
  readonly seed: number;
  readonly machines: number;
  /** What machines of the new image do; they answer well if left out. */
  readonly newImage?: Behaviour;
  /** The group tracks its processors' load, and is content with it at the start. */
  readonly scales?: boolean;
  /** Beside the group there is an idle one, and the rollout is between the two. */
  readonly hasTwin?: boolean;
  /** The group's policy names its images, as AWS wants it where root volumes are replaced. */
  readonly namesImages?: boolean;
}

/** One simulated world with a group in service, its users, and a new image that waits to be rolled out. */
export class Course {
  readonly clock = new VirtualClock();
  readonly world: World;
  readonly machines: SimulatedMachines;
  readonly starter: StarterWorld;
  readonly size: number;
  readonly newImageId: string;
  readonly traffic: Traffic;
  /** Two groups, and their listener rule. */
  readonly pair: PairNames | undefined;
  #watch: Watch;
  #failedBefore = 0;
  readonly calls: CallRecord[] = [];
  readonly #random: SeededRandom;
  #isKilled = false;

  constructor({ seed, machines: size, newImage = {}, scales = false, hasTwin, namesImages }: CourseSettings) {
    this.#random = new SeededRandom(seed);
    this.size = size;
    let machines: SimulatedMachines | undefined;
    this.world = new World({
      clock: this.clock,
      random: this.#random.fork('world'),
      profile: profiles.realistic,
      machines: (world) => {
        machines = new SimulatedMachines(world);
        return machines;
      },
    });
    this.machines = machines as SimulatedMachines;
    const { requestsPerMachine, utilization, ...timing } = setting;
    const requestsAtFullLoad = (100 * requestsPerMachine) / utilization.now;
    this.machines.alter((_instance, behaviour) => ({ requestsAtFullLoad, ...behaviour }));
    const sizes = { machines: size, minSize: Math.ceil(size / 2), maxSize: 2 * size };
    const { groupInput } = kindOf('overrides with images of their own');
    this.starter = buildStarterWorld(this.world, {
      region,
      ...sizes,
      ...timing,
      ...(namesImages && groupInput && { groupInput }),
    });
    this.pair = hasTwin ? makeIdleTwin(this.world, this.starter, 'green', timing) : undefined;
    this.clock.advance(settling);
    this.newImageId = this.region.ec2.addImage({ name: 'next' }).id;
    this.machines.behave(this.newImageId, { version: 'next', ...newImage });
    const { listenerArn } = this.starter;
    this.traffic = new Traffic(this.region, this.machines, { listenerArn, rate: requestsPerMachine * size });
    this.#watch = new Watch(this);
    if (scales) this.#track();
    this.world.interceptors.push(new ThrottleBuckets(this.clock));
  }

  /** What has been seen since the last {@link begin}. */
  get watch(): Watch {
    return this.#watch;
  }

  /** Requests that users saw fail since then. */
  get failedRequests(): number {
    return this.traffic.failed - this.#failedBefore;
  }

  /** Forgets what was seen so far. */
  begin(): void {
    this.#watch = new Watch(this);
    this.#failedBefore = this.traffic.failed;
    this.calls.length = 0;
  }

  /** A good image, rolled out earlier. */
  addImage(name: string): string {
    const { id } = this.region.ec2.addImage({ name });
    this.machines.behave(id, { version: name });
    return id;
  }

  get region(): Region {
    return this.world.region(region);
  }

  /** The group as it truly is. */
  get group(): Group {
    return this.region.autoScaling.group(this.starter.groupName);
  }

  /** The group, and its idle twin if it has one. */
  get groups(): readonly Group[] {
    return [...this.region.autoScaling.groups.values()];
  }

  /** A connection of its own, whose calls are counted. Everything that goes through it ends with {@link kill}. */
  connect(fence?: Fence): Aws {
    return connect({
      region,
      fence,
      clock: this.clock,
      random: this.#random.fork('retry'),
      attach: (client) => {
        attachWorld(client, this.world, { clock: this.clock, onCall: (call) => this.calls.push(call) });
        this.#makeMortal(client);
      },
    });
  }

  step(run?: string) {
    return silentStep(this.clock, this.#random.fork('step'), run);
  }

  /** The runner dies: none of its calls comes through any more. */
  kill(): void {
    this.#isKilled = true;
  }

  /** Another runner: what is connected from now on lives. */
  revive(): void {
    this.#isKilled = false;
  }

  /** A change by somebody else, whose calls are not counted. */
  ask(operation: string, input: object): object {
    const named = { AutoScalingGroupName: this.starter.groupName, ...input };
    return this.world.call({ service: 'autoscaling', operation, input: named, region });
  }

  /** How many machines each image has among those that are in service. */
  inServiceByImage(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const { state, instance } of this.group.members.values()) {
      if (state === 'InService') counts.set(instance.imageId, (counts.get(instance.imageId) ?? 0) + 1);
    }
    return counts;
  }

  #track(): void {
    const PredefinedMetricSpecification = { PredefinedMetricType: 'ASGAverageCPUUtilization' };
    this.ask('PutScalingPolicy', {
      PolicyName: 'processors',
      PolicyType: 'TargetTrackingScaling',
      TargetTrackingConfiguration: { TargetValue: setting.utilization.target, PredefinedMetricSpecification },
    });
    this.clock.advance(60 * second);
  }

  #makeMortal(client: AwsClient): void {
    (client.middlewareStack as unknown as MiddlewareStack<object, object>).add(
      (next) => async (args) => {
        if (this.#isKilled) throw new Killed('the runner is dead');
        const output = await next(args);
        if (this.#isKilled) throw new Killed('the runner is dead');
        return output;
      },
      { step: 'initialize', priority: 'normal', name: 'steadfleet-mortal' },
    );
  }
}
