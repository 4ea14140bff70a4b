import type {
  DescribeImageAttributeCommandInput,
  DisableImageDeprecationCommandInput,
  DisableImageDeprecationResult,
  DisableImageDeregistrationProtectionCommandInput,
  DisableImageDeregistrationProtectionResult,
  EnableImageDeprecationCommandInput,
  EnableImageDeprecationResult,
  EnableImageDeregistrationProtectionCommandInput,
  EnableImageDeregistrationProtectionResult,
  ImageAttribute,
  LaunchPermission,
  ModifyImageAttributeCommandInput,
} from '@aws-sdk/client-ec2';
import type { Operations } from '../operation.js';
import { ec2Operation } from './ec2-operation.js';
import { invalidValue, missingParameter } from './errors.js';
import { changeSharing } from './sharing.js';

/**
 * Launch permissions in both of the API's forms, the description, and support of IMDSv2, which can be set but not taken
 * back (EC2 API, ModifyImageAttribute).
 */
const modifyImageAttribute = ec2Operation(
  [
    ...[
      'ImageId',
      'Attribute',
      'Value',
      'Description.Value',
      'ImdsSupport.Value',
      'OperationType',
      'UserIds',
      'UserGroups',
    ],
    ...['Add', 'Remove'].flatMap((change) => [`LaunchPermission.${change}.UserId`, `LaunchPermission.${change}.Group`]),
  ],
  (input: ModifyImageAttributeCommandInput, ec2): object => {
    const image = ec2.imageRegistry.findOwn(input.ImageId);
    const description = input.Attribute === 'description' ? input.Value : input.Description?.Value;
    if (description !== undefined) image.description = description;
    const imds = input.Attribute === 'imdsSupport' ? input.Value : input.ImdsSupport?.Value;
    if (imds !== undefined && imds !== 'v2.0') throw invalidValue('ImdsSupport can only be set to v2.0');
    if (imds !== undefined) image.imdsSupport = imds;
    changeSharing(image.launchPermissions, {
      change: input.LaunchPermission,
      operation: input.OperationType,
      accounts: input.UserIds,
      groups: input.UserGroups,
    });
    ec2.region.record('image', image.id, 'attributes changed');
    return {};
  },
);

const describeImageAttribute = ec2Operation(
  ['ImageId', 'Attribute'],
  ({ ImageId, Attribute }: DescribeImageAttributeCommandInput, ec2): ImageAttribute => {
    const image = ec2.imageRegistry.findOwn(ImageId);
    if (Attribute === 'description') return { ImageId: image.id, Description: { Value: image.description } };
    if (Attribute === 'imdsSupport') {
      return { ImageId: image.id, ...(image.imdsSupport && { ImdsSupport: { Value: image.imdsSupport } }) };
    }
    if (Attribute !== 'launchPermission')
      throw invalidValue('The sandbox knows these attributes: description, imdsSupport, launchPermission');
    const LaunchPermissions = [...image.launchPermissions].map(
      (who): LaunchPermission => (who === 'all' ? { Group: 'all' } : { UserId: who }),
    );
    return { ImageId: image.id, LaunchPermissions };
  },
);

const minute = 60_000;

const enableImageDeprecation = ec2Operation(
  ['ImageId', 'DeprecateAt'],
  ({ ImageId, DeprecateAt }: EnableImageDeprecationCommandInput, ec2): EnableImageDeprecationResult => {
    const image = ec2.imageRegistry.findOwn(ImageId);
    if (!DeprecateAt) throw missingParameter('DeprecateAt');
    const time = new Date(DeprecateAt).getTime();
    if (time < ec2.region.world.clock.now()) throw invalidValue('DeprecateAt must be in the future');
    // Seconds are rounded to the nearest minute (EC2 API, EnableImageDeprecation).
    image.deprecatedFrom = Math.round(time / minute) * minute;
    ec2.region.record('image', image.id, 'deprecation enabled');
    return { Return: true };
  },
);

const disableImageDeprecation = ec2Operation(
  ['ImageId'],
  ({ ImageId }: DisableImageDeprecationCommandInput, ec2): DisableImageDeprecationResult => {
    const image = ec2.imageRegistry.findOwn(ImageId);
    image.deprecatedFrom = undefined;
    ec2.region.record('image', image.id, 'deprecation disabled');
    return { Return: true };
  },
);

const enableImageDeregistrationProtection = ec2Operation(
  ['ImageId', 'WithCooldown'],
  (
    { ImageId, WithCooldown }: EnableImageDeregistrationProtectionCommandInput,
    ec2,
  ): EnableImageDeregistrationProtectionResult => {
    const protection = WithCooldown ? 'enabled-with-cooldown' : 'enabled-without-cooldown';
    ec2.imageRegistry.protect(ec2.imageRegistry.findOwn(ImageId), protection);
    return { Return: protection };
  },
);

const disableImageDeregistrationProtection = ec2Operation(
  ['ImageId'],
  ({ ImageId }: DisableImageDeregistrationProtectionCommandInput, ec2): DisableImageDeregistrationProtectionResult => {
    ec2.imageRegistry.protect(ec2.imageRegistry.findOwn(ImageId), 'disabled');
    return { Return: 'disabled' };
  },
);

export const imageAttributeOperations: Operations = {
  DescribeImageAttribute: describeImageAttribute,
  DisableImageDeprecation: disableImageDeprecation,
  DisableImageDeregistrationProtection: disableImageDeregistrationProtection,
  EnableImageDeprecation: enableImageDeprecation,
  EnableImageDeregistrationProtection: enableImageDeregistrationProtection,
  ModifyImageAttribute: modifyImageAttribute,
};
