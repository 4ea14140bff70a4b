import type { CreateLaunchConfigurationCommandInput } from '@aws-sdk/client-auto-scaling';
import type { LaunchSpec } from '../ec2/launch-spec.js';

/** A launch configuration: once made, it never changes (Auto Scaling user guide, "Launch configurations"). */
export interface LaunchConfiguration {
  readonly name: string;
  readonly arn: string;
  /** Milliseconds since the Unix epoch. */
  readonly created: number;
  /** As CreateLaunchConfiguration got it. */
  readonly settings: CreateLaunchConfigurationCommandInput;
}

/** What a launch configuration says about a launch. */
export function specOfConfiguration({ settings }: LaunchConfiguration): LaunchSpec {
  const { IamInstanceProfile: profile } = settings;
  return {
    ImageId: settings.ImageId,
    InstanceType: settings.InstanceType,
    KeyName: settings.KeyName,
    UserData: settings.UserData,
    SecurityGroupIds: settings.SecurityGroups,
    IamInstanceProfile: profile ? { [profile.startsWith('arn:') ? 'Arn' : 'Name']: profile } : undefined,
    AssociatePublicIpAddress: settings.AssociatePublicIpAddress,
    EbsOptimized: settings.EbsOptimized,
    spot: settings.SpotPrice ? true : undefined,
  };
}
