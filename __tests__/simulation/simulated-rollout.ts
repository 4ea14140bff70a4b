import type { DescribeAutoScalingGroupsCommandOutput } from '@aws-sdk/client-auto-scaling';
import type { MiddlewareStack } from '@smithy/types';
import type { FaultRule } from '../../sandbox/faults/fault-rule.js';
import { Faults } from '../../sandbox/faults/faults.js';
import { attachWorld } from '../../sandbox/wire/attach-world.js';
import type { CallRecord } from '../../sandbox/wire/door.js';
import { type Behaviour, SimulatedMachines } from '../../sandbox/world/machines/simulated-machines.js';
import { type ProfileName, profiles } from '../../sandbox/world/profile.js';
import { SeededRandom } from '../../sandbox/world/random.js';
import { buildStarterWorld, type StarterWorld } from '../../sandbox/world/starter-world.js';
import { Traffic } from '../../sandbox/world/traffic.js';
import { VirtualClock } from '../../sandbox/world/virtual-clock.js';
import { type Call, World } from '../../sandbox/world/world.js';
import { type Aws, type AwsClient, connect } from '../../src/platform/aws.js';
import { Deployment, type DeploymentEnd } from '../../src/rollout/deployment.js';
import type { Plan } from '../../src/rollout/plan.js';
import { RecordedStep } from '../doubles/recorded-step.js';

const region = 'eu-west-1';

/** A runner that dies: what is thrown where its process would have ended. */
export class Killed extends Error {}

/** Where a runner is killed: around its so-manieth API call, counted from 0. */
export interface Kill {
  readonly call: number;
  readonly when: 'before' | 'after';
}

export interface SimulationSettings {
  readonly seed: number;
  readonly profile?: ProfileName;
  readonly machines?: number;
  readonly minSize?: number;
  readonly maxSize?: number;
  readonly templateVersion?: string;
  readonly newImage?: Behaviour;
  readonly plan?: Partial<Plan>;
  /** The group's answers do not say which image a machine runs. */
  readonly hidesImages?: boolean;
}

export const ordinaryPlan: Plan = {
  maxSurge: { machines: 2 },
  maxUnavailable: { machines: 0 },
  minReady: 15_000,
  progressDeadline: 600_000,
  pollInterval: 10_000,
};

/** A group in a simulated world with its users, and runners that roll out to it and may be killed. */
export class SimulatedRollout {
  readonly clock = new VirtualClock();
  readonly world: World;
  readonly machines: SimulatedMachines;
  readonly starter: StarterWorld;
  readonly newImageId: string;
  /** A hundred requests a second, some of which take two seconds. */
  readonly traffic: Traffic;
  readonly calls: CallRecord[] = [];
  readonly faults: Faults;
  readonly #plan: Plan;
  readonly #random: SeededRandom;

  constructor({ seed, profile = 'realistic', newImage, plan, hidesImages, ...settings }: SimulationSettings) {
    this.#random = new SeededRandom(seed);
    let machines: SimulatedMachines | undefined;
    this.world = new World({
      clock: this.clock,
      random: this.#random.fork('world'),
      profile: profiles[profile],
      machines: (world) => {
        machines = new SimulatedMachines(world);
        return machines;
      },
    });
    this.machines = machines as SimulatedMachines;
    this.starter = buildStarterWorld(this.world, { region, gracePeriod: 600, ...settings });
    if (hidesImages) this.world.interceptors.push({ after: withoutImages });
    this.clock.advance(900_000);
    const { listenerArn } = this.starter;
    this.traffic = new Traffic(this.world.region(region), this.machines, { listenerArn, rate: 100 });
    this.faults = new Faults(this.#random.fork('faults'));
    this.world.interceptors.push(this.faults);
    this.newImageId = this.addImage('new', newImage);
    this.#plan = { ...ordinaryPlan, ...plan };
  }

  /** Lets API calls go wrong from now on. */
  strike(rules: readonly FaultRule[]): void {
    for (const rule of rules) this.faults.add(rule);
  }

  addImage(name: string, behaviour: Behaviour = {}): string {
    const { id } = this.world.region(region).ec2.addImage({ name });
    this.machines.behave(id, { version: name, ...behaviour });
    return id;
  }

  /** A runner of its own, as a workflow's step would be. */
  runner(kill?: Kill): { readonly deployment: Deployment; readonly step: RecordedStep } {
    const step = new RecordedStep({}, { clock: this.clock });
    return { step, deployment: this.deploymentOf(step, this.aws(kill)) };
  }

  deploymentOf(step: RecordedStep, aws: Aws = this.aws()): Deployment {
    return new Deployment({ step, aws, group: this.starter.groupName, plan: this.#plan });
  }

  /** Rolls the new image out, starting another runner whenever one is killed. */
  async rollOut(kill?: Kill): Promise<DeploymentEnd> {
    try {
      return await this.clock.run(this.runner(kill).deployment.run({ imageId: this.newImageId }, () => undefined));
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      return this.clock.run(this.runner().deployment.run({ imageId: this.newImageId }, () => undefined));
    }
  }

  /** The group as DescribeAutoScalingGroups shows it. */
  group() {
    const { AutoScalingGroups } = this.#askTruth<DescribeAutoScalingGroupsCommandOutput>('DescribeAutoScalingGroups', {
      AutoScalingGroupNames: [this.starter.groupName],
    });
    const group = AutoScalingGroups?.[0];
    if (!group) throw new Error('the group is gone');
    return group;
  }

  /** What a scaling policy or a person does: more or fewer machines, as far as the group's bounds allow. */
  scaleBy(machines: number): boolean {
    const { DesiredCapacity: before = 0, MinSize = 0, MaxSize = 0 } = this.group();
    const DesiredCapacity = before + machines;
    if (DesiredCapacity < MinSize || DesiredCapacity > MaxSize) return false;
    this.#askTruth('SetDesiredCapacity', { AutoScalingGroupName: this.starter.groupName, DesiredCapacity });
    return true;
  }

  /** Which images the machines in service run, each once. */
  imagesInService(): readonly string[] {
    const { ec2 } = this.world.region(region);
    const inService = (this.group().Instances ?? []).filter(({ LifecycleState }) => LifecycleState === 'InService');
    return [...new Set(inService.map(({ InstanceId }) => ec2.instances.get(InstanceId ?? '')?.imageId ?? ''))];
  }

  /** A call of somebody whom no fault befalls. */
  #askTruth<Output>(operation: string, input: object): Output {
    const interceptors = this.world.interceptors.splice(0);
    const output = this.world.call({ service: 'autoscaling', operation, input, region });
    this.world.interceptors.push(...interceptors);
    return output as Output;
  }

  aws(kill?: Kill): Aws {
    const counter = { calls: 0 };
    return connect({
      region,
      clock: this.clock,
      random: this.#random.fork('retry'),
      attach: (client) => {
        attachWorld(client, this.world, { clock: this.clock, onCall: (call) => this.calls.push(call) });
        if (kill) killAround(client, kill, counter);
      },
    });
  }
}

/** Throws {@link Killed} before or after one call, and at every call that the dead runner still tries to make. */
function killAround(client: AwsClient, kill: Kill, counter: { calls: number }): void {
  (client.middlewareStack as unknown as MiddlewareStack<object, object>).add(
    (next) => async (args) => {
      const position = counter.calls++;
      if (position > kill.call || (position === kill.call && kill.when === 'before')) throw new Killed();
      const output = await next(args);
      if (counter.calls > kill.call) throw new Killed();
      return output;
    },
    { step: 'initialize', priority: 'normal', name: 'steadfleet-kill' },
  );
}

/** Not every answer about a group says which image its machines run; EC2 is asked then. */
function withoutImages({ operation }: Call, output: object): object {
  if (operation !== 'DescribeAutoScalingGroups') return output;
  const { AutoScalingGroups = [] } = output as Partial<DescribeAutoScalingGroupsCommandOutput>;
  return {
    AutoScalingGroups: AutoScalingGroups.map(({ Instances = [], ...group }) => ({
      ...group,
      Instances: Instances.map(({ ImageId: _, ...instance }) => instance),
    })),
  };
}
