import { Cancelled } from './cancellation.js';
import { Failure, messageOf } from './failure.js';

const denied = /^(AccessDenied|AccessDeniedException|UnauthorizedOperation)$/;

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
  [denied, "The role lacks a permission. The action's README lists all that it needs."],
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

/**
 * Whatever was thrown, in a line. A refused permission is named as a policy names it, and on what, where AWS says it (IAM user
 * guide, "Troubleshoot access denied error messages"): all else that AWS says then is long.
 */
export function briefly(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  const message = messageOf(error).replace(/\s+/g, ' ').trim() || name;
  const action = denied.test(name) ? deniedAction(message) : undefined;
  if (action === undefined) return message;
  const on = /on resource:? (\S*[\w*/])/.exec(message)?.[1];
  const by = /with an explicit deny in an? [a-z -]+/.exec(message)?.[0].trim();
  return `AWS refused ${action}${on === undefined ? '' : ` on ${on}`}${by === undefined ? '' : `, ${by}`}`;
}

/** In AWS's words; EC2 may leave it out, and then the call is named as {@link nameCall} has it. */
function deniedAction(message: string): string | undefined {
  const said = /not authorized to perform:? ([\w-]+:\w+)/.exec(message)?.[1];
  const [, service = '', operation] = /\((\w+) (\w+)\)$/.exec(message) ?? [];
  const prefix = service.replace(/V2$/, '').replace('VPCLattice', 'vpc-lattice').toLowerCase();
  return said ?? (operation === undefined ? undefined : `${prefix}:${operation}`);
}

/** The same, with what to do where that is known. */
export function explain(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  const remedy = remedies.find(([names]) => names.test(name))?.[1];
  return remedy === undefined ? messageOf(error) : `${briefly(error)}. ${remedy}`;
}

/** Whether whoever reads the log can act on it: what AWS says, or we do. Anything else is a fault of ours. */
export function isExpected(error: unknown): boolean {
  return error instanceof Failure || error instanceof Cancelled || (error instanceof Error && '$metadata' in error);
}
