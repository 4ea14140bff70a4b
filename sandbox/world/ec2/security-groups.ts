import type { IpPermission } from '@aws-sdk/client-ec2';
import { AwsError } from '../aws-error.js';
import type { Region } from '../region.js';
import { find } from './errors.js';
import type { Identifiers } from './identifiers.js';

export type Direction = 'ingress' | 'egress';

export interface SecurityGroup {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly vpcId: string;
  readonly tags: Map<string, string>;
  /** One rule each: one protocol, one range of ports, one peer. */
  readonly rules: Record<Direction, IpPermission[]>;
}

const everywhere: IpPermission = { IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] };

/** The security groups of one region; each VPC begins with one by the name `default`. */
export class SecurityGroups {
  readonly all = new Map<string, SecurityGroup>();
  readonly #region: Region;
  readonly #ids: Identifiers;

  constructor(region: Region, ids: Identifiers, defaultVpcId: string) {
    this.#region = region;
    this.#ids = ids;
    const group = this.#add('default', 'default VPC security group', defaultVpcId, new Map());
    group.rules.ingress.push({ IpProtocol: '-1', UserIdGroupPairs: [{ GroupId: group.id }] });
  }

  /** @throws {AwsError} InvalidGroup.NotFound */
  find(id: string | undefined): SecurityGroup {
    return find('securityGroup', id, this.all);
  }

  named(name: string, vpcId: string): SecurityGroup | undefined {
    for (const group of this.all.values()) if (group.name === name && group.vpcId === vpcId) return group;
    return undefined;
  }

  /** @throws {AwsError} InvalidGroup.Duplicate: names are unique in a VPC (EC2 API, CreateSecurityGroup). */
  create(name: string, description: string, vpcId: string, tags: Map<string, string>): SecurityGroup {
    if (this.named(name, vpcId)) {
      throw new AwsError('InvalidGroup.Duplicate', `The security group '${name}' already exists for VPC '${vpcId}'`);
    }
    const group = this.#add(name, description, vpcId, tags);
    this.#region.record('security-group', group.id, 'created');
    return group;
  }

  delete(group: SecurityGroup): void {
    this.all.delete(group.id);
    this.#region.record('security-group', group.id, 'deleted');
  }

  /** Lets traffic in or out. @throws {AwsError} InvalidPermission.Duplicate for a rule that is there; then none is added. */
  authorize(group: SecurityGroup, direction: Direction, permissions: readonly IpPermission[]): IpPermission[] {
    const added = permissions.flatMap(single);
    for (const rule of added) {
      if (group.rules[direction].some((present) => sameRule(present, rule))) {
        throw new AwsError('InvalidPermission.Duplicate', `the specified rule "${ruleText(rule)}" already exists`);
      }
    }
    group.rules[direction].push(...added);
    this.#region.record('security-group', group.id, `${direction} authorized`);
    return added;
  }

  /** @throws {AwsError} InvalidPermission.NotFound for a rule that is not there; then none is removed. */
  revoke(group: SecurityGroup, direction: Direction, permissions: readonly IpPermission[]): void {
    const removed = permissions.flatMap(single);
    for (const rule of removed) {
      if (!group.rules[direction].some((present) => sameRule(present, rule))) {
        throw new AwsError('InvalidPermission.NotFound', 'The specified rule does not exist in this security group.');
      }
    }
    group.rules[direction] = group.rules[direction].filter(
      (present) => !removed.some((rule) => sameRule(present, rule)),
    );
    this.#region.record('security-group', group.id, `${direction} revoked`);
  }

  #add(name: string, description: string, vpcId: string, tags: Map<string, string>): SecurityGroup {
    const id = this.#ids.next('sg');
    const group = { id, name, description, vpcId, tags, rules: { ingress: [], egress: [structuredClone(everywhere)] } };
    this.all.set(id, group);
    return group;
  }
}

/** A permission may name many peers; each is a rule of its own (EC2 user guide, "Security group rules"). */
function single({ IpProtocol, FromPort, ToPort, ...peers }: IpPermission): IpPermission[] {
  const ports = { IpProtocol, FromPort, ToPort };
  return [
    ...(peers.IpRanges ?? []).map((range) => ({ ...ports, IpRanges: [range] })),
    ...(peers.Ipv6Ranges ?? []).map((range) => ({ ...ports, Ipv6Ranges: [range] })),
    ...(peers.UserIdGroupPairs ?? []).map((pair) => ({ ...ports, UserIdGroupPairs: [pair] })),
  ];
}

function sameRule(one: IpPermission, other: IpPermission): boolean {
  return ruleText(one) === ruleText(other);
}

function ruleText({ IpProtocol, FromPort, ToPort, ...rule }: IpPermission): string {
  return `peer: ${peerOf(rule)}, ${IpProtocol}, from port: ${FromPort ?? -1}, to port: ${ToPort ?? -1}, ALLOW`;
}

/** The other side of a rule: a range of addresses, or a security group's id. */
export function peerOf({ IpRanges, Ipv6Ranges, UserIdGroupPairs }: IpPermission): string {
  return IpRanges?.[0]?.CidrIp ?? Ipv6Ranges?.[0]?.CidrIpv6 ?? UserIdGroupPairs?.[0]?.GroupId ?? '';
}
