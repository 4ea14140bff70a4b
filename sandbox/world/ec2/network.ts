import type { Region } from '../region.js';
import { find } from './errors.js';
import type { Identifiers } from './identifiers.js';

export interface Vpc {
  readonly id: string;
  readonly cidrBlock: string;
  readonly isDefault: boolean;
  readonly tags: Map<string, string>;
}

/** A subnet of a VPC. */
export interface Subnet {
  readonly id: string;
  readonly vpcId: string;
  readonly availabilityZone: string;
  readonly cidrBlock: string;
  readonly tags: Map<string, string>;
}

/**
 * The default VPC that every account finds in every region, with one subnet in each zone (Amazon VPC user guide,
 * "Default VPC components").
 */
export class Network {
  readonly vpcs = new Map<string, Vpc>();
  readonly subnets = new Map<string, Subnet>();
  readonly availabilityZones: readonly string[];
  readonly defaultVpcId: string;

  constructor(region: Region, ids: Identifiers) {
    this.availabilityZones = ['a', 'b', 'c'].map((letter) => `${region.name}${letter}`);
    this.defaultVpcId = ids.next('vpc');
    this.vpcs.set(this.defaultVpcId, {
      id: this.defaultVpcId,
      cidrBlock: '172.31.0.0/16',
      isDefault: true,
      tags: new Map(),
    });
    this.availabilityZones.forEach((availabilityZone, at) => {
      const id = ids.next('subnet');
      const cidrBlock = `172.31.${16 * at}.0/20`;
      this.subnets.set(id, { id, vpcId: this.defaultVpcId, availabilityZone, cidrBlock, tags: new Map() });
    });
  }

  /** @throws {AwsError} InvalidSubnetID.NotFound */
  subnet(subnetId: string): Subnet {
    return find('subnet', subnetId, this.subnets);
  }

  /** The default subnet of a zone, or of the first zone. */
  defaultSubnet(availabilityZone: string | undefined): Subnet | undefined {
    for (const subnet of this.subnets.values()) {
      if (availabilityZone === undefined || subnet.availabilityZone === availabilityZone) return subnet;
    }
    return undefined;
  }
}
