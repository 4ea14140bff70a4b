import type { ResourceType, Tag, TagSpecification } from '@aws-sdk/client-ec2';
import { AwsError } from '../aws-error.js';
import { invalidValue } from './errors.js';

export type Tags = Map<string, string>;

/** Tags that the account itself wrote; those of AWS's own do not count (EC2 user guide, "Tag restrictions"). */
const mostTags = 50;

/** Tags as a describe shows them. */
export function tagList(tags: ReadonlyMap<string, string>): Tag[] {
  const list: Tag[] = [];
  for (const [Key, Value] of tags) list.push({ Key, Value });
  return list;
}

/** The tags that a request's TagSpecifications give to one type of resource. @throws {AwsError} as {@link addTags} does. */
export function tagsFor(type: ResourceType, specifications: readonly TagSpecification[] | undefined): Tags {
  const tags =
    specifications?.filter(({ ResourceType }) => ResourceType === type).flatMap(({ Tags }) => Tags ?? []) ?? [];
  return newTags(tags.map(({ Key = '', Value = '' }) => [Key, Value]));
}

/** @throws {AwsError} as {@link addTags} does; InvalidParameterValue for a key that comes twice. */
export function newTags(pairs: Iterable<readonly [key: string, value: string]>): Tags {
  const tags: Tags = new Map();
  for (const [key, value] of pairs) {
    if (tags.has(key)) throw invalidValue(`Duplicate tag key '${key}' specified.`);
    tags.set(key, value);
  }
  checkTags(tags, tags);
  return tags;
}

/**
 * Looks whether these tags could join those that are there.
 * @throws {AwsError} InvalidParameterValue for AWS's own prefix or a length, TagLimitExceeded above 50
 * (EC2 user guide, "Tag restrictions").
 */
export function checkTags(present: ReadonlyMap<string, string>, added: ReadonlyMap<string, string>): void {
  for (const [key, value] of added) {
    refuseReserved(key);
    if (key.length < 1 || key.length > 128) throw invalidValue(`Tag key '${key}' must be 1 to 128 characters long`);
    if (value.length > 256)
      throw invalidValue(`The value of tag '${key}' exceeds the maximum length of 256 characters`);
  }
  let count = 0;
  for (const key of present.keys()) if (!isReserved(key)) count++;
  for (const key of added.keys()) if (!present.has(key)) count++;
  if (count > mostTags) {
    throw new AwsError('TagLimitExceeded', `The maximum number of Tags (${mostTags}) for a resource has been reached.`);
  }
}

/** @throws {AwsError} for a key that only AWS itself may write or delete. */
export function refuseReserved(key: string): void {
  if (isReserved(key)) throw invalidValue(`Tag keys starting with 'aws:' are reserved for internal use`);
}

function isReserved(key: string): boolean {
  return key.slice(0, 4).toLowerCase() === 'aws:';
}
