import {
  DescribeKeyPairsCommand,
  type EC2Client,
  type Image,
  type Instance,
  paginateDescribeImages,
  paginateDescribeInstances,
  paginateDescribeSecurityGroups,
  paginateDescribeSnapshots,
} from '@aws-sdk/client-ec2';
import type { Evidence } from './evidence.js';
import { snapshotsOf } from './image-tags.js';

/** One thing of AWS that a bake made and nobody needs. */
export interface Leftover {
  readonly kind: 'instance' | 'image' | 'snapshot' | 'security group' | 'key pair';
  readonly id: string;
  /** On its way out already: nothing to do but wait. */
  readonly leaving?: boolean;
}

/** Ids found so far. They outlive what they name: a snapshot is still found when its image has gone. */
export interface FoundIds {
  readonly instances: Set<string>;
  readonly images: Set<string>;
}

/**
 * What is left of one bake in one region. Everything is linked by AWS's own words (key name, group name, source
 * instance, source image, a snapshot's description) and is not older than the bake: the log only says where to look.
 * @param found is added to
 */
export async function findLeftovers(ec2: EC2Client, evidence: Evidence, found: FoundIds): Promise<Leftover[]> {
  const instances = await findInstances(ec2, evidence);
  for (const { InstanceId } of instances) if (InstanceId) found.instances.add(InstanceId);
  const images = await findImages(ec2, evidence, found);
  for (const { ImageId } of images) if (ImageId) found.images.add(ImageId);
  const snapshots = await findSnapshots(ec2, evidence, found, images.flatMap(snapshotsOf));
  return [
    ...instances.flatMap(instanceLeft),
    ...images.map(({ ImageId }) => leftover('image', ImageId)),
    ...snapshots.map((id) => leftover('snapshot', id)),
    ...(await findSecurityGroups(ec2, evidence)).map((id) => leftover('security group', id)),
    ...(await findKeyPairs(ec2, evidence)).map((id) => leftover('key pair', id)),
  ];
}

function leftover(kind: Leftover['kind'], id: string | undefined): Leftover {
  return { kind, id: id ?? '' };
}

function instanceLeft({ InstanceId, State }: Instance): Leftover[] {
  if (State?.Name === 'terminated') return [];
  return [{ ...leftover('instance', InstanceId), leaving: State?.Name === 'shutting-down' }];
}

async function findInstances(ec2: EC2Client, evidence: Evidence): Promise<Instance[]> {
  const filters = {
    'instance-id': evidence.instances,
    'key-name': evidence.keyPairs,
    'instance.group-name': evidence.securityGroups,
  };
  const byId = new Map<string | undefined, Instance>();
  for (const [Name, values] of Object.entries(filters)) {
    if (values.length === 0) continue;
    const pages = paginateDescribeInstances({ client: ec2 }, { Filters: [{ Name, Values: [...values] }] });
    for await (const { Reservations = [] } of pages) {
      for (const instance of Reservations.flatMap(({ Instances = [] }) => Instances))
        byId.set(instance.InstanceId, instance);
    }
  }
  return [...byId.values()].filter(({ LaunchTime }) => isSince(LaunchTime, evidence));
}

/** Images made from our instances, half-made ones too, and their copies (EC2 API, Image: SourceInstanceId, SourceImageId). */
async function findImages(ec2: EC2Client, evidence: Evidence, found: FoundIds): Promise<Image[]> {
  const named = ({ Name = '' }: Image) => evidence.imageNames.length === 0 || evidence.imageNames.includes(Name);
  const made = await describeImages(ec2, 'source-instance-id', [...found.instances]);
  // Builders that register an image from snapshots name no source instance: what the log calls ours counts then.
  const hinted = (await describeImages(ec2, 'image-id', evidence.imageHints)).filter(
    (image) => !image.SourceInstanceId && named(image),
  );
  const roots = [...made, ...hinted].flatMap(({ ImageId }) => ImageId ?? []);
  const originals = [...new Set([...roots, ...found.images, ...evidence.imageHints])];
  const copies = (await describeImages(ec2, 'source-image-id', originals)).filter(named);
  const byId = new Map([...made, ...hinted, ...copies].map((image) => [image.ImageId, image]));
  return [...byId.values()].filter(({ CreationDate }) => isSince(new Date(CreationDate ?? 0), evidence));
}

async function describeImages(ec2: EC2Client, name: string, values: readonly string[]): Promise<Image[]> {
  if (values.length === 0) return [];
  const filter = { Name: name, Values: [...values] };
  const found: Image[] = [];
  for await (const { Images = [] } of paginateDescribeImages({ client: ec2 }, { Owners: ['self'], Filters: [filter] }))
    found.push(...Images);
  return found;
}

/** By id, and by the description that AWS gives (EC2 user guide, "Create an Amazon EBS-backed AMI" and "Copy an AMI"). */
async function findSnapshots(ec2: EC2Client, evidence: Evidence, found: FoundIds, ids: string[]): Promise<string[]> {
  const descriptions = [
    ...[...found.instances].map((id) => `Created by CreateImage(${id})*`),
    ...[...found.images].map((id) => `Copied for DestinationAmi ${id}*`),
  ];
  const kept = new Set<string>();
  for (const [Name, Values] of Object.entries({ 'snapshot-id': ids, description: descriptions })) {
    if (Values.length === 0) continue;
    const pages = paginateDescribeSnapshots({ client: ec2 }, { OwnerIds: ['self'], Filters: [{ Name, Values }] });
    for await (const { Snapshots = [] } of pages) {
      for (const { SnapshotId, StartTime } of Snapshots)
        if (SnapshotId && isSince(StartTime, evidence)) kept.add(SnapshotId);
    }
  }
  return [...kept];
}

async function findSecurityGroups(ec2: EC2Client, { securityGroups }: Evidence): Promise<string[]> {
  if (securityGroups.length === 0) return [];
  const filter = { Name: 'group-name', Values: [...securityGroups] };
  const ids: string[] = [];
  for await (const { SecurityGroups = [] } of paginateDescribeSecurityGroups({ client: ec2 }, { Filters: [filter] }))
    ids.push(...SecurityGroups.flatMap(({ GroupId }) => GroupId ?? []));
  return ids;
}

async function findKeyPairs(ec2: EC2Client, evidence: Evidence): Promise<string[]> {
  if (evidence.keyPairs.length === 0) return [];
  const filter = { Name: 'key-name', Values: [...evidence.keyPairs] };
  const { KeyPairs = [] } = await ec2.send(new DescribeKeyPairsCommand({ Filters: [filter] }));
  return KeyPairs.filter(({ CreateTime }) => isSince(CreateTime, evidence)).flatMap(({ KeyName }) => KeyName ?? []);
}

function isSince(time: Date | undefined, { since }: Evidence): boolean {
  return (time?.getTime() ?? 0) >= since;
}
