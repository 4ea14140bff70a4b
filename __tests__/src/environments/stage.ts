import { expect } from '@jest/globals';
import { attachWorld } from '../../../sandbox/wire/attach-world.js';
import { AwsError } from '../../../sandbox/world/aws-error.js';
import { SimulatedMachines } from '../../../sandbox/world/machines/simulated-machines.js';
import { type Profile, profiles } from '../../../sandbox/world/profile.js';
import { SeededRandom } from '../../../sandbox/world/random.js';
import type { Region } from '../../../sandbox/world/region.js';
import { buildStarterWorld, type StarterWorld } from '../../../sandbox/world/starter-world.js';
import { VirtualClock } from '../../../sandbox/world/virtual-clock.js';
import { type Call, type ServiceName, World } from '../../../sandbox/world/world.js';
import { personalEnvOver } from '../../../src/actions/personal-env.js';
import { connect } from '../../../src/platform/aws.js';
import { RecordedStep } from '../../doubles/recorded-step.js';

const regionName = 'eu-west-1';

/** The branch that all is about unless another is named; `ben` pushes. */
export const branch = 'remote-run/ben/search';

type Given = Readonly<Record<string, string>>;

/** A world with a group `shop` of two machines, and the action on it. */
export class Stage {
  readonly clock = new VirtualClock();
  readonly machines: SimulatedMachines;
  readonly region: Region;
  readonly world: World;
  readonly starter: StarterWorld;
  /** Every call since the group was up. */
  readonly calls: Call[] = [];
  /** The host of the environment that was brought up last. */
  host = '';

  constructor(profile: Profile, seed: number) {
    const { clock } = this;
    let machines: SimulatedMachines | undefined;
    const random = new SeededRandom(seed);
    this.world = new World({
      ...{ clock, profile, random },
      machines: (world) => {
        machines = new SimulatedMachines(world);
        return machines;
      },
    });
    this.machines = machines ?? new SimulatedMachines(this.world);
    this.region = this.world.region(regionName);
    this.starter = buildStarterWorld(this.world, { region: regionName, machines: 2 });
  }

  /** Sets the stage, and lets the group come up. */
  static async set(profile: Profile = profiles.fast, seed = 7): Promise<Stage> {
    const stage = new Stage(profile, seed);
    await stage.clock.run(stage.clock.sleep(1_800_000));
    stage.world.interceptors.push({ before: (call) => stage.calls.push(call) });
    return stage;
  }

  step(inputs: Given, on = branch): RecordedStep {
    const workflow = { ref: `refs/heads/${on}`, eventName: 'push', actor: 'ben' };
    const usual = { mirror: this.starter.groupName, domain: 'dev.example.com', ref: on };
    return new RecordedStep({ ...usual, ...inputs }, { clock: this.clock, workflow });
  }

  /** Runs the action; gives the message that it fails with, or nothing. */
  main(step: RecordedStep): Promise<string> {
    const { clock, world } = this;
    const action = personalEnvOver(async ({ random }) =>
      connect({ region: regionName, clock, random, attach: (client) => attachWorld(client, world) }),
    );
    return action.main(step).then(
      () => '',
      (error: Error) => error.message,
    );
  }

  async run(inputs: Given, on = branch) {
    const step = this.step(inputs, on);
    const problem = await this.clock.run(this.main(step));
    return { step, problem, outputs: step.outputs };
  }

  up(inputs: Given = {}, on = branch) {
    return this.run({ command: 'up', ...inputs }, on);
  }

  down(inputs: Given = {}, on = branch) {
    return this.run({ command: 'down', ...inputs }, on);
  }

  /** Brings the environment up, which must succeed. */
  async bringUp(inputs: Given = {}) {
    const result = await this.up(inputs);
    expect(result.problem).toBe('');
    this.host = result.outputs.host ?? '';
    return result;
  }

  /** An API call by somebody else. */
  call(service: ServiceName, operation: string, input: object): object {
    return this.world.call({ service, operation, input, region: regionName });
  }

  wait(milliseconds: number): Promise<void> {
    return this.clock.run(this.clock.sleep(milliseconds));
  }

  addImage(name: string): string {
    return this.region.ec2.addImage({ name }).id;
  }

  /** Everything in the region, by kind: what an environment may add to and must take away. */
  inventory() {
    const { ec2, loadBalancing, autoScaling } = this.region;
    return {
      groups: [...autoScaling.groups.keys()],
      templates: [...ec2.launchTemplates.all.values()].map(({ name }) => name),
      targetGroups: [...loadBalancing.targetGroups.values()].map(({ name }) => name),
      rules: [...loadBalancing.listeners.values()].flatMap(({ rules }) => rules.map(({ arn }) => arn)),
      instances: [...ec2.instances.values()].filter(({ state }) => state !== 'terminated').map(({ id }) => id),
    };
  }

  /** The machines that requests to a host reach. */
  whoAnswers(host = this.host) {
    const { ec2, loadBalancing } = this.region;
    const routes = Array.from({ length: 8 }, () =>
      loadBalancing.route(this.starter.listenerArn, { host, path: '/', method: 'GET' }),
    );
    return routes.flatMap((route) => {
      const instance = route.kind === 'forward' ? ec2.instances.get(route.instanceId) : undefined;
      return instance ? [instance] : [];
    });
  }

  /** The images that answer at the environment's host. */
  images(): string[] {
    return [...new Set(this.whoAnswers().map(({ imageId }) => imageId))];
  }

  /**
   * Fails the n-th call that changes something, after it had its effect. Gives a function that ends this, and tells
   * whether there was such a call.
   */
  failAfter(count: number, failure: AwsError): () => boolean {
    let left = count;
    const interceptor = {
      after: ({ operation }: Call, output: object) => {
        if (/^Describe/.test(operation)) return output;
        left--;
        if (left === 0) throw failure;
        return output;
      },
    };
    this.world.interceptors.push(interceptor);
    return () => {
      this.world.interceptors.splice(this.world.interceptors.indexOf(interceptor), 1);
      return left <= 0;
    };
  }

  /** Ends the run, as it were by SIGKILL, after its n-th call that changes something. */
  dieAfter(count: number): () => boolean {
    return this.failAfter(count, new AwsError('Killed', 'the runner died'));
  }
}
