import { DescribeImagesCommand, type Image } from '@aws-sdk/client-ec2';
import type { Aws } from '../../platform/aws.js';

/**
 * The image of this id, if the account may use it; a deprecated one launches as before, but without being asked for it is
 * shown to its owner only (EC2 API, DescribeImages: IncludeDeprecated).
 */
export async function imageById(ec2: Aws['ec2'], imageId: string): Promise<Image | undefined> {
  const Filters = [{ Name: 'image-id', Values: [imageId] }];
  const { Images } = await ec2.send(new DescribeImagesCommand({ Filters, IncludeDeprecated: true }));
  return Images?.[0];
}
