import type {
  AddTagsToResourceCommandInput,
  ListTagsForResourceCommandInput,
  ListTagsForResourceResult,
  RemoveTagsFromResourceCommandInput,
} from '@aws-sdk/client-ssm';
import { AwsError } from '../aws-error.js';
import { type Operations, operation } from '../operation.js';
import type { Region } from '../region.js';
import { refuseTooMany, tagsOf } from './tags.js';

interface Reference {
  readonly ResourceType: string | undefined;
  readonly ResourceId: string | undefined;
}

/** @throws {AwsError} InvalidResourceId for one that is not there (Systems Manager API, AddTagsToResource). */
function present({ ResourceType, ResourceId }: Reference, region: Region): Map<string, string> {
  if (ResourceType !== 'Parameter') throw new AwsError('InvalidResourceType', 'The sandbox tags parameters only.');
  const parameter = region.systemsManager.parameters.all.get(ResourceId ?? '');
  if (parameter) return parameter.tags;
  throw new AwsError('InvalidResourceId', `The parameter ${ResourceId} does not exist.`);
}

const addTagsToResource = operation(
  ['ResourceType', 'ResourceId', 'Tags.Key', 'Tags.Value'],
  (input: AddTagsToResourceCommandInput, region: Region): object => {
    const tags = present(input, region);
    const added = tagsOf(input.Tags ?? []);
    refuseTooMany(new Map([...tags, ...added]));
    for (const [key, value] of added) tags.set(key, value);
    region.record('parameter', input.ResourceId ?? '', 'tags added');
    return {};
  },
);

const listTagsForResource = operation(
  ['ResourceType', 'ResourceId'],
  (input: ListTagsForResourceCommandInput, region: Region): ListTagsForResourceResult => ({
    TagList: [...present(input, region)].map(([Key, Value]) => ({ Key, Value })),
  }),
);

const removeTagsFromResource = operation(
  ['ResourceType', 'ResourceId', 'TagKeys'],
  (input: RemoveTagsFromResourceCommandInput, region: Region): object => {
    const tags = present(input, region);
    for (const key of input.TagKeys ?? []) tags.delete(key);
    region.record('parameter', input.ResourceId ?? '', 'tags removed');
    return {};
  },
);

export const tagOperations: Operations = {
  AddTagsToResource: addTagsToResource,
  ListTagsForResource: listTagsForResource,
  RemoveTagsFromResource: removeTagsFromResource,
};
