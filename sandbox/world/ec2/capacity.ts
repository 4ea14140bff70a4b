import { AwsError } from '../aws-error.js';
import type { Ec2 } from './ec2.js';
import type { Subnet } from './network.js';

/** Machines that EC2 does not have: of one type, in one zone; left out: of any, in all. */
export interface Shortage {
  readonly instanceType?: string | undefined;
  readonly availabilityZone?: string | undefined;
}

/** @throws {AwsError} InsufficientInstanceCapacity, in AWS's words (EC2 user guide, "Insufficient instance capacity"). */
export function requireCapacity(type: string, { availabilityZone: zone }: Subnet, { shortages, network }: Ec2): void {
  const isShort = (where: string) =>
    [...shortages].some(
      ({ instanceType, availabilityZone }) => (instanceType ?? type) === type && (availabilityZone ?? where) === where,
    );
  if (!isShort(zone)) return;
  const zones = [...new Set([...network.subnets.values()].map(({ availabilityZone }) => availabilityZone))];
  const others = zones.filter((other) => !isShort(other));
  const hint = `You can currently get ${type} capacity by not specifying an Availability Zone in your request or choosing ${others.join(', ')}.`;
  throw new AwsError(
    'InsufficientInstanceCapacity',
    `We currently do not have sufficient ${type} capacity in the Availability Zone you requested (${zone}). Our system will be working on provisioning additional capacity.${others.length > 0 ? ` ${hint}` : ''}`,
    500,
  );
}
