import { validationError } from '../aws-error.js';
import { type Page, page } from '../pagination.js';

interface Listing {
  readonly PageSize?: number | undefined;
  readonly Marker?: string | undefined;
}

const mostPerPage = 400;

/**
 * One page of a describe: 1 to 400 at once (ELBv2 API, DescribeRules: PageSize).
 * @throws {AwsError} ValidationError for another size, and for a marker of no page.
 */
export function pageOf<Item>(items: readonly Item[], { PageSize, Marker }: Listing): Page<Item> {
  if (PageSize !== undefined && (PageSize < 1 || PageSize > mostPerPage)) {
    throw validationError(`Page size '${PageSize}' must be between 1 and ${mostPerPage}`);
  }
  return page(items, { maxResults: PageSize, nextToken: Marker }, mostPerPage, 'ValidationError');
}
