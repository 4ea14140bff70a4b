import type { Region } from '../region.js';
import type { Shortage } from './capacity.js';
import { ClientTokens } from './client-tokens.js';
import { Fleet, type StateReason } from './fleet.js';
import { Identifiers } from './identifiers.js';
import type { Image, SeedImage } from './image.js';
import { Images } from './images.js';
import type { Instance, InstanceState } from './instance.js';
import type { KeyPair } from './key-pairs.js';
import type { LaunchSpec } from './launch-spec.js';
import { LaunchTemplates, type TemplateVersion } from './launch-templates.js';
import type { LaunchedInstance } from './launched-instance.js';
import { Network, type Subnet } from './network.js';
import { SecurityGroups } from './security-groups.js';
import { Snapshots } from './snapshots.js';
import { Volumes } from './volumes.js';

/** Called after an instance has changed its state. */
export type StateListener = (instance: Instance, previous: InstanceState) => void;

/** Which version of which template: the template by id or name; the version a number, `$Latest` or `$Default` (also when left out). */
export interface TemplateReference {
  readonly LaunchTemplateId?: string | undefined;
  readonly LaunchTemplateName?: string | undefined;
  readonly Version?: string | undefined;
}

/** EC2 in one region: what stands for each resource, and the short ways that the other services take. */
export class Ec2 {
  readonly region: Region;
  readonly ids: Identifiers;
  readonly clientTokens = new ClientTokens();
  readonly network: Network;
  readonly securityGroups: SecurityGroups;
  /** By name. */
  readonly keyPairs = new Map<string, KeyPair>();
  readonly volumes: Volumes;
  readonly snapshots: Snapshots;
  readonly imageRegistry: Images;
  readonly launchTemplates: LaunchTemplates;
  readonly fleet: Fleet;
  /** Where EC2 has no capacity at the moment. */
  readonly shortages = new Set<Shortage>();

  constructor(region: Region) {
    this.region = region;
    this.ids = new Identifiers(region.world.random.fork(`ec2 ids ${region.name}`));
    this.network = new Network(region, this.ids);
    this.securityGroups = new SecurityGroups(region, this.ids, this.network.defaultVpcId);
    this.volumes = new Volumes(this.ids);
    this.snapshots = new Snapshots(region, this.ids);
    this.imageRegistry = new Images(this);
    this.launchTemplates = new LaunchTemplates(region, this.ids);
    this.fleet = new Fleet(this);
  }

  /** The truth: also instances that a describe does not show yet, or no longer. */
  get instances(): Map<string, LaunchedInstance> {
    return this.fleet.instances;
  }

  get images(): Map<string, Image> {
    return this.imageRegistry.all;
  }

  get subnets(): Map<string, Subnet> {
    return this.network.subnets;
  }

  /** Who makes things here, as an ARN. */
  get creator(): string {
    return `arn:aws:iam::${this.region.world.account}:root`;
  }

  /** @throws {AwsError} as RunInstances would; then nothing is launched. */
  launch(spec: LaunchSpec): LaunchedInstance {
    return this.fleet.launch(spec);
  }

  /** Does nothing to an instance that is on its way out. @throws {AwsError} InvalidInstanceID.NotFound */
  terminate(instanceId: string, reason?: StateReason): void {
    this.fleet.terminate(instanceId, reason);
  }

  /** @throws {AwsError} IncorrectInstanceState unless it runs, is stopping or stopped. */
  stop(instanceId: string): void {
    this.fleet.stop(instanceId);
  }

  /** @throws {AwsError} IncorrectInstanceState unless it is stopped, or running already. */
  start(instanceId: string): void {
    this.fleet.start(instanceId);
  }

  onStateChange(listener: StateListener): void {
    this.fleet.onStateChange(listener);
  }

  /** @throws {AwsError} InvalidLaunchTemplateId.NotFound and its kin. */
  templateVersion(reference: TemplateReference): TemplateVersion {
    return this.launchTemplates.version(this.launchTemplates.find(reference), reference.Version);
  }

  /** @throws {AwsError} InvalidSubnetID.NotFound */
  availabilityZoneOf(subnetId: string): string {
    return this.network.subnet(subnetId).availabilityZone;
  }

  /** Seeds an image that is available at once. */
  addImage(image: SeedImage): Image {
    return this.imageRegistry.seed(image);
  }
}
