import type {
  CreateTagsCommandInput,
  DeleteTagsCommandInput,
  DescribeTagsCommandInput,
  DescribeTagsResult,
  ResourceType,
} from '@aws-sdk/client-ec2';
import { AwsError } from '../aws-error.js';
import type { Operations } from '../operation.js';
import type { Ec2 } from './ec2.js';
import { ec2Operation, listing, pageOf } from './ec2-operation.js';
import { kindOf, missingParameter, notFound, type ResourceKind } from './errors.js';
import { type FilterFields, filtered } from './filters.js';
import { checkTags, newTags, refuseReserved, type Tags } from './tags.js';

interface Tagged {
  readonly id: string;
  readonly tags: Tags;
}

interface Taggable {
  readonly type: ResourceType;
  readonly all: (ec2: Ec2) => Iterable<Tagged>;
}

/** What can carry tags, and how EC2 names its type. */
const taggable: Readonly<Record<ResourceKind, Taggable>> = {
  image: { type: 'image', all: (ec2) => ec2.images.values() },
  instance: { type: 'instance', all: (ec2) => ec2.fleet.visible() },
  keyPair: { type: 'key-pair', all: (ec2) => ec2.keyPairs.values() },
  launchTemplate: { type: 'launch-template', all: (ec2) => ec2.launchTemplates.all.values() },
  networkInterface: {
    type: 'network-interface',
    all: (ec2) => ec2.fleet.visible().map(({ networkInterface }) => networkInterface),
  },
  securityGroup: { type: 'security-group', all: (ec2) => ec2.securityGroups.all.values() },
  snapshot: { type: 'snapshot', all: (ec2) => ec2.snapshots.all.values() },
  subnet: { type: 'subnet', all: (ec2) => ec2.subnets.values() },
  volume: { type: 'volume', all: (ec2) => ec2.volumes.all.values() },
  vpc: { type: 'vpc', all: (ec2) => ec2.network.vpcs.values() },
};

/** @throws {AwsError} InvalidID for a prefix that stands for nothing, or the NotFound of its kind. */
function tagsOf(id: string, ec2: Ec2): Tags {
  const kind = kindOf(id);
  if (!kind) throw new AwsError('InvalidID', `The ID '${id}' is not valid`);
  for (const resource of taggable[kind].all(ec2)) if (resource.id === id) return resource.tags;
  throw notFound(kind, id);
}

/** All or nothing: each resource is looked at before the first is changed. */
const createTags = ec2Operation(
  ['Resources', 'Tags.Key', 'Tags.Value'],
  ({ Resources = [], Tags = [] }: CreateTagsCommandInput, ec2): object => {
    if (Resources.length === 0) throw missingParameter('resourceIdSet');
    if (Tags.length === 0) throw missingParameter('Tag');
    const added = newTags(Tags.map(({ Key = '', Value = '' }) => [Key, Value]));
    const found = Resources.map((id) => tagsOf(id, ec2));
    for (const tags of found) checkTags(tags, added);
    for (const tags of found) for (const [key, value] of added) tags.set(key, value);
    for (const id of Resources) ec2.region.record('tags', id, `set ${[...added.keys()].join(' ')}`);
    return {};
  },
);

/** A value narrows it to that value; without any tags, all that are not AWS's own go (EC2 API, DeleteTags). */
const deleteTags = ec2Operation(
  ['Resources', 'Tags.Key', 'Tags.Value'],
  ({ Resources = [], Tags = [] }: DeleteTagsCommandInput, ec2): object => {
    if (Resources.length === 0) throw missingParameter('resourceIdSet');
    for (const { Key = '' } of Tags) refuseReserved(Key);
    const found = Resources.map((id) => tagsOf(id, ec2));
    for (const tags of found) {
      const doomed =
        Tags.length > 0 ? Tags : [...tags.keys()].filter((Key) => !Key.startsWith('aws:')).map((Key) => ({ Key }));
      for (const { Key = '', Value } of doomed as { Key?: string; Value?: string }[]) {
        if (Value === undefined || tags.get(Key) === Value) tags.delete(Key);
      }
    }
    for (const id of Resources) ec2.region.record('tags', id, 'deleted');
    return {};
  },
);

interface OneTag {
  readonly id: string;
  readonly type: ResourceType;
  readonly key: string;
  readonly value: string;
  readonly tags: Tags;
}

const filterFields: FilterFields<OneTag> = {
  key: ({ key }) => key,
  value: ({ value }) => value,
  'resource-id': ({ id }) => id,
  'resource-type': ({ type }) => type,
};

const describeTags = ec2Operation([...listing], (input: DescribeTagsCommandInput, ec2): DescribeTagsResult => {
  const all: OneTag[] = [];
  for (const { type, all: resources } of Object.values(taggable)) {
    for (const { id, tags } of resources(ec2)) {
      for (const [key, value] of tags) all.push({ id, type, key, value, tags: new Map([[key, value]]) });
    }
  }
  const { items, nextToken } = pageOf(filtered(all, input.Filters, filterFields), input);
  return {
    Tags: items.map(({ id, type, key, value }) => ({ ResourceId: id, ResourceType: type, Key: key, Value: value })),
    NextToken: nextToken,
  };
});

export const tagOperations: Operations = { CreateTags: createTags, DeleteTags: deleteTags, DescribeTags: describeTags };
