import type { Operations } from '../operation.js';
import { imageAttributeOperations } from './image-attribute-operations.js';
import { imageDescribeOperations } from './image-describe-operations.js';
import { imageOperations } from './image-operations.js';
import { instanceDescribeOperations } from './instance-describe-operations.js';
import { instanceOperations } from './instance-operations.js';
import { instanceTypeOperations } from './instance-type-operations.js';
import { keyPairOperations } from './key-pair-operations.js';
import { launchTemplateOperations } from './launch-template-operations.js';
import { launchTemplateVersionOperations } from './launch-template-version-operations.js';
import { networkOperations } from './network-operations.js';
import { securityGroupOperations } from './security-group-operations.js';
import { snapshotOperations } from './snapshot-operations.js';
import { tagOperations } from './tag-operations.js';
import { volumeOperations } from './volume-operations.js';

/** EC2's operations by name. */
export const ec2Operations: Operations = {
  ...imageAttributeOperations,
  ...imageDescribeOperations,
  ...imageOperations,
  ...instanceDescribeOperations,
  ...instanceOperations,
  ...instanceTypeOperations,
  ...keyPairOperations,
  ...launchTemplateOperations,
  ...launchTemplateVersionOperations,
  ...networkOperations,
  ...securityGroupOperations,
  ...snapshotOperations,
  ...tagOperations,
  ...volumeOperations,
};
