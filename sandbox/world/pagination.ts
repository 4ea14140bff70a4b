import { AwsError } from './aws-error.js';

export interface PageRequest {
  readonly maxResults?: number | undefined;
  readonly nextToken?: string | undefined;
}

export interface Page<Item> {
  readonly items: Item[];
  /** Where the next page starts; undefined on the last one. */
  readonly nextToken: string | undefined;
}

/**
 * Cuts one page out of a list. Tokens are opaque to callers and stable: the same token gives the same place again.
 * @throws {AwsError} with `invalidToken` as its code (InvalidNextToken unless said otherwise) for a token of no page.
 */
export function page<Item>(
  items: readonly Item[],
  { maxResults, nextToken }: PageRequest,
  defaultSize: number,
  invalidToken = 'InvalidNextToken',
): Page<Item> {
  const size = maxResults ?? defaultSize;
  if (nextToken === undefined && items.length <= size) return { items: items.slice(), nextToken: undefined };
  const start = nextToken ? startOf(nextToken, invalidToken) : 0;
  const end = start + size;
  return { items: items.slice(start, end), nextToken: end < items.length ? tokenAt(end) : undefined };
}

const tokenPrefix = 'steadfleet-page-';

function tokenAt(start: number): string {
  return Buffer.from(`${tokenPrefix}${start}`).toString('base64url');
}

function startOf(token: string, invalidToken: string): number {
  const text = Buffer.from(token, 'base64url').toString();
  const start = Number(text.slice(tokenPrefix.length));
  if (text.startsWith(tokenPrefix) && Number.isInteger(start) && start > 0) return start;
  throw new AwsError(invalidToken, `The token '${token}' is invalid`);
}
