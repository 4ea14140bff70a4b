import { CreateTagsCommand, DescribeImagesCommand, type Image } from '@aws-sdk/client-ec2';
import type { Aws } from '../platform/aws.js';
import type { Workflow } from '../platform/workflow.js';
import type { BuiltImage } from './machine-readable.js';

/** Where an image comes from, as tags on it and its snapshots. */
export function provenance({ repository, sha, ref, runUrl }: Workflow): Record<string, string> {
  return {
    'steadfleet:repository': repository,
    'steadfleet:commit': sha,
    'steadfleet:ref': ref,
    'steadfleet:run': runUrl,
  };
}

/** Tags images and their snapshots, region by region. A tag's value holds 256 characters (EC2 user guide, "Tag restrictions"). */
export async function tagImages(
  images: readonly BuiltImage[],
  tags: Readonly<Record<string, string>>,
  connectTo: (region: string) => Aws,
): Promise<void> {
  const list = Object.entries(tags).map(([Key, value]) => ({ Key, Value: value.slice(0, 256) }));
  for (const [region, ids] of idsByRegion(images)) {
    const { ec2 } = connectTo(region);
    const { Images = [] } = await ec2.send(new DescribeImagesCommand({ ImageIds: ids }));
    await ec2.send(new CreateTagsCommand({ Resources: [...ids, ...Images.flatMap(snapshotsOf)], Tags: list }));
  }
}

/** The snapshots that an image's disks are made from. */
export function snapshotsOf({ BlockDeviceMappings = [] }: Image): string[] {
  return BlockDeviceMappings.flatMap(({ Ebs }) => Ebs?.SnapshotId ?? []);
}

function idsByRegion(images: readonly BuiltImage[]): Map<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const { region, id } of images) ids.set(region, [...(ids.get(region) ?? []), id]);
  return ids;
}
