import { AwsError } from '../aws-error.js';
import type { Ec2, StateListener } from './ec2.js';
import { find, notFound } from './errors.js';
import type { Instance, InstanceState } from './instance.js';
import type { LaunchSpec } from './launch-spec.js';
import { isAlive, type LaunchedInstance } from './launched-instance.js';
import { prepareInstance } from './launching.js';
import { Visibility } from './visibility.js';

/** A terminated instance stays in sight about an hour (EC2 API, DescribeInstances). */
const remembered = 3_600_000;

/** Why an instance left its state (EC2 API, StateReason). */
export interface StateReason {
  readonly code: string;
  readonly message: string;
}

const userInitiated: StateReason = {
  code: 'Client.UserInitiatedShutdown',
  message: 'Client.UserInitiatedShutdown: User initiated shutdown',
};

/** The instances of one region and their states. The machines behind them are the world's; they say when a step is done. */
export class Fleet {
  readonly instances = new Map<string, LaunchedInstance>();
  readonly #ec2: Ec2;
  readonly #visibility: Visibility;
  readonly #listeners: StateListener[] = [];

  constructor(ec2: Ec2) {
    this.#ec2 = ec2;
    const { world, name } = ec2.region;
    this.#visibility = new Visibility(world, world.random.fork(`ec2 lag ${name}`));
  }

  onStateChange(listener: StateListener): void {
    this.#listeners.push(listener);
  }

  /** @throws {AwsError} as RunInstances would. */
  launch(spec: LaunchSpec): LaunchedInstance {
    this.#forget();
    const instance = prepareInstance(spec, this.#ec2);
    this.instances.set(instance.id, instance);
    this.#visibility.created(instance.id);
    this.#ec2.region.record('instance', instance.id, 'pending');
    this.#boot(instance);
    return instance;
  }

  /** Does nothing to one that is on its way out. @throws {AwsError} InvalidInstanceID.NotFound */
  terminate(id: string, reason: StateReason = userInitiated): void {
    const instance = this.find(id);
    if (!isAlive(instance)) return;
    instance.stateReason = reason;
    this.#change(instance, 'shutting-down');
    this.#ec2.region.world.machines.terminate(instance, () => this.#terminated(instance));
  }

  /** @throws {AwsError} IncorrectInstanceState unless it runs, is stopping or stopped. */
  stop(id: string): void {
    const instance = this.find(id);
    if (instance.state === 'stopping' || instance.state === 'stopped') return;
    if (instance.state !== 'running') throw incorrectState(id, 'stopped');
    instance.stateReason = userInitiated;
    this.#change(instance, 'stopping');
    this.#ec2.region.world.machines.stop(instance, () => {
      if (instance.state === 'stopping') this.#change(instance, 'stopped');
    });
  }

  /** @throws {AwsError} IncorrectInstanceState unless it is stopped, or running already. */
  start(id: string): void {
    const instance = this.find(id);
    if (instance.state === 'pending' || instance.state === 'running') return;
    if (instance.state !== 'stopped') throw incorrectState(id, 'started');
    instance.launchTime = this.#now();
    instance.stateReason = undefined;
    this.#change(instance, 'pending');
    this.#boot(instance);
  }

  /** The state stays `running` all the while; `whileDown` runs between the shutdown and the next boot. */
  reboot(id: string, whileDown: () => void = () => {}): void {
    const instance = this.find(id);
    if (instance.state !== 'running') throw incorrectState(id, 'rebooted');
    this.#ec2.region.record('instance', id, 'rebooting');
    const { machines } = this.#ec2.region.world;
    machines.stop(instance, () => {
      whileDown();
      if (instance.state === 'running') machines.boot(instance, { running: () => {}, failed: () => {} });
    });
  }

  /** Gives a running machine another root volume, which restarts it; its state stays `running` all the while. */
  replaceRoot(id: string, imageId: string, report: { replaced(): void; failed(reason: string): void }): void {
    const instance = this.find(id);
    const { machines } = this.#ec2.region.world;
    if (instance.state !== 'running') report.failed(`The instance ${id} does not run`);
    else if (this.#ec2.images.get(imageId)?.state !== 'available')
      report.failed(`The image ${imageId} is not available`);
    else {
      this.#ec2.region.record('instance', id, `root volume from ${imageId}`);
      machines.replaceRoot?.(instance, imageId, report);
    }
  }

  /** The truth, whatever a describe may show yet. @throws {AwsError} InvalidInstanceID.NotFound */
  find(id: string): LaunchedInstance {
    return find('instance', id, this.instances);
  }

  /** As a describe finds it. @throws {AwsError} InvalidInstanceID.NotFound, also for one that is too new. */
  findVisible(id: string): LaunchedInstance {
    const instance = this.instances.get(id);
    if (instance && this.#isVisible(instance)) return instance;
    throw notFound('instance', id);
  }

  /** All that a describe shows, oldest first. */
  visible(): LaunchedInstance[] {
    const seen: LaunchedInstance[] = [];
    for (const instance of this.instances.values()) if (this.#isVisible(instance)) seen.push(instance);
    return seen;
  }

  usesSecurityGroup(groupId: string): boolean {
    for (const { state, securityGroupIds } of this.instances.values()) {
      if (state !== 'terminated' && securityGroupIds.includes(groupId)) return true;
    }
    return false;
  }

  /** How many addresses of a subnet are taken. */
  countIn(subnetId: string): number {
    let count = 0;
    for (const instance of this.instances.values()) if (instance.subnetId === subnetId && isAlive(instance)) count++;
    return count;
  }

  #boot(instance: LaunchedInstance): void {
    this.#ec2.region.world.machines.boot(instance, {
      running: () => {
        if (instance.state === 'pending') this.#change(instance, 'running');
      },
      failed: (reason) => {
        if (instance.state !== 'pending') return;
        const code = 'Server.InternalError';
        instance.stateReason = { code, message: `${code}: Internal error on launch: ${reason}` };
        this.#terminated(instance);
      },
    });
  }

  #terminated(instance: LaunchedInstance): void {
    if (instance.state === 'terminated') return;
    instance.terminatedAt = this.#now();
    this.#ec2.volumes.release(instance.volumeIds);
    this.#change(instance, 'terminated');
  }

  #change(instance: LaunchedInstance, state: InstanceState): void {
    const previous = instance.state;
    instance.state = state;
    instance.runningSince = state === 'running' ? this.#now() : undefined;
    this.#ec2.region.record('instance', instance.id, state);
    for (const listener of this.#listeners) listener(instance, previous);
  }

  #isVisible(instance: Instance): boolean {
    return !this.#isForgotten(instance) && !this.#visibility.isHidden(instance.id);
  }

  #isForgotten({ terminatedAt }: Instance): boolean {
    return terminatedAt !== undefined && this.#now() - terminatedAt > remembered;
  }

  #forget(): void {
    for (const instance of this.instances.values()) {
      if (this.#isForgotten(instance)) this.instances.delete(instance.id);
    }
  }

  #now(): number {
    return this.#ec2.region.world.clock.now();
  }
}

function incorrectState(id: string, change: string): AwsError {
  return new AwsError(
    'IncorrectInstanceState',
    `The instance '${id}' is not in a state from which it can be ${change}.`,
  );
}
