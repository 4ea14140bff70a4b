import { messageOf } from './failure.js';

/** What to do about refusals that are not about the request itself: by the names that AWS and its SDK give them. */
const remedies: readonly (readonly [RegExp, string])[] = [
  [
    /^CredentialsProviderError$/,
    'Give the input "role", or run aws-actions/configure-aws-credentials in an earlier step of the same job; both with ' +
      '"permissions: id-token: write".',
  ],
  [
    /^(ExpiredToken|ExpiredTokenException|RequestExpired)$/,
    'The credentials ran out. Give the input "role", in a job with "permissions: id-token: write": then new ones are ' +
      'asked for in time. Or raise "role-duration-seconds" of aws-actions/configure-aws-credentials.',
  ],
  [
    /^(AccessDenied|AccessDeniedException|UnauthorizedOperation)$/,
    "The role lacks a permission. The action's README lists all that it needs.",
  ],
  [
    /^(InvalidClientTokenId|UnrecognizedClientException|AuthFailure|SignatureDoesNotMatch)$/,
    'AWS does not know these credentials, or not in this region.',
  ],
];

/** Adds to whatever an AWS call threw which call it was: AWS's own words often leave that open. */
export function nameCall(error: unknown, call: string): unknown {
  if (error instanceof Error && !error.message.includes(call)) error.message = `${error.message} (${call})`;
  return error;
}

/** The message of whatever was thrown, with what to do where that is known. */
export function explain(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  const remedy = remedies.find(([names]) => names.test(name))?.[1];
  return remedy === undefined ? messageOf(error) : `${messageOf(error)}. ${remedy}`;
}
