import type { DescribeSecurityGroupsResult, DescribeSubnetsResult, IpPermission } from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import { refusal, smallWorld } from '../small-world.js';

const ssh: IpPermission = { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: '0.0.0.0/0' }] };

function withGroup() {
  const world = smallWorld();
  const { GroupId } = world.ec2<{ GroupId: string }>('CreateSecurityGroup', {
    GroupName: 'packer',
    Description: 'Temporary',
    VpcId: '',
    TagSpecifications: [{ ResourceType: 'security-group', Tags: [{ Key: 'run', Value: '7' }] }],
  });
  const groups = (input: object) =>
    world.ec2<DescribeSecurityGroupsResult>('DescribeSecurityGroups', input).SecurityGroups ?? [];
  return { ...world, GroupId, groups };
}

describe('a new region', () => {
  it('has a default VPC with a subnet in each of three zones', () => {
    const { ec2, region } = smallWorld();
    const { Vpcs } = ec2<{ Vpcs: { VpcId: string }[] }>('DescribeVpcs', {
      Filters: [{ Name: 'is-default', Values: ['true'] }],
    });
    const Filters = [
      { Name: 'vpc-id', Values: [Vpcs[0]?.VpcId ?? ''] },
      { Name: 'state', Values: ['available'] },
    ];
    const { Subnets = [] } = ec2<DescribeSubnetsResult>('DescribeSubnets', { Filters });
    expect(Subnets.map((one) => one.AvailabilityZone)).toEqual(['eu-west-1a', 'eu-west-1b', 'eu-west-1c']);
    expect(region.ec2.availabilityZoneOf(Subnets[1]?.SubnetId ?? '')).toBe('eu-west-1b');
    expect(Subnets[0]?.AvailableIpAddressCount).toBe(4_091);
  });

  it('has ids of its own', () => {
    const { region, world } = smallWorld();
    const other = world.region('us-east-1');
    expect([...other.ec2.subnets.keys()]).not.toEqual(
      expect.arrayContaining([...region.ec2.subnets.keys()].slice(0, 1)),
    );
  });

  it('is one of those that DescribeRegions names', () => {
    const { ec2 } = smallWorld();
    expect(ec2('DescribeRegions')).toMatchObject({
      Regions: expect.arrayContaining([expect.objectContaining({ RegionName: 'eu-west-1' })]),
    });
    expect(refusal(() => ec2('DescribeRegions', { RegionNames: ['moon-1'] }))).toBe('InvalidParameterValue');
    expect(ec2<{ AvailabilityZones: object[] }>('DescribeAvailabilityZones').AvailabilityZones).toHaveLength(3);
  });
});

describe('a security group', () => {
  it('begins with no way in and every way out', () => {
    const { groups, GroupId } = withGroup();
    expect(groups({ GroupIds: [GroupId] })).toMatchObject([
      { GroupName: 'packer', IpPermissions: [], IpPermissionsEgress: [{ IpProtocol: '-1' }], Tags: [{ Key: 'run' }] },
    ]);
  });

  it('takes a rule once, and shows rules for the same ports together', () => {
    const { ec2, groups, GroupId } = withGroup();
    const authorize = (permission: object) =>
      ec2('AuthorizeSecurityGroupIngress', { GroupId, IpPermissions: [permission] });
    authorize(ssh);
    expect(refusal(() => authorize(ssh))).toBe('InvalidPermission.Duplicate');
    authorize({ ...ssh, IpRanges: [{ CidrIp: '10.0.0.0/8' }] });
    expect(groups({ GroupIds: [GroupId] })[0]?.IpPermissions?.map(({ IpRanges }) => IpRanges)).toEqual([
      [{ CidrIp: '0.0.0.0/0' }, { CidrIp: '10.0.0.0/8' }],
    ]);
    ec2('RevokeSecurityGroupIngress', { GroupId, IpPermissions: [ssh] });
    expect(groups({ GroupIds: [GroupId] })[0]?.IpPermissions?.[0]?.IpRanges).toEqual([{ CidrIp: '10.0.0.0/8' }]);
    expect(refusal(() => ec2('RevokeSecurityGroupIngress', { GroupId, IpPermissions: [ssh] }))).toBe(
      'InvalidPermission.NotFound',
    );
  });

  it('stays while an instance uses it, and goes once that is terminated', () => {
    const { ec2, runOne, clock, GroupId } = withGroup();
    const id = runOne({ SecurityGroupIds: [GroupId] });
    const remove = () => refusal(() => ec2('DeleteSecurityGroup', { GroupId }));
    expect(remove()).toBe('DependencyViolation');
    ec2('TerminateInstances', { InstanceIds: [id] });
    expect(remove()).toBe('DependencyViolation');
    clock.advance(1_000);
    expect(remove()).toBe('none');
    expect(remove()).toBe('InvalidGroup.NotFound');
  });

  it("stays while another group's rule names it", () => {
    const { ec2, GroupId, region } = withGroup();
    const other = region.ec2.securityGroups.named('default', region.ec2.network.defaultVpcId);
    const IpPermissions = [{ IpProtocol: 'tcp', FromPort: 80, ToPort: 80, UserIdGroupPairs: [{ GroupId }] }];
    ec2('AuthorizeSecurityGroupIngress', { GroupId: other?.id, IpPermissions });
    expect(refusal(() => ec2('DeleteSecurityGroup', { GroupId }))).toBe('DependencyViolation');
  });

  it('has a name of its own in its VPC, and is never the default one when deleted', () => {
    const { ec2 } = withGroup();
    const again = { GroupName: 'packer', Description: 'x' };
    expect(refusal(() => ec2('CreateSecurityGroup', again))).toBe('InvalidGroup.Duplicate');
    expect(refusal(() => ec2('DeleteSecurityGroup', { GroupName: 'default' }))).toBe('CannotDelete');
  });
});

describe('DescribeInstanceTypes', () => {
  it('knows a type by its name', () => {
    const { ec2 } = smallWorld();
    expect(ec2('DescribeInstanceTypes', { InstanceTypes: ['t4g.medium'] })).toMatchObject({
      InstanceTypes: [
        {
          InstanceType: 't4g.medium',
          ProcessorInfo: { SupportedArchitectures: ['arm64'] },
          VCpuInfo: { DefaultVCpus: 2 },
        },
      ],
    });
    expect(refusal(() => ec2('DescribeInstanceTypes', { InstanceTypes: ['large'] }))).toBe('InvalidInstanceType');
  });
});

describe('DescribeVolumes', () => {
  it("takes Packer's filter by volume, with values and without", () => {
    const { ec2, runOne, region } = smallWorld();
    const { volumeId } = region.ec2.instances.get(runOne()) ?? {};
    const volumes = (Values: unknown[]) => ec2('DescribeVolumes', { Filters: [{ Name: 'volume-id', Values }] });
    expect(volumes([volumeId])).toMatchObject({ Volumes: [{ VolumeId: volumeId, State: 'in-use' }] });
    expect(volumes([])).toMatchObject({ Volumes: [] });
  });
});
