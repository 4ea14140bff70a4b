import type {
  CreateOrUpdateTagsCommandInput,
  DeleteTagsCommandInput,
  DescribeTagsCommandInput,
  Tag,
} from '@aws-sdk/client-auto-scaling';
import { AwsError, validationError } from '../aws-error.js';
import { type Operations, operation } from '../operation.js';
import { page } from '../pagination.js';
import { describeTags } from './describe-group.js';
import type { Group } from './group.js';

const parameters = ['Tags.ResourceId', 'Tags.ResourceType', 'Tags.Key', 'Tags.Value', 'Tags.PropagateAtLaunch'];

export const tagOperations: Operations = {
  CreateOrUpdateTags: operation(parameters, (input: CreateOrUpdateTagsCommandInput, region) => {
    for (const tag of input.Tags ?? []) {
      setTags(region.autoScaling.group(tag.ResourceId), [tag]);
      region.record('group', tag.ResourceId ?? '', `tag ${tag.Key}=${tag.Value ?? ''}`);
    }
    return {};
  }),

  DeleteTags: operation(parameters, (input: DeleteTagsCommandInput, region) => {
    for (const { ResourceId = '', Key = '' } of input.Tags ?? []) {
      region.autoScaling.group(ResourceId).tags.delete(Key);
      region.record('group', ResourceId, `tag ${Key} deleted`);
    }
    return {};
  }),

  DescribeTags: operation(
    ['Filters.Name', 'Filters.Values', 'MaxRecords', 'NextToken'],
    (input: DescribeTagsCommandInput, { autoScaling }) => {
      const filters = input.Filters ?? [];
      const tags = [...autoScaling.groups.values()]
        .flatMap(describeTags)
        .filter((tag) => filters.every(({ Name = '', Values = [] }) => Values.includes(filtered(tag, Name))));
      const { items, nextToken } = page(tags, { maxResults: input.MaxRecords, nextToken: input.NextToken }, 50);
      return { Tags: items, NextToken: nextToken };
    },
  ),
};

/** Auto Scaling API, DescribeTags: the names of its filters. */
function filtered(tag: ReturnType<typeof describeTags>[number], name: string): string {
  if (name === 'auto-scaling-group') return tag.ResourceId;
  if (name === 'key') return tag.Key;
  if (name === 'value') return tag.Value;
  if (name === 'propagate-at-launch') return String(tag.PropagateAtLaunch);
  throw validationError(
    `Filter type ${name} is not correct. Allowed Filter types are: auto-scaling-group key value propagate-at-launch`,
  );
}

/** Keys that start with `aws:` are AWS's own, and a resource has 50 tags at most (Auto Scaling user guide, "Tag restrictions"). */
export function setTags(group: Group, tags: readonly Tag[]): void {
  for (const { Key = '', Value = '', PropagateAtLaunch = true } of tags) {
    if (/^aws:/i.test(Key)) throw validationError(`Tag key '${Key}' starts with aws:, which is reserved`);
    if (!group.tags.has(Key) && group.tags.size >= 50)
      throw new AwsError('LimitExceeded', `Group ${group.name} has 50 tags already`);
    group.tags.set(Key, { value: Value, propagate: PropagateAtLaunch });
  }
}
