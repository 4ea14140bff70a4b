import type { Aws } from '../../platform/aws.js';
import type { TemplateVersion } from '../heart/launch-source.js';
import { versionsOf } from '../heart/matching.js';
import type { Release } from '../heart/release.js';
import { imageById } from './image-by-id.js';

/**
 * That a rollout has no way back, for an image that its group runs can be launched no more. Of two groups the other one's
 * machines are the way back.
 * @returns a sentence for each such image.
 */
export async function remarksOnWayBack(
  { ec2, region }: Pick<Aws, 'ec2' | 'region'>,
  { group, from, to, sides }: Pick<Release, 'group' | 'from' | 'to' | 'sides'>,
): Promise<readonly string[]> {
  if (sides) return [];
  const ids = [...new Set(versionsOf<TemplateVersion>(from).map(({ imageId }) => imageId))];
  const states = await Promise.all(ids.map(async (id) => (await imageById(ec2, id))?.State));
  return ids.flatMap((id, index) => {
    const state = states[index];
    if (state === 'available' || id === to.imageId) return [];
    const why = state ? `it is ${state}` : `it does not exist in ${region}, or is not shared with this account`;
    return `No machine can be launched of ${id} any more, which group "${group}" runs: ${why}. So there is no way back to it if ${to.imageId} fails.`;
  });
}
