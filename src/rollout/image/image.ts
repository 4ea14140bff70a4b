import { DescribeImagesCommand } from '@aws-sdk/client-ec2';
import type { Aws } from '../../platform/aws.js';
import { Failure } from '../../platform/failure.js';
import type { Observer } from '../group/observe.js';
import type { GroupView } from '../heart/observation.js';
import type { Ledger } from '../ledger/ledger.js';
import { previousRelease } from '../ledger/undo-target.js';
import { imageById } from './image-by-id.js';
import { resolveParameter } from './parameter.js';

/** What to roll out. All but an id are looked up once, and it is that image from then on. */
export type ImageSource =
  | { readonly imageId: string }
  /** What an SSM parameter of this name says. */
  | { readonly parameter: string }
  /** The account's newest available image with all these tags. */
  | { readonly tags: Readonly<Record<string, string>> }
  /** What the group ran before its last release that was healthy under traffic. */
  | { readonly previous: true }
  /** The one that another group has proven. */
  | { readonly fromGroup: string };

/** What an image is looked for with. */
export interface ImageSearch {
  readonly aws: Aws;
  readonly observer: Observer;
  /** Of the group that the image is for. */
  readonly ledger: Ledger;
  readonly tell: (line: string) => void;
}

/**
 * Finds the image's id, and sees that the image can be launched.
 * @throws {Failure} when there is none, or it is not available.
 */
export async function resolveImage(search: ImageSearch, source: ImageSource): Promise<string> {
  const { imageId, because } = await find(search, source);
  if (because !== undefined) search.tell(`Image ${imageId}: ${because}`);
  const { ec2, region } = search.aws;
  const state = (await imageById(ec2, imageId))?.State;
  if (state === undefined) {
    throw new Failure(
      `Image ${imageId} does not exist in ${region}, or is not shared with this account. Give the id of an image of that region, as bake-ami puts it out; or copy the image there, or have its owner share it.`,
    );
  }
  if (state !== 'available') {
    const next = state === 'pending' ? 'Wait until it is' : 'Bake it again, or give another one';
    throw new Failure(`Image ${imageId} is ${state}; only an available image can be launched. ${next}.`);
  }
  return imageId;
}

interface Found {
  readonly imageId: string;
  readonly because?: string;
}

async function find({ aws, observer, ledger }: ImageSearch, source: ImageSource): Promise<Found> {
  if ('imageId' in source) return source;
  if ('parameter' in source) {
    const { parameter } = source;
    return { imageId: await resolveParameter(aws, parameter), because: `SSM parameter "${parameter}" says so now.` };
  }
  if ('tags' in source) return newestImage(aws, source.tags);
  if ('previous' in source) return previousImage(ledger);
  const imageId = provenImage(await observer.look(source.fromGroup));
  return { imageId, because: `every machine of "${source.fromGroup}" runs it in good health.` };
}

async function newestImage({ ec2, region }: Aws, tags: Readonly<Record<string, string>>): Promise<Found> {
  const wanted = Object.entries(tags);
  const Filters = wanted.map(([name, value]) => ({ Name: `tag:${name}`, Values: [asItIs(value)] }));
  const state = { Name: 'state', Values: ['available'] };
  const answer = await ec2.send(new DescribeImagesCommand({ Owners: ['self'], Filters: [...Filters, state] }));
  // ISO 8601 in UTC: the order of its letters is that of time (EC2 API, Image).
  const images = [...(answer.Images ?? [])].sort((one, other) =>
    (other.CreationDate ?? '').localeCompare(one.CreationDate ?? ''),
  );
  const named = wanted.map(([name, value]) => `${name}=${value}`).join(', ');
  const [{ ImageId: imageId, CreationDate: made = '' } = {}] = images;
  if (imageId) return { imageId, because: `made ${made}, the newest of ${images.length} with ${named}.` };
  throw new Failure(
    `This account has no available image with ${named} in ${region}. Check the tags, the region, and that the bake has run.`,
  );
}

/** To a filter `*` and `?` stand for others, unless a backslash is before them (EC2 API, Filter; EC2 user guide, "Filter your resources"). */
function asItIs(value: string): string {
  return value.replace(/[\\*?]/g, '\\$&');
}

async function previousImage(ledger: Ledger): Promise<Found> {
  const target = previousRelease(await ledger.history());
  if (target) return { imageId: target.to.imageId, because: `what ran before release ${target.undoes}.` };
  throw new Failure(
    "The group's ledger knows no image that was healthy under traffic before the present one, so there is no previous image. Name one by its id.",
  );
}

/** The one image that every machine of a group runs, all of them healthy. */
function provenImage({ group, machines }: GroupView): string {
  const sick = machines.filter(({ stage, healthy }) => stage !== 'leaving' && stage !== 'aside' && !healthy);
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
