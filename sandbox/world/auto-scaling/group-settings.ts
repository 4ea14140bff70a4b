import type { UpdateAutoScalingGroupCommandInput } from '@aws-sdk/client-auto-scaling';
import { validationError } from '../aws-error.js';
import type { Region } from '../region.js';
import type { Group } from './group.js';
import { onlyOne, readLaunchSource } from './launch-source.js';
import { terminationPolicies } from './termination-policy.js';

/** An empty group with the defaults of CreateAutoScalingGroup: no grace period, 300 s cooldown, EC2 health checks. */
export function newGroup(name: string, region: Region): Group {
  if (!/^[^:\r\n]{1,255}$/.test(name))
    throw validationError(`Group name '${name}' must have 1 to 255 characters and no colon`);
  const id = [8, 4, 4, 4, 12].map((digits) => region.autoScaling.random.hex(digits)).join('-');
  return {
    name,
    arn: region.arn('autoscaling', `autoScalingGroup:${id}:autoScalingGroupName/${name}`),
    created: region.world.clock.now(),
    minSize: 0,
    maxSize: 0,
    desired: 0,
    template: undefined,
    mixed: undefined,
    configuration: undefined,
    subnetIds: [],
    targetGroupArns: new Set(),
    provenTargetGroupArns: new Set(),
    healthChecks: new Set(['EC2']),
    gracePeriod: 0,
    cooldown: 300,
    cooldownEnds: 0,
    defaultWarmup: undefined,
    terminationPolicies: ['Default'],
    newInstancesProtected: false,
    tags: new Map(),
    suspended: new Map(),
    members: new Map(),
    warmPool: undefined,
    warm: new Map(),
    hooks: new Map(),
    policies: new Map(),
    scheduledActions: new Map(),
    refreshes: [],
    launching: undefined,
    surge: 0,
    activities: [],
    causes: [],
    deleting: false,
    failures: 0,
    rebalancing: undefined,
    next: undefined,
  };
}

/** Puts the given settings into a group. @throws {AwsError} ValidationError; the group may be half changed then. */
export function applySettings(group: Group, input: UpdateAutoScalingGroupCommandInput, region: Region): void {
  const { MinSize, MaxSize, DesiredCapacity } = input;
  group.minSize = MinSize ?? group.minSize;
  group.maxSize = MaxSize ?? group.maxSize;
  group.desired = DesiredCapacity ?? Math.max(group.minSize, Math.min(group.maxSize, group.desired));
  group.gracePeriod = input.HealthCheckGracePeriod ?? group.gracePeriod;
  group.cooldown = input.DefaultCooldown ?? group.cooldown;
  // -1 takes it away again (Auto Scaling API, UpdateAutoScalingGroup).
  const { DefaultInstanceWarmup: warmup = group.defaultWarmup } = input;
  group.defaultWarmup = warmup === -1 ? undefined : warmup;
  group.newInstancesProtected = input.NewInstancesProtectedFromScaleIn ?? group.newInstancesProtected;
  if (input.HealthCheckType) group.healthChecks = knownHealthChecks(input.HealthCheckType);
  if (input.TerminationPolicies?.length) group.terminationPolicies = knownPolicies(input.TerminationPolicies);
  if (input.VPCZoneIdentifier) group.subnetIds = knownSubnets(input.VPCZoneIdentifier, region);
  else if (input.AvailabilityZones?.length) group.subnetIds = defaultSubnets(input.AvailabilityZones, region);
  applyTemplate(group, input, region);
  requireMatchingZones(group, input, region);
  if (group.subnetIds.length === 0) throw validationError('At least one Availability Zone or VPC Subnet is required.');
}

function applyTemplate(group: Group, input: UpdateAutoScalingGroupCommandInput, region: Region): void {
  const given = readLaunchSource(input, region);
  if (given) Object.assign(group, given);
  if (!group.template && !group.mixed && !group.configuration) throw onlyOne();
}

function knownHealthChecks(type: string): ReadonlySet<string> {
  const checks = type.split(',').map((one) => one.trim());
  const unknown = checks.find((one) => one !== 'EC2' && one !== 'ELB' && one !== 'VPC_LATTICE');
  if (unknown !== undefined)
    throw validationError(`The sandbox knows the health check types EC2, ELB and VPC_LATTICE, not '${unknown}'`);
  return new Set(['EC2', ...checks]);
}

function knownPolicies(policies: readonly string[]): readonly string[] {
  const unknown = policies.find((policy) => !terminationPolicies.some((known) => known === policy));
  if (unknown !== undefined) throw validationError(`The sandbox does not know the termination policy '${unknown}'`);
  return [...policies];
}

function knownSubnets(list: string, { ec2 }: Region): readonly string[] {
  const ids = list.split(',').map((id) => id.trim());
  const unknown = ids.find((id) => !ec2.subnets.has(id));
  if (unknown !== undefined) throw validationError(`The subnet ID '${unknown}' does not exist`);
  return ids;
}

function requireMatchingZones(
  group: Group,
  { AvailabilityZones }: UpdateAutoScalingGroupCommandInput,
  { ec2 }: Region,
): void {
  const zones = new Set(group.subnetIds.map((id) => ec2.availabilityZoneOf(id)));
  if (!AvailabilityZones?.length || AvailabilityZones.every((zone) => zones.has(zone))) return;
  throw validationError('The availability zones of the specified subnets and the Auto Scaling group do not match');
}

/** Zones alone mean the default VPC's subnets in them (Auto Scaling API, CreateAutoScalingGroup). */
function defaultSubnets(zones: readonly string[], { ec2 }: Region): readonly string[] {
  return zones.map((zone) => {
    const subnet = ec2.network.defaultSubnet(zone);
    if (!subnet) throw validationError(`Invalid availability zone: [${zone}]`);
    return subnet.id;
  });
}

/** @throws {AwsError} ValidationError unless 0 <= min <= desired <= max. */
export function requireSizes({ minSize, maxSize, desired }: Group): void {
  if (minSize < 0) throw validationError(`Min bound, ${minSize}, must not be negative`);
  if (minSize > maxSize)
    throw validationError(`Max bound, ${maxSize}, must be greater than or equal to min bound, ${minSize}`);
  if (desired < minSize || desired > maxSize) {
    throw validationError(
      `Desired capacity:${desired} must be between the specified min size:${minSize} and max size:${maxSize}`,
    );
  }
}
