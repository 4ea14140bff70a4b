import type {
  CreateLaunchConfigurationCommandInput,
  DeleteLaunchConfigurationCommandInput,
  DescribeLaunchConfigurationsCommandInput,
  LaunchConfiguration as Description,
} from '@aws-sdk/client-auto-scaling';
import { AwsError, validationError } from '../aws-error.js';
import { type Operations, operation } from '../operation.js';
import { page } from '../pagination.js';
import type { LaunchConfiguration } from './launch-configuration.js';

export const launchConfigurationOperations: Operations = {
  CreateLaunchConfiguration: operation(
    [
      'LaunchConfigurationName',
      'ImageId',
      'InstanceType',
      'KeyName',
      'UserData',
      'SecurityGroups',
      'IamInstanceProfile',
      'AssociatePublicIpAddress',
      'EbsOptimized',
      'SpotPrice',
      'InstanceMonitoring.*',
    ],
    (input: CreateLaunchConfigurationCommandInput, region) => {
      const { launchConfigurations, random } = region.autoScaling;
      const { LaunchConfigurationName: name = '' } = input;
      if (launchConfigurations.has(name)) {
        const message = `Launch Configuration by this name already exists - A launch configuration already exists with the name ${name}`;
        throw new AwsError('AlreadyExists', message);
      }
      if (!name || !input.ImageId || !input.InstanceType)
        throw validationError('LaunchConfigurationName, ImageId and InstanceType are required');
      const id = [8, 4, 4, 4, 12].map((digits) => random.hex(digits)).join('-');
      const arn = region.arn('autoscaling', `launchConfiguration:${id}:launchConfigurationName/${name}`);
      const settings = structuredClone(input);
      launchConfigurations.set(name, { name, arn, created: region.world.clock.now(), settings });
      region.record('launch-configuration', name, 'created');
      return {};
    },
  ),

  DescribeLaunchConfigurations: operation(
    ['LaunchConfigurationNames', 'MaxRecords', 'NextToken'],
    (input: DescribeLaunchConfigurationsCommandInput, { autoScaling }) => {
      const { LaunchConfigurationNames: names } = input;
      const asked = [...autoScaling.launchConfigurations.values()].filter(
        ({ name }) => !names?.length || names.includes(name),
      );
      const { items, nextToken } = page(asked, { maxResults: input.MaxRecords, nextToken: input.NextToken }, 50);
      return { LaunchConfigurations: items.map(describe), NextToken: nextToken };
    },
  ),

  /** Not while a group uses it (Auto Scaling API, DeleteLaunchConfiguration). */
  DeleteLaunchConfiguration: operation(
    ['LaunchConfigurationName'],
    (input: DeleteLaunchConfigurationCommandInput, region) => {
      const { launchConfigurations, groups } = region.autoScaling;
      const { LaunchConfigurationName: name = '' } = input;
      if (!launchConfigurations.has(name))
        throw validationError(`Launch configuration name not found - Launch configuration ${name} not found`);
      const user = [...groups.values()].find(({ configuration }) => configuration === name);
      if (user) {
        const message = `Cannot delete launch configuration ${name} because it is attached to AutoScalingGroup ${user.name}`;
        throw new AwsError('ResourceInUse', message);
      }
      launchConfigurations.delete(name);
      region.record('launch-configuration', name, 'deleted');
      return {};
    },
  ),
};

function describe({ name, arn, created, settings }: LaunchConfiguration): Description {
  return {
    KernelId: '',
    RamdiskId: '',
    KeyName: '',
    UserData: '',
    SecurityGroups: [],
    ClassicLinkVPCSecurityGroups: [],
    BlockDeviceMappings: [],
    InstanceMonitoring: { Enabled: true },
    EbsOptimized: false,
    ...structuredClone(settings),
    LaunchConfigurationName: name,
    LaunchConfigurationARN: arn,
    ImageId: settings.ImageId ?? '',
    InstanceType: settings.InstanceType ?? '',
    CreatedTime: new Date(created),
  };
}
