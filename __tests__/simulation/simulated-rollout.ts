import type { DescribeAutoScalingGroupsCommandOutput } from '@aws-sdk/client-auto-scaling';
import type { FaultRule } from '../../sandbox/faults/fault-rule.js';
import { Faults } from '../../sandbox/faults/faults.js';
import { ReadLag } from '../../sandbox/faults/read-lag.js';
import { Swarm, type SwarmSettings } from '../../sandbox/faults/swarm.js';
import { attachWorld } from '../../sandbox/wire/attach-world.js';
import type { CallRecord } from '../../sandbox/wire/door.js';
import { worldClient } from '../../sandbox/wire/world-clients.js';
import type { Group } from '../../sandbox/world/auto-scaling/group.js';
import { type Behaviour, SimulatedMachines } from '../../sandbox/world/machines/simulated-machines.js';
import { type ProfileName, profiles } from '../../sandbox/world/profile.js';
import { SeededRandom } from '../../sandbox/world/random.js';
import type { Region } from '../../sandbox/world/region.js';
import { buildStarterWorld, type StarterSettings, type StarterWorld } from '../../sandbox/world/starter-world.js';
import { Traffic } from '../../sandbox/world/traffic.js';
import { VirtualClock } from '../../sandbox/world/virtual-clock.js';
import { type Call, World } from '../../sandbox/world/world.js';
import { type Aws, connect } from '../../src/platform/aws.js';
import { endOfPost } from '../../src/platform/cancellation.js';
import { Fence } from '../../src/platform/fence.js';
import { Deployment, type DeploymentEnd, type DeploymentSettings } from '../../src/rollout/deployment.js';
import type { Plan } from '../../src/rollout/heart/plan.js';
import { lease } from '../../src/rollout/ledger/lease.js';
import { oldestRead } from '../../src/rollout/size/size.js';
import type { PairNames } from '../../src/rollout/two-group/find-sides.js';
import { RecordedStep } from '../doubles/recorded-step.js';
import { makeIdleTwin } from './idle-twin.js';
import { Auditor } from './invariants/auditor.js';
import { groupsOf, type Scene } from './invariants/invariants.js';
import './loaded-beforehand.js';
import type { LateReads } from './scenario.js';
import { ordinaryPlan } from './strategies.js';
import { Killed, type Trouble, TroubledRunner } from './troubles.js';

const region = 'eu-west-1';
const second = 1_000;
const minute = 60 * second;

/** No story of these small groups has ever needed a quarter of it. */
const mostCalls = 20_000;

export interface SimulationSettings extends Omit<Partial<StarterSettings>, 'region' | 'name'> {
  readonly seed: number;
  readonly profile?: ProfileName;
  readonly newImage?: Behaviour;
  readonly plan?: Partial<Plan>;
  /** The group's answers do not say which image a machine runs. */
  readonly hidesImages?: boolean;
  /** Reads of groups and load balancers may be late. */
  readonly lateReads?: LateReads;
  /** Beside the group there is an idle one, `green`, and the rollouts are between the two. */
  readonly hasTwin?: boolean;
  /** Told of everything that happens, a line each. */
  readonly onLine?: (line: string) => void;
}

/** A step of a workflow on a runner of its own. */
export interface Runner {
  readonly name: string;
  readonly step: RecordedStep;
  readonly deployment: Deployment;
  /** The post phase of the same step, for what follows a cancel. */
  readonly post: () => Deployment;
}

/**
 * A group in a simulated world with its users, and runners that roll out to it. Anything may befall the world, the calls
 * and the runners; the auditor watches all the while.
 */
export class SimulatedRollout {
  readonly clock = new VirtualClock();
  readonly world: World;
  readonly machines: SimulatedMachines;
  readonly starter: StarterWorld;
  readonly newImageId: string;
  /** Two groups, and their listener rule. */
  readonly pair: PairNames | undefined;
  /** A hundred requests a second, some of which take two seconds. */
  readonly traffic: Traffic;
  readonly calls: CallRecord[] = [];
  /** Rejects when the runners make so many calls that they can only be running in circles. */
  readonly circling: Promise<never>;
  readonly faults: Faults;
  readonly auditor: Auditor;
  readonly #plan: Plan;
  /** Runners of which no more than the clean-up is left. */
  readonly #cleaningUp = new Set<string>();
  readonly #random: SeededRandom;
  readonly #onLine: ((line: string) => void) | undefined;
  readonly #readsLate: boolean;
  #runners = 0;
  #circles: (error: Error) => void = () => undefined;

  constructor({
    seed,
    profile = 'realistic',
    newImage = {},
    plan,
    hidesImages,
    lateReads,
    hasTwin = false,
    onLine,
    ...settings
  }: SimulationSettings) {
    this.#random = new SeededRandom(seed);
    this.#onLine = onLine;
    this.circling = new Promise((_, reject) => {
      this.#circles = reject;
    });
    this.circling.catch(() => undefined);
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
    // First, so that it answers as AWS would have then, whatever a fault makes of that.
    this.#readsLate = lateReads !== undefined;
    if (lateReads) this.#delayReads(lateReads);
    if (hidesImages) this.world.interceptors.push({ after: withoutImages });
    this.pair = hasTwin ? makeIdleTwin(this.world, this.starter) : undefined;
    this.clock.advance(15 * minute);
    const { listenerArn, groupName } = this.starter;
    this.traffic = new Traffic(this.region, this.machines, { listenerArn, rate: 100 });
    this.faults = new Faults(this.#random.fork('faults'));
    this.world.interceptors.push(this.faults);
    this.newImageId = this.addImage('new', newImage);
    this.#plan = { ...ordinaryPlan, ...plan };
    const [, twin] = this.pair?.groups ?? [];
    const named = (name: string) => this.region.autoScaling.group(name);
    const groups: Scene['groups'] = twin === undefined ? [named(groupName)] : [named(groupName), named(twin)];
    const { starter, traffic } = this;
    this.auditor = new Auditor({
      region: this.region,
      starter,
      groups,
      traffic,
      machines: this.machines,
      plan: this.#plan,
      oldestRead: Math.max(this.world.profile.lag[1], second * (lateReads?.upTo ?? 0)),
    });
    if (typeof newImage.answers === 'object') this.auditor.serving.isAllOurs = false;
    this.#keepDiary();
  }

  get region(): Region {
    return this.world.region(region);
  }

  /** Lets API calls go wrong from now on. */
  strike(rules: readonly FaultRule[]): void {
    for (const rule of rules) this.faults.add(rule);
  }

  /** Lets the world go wrong from now on, by chance. */
  swarm(settings: SwarmSettings): Swarm {
    const { groupName } = this.starter;
    const swarm = new Swarm(
      { region: this.region, groupName, machines: this.machines, traffic: this.traffic },
      settings,
    );
    if (swarm.appointments.length > 0) this.auditor.serving.isAllOurs = false;
    for (const line of swarm.description) this.#onLine?.(`swarm: ${line}`);
    swarm.start();
    return swarm;
  }

  addImage(name: string, behaviour: Behaviour = {}): string {
    const { id } = this.region.ec2.addImage({ name });
    this.machines.behave(id, { version: name, ...behaviour });
    return id;
  }

  /** A step of a workflow's run of its own; `after`: the next step of the same job, on the same machine. */
  runner(trouble?: Trouble, after?: Runner): Runner {
    const name = `run ${++this.#runners}`;
    const onLine = this.#onLine && ((line: string) => this.#tell(`${name} ${line}`));
    const runId = String(41 + this.#runners);
    const runUrl = `https://github.com/octo/shop/actions/runs/${runId}`;
    const own = {
      runUrl,
      runId,
      job: 'deploy',
      runnerName: `machine ${runId}`,
      runnerEnvironment: 'self-hosted',
    } as const;
    const workflow = after ? { ...after.step.workflow, runUrl } : own;
    const step = new RecordedStep({}, { clock: this.clock, workflow, ...(onLine && { onLine }) });
    return {
      name,
      step,
      deployment: this.deploymentOf(step, name, trouble),
      post: () => {
        this.#cleaningUp.add(name);
        return this.deploymentOf(step.post(endOfPost(this.clock, step.cancelledAt)), name);
      },
    };
  }

  /** Whether this runner was cancelled or cut off, so that it only puts back what it has borrowed. */
  isCleaningUp(runner: string): boolean {
    return this.#cleaningUp.has(runner);
  }

  /** A deployment of a step; `own`: what it has in place of the simulation's settings. */
  deploymentOf(
    step: RecordedStep,
    caller = 'somebody',
    trouble?: Trouble,
    own: Partial<Omit<DeploymentSettings, 'plan'>> & { readonly plan?: Partial<Plan> } = {},
  ): Deployment {
    const fence = new Fence(this.clock, lease.lasts / 2);
    const aws = this.aws(trouble, caller, fence, step.cancellation);
    const plan = { ...this.#plan, ...own.plan };
    const pair = this.pair && { pair: this.pair };
    return new Deployment({ step, aws, fence, group: this.starter.groupName, ...pair, ...own, plan });
  }

  /** Rolls the new image out, starting another runner whenever one is killed. */
  async rollOut(trouble?: Trouble): Promise<DeploymentEnd> {
    const source = { imageId: this.newImageId };
    const first = this.runner(trouble);
    try {
      return await this.clock.run(first.deployment.run(source, () => undefined));
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      return this.clock.run(this.runner(undefined, first).deployment.run(source, () => undefined));
    }
  }

  /** The group whose machines most requests go to. */
  get busiest(): Group {
    const { serving, wishes, scene } = this.auditor;
    const other = groupsOf(scene).find((group) => group !== wishes.group);
    return other && serving.shareOf(other) > serving.shareOf(wishes.group) ? other : wishes.group;
  }

  /** A group as DescribeAutoScalingGroups shows it. */
  group(name = this.starter.groupName) {
    const { AutoScalingGroups } = this.askTruth<DescribeAutoScalingGroupsCommandOutput>('DescribeAutoScalingGroups', {
      AutoScalingGroupNames: [name],
    });
    const group = AutoScalingGroups?.[0];
    if (!group) throw new Error('the group is gone');
    return group;
  }

  /** What a scaling policy does: so many machines more or fewer, as far as the group's bounds allow. */
  scaleBy(machines: number): boolean {
    const { name } = this.busiest;
    const { DesiredCapacity = 0, MinSize = 0, MaxSize = 0 } = this.group(name);
    if (machines === 0 || DesiredCapacity + machines < MinSize || DesiredCapacity + machines > MaxSize) return false;
    // A scale-in chooses its own victims, the oldest template's first: what it takes from users is not ours.
    if (machines < 0) this.auditor.serving.isAllOurs = false;
    const policy = { AutoScalingGroupName: name, PolicyName: 'scale' };
    const adjustment = { AdjustmentType: 'ChangeInCapacity', ScalingAdjustment: machines };
    this.askTruth('PutScalingPolicy', { ...policy, ...adjustment });
    this.askTruth('ExecutePolicy', policy);
    this.askTruth('DeletePolicy', policy);
    return true;
  }

  /** What a person does: as many machines as that, in the group that serves. */
  scaleTo(DesiredCapacity: number): void {
    const { name: AutoScalingGroupName, desired } = this.busiest;
    // Which machines a scale-in takes is AWS's choice, the oldest template's first.
    if (DesiredCapacity < desired) this.auditor.serving.isAllOurs = false;
    this.askTruth('SetDesiredCapacity', { AutoScalingGroupName, DesiredCapacity });
  }

  /** Which images the machines in service run, each once. */
  imagesInService(): readonly string[] {
    const { ec2 } = this.region;
    const inService = (this.group().Instances ?? []).filter(({ LifecycleState }) => LifecycleState === 'InService');
    return [...new Set(inService.map(({ InstanceId }) => ec2.instances.get(InstanceId ?? '')?.imageId ?? ''))];
  }

  /** A call of somebody whom no fault befalls, and who is not watched. */
  askTruth<Output>(operation: string, input: object): Output {
    const interceptors = this.world.interceptors.splice(0);
    const output = this.world.call({ service: 'autoscaling', operation, input, region });
    this.world.interceptors.push(...interceptors);
    return output as Output;
  }

  aws(trouble?: Trouble, caller = 'somebody', fence?: Fence, cancellation?: AbortSignal): Aws {
    // Where reads are late as well, none is older than what the loop counts with, all in all.
    const oldest = this.#readsLate ? oldestRead - this.auditor.scene.oldestRead : Number.POSITIVE_INFINITY;
    const troubled = trouble && new TroubledRunner(this.clock, trouble, oldest);
    if (trouble && 'holdUp' in trouble) this.auditor.serving.heldUp = Math.min(trouble.holdUp, lease.lasts / 2);
    const onCall = (call: CallRecord) => {
      this.calls.push(call);
      if (this.calls.length > mostCalls) this.#circles(new Error(`more than ${mostCalls} calls: it runs in circles`));
      this.auditor.callEnded(call.error);
      if (this.#onLine) this.#tell(`${caller} calls ${call.operation}${call.error ? `: ${call.error}` : ''}`);
    };
    return connect({
      region,
      clock: this.clock,
      random: this.#random.fork('retry'),
      fence,
      cancellation,
      make: worldClient,
      attach: (client) => {
        attachWorld(client, this.world, { clock: this.clock, caller, onCall });
        troubled?.befall(client);
      },
    });
  }

  #delayReads({ likelihood, upTo }: LateReads): void {
    const settings = { probability: likelihood, age: [0, second * upTo] } as const;
    this.world.interceptors.push(new ReadLag(this.world, this.#random.fork('late reads'), settings));
  }

  #keepDiary(): void {
    if (!this.#onLine) return;
    this.world.log.onEvent(({ kind, subject, change }) =>
      this.#tell(`${kind} ${subject.replace(/^[^/]*\//, '')} ${change}`),
    );
  }

  #tell(line: string): void {
    const seconds = ((this.clock.elapsed() - 15 * minute) / 1000).toFixed(1);
    this.#onLine?.(`${seconds.padStart(8)} s  ${line}`);
  }
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
