import { AwsError } from '../world/aws-error.js';

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

/** Keys of users begin with AKIA, those of sessions with ASIA (IAM user guide, "Unique identifiers"). */
function refuseRealKey(accessKeyId: string): void {
  if (!/^(AKIA|ASIA)/.test(accessKeyId)) return;
  throw new AwsError(
    'InvalidClientTokenId',
    `The sandbox takes no real credentials, but the access key begins with ${accessKeyId.slice(0, 4)}. ` +
      'Set AWS_ACCESS_KEY_ID=sandbox and AWS_SECRET_ACCESS_KEY=sandbox.',
    403,
  );
}
