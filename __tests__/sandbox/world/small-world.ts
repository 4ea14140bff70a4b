import type { DescribeInstancesResult, Reservation, Instance as SdkInstance } from '@aws-sdk/client-ec2';
import { AwsError } from '../../../sandbox/world/aws-error.js';
import type { Instance } from '../../../sandbox/world/ec2/instance.js';
import type { CommandResult, Machines } from '../../../sandbox/world/machines/machines.js';
import { type Profile, profiles } from '../../../sandbox/world/profile.js';
import { SeededRandom } from '../../../sandbox/world/random.js';
import { VirtualClock } from '../../../sandbox/world/virtual-clock.js';
import { type ServiceName, World } from '../../../sandbox/world/world.js';

type Report = Parameters<Machines['boot']>[1];

/** Machines that take exactly one second for every step. */
export class SteadyMachines implements Machines {
  readonly calls: string[] = [];
  bootFailure: string | undefined;
  captureFailure: string | undefined;
  commandResult: CommandResult = { exitCode: 0, stdout: 'done', stderr: '' };
  readonly #world: World;
  #addresses = 0;

  constructor(world: World) {
    this.#world = world;
  }

  addressFor(): string {
    return `10.0.0.${++this.#addresses}`;
  }

  boot({ id }: Instance, report: Report): void {
    this.#in(`boot ${id}`, () => (this.bootFailure ? report.failed(this.bootFailure) : report.running()));
  }

  stop({ id }: Instance, done: () => void): void {
    this.#in(`stop ${id}`, done);
  }

  terminate({ id }: Instance, done: () => void): void {
    this.#in(`terminate ${id}`, done);
  }

  capture({ id }: Instance, imageId: string, report: Parameters<Machines['capture']>[2]): void {
    const { captureFailure } = this;
    this.#in(`capture ${id} ${imageId}`, () => (captureFailure ? report.failed(captureFailure) : report.available()));
  }

  copy(source: string, imageId: string, report: Parameters<Machines['copy']>[2]): void {
    this.#in(`copy ${source} ${imageId}`, () => report.available());
  }

  discard(imageId: string): void {
    this.calls.push(`discard ${imageId}`);
  }

  execute({ id }: Instance, script: readonly string[], done: (result: CommandResult) => void) {
    return this.#in(`execute ${id} ${script.join(';')}`, () => done(this.commandResult));
  }

  probe(): void {}

  consoleOutput({ id }: Instance): string {
    return `console of ${id}`;
  }

  #in(call: string, event: () => void) {
    this.calls.push(call);
    return this.#world.clock.schedule(1_000, event);
  }
}

/** One region with a base image and nothing else, in which time passes on command. */
export function smallWorld({ profile = profiles.fast, seed = 1 }: { profile?: Profile; seed?: number } = {}) {
  const clock = new VirtualClock();
  let steady: SteadyMachines | undefined;
  const machines = (world: World) => {
    steady = new SteadyMachines(world);
    return steady;
  };
  const world = new World({ clock, random: new SeededRandom(seed), profile, machines });
  const region = world.region('eu-west-1');
  const image = region.ec2.addImage({ name: 'base-1', owner: 'amazon' });
  const callIn = <Output>(name: string, service: ServiceName, operation: string, input: object) =>
    world.call({ service, operation, input, region: name }) as Output;
  const ec2 = <Output>(operation: string, input: object = {}) => callIn<Output>('eu-west-1', 'ec2', operation, input);
  const run = (input: object = {}) =>
    (ec2<Reservation>('RunInstances', { ImageId: image.id, MinCount: 1, MaxCount: 1, ...input }).Instances ??
      []) as (SdkInstance & { InstanceId: string })[];
  const seen = (input: object = {}) =>
    (ec2<DescribeInstancesResult>('DescribeInstances', input).Reservations ?? []).flatMap(
      ({ Instances = [] }) => Instances,
    );
  return {
    ...{ clock, world, region, imageId: image.id, machines: steady as unknown as SteadyMachines },
    ...{ callIn, ec2, run, seen },
    ssm: <Output>(operation: string, input: object = {}) => callIn<Output>('eu-west-1', 'ssm', operation, input),
    /** Launches one and waits until it runs. */
    runOne: (input: object = {}) => {
      const id = run(input)[0]?.InstanceId ?? '';
      clock.advance(1_000);
      return id;
    },
    stateOf: (id: string) => seen({ InstanceIds: [id] })[0]?.State?.Name,
  };
}

/** The code that a call is refused with; `none` when it is not refused. */
export function refusal(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    if (error instanceof AwsError) return error.code;
    throw error;
  }
  return 'none';
}
