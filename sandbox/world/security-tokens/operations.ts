import type {
  AssumeRoleCommandInput,
  AssumeRoleResponse,
  AssumeRoleWithWebIdentityCommandInput,
  AssumeRoleWithWebIdentityResponse,
  GetCallerIdentityCommandInput,
  GetCallerIdentityResponse,
} from '@aws-sdk/client-sts';
import { validationError } from '../aws-error.js';
import { type Operations, operation } from '../operation.js';
import type { Region } from '../region.js';
import { sessionKey } from './session-keys.js';

const getCallerIdentity = operation(
  [],
  (_input: GetCallerIdentityCommandInput, { world }: Region): GetCallerIdentityResponse => ({
    Account: world.account,
    Arn: `arn:aws:iam::${world.account}:user/sandbox`,
    UserId: 'AIDASANDBOX',
  }),
);

interface Assumption {
  readonly RoleArn: string | undefined;
  readonly RoleSessionName: string | undefined;
  readonly DurationSeconds?: number | undefined;
}

/** Keys that open only this sandbox, which checks no signature. They end after an hour by default (STS API, AssumeRole). */
function assumed({ RoleArn, RoleSessionName, DurationSeconds = 3_600 }: Assumption, { world }: Region) {
  const [, account, role] = /^arn:aws:iam::(\d{12}):role\/(.+)$/.exec(RoleArn ?? '') ?? [];
  if (!account) throw validationError(`${RoleArn} is invalid`);
  if (!RoleSessionName)
    throw validationError("Value null at 'roleSessionName' failed to satisfy constraint: Member must not be null");
  if (DurationSeconds < 900 || DurationSeconds > 43_200) {
    throw validationError(`Value '${DurationSeconds}' at 'durationSeconds' must be from 900 to 43200`);
  }
  const expiresAt = world.clock.now() + DurationSeconds * 1_000;
  return {
    AssumedRoleUser: {
      Arn: `arn:aws:sts::${account}:assumed-role/${role?.split('/').at(-1)}/${RoleSessionName}`,
      AssumedRoleId: `AROASANDBOX:${RoleSessionName}`,
    },
    Credentials: {
      AccessKeyId: sessionKey(expiresAt),
      SecretAccessKey: 'sandbox',
      SessionToken: 'sandbox',
      Expiration: new Date(expiresAt),
    },
  };
}

const assumeRole = operation(
  ['RoleArn', 'RoleSessionName', 'DurationSeconds', 'ExternalId', 'Tags.*', 'TransitiveTagKeys'],
  (input: AssumeRoleCommandInput, region: Region): AssumeRoleResponse => assumed(input, region),
);

const assumeRoleWithWebIdentity = operation(
  ['RoleArn', 'RoleSessionName', 'DurationSeconds', 'WebIdentityToken'],
  (input: AssumeRoleWithWebIdentityCommandInput, region: Region): AssumeRoleWithWebIdentityResponse => {
    if (!input.WebIdentityToken) throw validationError("Value null at 'webIdentityToken' must not be null");
    return { ...assumed(input, region), Provider: 'token.actions.githubusercontent.com' };
  },
);

/** The Security Token Service's operations by name. */
export const securityTokenOperations: Operations = {
  AssumeRole: assumeRole,
  AssumeRoleWithWebIdentity: assumeRoleWithWebIdentity,
  GetCallerIdentity: getCallerIdentity,
};
