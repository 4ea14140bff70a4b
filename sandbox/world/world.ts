import { autoScalingOperations } from './auto-scaling/operations.js';
import { AwsError } from './aws-error.js';
import { classicLoadBalancingOperations } from './classic-load-balancing/operations.js';
import type { WorldClock } from './clock.js';
import { cloudFormationOperations } from './cloud-formation/operations.js';
import { cloudWatchOperations } from './cloudwatch/operations.js';
import { codeDeployOperations } from './code-deploy/operations.js';
import { ec2Operations } from './ec2/operations.js';
import { EventLog } from './event-log.js';
import { latticeOperations } from './lattice/operations.js';
import { loadBalancingOperations } from './load-balancing/operations.js';
import type { Machines } from './machines/machines.js';
import type { Operations } from './operation.js';
import { refuseUnknownParameters } from './parameters.js';
import type { Profile } from './profile.js';
import type { SeededRandom } from './random.js';
import { Region } from './region.js';
import { securityTokenOperations } from './security-tokens/operations.js';
import { systemsManagerOperations } from './systems-manager/operations.js';

/**
 * Services by the name in the signature's scope (SigV4), which is what tells them apart on the wire; but for classic load
 * balancing, which shares the name of its successor and is told from it by the API's version.
 */
export const services = {
  autoscaling: autoScalingOperations,
  cloudformation: cloudFormationOperations,
  codedeploy: codeDeployOperations,
  ec2: ec2Operations,
  elasticloadbalancing: loadBalancingOperations,
  'elasticloadbalancing-classic': classicLoadBalancingOperations,
  monitoring: cloudWatchOperations,
  ssm: systemsManagerOperations,
  sts: securityTokenOperations,
  'vpc-lattice': latticeOperations,
} as const satisfies Record<string, Operations>;

export type ServiceName = keyof typeof services;

/** One API call on its way into the world. */
export interface Call {
  readonly service: ServiceName;
  readonly operation: string;
  readonly input: object;
  readonly region: string;
  /** Who makes it, as CloudTrail's userIdentity would say; undefined where nobody asked to be told apart. */
  readonly caller?: string;
}

/** Looks at every call before and after its effect; throws an AwsError to fail it. This is where faults come in. */
export interface Interceptor {
  /** Milliseconds that the call takes on top of its ordinary time. Asked once, before `before`, with the same call. */
  delay?(call: Call): number;
  before?(call: Call): void;
  after?(call: Call, output: object): object;
}

export interface WorldSettings {
  readonly clock: WorldClock;
  readonly random: SeededRandom;
  readonly profile: Profile;
  readonly machines: (world: World) => Machines;
}

/** AWS on your own machine: one account, as many regions as are asked for, one clock. */
export class World {
  readonly account = '000000000000';
  readonly clock: WorldClock;
  readonly random: SeededRandom;
  readonly profile: Profile;
  readonly log = new EventLog();
  readonly machines: Machines;
  readonly interceptors: Interceptor[] = [];
  readonly #regions = new Map<string, Region>();

  constructor({ clock, random, profile, machines }: WorldSettings) {
    this.clock = clock;
    this.random = random;
    this.profile = profile;
    this.machines = machines(this);
  }

  region(name: string): Region {
    const region = this.#regions.get(name) ?? new Region(name, this);
    this.#regions.set(name, region);
    return region;
  }

  get regions(): ReadonlyMap<string, Region> {
    return this.#regions;
  }

  /**
   * Carries out one API call, at once. All doors (SDK, HTTP, short-cut) end here.
   * @throws {AwsError} as AWS would answer.
   */
  call(call: Call): object {
    const operation = (services[call.service] as Operations)[call.operation];
    if (!operation) {
      throw new AwsError(
        'InvalidAction',
        `The sandbox does not implement ${call.service} ${call.operation}. See docs/sandbox.md for what it does.`,
      );
    }
    refuseUnknownParameters(call, operation);
    for (const interceptor of this.interceptors) interceptor.before?.(call);
    let output = operation.run(call.input as never, this.region(call.region));
    for (const interceptor of this.interceptors) output = interceptor.after?.(call, output) ?? output;
    return output;
  }
}
