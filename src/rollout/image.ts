import { DescribeImagesCommand } from '@aws-sdk/client-ec2';
import type { Aws } from '../platform/aws.js';
import { Failure } from '../platform/failure.js';
import type { GroupView, Observer } from './observe.js';

/** What to roll out: an image by its id, or the one that another group has proven. */
export type ImageSource = { readonly imageId: string } | { readonly fromGroup: string };

/**
 * Finds the image's id and sees that a group could launch it.
 * @throws {Failure} when it does not exist, is not available, or the other group does not run healthily on one image.
 */
export async function resolveImage(aws: Aws, observer: Observer, source: ImageSource): Promise<string> {
  const imageId = 'imageId' in source ? source.imageId : provenImage(await observer.look(source.fromGroup));
  const answer = await aws.ec2.send(new DescribeImagesCommand({ Filters: [{ Name: 'image-id', Values: [imageId] }] }));
  const state = answer.Images?.[0]?.State;
  if (state === undefined) {
    throw new Failure(`Image ${imageId} does not exist in ${aws.region}, or is not shared with this account.`);
  }
  if (state !== 'available')
    throw new Failure(`Image ${imageId} is ${state}; only an available image can be launched.`);
  return imageId;
}

/** The one image that every machine of a group runs, all of them healthy. */
function provenImage({ group, machines }: GroupView): string {
  const sick = machines.filter(({ stage, healthy }) => stage !== 'leaving' && !healthy);
  if (sick.length > 0) {
    throw new Failure(
      `Group "${group.name}" is not healthy: ${sick.map(({ id }) => id).join(', ')}. Its image is promoted only when all its machines are well.`,
    );
  }
  const images = new Set(machines.filter(({ healthy }) => healthy).map(({ imageId }) => imageId));
  const [imageId, ...others] = images;
  if (imageId === undefined) throw new Failure(`Group "${group.name}" has no machine, so no image is proven there.`);
  if (others.length === 0) return imageId;
  throw new Failure(
    `Group "${group.name}" runs several images (${[...images].join(', ')}). Finish its rollout first, or name one by "image-id".`,
  );
}
