import type { FinalizeRequestMiddleware, MiddlewareStack } from '@smithy/types';
import { type CallMiddleware, isRead } from './aws-call.js';
import { nameCall } from './aws-failure.js';
import { AwsTime } from './aws-time.js';
import { cancellable } from './cancellation.js';
import type { Clock } from './clock.js';
import { type RoleCredentials, withFreshCredentials } from './credentials.js';
import { type Fence, fenced } from './fence.js';
import { paced } from './pace.js';
import type { Random } from './random.js';
import { isForThisMoment, type Repeatable, withRetry } from './retry.js';

export interface Surroundings {
  readonly clock: Clock;
  readonly random: Random;
  readonly credentials?: RoleCredentials | undefined;
  readonly fence?: Fence | undefined;
  readonly cancellation?: AbortSignal | undefined;
}

/**
 * What stands around each call of one connection's clients, from the outside in: our retry; for each of its attempts the
 * cancellation, new credentials where they have expired, the pace, the fence, and a clock that hears AWS's time. Whatever is
 * added later stands inside.
 */
export function surroundings(settings: Surroundings): (stack: MiddlewareStack<object, object>) => void {
  const { clock, credentials, fence, cancellation } = settings;
  const middlewares: readonly (readonly [name: string, CallMiddleware])[] = [
    ['retry', retried(settings)],
    ...(cancellation ? [['cancellation', cancellable(cancellation)] as const] : []),
    ...(credentials ? [['credentials', withFreshCredentials(credentials)] as const] : []),
    ['pace', paced(clock, cancellation)],
    ...(fence ? [['fence', fenced(fence)] as const] : []),
    ...(clock instanceof AwsTime ? [['time', clock.hearing] as const] : []),
  ];
  return (stack) => {
    // Of one step and priority, the SDK puts the first one outermost.
    for (const [name, middleware] of middlewares) {
      stack.add(middleware, { step: 'initialize', priority: 'high', name: `steadfleet-${name}` });
    }
    // Once more when the request is signed, for to get credentials may have taken its time.
    if (fence) {
      const last = fenced(fence) as unknown as FinalizeRequestMiddleware<object, object>;
      stack.add(last, { step: 'finalizeRequest', priority: 'low', name: 'steadfleet-fence-signed' });
    }
  };
}

function retried({ clock, random, cancellation }: Surroundings): CallMiddleware {
  return (next, { clientName = '', commandName = '' }) =>
    async (args) => {
      try {
        const repeatable = repeatableAfter(commandName, args.input);
        const call = async () => requireAnswer(await next(args), repeatable === 'any');
        return await withRetry(call, { clock, random, repeatable, cancellation });
      } catch (error) {
        throw nameCall(error, `${clientName.replace(/Client$/, '')} ${commandName.replace(/Command$/, '')}`);
      }
    };
}

/** A read, or a call with a client token, always says something: a 200 without a body is a broken answer. */
function requireAnswer<Result extends { readonly output: object }>(result: Result, saysSomething: boolean): Result {
  const isEmpty = Object.keys(result.output).every((name) => name === '$metadata');
  if (saysSomething && isEmpty) throw Object.assign(new Error('AWS answered with nothing'), { name: 'EmptyAnswer' });
  return result;
}

/**
 * Reads change nothing, and a client token makes AWS answer a repeated call with the first one's result. PutParameter
 * writes the same value again; without overwrite, it is refused and its caller recognises what is there as its own.
 */
function repeatableAfter(command: string, input: object): Repeatable {
  if (isForThisMoment(input)) return 'none';
  const isSafe = isRead(command) || command === 'PutParameterCommand' || 'ClientToken' in input;
  return isSafe ? 'any' : 'throttled';
}
