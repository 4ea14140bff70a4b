import { AwsError } from '../aws-error.js';
import { type Operation, operation } from '../operation.js';
import { type Page, page } from '../pagination.js';
import type { Ec2 } from './ec2.js';
import { invalidValue } from './errors.js';

interface Dry {
  readonly DryRun?: boolean | undefined;
}

/** An operation of EC2's. All of them take DryRun, which answers with an error either way (EC2 API, "Common parameters"). */
export function ec2Operation<Input extends Dry, Output extends object>(
  accepts: readonly string[],
  run: (input: Input, ec2: Ec2) => Output,
): Operation {
  return operation<Input, Output>([...accepts, 'DryRun'], (input, region) => {
    if (input.DryRun) {
      throw new AwsError('DryRunOperation', 'Request would have succeeded, but DryRun flag is set.', 412);
    }
    return run(input, region.ec2);
  });
}

/** The parameters of a describe that filters and pages. */
export const listing = ['Filters.Name', 'Filters.Values', 'MaxResults', 'NextToken'] as const;

interface Listing {
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}

/**
 * One page of a describe. Most of EC2's take 5 to 1,000 as MaxResults (EC2 API, DescribeInstances).
 * @throws {AwsError} InvalidParameterValue for another MaxResults, InvalidNextToken for a token of no page.
 */
export function pageOf<Item>(items: readonly Item[], input: Listing, fewest = 5, most = 1_000): Page<Item> {
  const { MaxResults, NextToken } = input;
  if (MaxResults !== undefined && (MaxResults < fewest || MaxResults > most)) {
    throw invalidValue(
      `Value ( ${MaxResults} ) for parameter maxResults is invalid. Expecting a value from ${fewest} to ${most}.`,
    );
  }
  return page(items, { maxResults: MaxResults, nextToken: NextToken || undefined }, most);
}
