import type {
  AddTagsCommandInput,
  DescribeTagsCommandInput,
  RemoveTagsCommandInput,
  Tag,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { AwsError, validationError } from '../aws-error.js';
import { type Operations, operation } from '../operation.js';
import type { LoadBalancing } from './load-balancing.js';

export function tagMap(tags: readonly Tag[] | undefined): Map<string, string> {
  return new Map((tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value]));
}

export const tagOperations: Operations = {
  AddTags: operation(['ResourceArns', 'Tags.*'], (input: AddTagsCommandInput, { loadBalancing }) => {
    const resources = (input.ResourceArns ?? []).map((arn) => tagsOf(loadBalancing, arn));
    for (const tags of resources) for (const [key, value] of tagMap(input.Tags)) tags.set(key, value);
    return {};
  }),

  RemoveTags: operation(['ResourceArns', 'TagKeys'], (input: RemoveTagsCommandInput, { loadBalancing }) => {
    const resources = (input.ResourceArns ?? []).map((arn) => tagsOf(loadBalancing, arn));
    for (const tags of resources) for (const key of input.TagKeys ?? []) tags.delete(key);
    return {};
  }),

  /** "You can specify up to 20 resources in a single call" (ELBv2 API, DescribeTags). */
  DescribeTags: operation(['ResourceArns'], ({ ResourceArns = [] }: DescribeTagsCommandInput, { loadBalancing }) => {
    if (ResourceArns.length > 20) throw validationError('Up to 20 resources can be described at once');
    return {
      TagDescriptions: ResourceArns.map((arn) => ({
        ResourceArn: arn,
        Tags: [...tagsOf(loadBalancing, arn)].map(([Key, Value]) => ({ Key, Value })),
      })),
    };
  }),
};

/** The tags of whatever has this ARN. @throws {AwsError} the error of its kind (ELBv2 API, AddTags). */
function tagsOf(loadBalancing: LoadBalancing, arn: string): Map<string, string> {
  const { loadBalancers, targetGroups, listeners } = loadBalancing;
  const rules = [...listeners.values()].flatMap((listener) => listener.rules);
  const found =
    loadBalancers.get(arn) ?? targetGroups.get(arn) ?? listeners.get(arn) ?? rules.find((rule) => rule.arn === arn);
  if (found) return found.tags;
  const kind = /:(targetgroup|loadbalancer|listener-rule|listener)\//.exec(arn)?.[1] ?? 'loadbalancer';
  const codes: Record<string, string> = {
    targetgroup: 'TargetGroupNotFound',
    loadbalancer: 'LoadBalancerNotFound',
    'listener-rule': 'RuleNotFound',
    listener: 'ListenerNotFound',
  };
  throw new AwsError(codes[kind] ?? 'LoadBalancerNotFound', `'${arn}' not found`);
}
