import type {
  DescribeAvailabilityZonesCommandInput,
  DescribeAvailabilityZonesResult,
  DescribeRegionsCommandInput,
  DescribeRegionsResult,
  DescribeSubnetsCommandInput,
  DescribeSubnetsResult,
  DescribeVpcsCommandInput,
  DescribeVpcsResult,
} from '@aws-sdk/client-ec2';
import type { Operations } from '../operation.js';
import { ec2Operation, listing, pageOf } from './ec2-operation.js';
import { findAll, invalidValue } from './errors.js';
import { filtered } from './filters.js';
import type { Subnet, Vpc } from './network.js';
import { tagList } from './tags.js';

/** The regions that an account has without opting in (AWS Regions, "AWS Regions and Availability Zones"). */
const regionNames = [
  ...['ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3', 'ap-south-1', 'ap-southeast-1', 'ap-southeast-2'],
  ...['ca-central-1', 'eu-central-1', 'eu-north-1', 'eu-west-1', 'eu-west-2', 'eu-west-3', 'sa-east-1'],
  ...['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2'],
];

const noTags: ReadonlyMap<string, string> = new Map();

const describeRegions = ec2Operation(
  ['RegionNames', 'AllRegions', 'Filters.Name', 'Filters.Values'],
  ({ RegionNames, Filters }: DescribeRegionsCommandInput): DescribeRegionsResult => {
    for (const name of RegionNames ?? []) {
      if (!regionNames.includes(name)) throw invalidValue(`Invalid region(s) provided: ${name}.`);
    }
    const regions = (RegionNames?.length ? RegionNames : regionNames).map((name) => ({ name, tags: noTags }));
    const chosen = filtered(regions, Filters, {
      'region-name': ({ name }) => name,
      endpoint: ({ name }) => `ec2.${name}.amazonaws.com`,
      'opt-in-status': () => 'opt-in-not-required',
    });
    return {
      Regions: chosen.map(({ name }) => ({
        RegionName: name,
        Endpoint: `ec2.${name}.amazonaws.com`,
        OptInStatus: 'opt-in-not-required',
      })),
    };
  },
);

const describeAvailabilityZones = ec2Operation(
  ['ZoneNames', 'Filters.Name', 'Filters.Values'],
  ({ ZoneNames, Filters }: DescribeAvailabilityZonesCommandInput, ec2): DescribeAvailabilityZonesResult => {
    const known = ec2.network.availabilityZones;
    const wrong = ZoneNames?.find((name) => !known.includes(name));
    if (wrong) throw invalidValue(`Invalid availability zone: [${wrong}]`);
    const zones = (ZoneNames?.length ? ZoneNames : known).map((name) => ({ name, tags: noTags }));
    const chosen = filtered(zones, Filters, {
      'zone-name': ({ name }) => name,
      'region-name': () => ec2.region.name,
      state: () => 'available',
      'zone-type': () => 'availability-zone',
      'opt-in-status': () => 'opt-in-not-required',
    });
    return {
      AvailabilityZones: chosen.map(({ name }) => ({
        ZoneName: name,
        RegionName: ec2.region.name,
        State: 'available',
        ZoneType: 'availability-zone',
        OptInStatus: 'opt-in-not-required',
      })),
    };
  },
);

const describeVpcs = ec2Operation(
  ['VpcIds', ...listing],
  (input: DescribeVpcsCommandInput, ec2): DescribeVpcsResult => {
    const { vpcs } = ec2.network;
    const chosen = filtered<Vpc>(
      input.VpcIds?.length ? findAll('vpc', input.VpcIds, vpcs) : vpcs.values(),
      input.Filters,
      {
        'vpc-id': ({ id }) => id,
        'is-default': ({ isDefault }) => String(isDefault),
        isDefault: ({ isDefault }) => String(isDefault),
        cidr: ({ cidrBlock }) => cidrBlock,
        state: () => 'available',
        'owner-id': () => ec2.region.world.account,
      },
    );
    const { items, nextToken } = pageOf(chosen, input);
    return {
      Vpcs: items.map(({ id, cidrBlock, isDefault, tags }) => ({
        VpcId: id,
        CidrBlock: cidrBlock,
        IsDefault: isDefault,
        State: 'available',
        InstanceTenancy: 'default',
        OwnerId: ec2.region.world.account,
        Tags: tagList(tags),
      })),
      NextToken: nextToken,
    };
  },
);

/** Each default subnet has 4,096 addresses, of which AWS keeps five ("Default VPC components"). */
const addressesPerSubnet = 4_091;

const describeSubnets = ec2Operation(
  ['SubnetIds', ...listing],
  (input: DescribeSubnetsCommandInput, ec2): DescribeSubnetsResult => {
    const { subnets } = ec2.network;
    const asked = input.SubnetIds?.length ? findAll('subnet', input.SubnetIds, subnets) : subnets.values();
    const zone = ({ availabilityZone }: Subnet) => availabilityZone;
    const isDefault = () => 'true';
    const chosen = filtered<Subnet>(asked, input.Filters, {
      'subnet-id': ({ id }) => id,
      'vpc-id': ({ vpcId }) => vpcId,
      'availability-zone': zone,
      availabilityZone: zone,
      'default-for-az': isDefault,
      defaultForAz: isDefault,
      'cidr-block': ({ cidrBlock }) => cidrBlock,
      cidr: ({ cidrBlock }) => cidrBlock,
      state: () => 'available',
    });
    const { items, nextToken } = pageOf(chosen, input);
    return {
      Subnets: items.map((subnet) => ({
        SubnetId: subnet.id,
        SubnetArn: ec2.region.arn('ec2', `subnet/${subnet.id}`),
        VpcId: subnet.vpcId,
        AvailabilityZone: subnet.availabilityZone,
        CidrBlock: subnet.cidrBlock,
        AvailableIpAddressCount: addressesPerSubnet - ec2.fleet.countIn(subnet.id),
        DefaultForAz: true,
        MapPublicIpOnLaunch: true,
        State: 'available',
        OwnerId: ec2.region.world.account,
        Tags: tagList(subnet.tags),
      })),
      NextToken: nextToken,
    };
  },
);

export const networkOperations: Operations = {
  DescribeAvailabilityZones: describeAvailabilityZones,
  DescribeRegions: describeRegions,
  DescribeSubnets: describeSubnets,
  DescribeVpcs: describeVpcs,
};
