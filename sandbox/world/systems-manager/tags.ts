import type { Tag } from '@aws-sdk/client-ssm';
import { AwsError } from '../aws-error.js';
import { invalid } from './parameters.js';

/** Tags of a request as a map. @throws {AwsError} ValidationException for AWS's own prefix. */
export function tagsOf(tags: readonly Tag[]): Map<string, string> {
  const map = new Map<string, string>();
  for (const { Key = '', Value = '' } of tags) {
    if (Key.toLowerCase().startsWith('aws:'))
      throw invalid(`aws: prefixed tag key names are not allowed for external use: ${Key}`);
    map.set(Key, Value);
  }
  refuseTooMany(map);
  return map;
}

/** @throws {AwsError} TooManyTagsError above 50 (Systems Manager API, AddTagsToResource). */
export function refuseTooMany(tags: ReadonlyMap<string, string>): void {
  if (tags.size > 50) throw new AwsError('TooManyTagsError', 'A resource can have at most 50 tags.');
}
