import { type _InstanceType, DescribeInstanceTypesCommand } from '@aws-sdk/client-ec2';
import type { Aws } from '../../platform/aws.js';
import { Failure } from '../../platform/failure.js';
import { imageById } from './image-by-id.js';

/**
 * Sees that an image runs on every instance type that a group may launch it on. A policy that describes its types by what
 * they have gives no names: EC2 picks only types that fit the image then (EC2 API, InstanceRequirements).
 * @throws {Failure} with the types that the image does not fit.
 */
export async function requireFit({ ec2 }: Pick<Aws, 'ec2'>, imageId: string, types: readonly string[]): Promise<void> {
  if (types.length === 0) return;
  const architecture = (await imageById(ec2, imageId))?.Architecture;
  if (architecture === undefined) return;
  const unfit: string[] = [];
  // A hundred names a call (EC2 API, DescribeInstanceTypes).
  for (let at = 0; at < types.length; at += 100) {
    const InstanceTypes = types.slice(at, at + 100) as _InstanceType[];
    const { InstanceTypes: found = [] } = await ec2.send(new DescribeInstanceTypesCommand({ InstanceTypes }));
    for (const { InstanceType: name = '', ProcessorInfo } of found) {
      const supported: readonly string[] = ProcessorInfo?.SupportedArchitectures ?? [architecture];
      if (!supported.includes(architecture)) unfit.push(`${name} (${supported.join(', ')})`);
    }
  }
  if (unfit.length === 0) return;
  throw new Failure(
    `Image ${imageId} is made for ${architecture}, and the group may launch ${unfit.join(' and ')}. ` +
      'Name an image that fits all its instance types, or give machines of another architecture a group of their own.',
  );
}
