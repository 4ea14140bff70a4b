import { AwsError } from '../world/aws-error.js';
import { endOfSession } from '../world/security-tokens/session-keys.js';

/** What a signature says about a request (SigV4, "Credential scope"). The signature itself is not checked. */
export interface Scope {
  readonly accessKeyId: string;
  readonly region: string;
  readonly service: string;
}

/**
 * Reads the scope of a request's signature: the only place where a request names its region and service.
 * @throws {AwsError} when there is none (IAM user guide, "Common errors"), or when the key looks like a real one.
 */
export function readScope(authorization: string | undefined): Scope {
  const credential = /\bCredential=([^/,\s]+)\/\d{8}\/([^/,\s]+)\/([^/,\s]+)\/aws4_request/.exec(authorization ?? '');
  if (!credential) throw new AwsError('MissingAuthenticationToken', 'Request is missing Authentication Token', 403);
  const [, accessKeyId = '', region = '', service = ''] = credential;
  refuseRealKey(accessKeyId);
  return { accessKeyId, region, service };
}

/**
 * Refuses the keys of a session that has ended, in each service's words (EC2 API, "Common client errors"; Auto Scaling
 * API, "Common errors"; Systems Manager API, "Common errors").
 * @throws {AwsError}
 */
export function refuseEndedSession({ accessKeyId, service }: Scope, now: number): void {
  if ((endOfSession(accessKeyId) ?? Number.POSITIVE_INFINITY) > now) return;
  if (service === 'ec2') throw new AwsError('RequestExpired', 'Request has expired.');
  const message = 'The security token included in the request is expired';
  if (service === 'ssm') throw new AwsError('ExpiredTokenException', message);
  throw new AwsError('ExpiredToken', message, 403);
}

/** Keys of users begin with AKIA, those of sessions with ASIA (IAM user guide, "Unique identifiers"). */
function refuseRealKey(accessKeyId: string): void {
  if (!/^(AKIA|ASIA)/.test(accessKeyId) || endOfSession(accessKeyId) !== undefined) return;
  throw new AwsError(
    'InvalidClientTokenId',
    `The sandbox takes no real credentials, but the access key begins with ${accessKeyId.slice(0, 4)}. ` +
      'Set AWS_ACCESS_KEY_ID=sandbox and AWS_SECRET_ACCESS_KEY=sandbox.',
    403,
  );
}
