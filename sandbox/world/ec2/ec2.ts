import { AwsError } from '../aws-error.js';
import type { Region } from '../region.js';
import type { Image, SeedImage } from './images.js';
import type { Instance, InstanceState } from './instance.js';
import type { KeyPair } from './key-pairs.js';
import type { LaunchSpec } from './launch-spec.js';
import type { TemplateVersion } from './launch-templates.js';
import type { Subnet } from './network.js';

/** Called after an instance has changed its state. */
export type StateListener = (instance: Instance, previous: InstanceState) => void;

/** Which version of which template: the template by id or name; the version a number, `$Latest` or `$Default` (also when left out). */
export interface TemplateReference {
  readonly LaunchTemplateId?: string | undefined;
  readonly LaunchTemplateName?: string | undefined;
  readonly Version?: string | undefined;
}

/** EC2 in one region. */
export class Ec2 {
  readonly region: Region;
  readonly instances: Map<string, Instance> = new Map();
  readonly images: Map<string, Image> = new Map();
  readonly subnets: Map<string, Subnet> = new Map();
  readonly keyPairs: Map<string, KeyPair> = new Map();

  constructor(region: Region) {
    this.region = region;
  }

  /** @throws {AwsError} as RunInstances would. */
  launch(_spec: LaunchSpec): Instance {
    throw new AwsError('InternalError', 'not built yet', 500);
  }

  /** Does nothing to an instance that is shutting down already. @throws {AwsError} InvalidInstanceID.NotFound */
  terminate(_instanceId: string): void {}

  stop(_instanceId: string): void {}

  start(_instanceId: string): void {}

  onStateChange(_listener: StateListener): void {}

  /** @throws {AwsError} InvalidLaunchTemplateId.NotFound and its kin. */
  templateVersion(_reference: TemplateReference): TemplateVersion {
    throw new AwsError('InternalError', 'not built yet', 500);
  }

  availabilityZoneOf(subnetId: string): string {
    return this.subnets.get(subnetId)?.availabilityZone ?? '';
  }

  /** Seeds an image that is available at once. */
  addImage(_image: SeedImage): Image {
    throw new AwsError('InternalError', 'not built yet', 500);
  }
}
