import { AwsError } from './aws-error.js';

/** One page of a longer list, as AWS's paginated operations answer it. */
export interface Page<Item> {
  readonly items: Item[];
  /** Where the next page begins; absent on the last one. */
  readonly nextToken: string | undefined;
}

/**
 * Cuts one page out of `items`. The token is the position in the list, behind a word that tells a foreign token.
 * @throws {AwsError} InvalidNextToken for a token that is not ours.
 */
export function pageOf<Item>(items: readonly Item[], size: number, token: string | undefined): Page<Item> {
  const start = token ? Number(/^page-(\d+)$/.exec(token)?.[1] ?? Number.NaN) : 0;
  if (Number.isNaN(start)) throw new AwsError('InvalidNextToken', `The token '${token}' is invalid.`);
  const end = start + size;
  return { items: items.slice(start, end), nextToken: end < items.length ? `page-${end}` : undefined };
}
