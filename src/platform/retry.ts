import { refuseWhenAborted } from './cancellation.js';
import type { Clock } from './clock.js';
import type { Random } from './random.js';

/**
 * What a failed AWS call means for the caller.
 * - `throttled`: AWS did nothing and asks to slow down, or to come with new credentials or another time; always safe to repeat.
 * - `unavailable`: a 5xx, a connection that broke, an answer that cannot be read; the effect may have happened all the same.
 * - `refused`: AWS looked at the request and said no.
 */
export type FailureKind = 'throttled' | 'unavailable' | 'refused';

const throttleCodes = new Set([
  'Throttling',
  'ThrottlingException',
  'ThrottledException',
  'RequestLimitExceeded',
  'RequestThrottled',
  'RequestThrottledException',
  'TooManyRequestsException',
  'TooManyUpdates',
  'CredentialsDiscarded',
]);

const unavailableCodes = new Set([
  'Cancelled',
  'EmptyAnswer',
  'StaleAnswer',
  'IDPCommunicationError',
  'IDPCommunicationErrorException',
  'ResourceContention',
  'ResourceContentionFault',
  'InternalError',
  'InternalFailure',
  'InternalServerError',
  'ServiceUnavailable',
  'TimeoutError',
]);

/** How AWS refuses a call that was signed more than minutes ago, or in the future; and one with wrong credentials. */
const signatureCodes = new Set([
  'AuthFailure',
  'InvalidSignatureException',
  'RequestExpired',
  'RequestInTheFuture',
  'RequestTimeTooSkewed',
  'SignatureDoesNotMatch',
]);

/** What the network, DNS, TLS and HTTP make of a request or an answer that does not get through (Node.js, "Errors"). */
const noAnswer = /^(E[A-Z_]+|HPE_\w+|ERR_SSL_\w+|ERR_STREAM_\w+)$/;

/**
 * Classifies what an SDK client threw: by its code before its status, for EC2 throttles with a 503 (EC2 API, "Query API
 * request rate") and Auto Scaling with a 400 (Auto Scaling API, "Common errors"). An answer of success that nobody could read
 * is as good as none: the effect may have happened.
 */
export function failureKind(error: unknown): FailureKind {
  const { name, code, Code, $metadata } = error as Record<string, unknown> & {
    $metadata?: { httpStatusCode?: number; clockSkewCorrected?: boolean };
  };
  const codes = [name, code, Code].filter((value): value is string => typeof value === 'string');
  if (codes.some((value) => throttleCodes.has(value))) return 'throttled';
  if (codes.some((value) => unavailableCodes.has(value))) return 'unavailable';
  // The SDK has seen by the answer that the runner's clock is off, and signs the next attempt in AWS's time.
  if ($metadata?.clockSkewCorrected && codes.some((value) => signatureCodes.has(value))) return 'throttled';
  const status = $metadata?.httpStatusCode;
  if (status === undefined) return codes.some((value) => noAnswer.test(value)) ? 'unavailable' : 'refused';
  if (status === 429) return 'throttled';
  return status >= 300 && status < 500 ? 'refused' : 'unavailable';
}

const attempts = 8;
const firstWait = 500;
const longestWait = 20_000;

/**
 * After which failures a call may be sent again: `any` for reads and calls with a client token, `throttled` for changes
 * (AWS did nothing), `none` for changes that are right only for what was read a moment ago.
 */
export type Repeatable = 'any' | 'throttled' | 'none';

const momentary = new WeakSet<object>();

/** Marks a command's input as right for this moment only: if the call fails, look again instead of sending it again. */
export function forThisMoment<Input extends object>(input: Input): Input {
  momentary.add(input);
  return input;
}

/** Whether an input was given to {@link forThisMoment}. */
export function isForThisMoment(input: object): boolean {
  return momentary.has(input);
}

export interface Patience {
  readonly clock: Clock;
  readonly random: Random;
  readonly repeatable: Repeatable;
  /** Once it is aborted, nothing is repeated, and a wait for another attempt ends. */
  readonly cancellation?: AbortSignal | undefined;
}

/**
 * Repeats an AWS call with exponential backoff and full jitter, after the failures that allow it.
 * @throws the last error; {Cancelled} when cancelled while it waited.
 */
export async function withRetry<Output>(
  call: () => Promise<Output>,
  { clock, random, repeatable, cancellation }: Patience,
): Promise<Output> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      const kind = failureKind(error);
      const mayRepeat = repeatable === 'any' ? kind !== 'refused' : repeatable === kind;
      if (!mayRepeat || attempt === attempts || cancellation?.aborted) throw error;
      await clock.sleep(random.next() * Math.min(longestWait, firstWait * 2 ** attempt), cancellation);
      refuseWhenAborted(cancellation);
    }
  }
}
