import type { Credentials } from '@aws-sdk/client-sts';
import type { AwsCredentialIdentity } from '@smithy/types';
import type { CallMiddleware } from './aws-call.js';
import { Cancelled } from './cancellation.js';
import type { Clock } from './clock.js';
import { Failure, messageOf } from './failure.js';
import type { Random } from './random.js';
import { withRetry } from './retry.js';

/** A role of IAM, and how a run proves that it may take it. */
export interface RoleSource {
  readonly arn: string;
  /** What AWS's audit trail (CloudTrail) names the run. */
  readonly sessionName: string;
  /** A token that says who this run is, for STS; asked for anew each time. */
  readonly identityToken: () => Promise<string>;
  /** Keeps a secret out of the log. */
  readonly mask: (secret: string) => void;
}

export interface RoleCredentialsSettings extends Omit<RoleSource, 'sessionName'> {
  readonly clock: Clock;
  readonly random: Random;
  readonly cancellation?: AbortSignal | undefined;
  /** STS AssumeRoleWithWebIdentity. */
  readonly assume: (identityToken: string) => Promise<Credentials | undefined>;
}

/** Milliseconds before their end at which credentials are renewed, as the SDK does it. */
const margin = 300_000;
/** Milliseconds within which credentials are not asked for twice: what AWS refuses then, new ones would not change. */
const pause = 60_000;

interface Held {
  readonly identity: AwsCredentialIdentity;
  /** Milliseconds since the Unix epoch. */
  readonly issuedAt: number;
  readonly expiresAt: number;
}

/**
 * A role's credentials, renewed before they end for as long as a run lasts, and asked for anew when AWS says earlier that
 * they have expired.
 */
export class RoleCredentials {
  readonly #settings: RoleCredentialsSettings;
  #held: Held | undefined;
  #renewal: Promise<Held> | undefined;
  #triedAt = Number.NEGATIVE_INFINITY;

  constructor(settings: RoleCredentialsSettings) {
    this.#settings = settings;
  }

  /** @throws {Failure} that says why the role could not be taken. */
  async identity(): Promise<AwsCredentialIdentity> {
    const now = this.#settings.clock.now();
    const held = this.#held;
    const mustRenew = held === undefined || held.expiresAt <= now;
    if (mustRenew) return (await this.#renew()).identity;
    if (held.expiresAt - now > margin || now - this.#triedAt < pause) return held.identity;
    // What still holds bridges a time in which GitHub or STS do not answer.
    return (await this.#renew().catch(() => held)).identity;
  }

  /** When those were issued that a call made now would use; undefined when it would ask for new ones. */
  get issuedAt(): number | undefined {
    return this.#held?.issuedAt;
  }

  /**
   * AWS has called those issued then expired: they are not used again.
   * @returns whether a call that failed by it is worth another attempt.
   */
  discard(issuedAt = this.issuedAt): boolean {
    if (issuedAt === undefined || this.issuedAt !== issuedAt) return true;
    if (this.#settings.clock.now() - issuedAt < pause) return false;
    this.#held = undefined;
    return true;
  }

  /** One renewal at a time, however many calls wait for it. */
  async #renew(): Promise<Held> {
    this.#triedAt = this.#settings.clock.now();
    this.#renewal ??= this.#ask().finally(() => {
      this.#renewal = undefined;
    });
    this.#held = await this.#renewal;
    return this.#held;
  }

  async #ask(): Promise<Held> {
    const { clock, random, cancellation, arn } = this.#settings;
    try {
      // Both steps again: the token may have ended while STS was waited for (configure-aws-credentials, issue 1848).
      const given = await withRetry(() => this.#assumeOnce(), { clock, random, cancellation, repeatable: 'any' });
      return { ...this.#keep(given), issuedAt: clock.now() };
    } catch (error) {
      throw error instanceof Failure || error instanceof Cancelled
        ? error
        : new Failure(`Could not assume ${arn}: ${messageOf(error)}${adviceOn(error)}`);
    }
  }

  async #assumeOnce(): Promise<Credentials | undefined> {
    const { identityToken, assume, mask } = this.#settings;
    const token = await identityToken();
    mask(token);
    try {
      return await assume(token);
    } catch (error) {
      throw isPassing(error) ? Object.assign(error as Error, { name: 'IDPCommunicationError' }) : error;
    }
  }

  #keep(given: Credentials | undefined): Omit<Held, 'issuedAt'> {
    const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '', Expiration } = given ?? {};
    if (!AccessKeyId || !Expiration) throw new Failure(`AWS gave no credentials for ${this.#settings.arn}.`);
    for (const secret of [AccessKeyId, SecretAccessKey, SessionToken]) if (secret) this.#settings.mask(secret);
    const identity = { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
    return { identity, expiresAt: Expiration.getTime() };
  }
}

/** Credentials as every tool of AWS reads them from its environment. A profile would go before them. */
export function variablesOf({ accessKeyId, secretAccessKey, sessionToken }: AwsCredentialIdentity): NodeJS.ProcessEnv {
  return {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
    AWS_PROFILE: undefined,
  };
}

/** What AWS calls credentials that have ended: EC2 says RequestExpired, JSON services ExpiredTokenException. */
const expired = new Set(['ExpiredToken', 'ExpiredTokenException', 'RequestExpired']);

/** Asks for new credentials when AWS calls these expired, and lets our retry make the call once more. */
export function withFreshCredentials(credentials: RoleCredentials): CallMiddleware {
  return (next) => async (args) => {
    const { issuedAt } = credentials;
    try {
      return await next(args);
    } catch (error) {
      if (!expired.has((error as Error).name) || !credentials.discard(issuedAt)) throw error;
      throw Object.assign(new Error(messageOf(error)), { name: 'CredentialsDiscarded' });
    }
  };
}

/**
 * STS asks GitHub for its keys at each exchange, and is at times too impatient (configure-aws-credentials, issue 299); a
 * token that ended on the way is another one next time.
 */
function isPassing(error: unknown): boolean {
  const { name, message } = error as Error;
  return name === 'ExpiredTokenException' || (/^InvalidIdentityToken/.test(name) && /verification key/.test(message));
}

function adviceOn(error: unknown): string {
  if (!/^(AccessDenied|InvalidIdentityToken)/.test((error as Error).name)) return '';
  return (
    '. The account needs GitHub as an identity provider, and the role a trust policy that names it, with the audience ' +
    'sts.amazonaws.com and a subject that fits this repository, branch or environment.'
  );
}
