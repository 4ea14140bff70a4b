import type { RequestLaunchTemplateData, RunInstancesCommandInput } from '@aws-sdk/client-ec2';
import type { TemplateVersion } from './launch-templates.js';

/** What an instance is launched with; names as RunInstances has them where it has them. */
export interface LaunchSpec {
  /** An AMI id, or `resolve:ssm:PARAMETER`. */
  readonly ImageId?: string | undefined;
  /** Left out: m1.small, as RunInstances documents. */
  readonly InstanceType?: string | undefined;
  /** Left out: the default VPC's subnet in `AvailabilityZone`, or in the first zone. */
  readonly SubnetId?: string | undefined;
  readonly AvailabilityZone?: string | undefined;
  readonly KeyName?: string | undefined;
  /** Base64. */
  readonly UserData?: string | undefined;
  /** Left out: the VPC's default group. */
  readonly SecurityGroupIds?: readonly string[] | undefined;
  readonly IamInstanceProfile?: { readonly Name?: string | undefined; readonly Arn?: string | undefined } | undefined;
  /** Left out: yes. */
  readonly AssociatePublicIpAddress?: boolean | undefined;
  readonly MetadataOptions?: RunInstancesCommandInput['MetadataOptions'];
  readonly EbsOptimized?: boolean | undefined;
  readonly InstanceInitiatedShutdownBehavior?: string | undefined;
  readonly BlockDeviceMappings?: RunInstancesCommandInput['BlockDeviceMappings'];
  readonly tags?: Iterable<readonly [key: string, value: string]> | undefined;
  readonly volumeTags?: Iterable<readonly [key: string, value: string]> | undefined;
  readonly networkInterfaceTags?: Iterable<readonly [key: string, value: string]> | undefined;
  readonly launchTemplate?: { readonly id: string; readonly name: string; readonly version: number } | undefined;
  readonly spot?: boolean | undefined;
  readonly clientToken?: string | undefined;
  /** Instances launched by one call share a reservation; left out: one of its own. */
  readonly reservationId?: string | undefined;
}

/** What a template's version says about a launch; whoever launches spreads its own wishes over it. */
export function launchSpecOf(version: TemplateVersion): LaunchSpec {
  const { id, name, version: number, data } = version;
  return { ...specOfData(data), launchTemplate: { id, name, version: number } };
}

type LaunchData = RequestLaunchTemplateData | RunInstancesCommandInput;

/**
 * The part that RunInstances and a launch template's data have in common. What else a template says is kept and shown,
 * but has nothing to act on here.
 */
export function specOfData(data: LaunchData): LaunchSpec {
  const networkInterface = data.NetworkInterfaces?.[0];
  const spec: LaunchSpec = {
    ImageId: data.ImageId,
    InstanceType: data.InstanceType,
    SubnetId: networkInterface?.SubnetId || undefined,
    AvailabilityZone: data.Placement?.AvailabilityZone || undefined,
    KeyName: data.KeyName || undefined,
    UserData: data.UserData || undefined,
    SecurityGroupIds: filled(networkInterface?.Groups) ?? filled(data.SecurityGroupIds),
    IamInstanceProfile: data.IamInstanceProfile,
    AssociatePublicIpAddress: networkInterface?.AssociatePublicIpAddress,
    MetadataOptions: data.MetadataOptions as RunInstancesCommandInput['MetadataOptions'],
    EbsOptimized: data.EbsOptimized,
    InstanceInitiatedShutdownBehavior: data.InstanceInitiatedShutdownBehavior,
    BlockDeviceMappings: data.BlockDeviceMappings as RunInstancesCommandInput['BlockDeviceMappings'],
    tags: tagsFor('instance', data),
    volumeTags: tagsFor('volume', data),
    networkInterfaceTags: tagsFor('network-interface', data),
    spot: data.InstanceMarketOptions?.MarketType === 'spot' ? true : undefined,
  };
  return Object.fromEntries(Object.entries(spec).filter(([, value]) => value !== undefined)) as LaunchSpec;
}

function filled<Item>(list: readonly Item[] | undefined): readonly Item[] | undefined {
  return list && list.length > 0 ? list : undefined;
}

function tagsFor(resourceType: string, { TagSpecifications }: LaunchData): [string, string][] | undefined {
  const tags = TagSpecifications?.filter((specification) => specification.ResourceType === resourceType)
    .flatMap((specification) => specification.Tags ?? [])
    .map(({ Key = '', Value = '' }): [string, string] => [Key, Value]);
  return tags && tags.length > 0 ? tags : undefined;
}
