import type {
  AuthorizeSecurityGroupIngressCommandInput,
  AuthorizeSecurityGroupIngressResult,
  CreateSecurityGroupCommandInput,
  CreateSecurityGroupResult,
  DeleteSecurityGroupCommandInput,
  DeleteSecurityGroupResult,
  DescribeSecurityGroupsCommandInput,
  DescribeSecurityGroupsResult,
  IpPermission,
  RevokeSecurityGroupIngressResult,
  SecurityGroup as SdkSecurityGroup,
} from '@aws-sdk/client-ec2';
import { AwsError } from '../aws-error.js';
import type { Operation, Operations } from '../operation.js';
import type { Ec2 } from './ec2.js';
import { ec2Operation, listing, pageOf } from './ec2-operation.js';
import { find, missingParameter } from './errors.js';
import { type FilterFields, filtered } from './filters.js';
import { type Direction, peerOf, type SecurityGroup } from './security-groups.js';
import { tagList, tagsFor } from './tags.js';

const createSecurityGroup = ec2Operation(
  ['GroupName', 'Description', 'VpcId', 'TagSpecifications.*'],
  (input: CreateSecurityGroupCommandInput, ec2): CreateSecurityGroupResult => {
    if (!input.GroupName) throw missingParameter('GroupName');
    if (!input.Description) throw missingParameter('GroupDescription');
    const vpc = find('vpc', input.VpcId || ec2.network.defaultVpcId, ec2.network.vpcs);
    const tags = tagsFor('security-group', input.TagSpecifications);
    const group = ec2.securityGroups.create(input.GroupName, input.Description, vpc.id, tags);
    return { GroupId: group.id, Tags: tagList(tags) };
  },
);

/** A group in use, or named by another's rule, stays (EC2 API, DeleteSecurityGroup). */
const deleteSecurityGroup = ec2Operation(
  ['GroupId', 'GroupName'],
  (input: DeleteSecurityGroupCommandInput, ec2): DeleteSecurityGroupResult => {
    const group = named(input, ec2);
    if (group.name === 'default') {
      throw new AwsError(
        'CannotDelete',
        `the specified group: "${group.id}" name: "default" cannot be deleted by a user`,
      );
    }
    const isMentioned = [...ec2.securityGroups.all.values()].some(
      (other) => other !== group && mentions(other, group.id),
    );
    if (isMentioned || ec2.fleet.usesSecurityGroup(group.id)) {
      throw new AwsError('DependencyViolation', `resource ${group.id} has a dependent object`);
    }
    ec2.securityGroups.delete(group);
    return { Return: true, GroupId: group.id };
  },
);

function mentions({ rules }: SecurityGroup, groupId: string): boolean {
  return [...rules.ingress, ...rules.egress].some((rule) => peerOf(rule) === groupId);
}

interface GroupReference {
  readonly GroupId?: string | undefined;
  readonly GroupName?: string | undefined;
}

/** By id, or by name in the default VPC. */
function named({ GroupId, GroupName }: GroupReference, ec2: Ec2): SecurityGroup {
  if (GroupId) return ec2.securityGroups.find(GroupId);
  if (!GroupName) throw missingParameter('GroupId');
  return securityGroupNamed(GroupName, ec2);
}

/** @throws {AwsError} InvalidGroup.NotFound */
export function securityGroupNamed(name: string, ec2: Ec2): SecurityGroup {
  const { defaultVpcId } = ec2.network;
  const group = ec2.securityGroups.named(name, defaultVpcId);
  if (group) return group;
  throw new AwsError('InvalidGroup.NotFound', `The security group '${name}' does not exist in VPC '${defaultVpcId}'`);
}

const permissionParameters = [
  ...['IpProtocol', 'FromPort', 'ToPort', 'IpRanges.*', 'Ipv6Ranges.*', 'UserIdGroupPairs.*'].map(
    (name) => `IpPermissions.${name}`,
  ),
  ...['GroupId', 'IpProtocol', 'FromPort', 'ToPort', 'CidrIp'],
];

/** Only the ingress operations take a group by its name (EC2 API, AuthorizeSecurityGroupEgress). */
function parametersFor(direction: Direction): readonly string[] {
  return direction === 'ingress' ? [...permissionParameters, 'GroupName'] : permissionParameters;
}

/** All four authorize and revoke operations take permissions, or one in short form. */
type PermissionInput = AuthorizeSecurityGroupIngressCommandInput;

function permissionsOf(input: PermissionInput): IpPermission[] {
  const { IpPermissions, IpProtocol, FromPort, ToPort, CidrIp } = input;
  if (IpPermissions?.length) return IpPermissions;
  if (!IpProtocol || !CidrIp) throw missingParameter('ipPermissions');
  return [{ IpProtocol, FromPort, ToPort, IpRanges: [{ CidrIp }] }];
}

function authorize(direction: Direction): Operation {
  const accepts = parametersFor(direction);
  return ec2Operation(accepts, (input: PermissionInput, ec2): AuthorizeSecurityGroupIngressResult => {
    const group = named(input, ec2);
    const added = ec2.securityGroups.authorize(group, direction, permissionsOf(input));
    return {
      Return: true,
      SecurityGroupRules: added.map((rule) => ({
        GroupId: group.id,
        GroupOwnerId: ec2.region.world.account,
        IsEgress: direction === 'egress',
        IpProtocol: rule.IpProtocol,
        FromPort: rule.FromPort,
        ToPort: rule.ToPort,
        CidrIpv4: rule.IpRanges?.[0]?.CidrIp,
        CidrIpv6: rule.Ipv6Ranges?.[0]?.CidrIpv6,
        Description: rule.IpRanges?.[0]?.Description,
      })),
    };
  });
}

function revoke(direction: Direction): Operation {
  const accepts = parametersFor(direction);
  return ec2Operation(accepts, (input: PermissionInput, ec2): RevokeSecurityGroupIngressResult => {
    ec2.securityGroups.revoke(named(input, ec2), direction, permissionsOf(input));
    return { Return: true };
  });
}

const filterFields: FilterFields<SecurityGroup> = {
  'group-id': ({ id }) => id,
  'group-name': ({ name }) => name,
  'vpc-id': ({ vpcId }) => vpcId,
  description: ({ description }) => description,
};

const describeSecurityGroups = ec2Operation(
  ['GroupIds', 'GroupNames', ...listing],
  (input: DescribeSecurityGroupsCommandInput, ec2): DescribeSecurityGroupsResult => {
    const asked = [
      ...(input.GroupIds ?? []).map((id) => ec2.securityGroups.find(id)),
      ...(input.GroupNames ?? []).map((name) => securityGroupNamed(name, ec2)),
    ];
    const all = input.GroupIds?.length || input.GroupNames?.length ? asked : ec2.securityGroups.all.values();
    const { items, nextToken } = pageOf(filtered(all, input.Filters, filterFields), input);
    return { SecurityGroups: items.map((group) => describe(group, ec2)), NextToken: nextToken };
  },
);

function describe(group: SecurityGroup, ec2: Ec2): SdkSecurityGroup {
  return {
    GroupId: group.id,
    GroupName: group.name,
    Description: group.description,
    VpcId: group.vpcId,
    OwnerId: ec2.region.world.account,
    SecurityGroupArn: ec2.region.arn('ec2', `security-group/${group.id}`),
    IpPermissions: joined(group.rules.ingress),
    IpPermissionsEgress: joined(group.rules.egress),
    Tags: tagList(group.tags),
  };
}

/** Shows rules of one protocol and one range of ports together, as EC2 does. */
function joined(rules: readonly IpPermission[]): IpPermission[] {
  const permissions = new Map<string, IpPermission>();
  for (const { IpProtocol, FromPort, ToPort, IpRanges = [], Ipv6Ranges = [], UserIdGroupPairs = [] } of rules) {
    const key = `${IpProtocol} ${FromPort} ${ToPort}`;
    const found = permissions.get(key);
    permissions.set(key, {
      IpProtocol,
      FromPort,
      ToPort,
      IpRanges: [...(found?.IpRanges ?? []), ...IpRanges],
      Ipv6Ranges: [...(found?.Ipv6Ranges ?? []), ...Ipv6Ranges],
      UserIdGroupPairs: [...(found?.UserIdGroupPairs ?? []), ...UserIdGroupPairs],
    });
  }
  return [...permissions.values()];
}

export const securityGroupOperations: Operations = {
  AuthorizeSecurityGroupEgress: authorize('egress'),
  AuthorizeSecurityGroupIngress: authorize('ingress'),
  CreateSecurityGroup: createSecurityGroup,
  DeleteSecurityGroup: deleteSecurityGroup,
  DescribeSecurityGroups: describeSecurityGroups,
  RevokeSecurityGroupEgress: revoke('egress'),
  RevokeSecurityGroupIngress: revoke('ingress'),
};
